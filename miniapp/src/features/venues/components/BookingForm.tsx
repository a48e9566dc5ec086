import { spokenDay } from '@jiefang/shared/time';
import { spokenMinutes } from '@jiefang/shared/venues';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Chips } from '@/components/Choice';
import { Stepper, TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import type { Run, Venue } from '@/lib/api/types';
import { minuteRange, spokenRange } from '@/lib/time';
import type { BookingDraft } from '../hooks/useBookingDraft';

/** Purposes most people have, to save typing. */
const USUAL = ['开会', '排练', '下棋打牌', '学习', '聚会'].map((word) => ({ value: word, word }));
const PURPOSE_MAX = 60;

/** What the run is for, and for how many. */
export function BookingForm({ venue, draft, today }: { venue: Venue; draft: BookingDraft; today: string }) {
  if (draft.run === null) return null;
  const { startMinute, endMinute } = draft.run;
  return (
    <Section title={draft.waiting ? '排候补' : '预约信息'}>
      <Card>
        <Box className="stack">
          <Box className="row row-between">
            <Text className="t17 strong num">
              {spokenDay(draft.date, today)} {minuteRange(startMinute, endMinute)}
            </Text>
            <Text className="quiet">{spokenMinutes(endMinute - startMinute)}</Text>
          </Box>
          <TextField
            label="用来做什么"
            value={draft.purpose}
            onInput={draft.setPurpose}
            maxLength={PURPOSE_MAX}
            placeholder="如：合唱队排练"
            error={draft.purposeMissing ? '写一下用来做什么，一两个字也行。' : undefined}
          />
          <Chips
            label="常用的用途"
            options={USUAL}
            value={USUAL.find((usual) => usual.value === draft.purpose)?.value ?? null}
            onChange={(word) => draft.setPurpose(word ?? '')}
          />
          <Stepper
            label="人数"
            unit="人"
            value={draft.attendees}
            onChange={draft.setAttendees}
            min={1}
            max={venue.capacity}
            hint={`最多 ${venue.capacity} 人`}
          />
        </Box>
      </Card>
    </Section>
  );
}

/** What a refused booking brings along: free runs of the same length, and whether one may queue. */
interface Offer {
  alternatives?: Run[];
  canWait?: boolean;
}

/** Why it was refused, and the ways on: another time, or the waitlist. */
export function BookingRefusal({
  error,
  draft,
  onQueue,
}: {
  error: ApiError;
  draft: BookingDraft;
  onQueue: () => void;
}) {
  const offer = (error.body ?? {}) as Offer;
  const alternatives = offer.alternatives ?? [];
  return (
    <Refusal error={error}>
      {alternatives.map((run) => (
        <Button key={run.startsAt} small icon="clock" onTap={() => draft.take(run)}>
          {`改约 ${spokenRange(run.startsAt, run.endsAt)}`}
        </Button>
      ))}
      {offer.canWait && (
        <Button small icon="queue" onTap={onQueue}>
          排候补
        </Button>
      )}
    </Refusal>
  );
}
