import Taro from '@tarojs/taro';
import { errorFrom, networkDown } from '@/lib/api/error';
import { recordPath } from './api/record';
import { Utf8Pieces } from './utf8-pieces';

/** A record as one file, read in pieces of text so that any size fits the phone. */
export interface RecordFile {
  name: string;
  /** In bytes; null while unknown. */
  size: number | null;
  /** Hands the pieces over one after the other, each with how many bytes were read. */
  read: (take: (text: string, bytesRead: number) => Promise<void>) => Promise<void>;
}

const PIECE_BYTES = 256 * 1024;

/** Downloads the record of a topic. @throws ApiError */
export async function downloadRecord(topicId: string): Promise<RecordFile> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: `${API_BASE}${recordPath(topicId)}`,
  }).catch(() => {
    throw networkDown();
  });
  if (statusCode !== 200) throw errorFrom(statusCode, null);
  return fileAt(tempFilePath, '存证', await sizeOf(tempFilePath));
}

/** Lets the reader pick a record that somebody sent them in a chat. */
export function pickRecord(onPicked: (file: RecordFile) => void): void {
  Taro.chooseMessageFile({ count: 1, type: 'file' }).then(
    ({ tempFiles: [picked] }) => {
      if (picked !== undefined) onPicked(fileAt(picked.path, picked.name, picked.size));
    },
    () => undefined,
  );
}

function fileAt(path: string, name: string, size: number): RecordFile {
  return {
    name,
    size,
    read: async (take) => {
      const pieces = new Utf8Pieces();
      for (let position = 0; position < size; position += PIECE_BYTES) {
        const length = Math.min(PIECE_BYTES, size - position);
        const bytes = await readBytes(path, position, length);
        await take(pieces.next(new Uint8Array(bytes)), position + length);
      }
    },
  };
}

function sizeOf(filePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: () => reject(networkDown()),
    });
  });
}

function readBytes(filePath: string, position: number, length: number): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      position,
      length,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: () => reject(networkDown()),
    });
  });
}
