import { useState } from 'react';
import { TOPIC_TRACK_WORDS } from '@jiefang/shared/topics';
import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Chips } from '@/components/Choice';
import { Empty } from '@/components/QueryState';
import { StatusChip } from '@/components/StatusChip';
import { Tag } from '@/components/Tag';
import { windowWord } from '@/components/topic-words';
import { useNow } from '@/lib/useNow';
import { waited } from '@/lib/waited';
import type { StaffTopicCard, TopicQueue } from '../../api/types';
import { DeskQueue } from '../DeskQueue';
import { TopicDesk, type PermissionsAt } from './TopicDesk';

const QUEUES: { value: TopicQueue; word: string; empty: string; hint: string }[] = [
  { value: 'review', word: '待受理', empty: '没有等受理的议题', hint: '居民提交议题后，会出现在这里。' },
  {
    value: 'endorsed',
    word: '附议够了',
    empty: '没有等公告的议题',
    hint: '附议人数够了，就可以公告名册和规则。',
  },
  {
    value: 'running',
    word: '进行中',
    empty: '没有进行中的议题',
    hint: '受理后的议题，办到归档为止都在这里。',
  },
  { value: 'late', word: '超期', empty: '没有超期的议题', hint: '过了期限还没有办的议题会在这里。' },
  {
    value: 'declined',
    word: '不予立项复核',
    empty: '没有人申请复核',
    hint: '提出的人不服不予立项时，由街道复核。',
  },
  { value: 'all', word: '全部', empty: '还没有议题', hint: '居民在议事厅提出议题后，会出现在这里。' },
];

export function queueOf(text: string | undefined): TopicQueue {
  return QUEUES.find(({ value }) => value === text)?.value ?? 'review';
}

interface Props {
  code: string;
  start: TopicQueue;
  permissionsAt: PermissionsAt;
}

/** Topics of a division by what they wait for; in a wide window beside the one that is looked at. */
export function TopicQueues({ code, start, permissionsAt }: Props) {
  const [queue, setQueue] = useState(start);
  const words = QUEUES.find(({ value }) => value === queue);
  return (
    <Box className="stack">
      <Chips label="哪些议题" options={QUEUES} value={queue} onChange={(value) => setQueue(value ?? queue)} />
      <DeskQueue<StaffTopicCard>
        key={queue}
        code={code}
        path="topics"
        queue={queue}
        empty={<Empty icon="talk" title={words?.empty ?? ''} hint={words?.hint ?? ''} />}
        tile={(item, state) => <QueueCard item={item} {...state} />}
        page="pages-hall-desk/topic"
        desk={(id, onDone) => <TopicDesk id={id} permissionsAt={permissionsAt} onDone={onDone} />}
      />
    </Box>
  );
}

function QueueCard({ item, chosen, onTap }: { item: StaffTopicCard; chosen: boolean; onTap: () => void }) {
  const now = useNow();
  const until = windowWord(item, now);
  return (
    <Card
      className={chosen ? 'chosen' : ''}
      onTap={onTap}
      label={`${item.title}${chosen ? '，正在看' : ''}`}
      testId={`staff-topic-${item.id}`}
    >
      <Box className="stack stack-1">
        <Text className="t17 strong block">{item.title}</Text>
        <Text className="t13 quiet block">
          {[item.initiator.nickname, item.community.name, until ?? `等了 ${waited(item.statusAt, now)}`].join(
            ' · ',
          )}
        </Text>
        <Box className="row row-wrap">
          <StatusChip of="topic" status={item.status} />
          <Tag>{TOPIC_TRACK_WORDS[item.track]}</Tag>
          {item.endorsements !== null && item.status === 'endorsing' && (
            <Tag icon="people">{`附议 ${item.endorsements.count} / ${item.endorsements.needed}`}</Tag>
          )}
          {item.late.map(({ kind, word }) => (
            <Tag key={kind} tone="bad" icon="alert">
              {`${word}超期`}
            </Tag>
          ))}
        </Box>
      </Box>
    </Card>
  );
}
