import { ask } from '../bridge.js';
import { ApiFailure, call, needText, numberOf, type Api, type Options } from './api.js';
import { fromBase64 } from './network.js';

/** Files of this host are data addresses: what was downloaded, and what the person chose. */
function bytesAt(path: string): Uint8Array<ArrayBuffer> {
  const [, content] = /^data:[^,]*;base64,(.*)$/s.exec(path) ?? [];
  if (content === undefined) throw new ApiFailure(`no such file or directory ${path.slice(0, 80)}`);
  return fromBase64(content);
}

function readFile(options: Options): object {
  const bytes = bytesAt(needText(options, 'filePath'));
  const position = numberOf(options, 'position', 0);
  const length = numberOf(options, 'length', bytes.length - position);
  if (position < 0 || position > bytes.length || length < 0 || position + length > bytes.length)
    throw new ApiFailure('the value of "position" or "length" is out of range');
  const piece = bytes.slice(position, position + length);
  return {
    data:
      typeof options.encoding === 'string' ? new TextDecoder(options.encoding).decode(piece) : piece.buffer,
  };
}

async function chooseMessageFile(): Promise<object> {
  const reply = await ask('file', null);
  if ('fail' in reply) throw new ApiFailure(reply.fail);
  const { name, path } = reply;
  return { tempFiles: [{ name, path, size: bytesAt(path).length, type: 'file', time: 0 }] };
}

const manager: Record<string, Api> = {
  readFile: call('readFile', readFile),
  getFileInfo: call('getFileInfo', (options) => ({ size: bytesAt(needText(options, 'filePath')).length })),
};

export const fileApis: Record<string, Api> = {
  getFileSystemManager: () => manager,
  chooseMessageFile: call('chooseMessageFile', chooseMessageFile),
};
