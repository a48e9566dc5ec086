import Taro from '@tarojs/taro';
import type { TextStore } from './types';

/** A storage that can be closed: then it changes nothing any more. */
export class ClosableStore implements TextStore {
  private closed = false;

  constructor(private readonly store: TextStore) {}

  read = (key: string): string | null => this.store.read(key);
  write = (key: string, text: string): boolean => !this.closed && this.store.write(key, text);
  remove = (key: string): void => {
    if (!this.closed) this.store.remove(key);
  };

  close(): void {
    this.closed = true;
  }
}

/** The device's own storage. */
export const deviceStore: TextStore = {
  read: (key) => {
    const value: unknown = Taro.getStorageSync(key);
    return typeof value === 'string' && value !== '' ? value : null;
  },
  write: (key, text) => {
    try {
      Taro.setStorageSync(key, text);
      return true;
    } catch {
      return false;
    }
  },
  remove: (key) => Taro.removeStorageSync(key),
};
