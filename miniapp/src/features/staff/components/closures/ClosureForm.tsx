import { addDays, instantAt, shanghaiDay } from '@jiefang/shared/time';
import { useState, type ReactNode } from 'react';
import { Box, Input, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Field } from '@/components/Field';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { close, previewClosure, useStaffCentre, type ClosureWish } from '../../api/catalogue';
import { refreshDesk } from '../../api/desk';
import type { ClosureDone, PlacedBooking } from '../../api/types';
import { CLOSURE_REASONS } from '../bookings/reasons';
import { ChoiceField } from '@/components/ChoiceField';
import { ReasonField } from '@/components/desk/ReasonField';
import { TimeField } from '@/components/desk/TimeField';

const WHOLE = '';

interface Typed {
  venueId: string;
  fromDay: string;
  /** Minutes since midnight. */
  fromMinute: number;
  toDay: string;
  toMinute: number;
  reason: string;
}

/** Closes in two steps: first which bookings it would cancel, then doing it. */
export function ClosureForm({
  centreId,
  onDone,
}: {
  centreId: string;
  onDone: (done: ClosureDone | null) => void;
}) {
  const tomorrow = addDays(shanghaiDay(useNow()), 1);
  const blank: Typed = {
    venueId: WHOLE,
    fromDay: tomorrow,
    fromMinute: 8 * 60,
    toDay: tomorrow,
    toMinute: 22 * 60,
    reason: '',
  };
  const [typed, setTyped] = useState(blank);
  const centre = useStaffCentre(centreId);
  const preview = useAction((wish: ClosureWish) => previewClosure(centreId, wish));
  const confirm = useAction(
    (wish: ClosureWish, key) => close(centreId, wish, key),
    async (done) => {
      onDone(done);
      setTyped(blank);
      preview.reset();
      await refreshDesk();
    },
  );
  const edit =
    <Field extends keyof Typed>(field: Field) =>
    (value: Typed[Field]): void => {
      setTyped((current) => ({ ...current, [field]: value }));
      // What was looked at is no longer what would happen.
      preview.reset();
      confirm.reset();
      onDone(null);
    };
  const wish = wishOf(typed);
  return (
    <QueryState query={centre}>
      {({ venues }) => (
        <Card>
          <Box className="stack stack-3">
            <ChoiceField
              label="关哪里"
              options={[
                { value: WHOLE, word: '全馆' },
                ...venues.map((venue) => ({ value: venue.id, word: venue.name })),
              ]}
              value={typed.venueId}
              onChange={edit('venueId')}
            />
            <Field label="从">
              <Box className="when">
                <Input kind="date" label="开始的日期" value={typed.fromDay} onInput={edit('fromDay')} />
                <TimeField label="开始的时间" value={typed.fromMinute} onChange={edit('fromMinute')} />
              </Box>
            </Field>
            <Field label="到" error={wish === null ? '结束要晚于开始。' : undefined}>
              <Box className="when">
                <Input
                  kind="date"
                  label="结束的日期"
                  value={typed.toDay}
                  onInput={edit('toDay')}
                  min={typed.fromDay}
                />
                <TimeField label="结束的时间" value={typed.toMinute} onChange={edit('toMinute')} />
              </Box>
            </Field>
            <ReasonField
              ready={CLOSURE_REASONS}
              value={typed.reason}
              onChange={edit('reason')}
              hint="居民会看到这句话。"
            />
            {preview.error && <Refusal error={preview.error} />}
            {preview.result === undefined || wish === null ? (
              <Button
                wide
                icon="eye"
                disabled={wish === null || typed.reason.trim().length < 2}
                onTap={() => (wish === null ? undefined : preview.run(wish))}
                testId="closure-preview"
              >
                看看会影响谁
              </Button>
            ) : (
              <Affected bookings={preview.result} wish={wish}>
                {confirm.error && <Refusal error={confirm.error} />}
                <Button
                  kind="danger"
                  wide
                  icon="ban"
                  onTap={() => confirm.run(wish)}
                  testId="closure-confirm"
                >
                  {preview.result.length === 0
                    ? '确认闭馆'
                    : `确认闭馆，取消并通知 ${preview.result.length} 个预约`}
                </Button>
              </Affected>
            )}
          </Box>
        </Card>
      )}
    </QueryState>
  );
}

function Affected(props: { bookings: readonly PlacedBooking[]; wish: ClosureWish; children: ReactNode }) {
  const { bookings, wish, children } = props;
  return (
    <Box className="stack stack-2" testId="closure-affected">
      <Box className="rule" />
      <Text className="strong block">{spokenRange(wish.startsAt, wish.endsAt)}</Text>
      <Text className="block">
        {bookings.length === 0
          ? '这段时间没有预约，不会影响谁。'
          : `会取消下面 ${bookings.length} 个预约，并通知本人：`}
      </Text>
      {bookings.map((booking) => (
        <Box key={booking.id} className="row row-between t13">
          <Text className="num nowrap">{spokenRange(booking.startsAt, booking.endsAt)}</Text>
          <Text className="clip quiet">{`${booking.venue.name} · ${booking.personName} · ${booking.purpose}`}</Text>
        </Box>
      ))}
      {children}
    </Box>
  );
}

/** What was typed as a wish; null while the end is not after the start. */
function wishOf({ venueId, fromDay, fromMinute, toDay, toMinute, reason }: Typed): ClosureWish | null {
  if (fromDay === '' || toDay === '') return null;
  const startsAt = instantAt(fromDay, fromMinute);
  const endsAt = instantAt(toDay, toMinute);
  if (endsAt <= startsAt) return null;
  return {
    venueId: venueId === WHOLE ? null : venueId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    reason: reason.trim(),
  };
}
