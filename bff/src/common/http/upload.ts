import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { DomainError } from '../errors/domain-error.js';

/** Bytes of the largest file that any route takes. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** What a form may hold: one file and a few short fields. Routes may ask for less. */
export const UPLOAD_LIMITS = {
  fileSize: UPLOAD_LIMIT,
  // One more than is taken: the parser never ends with a file that is over its limit, so the second is refused here.
  files: 2,
  fields: 4,
  parts: 6,
  fieldNameSize: 40,
  fieldSize: 400,
  headerPairs: 40,
};

/** A route that takes a form with a file. Every other route answers a form with UNSUPPORTED_MEDIA. */
export const TakesUpload = (): MethodDecorator => RouteConfig({ upload: true });

/** An uploaded file with the form's fields, each a text. */
export interface Upload {
  /** As the sender calls it; '' when it has no name. Never to be used as a path. */
  fileName: string;
  content: Buffer;
  fields: Record<string, string>;
}

/**
 * Reads the form of a route that `TakesUpload`: exactly one file, in the field `file`. Throws INVALID_INPUT for a form
 * that is none, is cut off, or holds more; `tooLarge` for a file over UPLOAD_LIMIT bytes.
 */
export async function readUpload(request: FastifyRequest, tooLarge: ErrorCode): Promise<Upload> {
  if (!request.isMultipart()) throw new DomainError('UNSUPPORTED_MEDIA');
  let file: { fileName: string; content: Buffer } | null = null;
  const fields: Record<string, string> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file') throw badForm(part.fieldname, '多出来的内容，不能识别');
        if (file !== null) throw badForm('file', '一次传一个文件');
        const content = await part.toBuffer();
        file = { fileName: part.filename ?? '', content };
      } else {
        if (typeof part.value !== 'string' || part.valueTruncated || Object.hasOwn(fields, part.fieldname)) {
          throw badForm(part.fieldname, '格式不对');
        }
        fields[part.fieldname] = part.value;
      }
    }
  } catch (error) {
    drain(request);
    if (error instanceof DomainError) throw error;
    if (codeOf(error) === 'FST_REQ_FILE_TOO_LARGE') throw new DomainError(tooLarge);
    // Whatever else the parser says is about the form, never about us.
    throw badForm('file', '没有传完整，请再传一次');
  }
  if (file === null) throw badForm('file', '请选一个文件');
  return { ...file, fields };
}

/**
 * Lets what is left of a refused form run off: a connection that is closed while its sender still writes is reset, and
 * the answer lost with it. Who goes on writing for long is cut off all the same.
 */
function drain({ raw }: FastifyRequest): void {
  let bytes = 0;
  raw.unpipe();
  raw.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > 2 * UPLOAD_LIMIT) raw.destroy();
  });
  raw.resume();
}

function badForm(field: string, message: string): DomainError {
  return new DomainError('INVALID_INPUT', { extra: { details: [{ field, message }] } });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
