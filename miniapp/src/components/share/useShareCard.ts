import { useShareAppMessage } from '@tarojs/taro';

export interface ShareCard {
  title: string;
  /** Page that opens from the card. */
  path: string;
}

/** What WeChat's share card carries, or the front page while there is nothing to share. */
export function useShareCard(card: ShareCard | null): void {
  useShareAppMessage(() => card ?? { title: '街坊：社区的事，街坊一起办', path: '/pages/home/index' });
}
