import { useShareAppMessage } from '@tarojs/taro';

export interface ShareCard {
  title: string;
  /** Page that opens from the card. */
  path: string;
}

/** What WeChat's share card carries: the invitation, or the front page while there is none. */
export function useShareCard(card: ShareCard | null): void {
  useShareAppMessage(() => card ?? { title: '街坊：预约社区的场地', path: '/pages/home/index' });
}
