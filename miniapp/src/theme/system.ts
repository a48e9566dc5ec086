import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

export type Colour = 'light' | 'dark';

/** What WeChat tells of the device; the text factor is missing from Taro's types. */
type BaseInfo = ReturnType<typeof Taro.getAppBaseInfo> & { fontSizeScaleFactor?: number; theme?: string };

function readColour(): Colour {
  return (Taro.getAppBaseInfo() as BaseInfo).theme === 'dark' ? 'dark' : 'light';
}

function subscribe(onChange: () => void): () => void {
  Taro.onThemeChange(onChange);
  return () => Taro.offThemeChange(onChange);
}

/** The device's light or dark setting, followed as it changes. */
export function useSystemColour(): Colour {
  return useSyncExternalStore(subscribe, readColour);
}

/** WeChat's own text size setting as a factor; 1 where it is not told. Held between 1 and 1.4. */
export function deviceTextFactor(): number {
  const factor = (Taro.getAppBaseInfo() as BaseInfo).fontSizeScaleFactor ?? 1;
  return Math.min(Math.max(factor, 1), 1.4);
}
