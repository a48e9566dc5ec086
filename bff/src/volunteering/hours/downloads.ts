import type { FastifyReply } from 'fastify';

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileType = keyof typeof TYPES;

/** Sets the headers of a download once it is made: a refusal is JSON and must not be saved as a file. */
export function sendFile(reply: FastifyReply, type: FileType, name: string, content: Buffer): Buffer {
  void reply.header('content-type', TYPES[type]);
  void reply.header('cache-control', 'private, no-store');
  void reply.header(
    'content-disposition',
    `attachment; filename="jiefang.${type}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  return content;
}
