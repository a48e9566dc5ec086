import Taro from '@tarojs/taro';
import type { TextStore } from './types';

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
