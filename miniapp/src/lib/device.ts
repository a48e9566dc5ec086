import Taro from '@tarojs/taro';

/** Keeps the screen on until the returned function is called. */
export function keepScreenOn(): () => void {
  const set = (on: boolean): void => {
    Taro.setKeepScreenOn({ keepScreenOn: on }).catch(() => undefined);
  };
  set(true);
  // WeChat forgets it when the app comes back.
  const shown = (): void => set(true);
  Taro.onAppShow(shown);
  return () => {
    Taro.offAppShow(shown);
    set(false);
  };
}

/** A short buzz: felt without looking. */
export function buzz(): void {
  Taro.vibrateShort({ type: 'heavy' }).catch(() => undefined);
}

/** Runs `act` when the app is about to be hidden or closed; returns how to stop that. */
export function onHide(act: () => void): () => void {
  Taro.onAppHide(act);
  return () => Taro.offAppHide(act);
}
