import { TextLink } from '@/components/Card';
import { WaitCard, WaitQueue } from '@/components/WaitQueue';
import type { ShiftWait } from '@/lib/api/volunteering';
import { open } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { leaveShiftWait, useShiftWaits } from '../../api/claims';
import { placesChanged } from '../../api/tasks';

/** The shifts the reader queues for; `fresh` is the place in a queue just taken. */
export function WaitList({ fresh }: { fresh: string | undefined }) {
  return (
    <WaitQueue
      query={useShiftWaits()}
      told={fresh === undefined ? null : '有人让出就按顺序轮到你，替你认领好，结果会发到「消息」里。'}
      empty={{ hint: '想去的班次满了时，可以在任务页里排候补。', action: '看看任务', tab: 'volunteer' }}
    >
      {(wait) => <ShiftWaitCard key={wait.id} wait={wait} />}
    </WaitQueue>
  );
}

function ShiftWaitCard({ wait }: { wait: ShiftWait }) {
  const leave = useAction(leaveShiftWait, placesChanged);
  const { task, shiftId, claimId } = wait;
  return (
    <WaitCard
      wait={wait}
      status={wait.status}
      refusedWord="没有认领上"
      what={task.title}
      where={task.placeName}
      leave={leave}
      link={
        claimId === null ? (
          <TextLink onTap={() => open('pages-volunteer/task', { id: task.id, shift: shiftId })}>
            看任务
          </TextLink>
        ) : (
          <TextLink onTap={() => open('pages-volunteer/claim', { id: claimId })}>看我的任务</TextLink>
        )
      }
      testId="shift-wait"
    />
  );
}
