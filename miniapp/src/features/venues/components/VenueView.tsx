import { shanghaiDay } from '@jiefang/shared/time';
import { useEffect } from 'react';
import { Box, showElement, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Section } from '@/components/Card';
import { DayStrip } from '@/components/DayStrip';
import { QueryState } from '@/components/QueryState';
import { GridSkeleton } from '@/components/Skeleton';
import { DayOver, isOver } from '@/components/unit-grid/DayOver';
import { UnitGrid, UnitLegend } from '@/components/unit-grid/UnitGrid';
import type { Venue, VenueDay } from '@/lib/api/types';
import { useSignedIn } from '@/lib/session';
import { useNow } from '@/lib/useNow';
import { useDaySummaries, useVenueDay } from '../api/venues';
import type { BookingDraft } from '../hooks/useBookingDraft';
import { BookingForm, BookingRefusal } from './BookingForm';
import { ClosureNotice } from './ClosureNotice';
import { NotBookable, VenueFacts, VenueRules } from './VenueFacts';
import './venue.scss';

const FORM_ID = 'booking-form';
const REFUSAL_ID = 'booking-refusal';

/** A venue: facts, a day's units, the booking form and the rules. */
export function VenueView({
  venue,
  draft,
  onQueue,
}: {
  venue: Venue;
  draft: BookingDraft;
  onQueue: () => void;
}) {
  const today = shanghaiDay(useNow());
  const signedIn = useSignedIn();
  const summaries = useDaySummaries(venue.id, venue.firstDay, venue.lastDay);
  const { refusal } = venue.bookable;
  const { error, purposeMissing } = draft;
  useEffect(() => {
    if (error !== null) showElement(REFUSAL_ID);
    else if (purposeMissing) showElement(FORM_ID);
  }, [error, purposeMissing]);
  return (
    <>
      <VenueFacts venue={venue} />
      {signedIn && refusal !== null && <NotBookable refusal={refusal} venue={venue} />}
      <Box className="columns">
        <Section title="选时间" more={<UnitLegend />}>
          <DayStrip
            firstDay={venue.firstDay}
            lastDay={venue.lastDay}
            today={today}
            value={draft.date}
            onChange={draft.setDate}
            summaries={summaries.data}
          />
          <DayUnits venue={venue} draft={draft} />
        </Section>
        <Box className="stack stack-6">
          {draft.run !== null && (
            <Box domId={FORM_ID}>
              <BookingForm venue={venue} draft={draft} today={today} />
            </Box>
          )}
          {draft.error !== null && (
            <Box domId={REFUSAL_ID}>
              <BookingRefusal error={draft.error} draft={draft} onQueue={onQueue} />
            </Box>
          )}
          <VenueRules venue={venue} />
        </Box>
      </Box>
    </>
  );
}

function DayUnits({ venue, draft }: { venue: Venue; draft: BookingDraft }) {
  const day = useVenueDay(venue.id, draft.date);
  return (
    <QueryState
      query={day}
      skeleton={<GridSkeleton />}
      isEmpty={(data) => isOver(data.units)}
      empty={
        <>
          {day.data?.closures.map((closure) => (
            <ClosureNotice key={closure.id} closure={closure} />
          ))}
          <DayOver units={day.data?.units ?? []} />
        </>
      }
    >
      {(data) => (
        <>
          {data.closures.map((closure) => (
            <ClosureNotice key={closure.id} closure={closure} />
          ))}
          <UnitGrid
            units={data.units}
            value={draft.run}
            onChange={draft.setRun}
            unitMinutes={venue.unitMinutes}
            minMinutes={venue.policy.minMinutes}
            maxMinutes={venue.policy.maxMinutes}
            takes={draft.waiting ? ['taken', 'cleaning'] : []}
          />
          <Waiting day={data} draft={draft} />
        </>
      )}
    </QueryState>
  );
}

/** Lets the reader queue for a run that is taken. */
function Waiting({ day, draft }: { day: VenueDay; draft: BookingDraft }) {
  if (!day.units.some((unit) => unit.state === 'taken')) return null;
  return (
    <Box className="venue-waiting">
      <Text className="t13 quiet grow">
        {draft.waiting
          ? '点你想要的时段，包括已约的。有人让出来就按顺序轮到你。'
          : `想要的时段被约了？${day.waitlistCount > 0 ? `已有 ${day.waitlistCount} 人在候补。` : '可以排候补。'}`}
      </Text>
      <Button small icon={draft.waiting ? 'back' : 'queue'} onTap={() => draft.setWaiting(!draft.waiting)}>
        {draft.waiting ? '改回预约' : '选候补时段'}
      </Button>
    </Box>
  );
}
