import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Chips } from '@/components/Choice';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { useNow } from '@/lib/useNow';
import { useWide } from '@/lib/useWide';
import { waited } from '@/lib/waited';
import { useDivisionPages } from '../../api/desk';
import type { CaseCard, CaseQueue } from '../../api/types';
import { CaseDesk } from './CaseDesk';
import { CASE_LOOKS, sourceWord, SUBJECT_WORDS } from './case-words';
import '../../hall-desk.scss';

const AT_ONCE = 20;
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
  return (
    <Box className="stack">
      <Chips label="哪些" options={QUEUES} value={queue} onChange={(value) => setQueue(value ?? queue)} />
      <Queue key={queue} code={code} queue={queue} />
    </Box>
  );
}

function Queue({ code, queue }: { code: string; queue: CaseQueue }) {
  const query = useDivisionPages<CaseCard>(code, 'cases', { queue });
  const wide = useWide();
  const [picked, setPicked] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const words = QUEUES.find(({ value }) => value === queue);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const current = picked ?? items[0]?.id;
  const list = (
    <PagedList
      query={query}
      keyOf={({ id }) => id}
      most={AT_ONCE}
      skeleton={<Skeleton count={3} lines={3} />}
      empty={<Empty icon="shield" title={words?.empty ?? ''} hint={words?.hint ?? ''} />}
      render={(item) => (
        <CaseTile
          item={item}
          chosen={wide && item.id === current}
          onTap={() => {
            setTold(null);
            if (wide) setPicked(item.id);
            else open('pages-hall-desk/case', { id: item.id });
          }}
        />
      )}
    />
  );
  return (
    <>
      {told !== null && <Notice tone="good">{told}</Notice>}
      {wide && current !== undefined ? (
        <Box className="hall-columns">
          <Box className="stack stack-3">{list}</Box>
          <CaseDesk
            key={current}
            id={current}
            onDone={(text) => {
              setPicked(current);
              setTold(text);
              scrollToTop();
            }}
          />
        </Box>
      ) : (
        list
      )}
    </>
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
