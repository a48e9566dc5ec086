import type { TabName } from '@/lib/navigate';

/** WeChat draws its own navigation bar. */
export function PageHeader(_props: { title: string; tab: TabName | undefined }) {
  return null;
}
