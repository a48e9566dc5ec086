import type { ShiftWaitStatus } from '@jiefang/shared/volunteering';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, TextLink } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { Tag, type Tone } from '@/components/Tag';
import type { ShiftWait } from '@/lib/api/volunteering';
import { open, openTab } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useRefresh } from '@/lib/useRefresh';
import { leaveShiftWait, useShiftWaits } from '../../api/claims';
import { placesChanged } from '../../api/tasks';

const LOOK: Record<ShiftWaitStatus, { tone: Tone; word: string }> = {
  waiting: { tone: 'wait', word: '候补中' },
  promoted: { tone: 'good', word: '轮到了' },
  expired: { tone: 'plain', word: '没有轮到' },
  left: { tone: 'plain', word: '已退出' },
  refused: { tone: 'bad', word: '没有认领上' },
};

/** The shifts the reader queues for; `fresh` is the place in a queue just taken. */
export function WaitList({ fresh }: { fresh: string | undefined }) {
  const waits = useShiftWaits();
  useRefresh(() => waits.refetch());
  return (
    <Box className="stack">
      {fresh !== undefined && (
        <Notice tone="good">
          <Text className="strong block">已排上候补</Text>
          <Text className="block">有人让出就按顺序轮到你，替你认领好，结果会发到「消息」里。</Text>
        </Notice>
      )}
      <QueryState
        query={waits}
        skeleton={<Skeleton count={2} lines={3} />}
        isEmpty={(data) => data.items.length === 0}
        empty={
          <Empty
            icon="queue"
            title="没有排候补"
            hint="想去的班次满了时，可以在任务页里排候补。"
            action={<Button onTap={() => openTab('volunteer')}>看看任务</Button>}
          />
        }
      >
        {(data) => (
          <Box className="grid-2">
            {data.items.map((wait) => (
              <WaitCard key={wait.id} wait={wait} />
            ))}
          </Box>
        )}
      </QueryState>
    </Box>
  );
}

function WaitCard({ wait }: { wait: ShiftWait }) {
  const leave = useAction(leaveShiftWait, placesChanged);
  const { tone, word } = LOOK[wait.status];
  return (
    <Card testId="shift-wait">
      <Box className="stack stack-2">
        <Box className="row row-between row-wrap">
          <Text className="t17 strong num nowrap">{spokenRange(wait.startsAt, wait.endsAt)}</Text>
          <Tag tone={tone}>{word}</Tag>
        </Box>
        <Text className="block">{wait.task.title}</Text>
        <Text className="t13 quiet block">{wait.task.placeName}</Text>
        {wait.position !== null && (
          <Text className="block">
            {wait.position === 1
              ? '你排在第 1 位，有人让出就轮到你。'
              : `你排在第 ${wait.position} 位，前面还有 ${wait.position - 1} 人。`}
          </Text>
        )}
        {wait.refusedReason !== null && <Text className="block">{wait.refusedReason}</Text>}
        {wait.claimId === null ? (
          <TextLink onTap={() => open('pages-volunteer/task', { id: wait.task.id, shift: wait.shiftId })}>
            看任务
          </TextLink>
        ) : (
          <TextLink onTap={() => open('pages-volunteer/claim', { id: wait.claimId })}>看我的任务</TextLink>
        )}
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
