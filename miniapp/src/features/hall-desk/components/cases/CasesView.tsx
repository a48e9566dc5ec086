import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Chips } from '@/components/Choice';
import { Empty } from '@/components/QueryState';
import { Tag } from '@/components/Tag';
import { useNow } from '@/lib/useNow';
import { waited } from '@/lib/waited';
import type { CaseCard, CaseQueue } from '../../api/types';
import { DeskQueue } from '../DeskQueue';
import { CaseDesk } from './CaseDesk';
import { CASE_LOOKS, sourceWord, SUBJECT_WORDS } from './case-words';

const QUEUES: { value: CaseQueue; word: string; empty: string; hint: string }[] = [
  {
    value: 'open',
    word: '待查',
    empty: '没有等查看的文字',
    hint: '有人举报，或内容检查拿不准，会出现在这里。',
  },
  { value: 'mine', word: '我领的', empty: '你没有领着的', hint: '领了半小时没有办，别人可以接过去。' },
  { value: 'appeals', word: '申诉', empty: '没有申诉', hint: '作者不服可以申诉一次，由另一个人复核。' },
  { value: 'decided', word: '办过的', empty: '还没有办过', hint: '办过的都留在这里，也写进存证。' },
];

export function caseQueueOf(text: string | undefined): CaseQueue {
  return QUEUES.find(({ value }) => value === text)?.value ?? 'open';
}

/** Texts that wait for a person; in a wide window beside the one that is looked at. */
export function CasesView({ code, start }: { code: string; start: CaseQueue }) {
  const [queue, setQueue] = useState(start);
  const words = QUEUES.find(({ value }) => value === queue);
  return (
    <Box className="stack">
      <Chips label="哪些" options={QUEUES} value={queue} onChange={(value) => setQueue(value ?? queue)} />
      <DeskQueue<CaseCard>
        key={queue}
        code={code}
        path="cases"
        queue={queue}
        empty={<Empty icon="shield" title={words?.empty ?? ''} hint={words?.hint ?? ''} />}
        tile={(item, state) => <CaseTile item={item} {...state} />}
        page="pages-hall-desk/case"
        desk={(id, onDone) => <CaseDesk id={id} onDone={onDone} />}
      />
    </Box>
  );
}

function CaseTile({ item, chosen, onTap }: { item: CaseCard; chosen: boolean; onTap: () => void }) {
  const now = useNow();
  const { tone, icon, word } = CASE_LOOKS[item.status];
  const since = item.status === 'appealed' ? (item.appealedAt ?? item.createdAt) : item.createdAt;
  const waits = item.status === 'open' || item.status === 'claimed' || item.status === 'appealed';
  return (
    <Card
      className={chosen ? 'chosen' : ''}
      onTap={onTap}
      label={`${SUBJECT_WORDS[item.subject.kind]}，${item.subject.text ?? '已删除'}${chosen ? '，正在看' : ''}`}
      testId={`case-${item.id}`}
    >
      <Box className="stack stack-1">
        <Box className="row row-between">
          <Text className="strong clip">
            {`${item.subject.author?.nickname ?? '已注销'} 的${SUBJECT_WORDS[item.subject.kind]}`}
          </Text>
          {waits && <Text className="t13 quiet fixed">{`等了 ${waited(since, now)}`}</Text>}
        </Box>
        <Text className="block clip">{item.subject.text ?? '内容已经依法删除'}</Text>
        <Text className="t13 quiet block clip">{item.topic.title}</Text>
        <Box className="row row-wrap">
          <Tag tone={tone} icon={icon}>
            {item.claimedBy?.me === true && item.status === 'claimed' ? '我领的' : word}
          </Tag>
          <Tag>{sourceWord(item)}</Tag>
        </Box>
      </Box>
    </Card>
  );
}
