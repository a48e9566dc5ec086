import type { BookingAction, BookingChannel } from '@jiefang/shared/bookings';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { actOnBooking, type BookingDeed } from '../../api/bookings';
import { refreshDesk } from '../../api/desk';
import type { BoardBooking } from '../../api/types';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { BookingFacts } from './BookingFacts';
import { CheckInForm } from './CheckInForm';
import { CANCEL_REASONS, REJECT_REASONS } from './reasons';

interface Props {
  booking: BoardBooking;
  venueName: string;
  onClose: () => void;
}

/** Steps that need a word more than one tap. */
type Step = 'reject' | 'cancel_for_centre' | 'check_in' | 'mark_no_show';

/** What was done, in words. */
const DONE: Record<BookingDeed['do'], string> = {
  approve: '已通过，对方会收到消息。',
  reject: '没有通过，原因已经告诉对方，时段已经放开。',
  cancel: '已取消，原因已经告诉对方，时段已经放开。',
  'mark-no-show': '已记为爽约，对方会收到消息。',
  'check-in': '签到好了。',
};

/** Who was booked for at the counter or by phone may have no phone that could tell them. */
function doneWord(deed: BookingDeed['do'], channel: BookingChannel): string {
  const onBehalf = channel === 'phone' || channel === 'counter';
  const freed = deed === 'reject' || deed === 'cancel';
  return onBehalf && freed ? `${DONE[deed]}这是代约的，请再打个电话说一声。` : DONE[deed];
}

/** One booking and what may be done about it now. */
export function BookingSheet({ booking, venueName, onClose }: Props) {
  const [step, setStep] = useState<Step | null>(null);
  const deed = useAction(
    (wish: BookingDeed, key) => actOnBooking(booking.id, wish, key),
    async (_result, wish) => {
      setStep(null);
      setDone(doneWord(wish.do, booking.channel));
      await refreshDesk();
    },
  );
  const [done, setDone] = useState<string | null>(null);
  const shown = deed.result ?? booking;
  const go = (next: Step): void => {
    deed.reset();
    setDone(null);
    setStep(next);
  };
  return (
    <Sheet title="预约" open onClose={onClose}>
      <BookingFacts booking={shown} venueName={venueName} />
      {done !== null && <Notice tone="good">{done}</Notice>}
      {step === null && (
        <>
          {deed.error && <Refusal error={deed.error} />}
          <Deeds actions={shown.actions} onStep={go} onApprove={() => deed.run({ do: 'approve' })} />
        </>
      )}
      {step === 'reject' && (
        <ReasonForm
          ready={REJECT_REASONS}
          hint="对方会看到这句话。"
          word="不通过"
          error={deed.error}
          onConfirm={(reason) => deed.run({ do: 'reject', reason })}
        />
      )}
      {step === 'cancel_for_centre' && (
        <ReasonForm
          ready={CANCEL_REASONS}
          hint="对方会看到这句话，这次不占对方的次数。"
          word="取消这个预约"
          error={deed.error}
          onConfirm={(reason) => deed.run({ do: 'cancel', reason })}
        />
      )}
      {step === 'check_in' && (
        <CheckInForm error={deed.error} onConfirm={(proof) => deed.run({ do: 'check-in', ...proof })} />
      )}
      {step === 'mark_no_show' && (
        <Box className="stack stack-3">
          <Text className="block">记为爽约后，对方会收到消息；次数多了会暂停在线预约，对方可以申诉。</Text>
          {deed.error && <Refusal error={deed.error} />}
          <Button kind="danger" wide onTap={() => deed.run({ do: 'mark-no-show' })}>
            确认记为爽约
          </Button>
        </Box>
      )}
      {step !== null && (
        <Button kind="quiet" wide onTap={() => setStep(null)}>
          先不办
        </Button>
      )}
    </Sheet>
  );
}

interface DeedsProps {
  actions: readonly BookingAction[];
  onStep: (step: Step) => void;
  onApprove: () => Promise<unknown>;
}

function Deeds({ actions, onStep, onApprove }: DeedsProps) {
  return (
    <Box className="stack stack-2">
      <Can do="check_in" among={actions}>
        <Button kind="primary" wide icon="door" onTap={() => onStep('check_in')}>
          办理签到
        </Button>
      </Can>
      <Can do="approve" among={actions}>
        <Button kind="primary" wide icon="check" onTap={onApprove}>
          通过
        </Button>
      </Can>
      <Can do="reject" among={actions}>
        <Button kind="danger" wide icon="ban" onTap={() => onStep('reject')}>
          不通过…
        </Button>
      </Can>
      <Can do="mark_no_show" among={actions}>
        <Button wide icon="alert" onTap={() => onStep('mark_no_show')}>
          记为爽约…
        </Button>
      </Can>
      <Can do="cancel_for_centre" among={actions}>
        <Button wide icon="close" onTap={() => onStep('cancel_for_centre')}>
          取消这个预约…
        </Button>
      </Can>
    </Box>
  );
}
