import { TOPIC_STATUS_WORDS } from '@jiefang/shared/topics';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Qr } from '@/components/Qr';
import { windowWord } from '@/components/topic-words';
import { shanghaiDay } from '@jiefang/shared/time';
import { fullDay } from '@/lib/time';
import { rollWord } from '../../words';
import type { PrintNoticeProps } from './PrintNotice';
import './record.scss';

/** Prints the topic as a notice for a stairwell: what it is about, where it stands, and the code to everything else. */
export function PrintNotice({ topic, address }: PrintNoticeProps) {
  const { title, community, status, rules, rollSize, record } = topic;
  const print = (): void => {
    const root = document.documentElement;
    root.classList.add('printing');
    window.print();
    root.classList.remove('printing');
  };
  const facts = [
    TOPIC_STATUS_WORDS[status],
    windowWord(topic),
    rules === null || rollSize === null ? null : rollWord(rules.source, rollSize),
  ].filter((fact) => fact !== null);
  return (
    <>
      <Button wide icon="print" onTap={print} testId="print">
        打印成告示（A4）
      </Button>
      <Box className="print-sheet" spoken={{ hidden: true }}>
        <Text>{community.name} · 议事厅</Text>
        <Text className="print-title">{title}</Text>
        <Text>{facts.join(' · ')}</Text>
        <Qr text={address} label="存证" />
        <Text>手机扫码，看全部经过，说出你的意见，自己核对每一步。</Text>
        <Text className="print-small">{address}</Text>
        <Text className="print-small">
          {fullDay(shanghaiDay(new Date()))} 打印时，记录共 {record.seq} 条，最新一条的指纹 {record.hash}
        </Text>
      </Box>
    </>
  );
}
