import { errorFrom, networkDown } from '@/lib/api/error';
import { recordPath } from './api/record';
import type { RecordFile } from './record-file';
import { Utf8Pieces } from './utf8-pieces';

const PIECE_BYTES = 256 * 1024;

/** Downloads the record of a topic, as it comes. @throws ApiError */
export async function downloadRecord(topicId: string): Promise<RecordFile> {
  const answer = await fetch(recordPath(topicId)).catch(() => {
    throw networkDown();
  });
  const { body } = answer;
  if (!answer.ok || body === null) throw errorFrom(answer.status, null);
  const size = Number(answer.headers.get('content-length') ?? '') || null;
  return {
    name: '存证',
    size,
    read: async (take) => {
      const [pieces, reader] = [new Utf8Pieces(), body.getReader()];
      let read = 0;
      for (;;) {
        const { done, value } = await reader.read().catch(() => {
          throw networkDown();
        });
        if (done) return;
        read += value.length;
        await take(pieces.next(value), read);
      }
    },
  };
}

/** Lets the reader pick a record from their own files. */
export function pickRecord(onPicked: (file: RecordFile) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.ndjson,.jsonl,.json,.txt,application/x-ndjson';
  input.onchange = () => {
    const picked = input.files?.[0];
    if (picked !== undefined) onPicked(fileOf(picked));
  };
  input.click();
}

function fileOf(file: File): RecordFile {
  return {
    name: file.name,
    size: file.size,
    read: async (take) => {
      const pieces = new Utf8Pieces();
      for (let position = 0; position < file.size; position += PIECE_BYTES) {
        const bytes = await bytesOf(file.slice(position, position + PIECE_BYTES));
        await take(pieces.next(bytes), position + bytes.length);
      }
    },
  };
}

function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(networkDown());
    reader.readAsArrayBuffer(blob);
  });
}
