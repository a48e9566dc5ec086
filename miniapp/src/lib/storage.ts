import Taro from '@tarojs/taro';
import type { StateStorage } from 'zustand/middleware';

/**
 * Synchronous text storage of the device. A full or forbidden storage loses nothing but the memory between two visits,
 * so writing never throws.
 */
export const syncStorage: StateStorage = {
  getItem: (name) => {
    const value: unknown = Taro.getStorageSync(name);
    return typeof value === 'string' && value !== '' ? value : null;
  },
  setItem: (name, value) => {
    try {
      Taro.setStorageSync(name, value);
    } catch {
      // Nothing to tell the reader: the app works without it.
    }
  },
  removeItem: (name) => Taro.removeStorageSync(name),
};
