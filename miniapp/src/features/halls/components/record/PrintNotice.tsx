import { Text } from '@/components/base';
import type { Topic } from '../../api/types';

export interface PrintNoticeProps {
  topic: Topic;
  /** What the printed code opens. */
  address: string;
}

/** WeChat does not print: the link does it on a computer. */
export function PrintNotice(_props: PrintNoticeProps) {
  return <Text className="t13 quiet block">想打印成告示，把链接发到电脑上打开，那里有「打印」。</Text>;
}
