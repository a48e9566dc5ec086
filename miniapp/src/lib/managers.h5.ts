import Taro from '@tarojs/taro';

/**
 * A browser tells TanStack Query of focus and network by itself. A page whose code cannot be fetched (no network) is told
 * to the reader, who stays where they are.
 */
export function watchDevice(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if ((event.reason as Error | null)?.name !== 'ChunkLoadError') return;
    event.preventDefault();
    void Taro.showToast({ title: '没有网络，这一页现在打不开', icon: 'none' });
  });
}
