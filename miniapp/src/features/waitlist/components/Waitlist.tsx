import type { WaitlistStatus } from '@jiefang/shared/bookings';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, TextLink } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { Tag, type Tone } from '@/components/Tag';
import type { WaitlistEntry } from '@/lib/api/types';
import { open, openTab } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useRefresh } from '@/lib/useRefresh';
import { leaveWaitlist, useWaitlist, waitlistChanged } from '../api/waitlist';

const LOOK: Record<WaitlistStatus, { tone: Tone; word: string }> = {
  waiting: { tone: 'wait', word: '候补中' },
  promoted: { tone: 'good', word: '轮到了' },
  expired: { tone: 'plain', word: '没有轮到' },
  cancelled: { tone: 'plain', word: '已退出' },
  refused: { tone: 'bad', word: '没有约上' },
};

/** The reader's places in queues; `fresh` is the entry just made. */
export function Waitlist({ fresh }: { fresh: string | undefined }) {
  const waitlist = useWaitlist();
  useRefresh(() => waitlist.refetch());
  return (
    <Box className="stack">
      {fresh !== undefined && (
        <Notice tone="good">
          <Text className="strong block">已排上候补</Text>
          <Text className="block">有人让出这个时段就按顺序轮到你，结果会发到「消息」里。</Text>
        </Notice>
      )}
      <QueryState
        query={waitlist}
        skeleton={<Skeleton count={2} lines={3} />}
        isEmpty={(data) => data.items.length === 0}
        empty={
          <Empty
            icon="queue"
            title="没有排候补"
            hint="想要的时段被约走时，可以在场地页里排候补。"
            action={<Button onTap={() => openTab('venues')}>看看场地</Button>}
          />
        }
      >
        {(data) => (
          <Box className="grid-2">
            {data.items.map((entry) => (
              <EntryCard key={entry.id} entry={entry} />
            ))}
          </Box>
        )}
      </QueryState>
    </Box>
  );
}

function EntryCard({ entry }: { entry: WaitlistEntry }) {
  const leave = useAction(leaveWaitlist, waitlistChanged);
  const { tone, word } = LOOK[entry.status];
  return (
    <Card testId="waitlist-entry">
      <Box className="stack stack-2">
        <Box className="row row-between row-wrap">
          <Text className="t17 strong num nowrap">{spokenRange(entry.startsAt, entry.endsAt)}</Text>
          <Tag tone={tone}>{word}</Tag>
        </Box>
        <Text className="block">
          {entry.venue.name} · {entry.purpose}
        </Text>
        <Text className="t13 quiet block">{entry.centre.name}</Text>
        {entry.position !== null && <Text className="block">{position(entry.position)}</Text>}
        {entry.refusedReason !== null && <Text className="block">{entry.refusedReason}</Text>}
        {entry.bookingId !== null && (
          <TextLink onTap={() => open('pages-venues/booking', { id: entry.bookingId })}>看预约</TextLink>
        )}
        {leave.error !== null && <Refusal error={leave.error} />}
        <Can do="leave" among={entry.actions}>
          <Button icon="exit" onTap={() => leave.run(entry.id)}>
            不等了
          </Button>
        </Can>
      </Box>
    </Card>
  );
}

function position(place: number): string {
  return place === 1
    ? '你排在第 1 位，有人让出就轮到你。'
    : `你排在第 ${place} 位，前面还有 ${place - 1} 人。`;
}
