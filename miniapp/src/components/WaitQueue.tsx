import type { ReactNode } from 'react';
import { openTab, type TabName } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import type { Action } from '@/lib/useAction';
import { useRefresh } from '@/lib/useRefresh';
import { Box, Text } from './base';
import { Button } from './Button';
import { Can } from './Can';
import { Card } from './Card';
import { Notice } from './Notice';
import { Empty, QueryState, type Asked } from './QueryState';
import { Refusal } from './Refusal';
import { Skeleton } from './Skeleton';
import { Tag, type Tone } from './Tag';

interface QueueProps<Wait> {
  query: Asked<{ items: Wait[] }>;
  /** What happens next, told when a place was taken just now. */
  told: string | null;
  /** What one may queue for, and the tab where that is. */
  empty: { hint: string; action: string; tab: TabName };
  children: (wait: Wait) => ReactNode;
}

/** The reader's places in queues. */
export function WaitQueue<Wait>({ query, told, empty, children }: QueueProps<Wait>) {
  useRefresh(() => query.refetch());
  return (
    <Box className="stack">
      {told !== null && (
        <Notice tone="good">
          <Text className="strong block">已排上候补</Text>
          <Text className="block">{told}</Text>
        </Notice>
      )}
      <QueryState
        query={query}
        skeleton={<Skeleton count={2} lines={3} />}
        isEmpty={(data) => data.items.length === 0}
        empty={
          <Empty
            icon="queue"
            title="没有排候补"
            hint={empty.hint}
            action={<Button onTap={() => openTab(empty.tab)}>{empty.action}</Button>}
          />
        }
      >
        {(data) => <Box className="grid-2">{data.items.map(children)}</Box>}
      </QueryState>
    </Box>
  );
}

type WaitStatus = 'waiting' | 'promoted' | 'expired' | 'left' | 'refused';

const LOOK: Record<Exclude<WaitStatus, 'refused'>, { tone: Tone; word: string }> = {
  waiting: { tone: 'wait', word: '候补中' },
  promoted: { tone: 'good', word: '轮到了' },
  expired: { tone: 'plain', word: '没有轮到' },
  left: { tone: 'plain', word: '已退出' },
};

interface CardProps {
  wait: {
    id: string;
    startsAt: string;
    endsAt: string;
    position: number | null;
    refusedReason: string | null;
    actions: readonly string[];
  };
  status: WaitStatus;
  /** When the turn came and it was not allowed. */
  refusedWord: string;
  what: string;
  where: string;
  leave: Action<string, unknown>;
  /** Where to read on. */
  link: ReactNode;
  testId: string;
}

/** One place in a queue: what for, how far ahead, and the way out. */
export function WaitCard({ wait, status, refusedWord, what, where, leave, link, testId }: CardProps) {
  const { tone, word } = status === 'refused' ? { tone: 'bad' as const, word: refusedWord } : LOOK[status];
  return (
    <Card testId={testId}>
      <Box className="stack stack-2">
        <Box className="row row-between row-wrap">
          <Text className="t17 strong num nowrap">{spokenRange(wait.startsAt, wait.endsAt)}</Text>
          <Tag tone={tone}>{word}</Tag>
        </Box>
        <Text className="block">{what}</Text>
        <Text className="t13 quiet block">{where}</Text>
        {wait.position !== null && <Text className="block">{ahead(wait.position)}</Text>}
        {wait.refusedReason !== null && <Text className="block">{wait.refusedReason}</Text>}
        {link}
        {leave.error !== null && <Refusal error={leave.error} />}
        <Can do="leave" among={wait.actions}>
          <Button icon="exit" onTap={() => leave.run(wait.id)}>
            不等了
          </Button>
        </Can>
      </Box>
    </Card>
  );
}

function ahead(position: number): string {
  return position === 1
    ? '你排在第 1 位，有人让出就轮到你。'
    : `你排在第 ${position} 位，前面还有 ${position - 1} 人。`;
}
