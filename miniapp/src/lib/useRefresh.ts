import Taro, { usePullDownRefresh } from '@tarojs/taro';

/** Pulling the page down runs `refresh` (weapp; the page's config needs `enablePullDownRefresh`). */
export function useRefresh(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    const stop = (): void => void Taro.stopPullDownRefresh();
    refresh().then(stop, stop);
  });
}
