import type { TabName } from '@/lib/navigate';
import type { IconName } from './Icon';

/** The tabs in their order. A domain that does not exist yet has none. */
export const TABS: { name: TabName; word: string; icon: IconName }[] = [
  { name: 'home', word: '首页', icon: 'home' },
  { name: 'venues', word: '预约', icon: 'calendar' },
  { name: 'halls', word: '议事', icon: 'talk' },
  { name: 'volunteer', word: '志愿', icon: 'heart' },
  { name: 'me', word: '我的', icon: 'person' },
];
