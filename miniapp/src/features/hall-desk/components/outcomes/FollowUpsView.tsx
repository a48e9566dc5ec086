import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Section } from '@/components/Card';
import { Chips } from '@/components/Choice';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useDivisionPages } from '../../api/desk';
import type { HallPromise } from '../../api/types';
import { FollowUpCard } from './FollowUpCard';

type Shown = 'todo' | 'kept' | 'late' | 'broken';
const SHOWN: { value: Shown; word: string }[] = [
  { value: 'todo', word: '要办的' },
  { value: 'kept', word: '按期办结' },
  { value: 'late', word: '逾期' },
  { value: 'broken', word: '没有兑现' },
];
const AT_ONCE = 15;

/** Promises of a division; of those that are still to be kept, the late ones on top. */
export function FollowUpsView({ code }: { code: string }) {
  const [shown, setShown] = useState<Shown>('todo');
  const [told, setTold] = useState<string | null>(null);
  const tell = (text: string): void => {
    setTold(text);
    scrollToTop();
  };
  return (
    <Box className="stack">
      {told !== null && <Notice tone="good">{told}</Notice>}
      <Chips
        label="哪些督办"
        options={SHOWN}
        value={shown}
        onChange={(value) => {
          setShown(value ?? shown);
          setTold(null);
        }}
      />
      {shown === 'todo' ? (
        <>
          <Overdue code={code} state="broken" title="拖得太久的" onTold={tell} />
          <Overdue code={code} state="late" title="逾期的" onTold={tell} />
          <Section title="在办的">
            <Promises code={code} state="on_time" onTold={tell} />
          </Section>
        </>
      ) : (
        <Promises key={shown} code={code} state={shown} onTold={tell} />
      )}
    </Box>
  );
}

interface ListProps {
  code: string;
  state: 'on_time' | 'kept' | 'late' | 'broken';
  onTold: (told: string) => void;
}

function Promises({ code, state, onTold }: ListProps) {
  const query = useDivisionPages<HallPromise>(code, 'follow-ups', { state });
  return (
    <PagedList
      query={query}
      keyOf={({ id }) => id}
      className="grid-approvals"
      most={AT_ONCE}
      skeleton={<Skeleton count={2} lines={4} />}
      empty={
        <Empty icon="flag" title="没有这样的督办" hint="议题生效以后，在议题里把说好的事一项项列出来。" />
      }
      render={(item) => <FollowUpCard followUp={item} topic={item.topic} withTopic onTold={onTold} />}
    />
  );
}

/** Those past their day that are still open; nothing where there are none. */
function Overdue({ code, state, title, onTold }: ListProps & { title: string }) {
  const query = useDivisionPages<HallPromise>(code, 'follow-ups', { state });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const open = items.filter(({ status }) => status === 'open');
  if (open.length === 0 && !query.hasNextPage) return null;
  return (
    <Section title={title}>
      <Box className="grid-approvals">
        {open.map((item) => (
          <FollowUpCard key={item.id} followUp={item} topic={item.topic} withTopic onTold={onTold} />
        ))}
      </Box>
      {query.hasNextPage && (
        <Button wide icon="down" busy={query.isFetchingNextPage} onTap={() => query.fetchNextPage()}>
          再看一些
        </Button>
      )}
    </Section>
  );
}
