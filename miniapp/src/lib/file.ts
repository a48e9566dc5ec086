import Taro from '@tarojs/taro';
import type { Answer } from './api/transport';
import { networkDown } from './api/error';

/** A file somebody chose, not sent yet. */
export interface PickedFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Shows it here, before it is sent; '' for what is no picture. */
  preview: string;
  /** Where its bytes are: a path in WeChat, a File in a browser. */
  source: unknown;
}

/** A form with one file, ready to go. `path` is below /api/v1. */
export interface Form {
  path: string;
  headers: Record<string, string>;
  fields: Record<string, string>;
  file: PickedFile;
}

const TIMEOUT_MS = 60_000;

/** Lets the reader take or choose up to `most` photos; silent when they change their mind. */
export function pickPhotos(most: number, onPicked: (files: PickedFile[]) => void): void {
  Taro.chooseMedia({
    count: Math.min(most, 9),
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: ['camera', 'album'],
  }).then(
    ({ tempFiles }) =>
      onPicked(
        tempFiles.map(({ tempFilePath, size }) => ({
          name: 'photo.jpg',
          size,
          preview: tempFilePath,
          source: tempFilePath,
        })),
      ),
    () => undefined,
  );
}

/** Lets the reader choose a table (CSV) out of a chat; silent when they change their mind. */
export function pickTable(onPicked: (file: PickedFile) => void): void {
  Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'txt'] }).then(
    ({ tempFiles }) => {
      const [first] = tempFiles;
      if (first !== undefined)
        onPicked({ name: first.name, size: first.size, preview: '', source: first.path });
    },
    () => undefined,
  );
}

/** Sends a form. Throws the network error when there is no answer at all. */
export async function sendForm({ path, headers, fields, file }: Form): Promise<Answer> {
  try {
    const { statusCode, data } = await Taro.uploadFile({
      url: `${API_BASE}/api/v1${path}`,
      filePath: String(file.source),
      name: 'file',
      fileName: file.name,
      header: { accept: 'application/json', ...headers },
      formData: fields,
      timeout: TIMEOUT_MS,
    });
    return { status: statusCode, body: parsed(data) };
  } catch {
    throw networkDown();
  }
}

/** WeChat hands the body of an upload on as text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
