import Taro from '@tarojs/taro';
import { focusManager, onlineManager } from '@tanstack/react-query';

/** Tells TanStack Query of WeChat's own focus and network events; in a browser it listens by itself. */
export function watchDevice(): void {
  focusManager.setEventListener((setFocused) => {
    const shown = (): void => setFocused(true);
    const hidden = (): void => setFocused(false);
    Taro.onAppShow(shown);
    Taro.onAppHide(hidden);
    return () => {
      Taro.offAppShow(shown);
      Taro.offAppHide(hidden);
    };
  });
  onlineManager.setEventListener((setOnline) => {
    const changed = ({ isConnected }: { isConnected: boolean }): void => setOnline(isConnected);
    Taro.onNetworkStatusChange(changed);
    Taro.getNetworkType().then(
      ({ networkType }) => setOnline(networkType !== 'none'),
      () => undefined,
    );
    return () => Taro.offNetworkStatusChange(changed);
  });
}
