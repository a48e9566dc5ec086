/// <reference lib="dom" />
import { ApiFailure, call, needText, type Api, type Options } from './api.js';

/**
 * Storage that outlives the mini-program, as on a phone: the browser's own store of this context.
 * WeChat's limits: 1 MB a key, 10 MB together.
 */
const PREFIX = 'weapp:';
const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

const keys = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));

const usedBytes = (): number =>
  keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0);

function write(key: string, data: unknown): void {
  if (typeof data === 'function' || data === undefined)
    throw new ApiFailure('parameter error: data is not storable');
  const text = JSON.stringify({ data });
  if (text.length > KEY_LIMIT) throw new ApiFailure('entry size limit reached');
  if (usedBytes() + text.length > TOTAL_LIMIT) throw new ApiFailure('storage limit reached');
  localStorage.setItem(PREFIX + key, text);
}

function read(key: string): unknown {
  const text = localStorage.getItem(PREFIX + key);
  return text === null ? '' : (JSON.parse(text) as { data: unknown }).data;
}

const info = (): object => ({
  keys: keys(),
  currentSize: Math.ceil(usedBytes() / 1024),
  limitSize: TOTAL_LIMIT / 1024,
});

const clear = (): void => keys().forEach((key) => localStorage.removeItem(PREFIX + key));

export const storageApis: Record<string, Api> = {
  getStorageSync: (key: string) => read(key),
  setStorageSync: (key: string, data: unknown) => write(key, data),
  removeStorageSync: (key: string) => localStorage.removeItem(PREFIX + key),
  clearStorageSync: clear,
  getStorageInfoSync: info,
  getStorage: call('getStorage', (options: Options) => {
    const key = needText(options, 'key');
    if (!keys().includes(key)) throw new ApiFailure('data not found');
    return { data: read(key) };
  }),
  setStorage: call('setStorage', (options: Options) => write(needText(options, 'key'), options.data)),
  removeStorage: call('removeStorage', (options: Options) =>
    localStorage.removeItem(PREFIX + needText(options, 'key')),
  ),
  clearStorage: call('clearStorage', clear),
  getStorageInfo: call('getStorageInfo', info),
};
