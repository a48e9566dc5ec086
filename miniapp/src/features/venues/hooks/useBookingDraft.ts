import { instantAt, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { useState } from 'react';
import type { MinuteRun } from '@/components/unit-grid/selection';
import type { Booking, Run, SubscribeTemplate, Venue, WaitlistEntry } from '@/lib/api/types';
import { queryClient } from '@/lib/query';
import { askToRemind } from '@/lib/subscribe';
import { useAction } from '@/lib/useAction';
import { createBooking, joinWaitlist, type BookingWish } from '../api/venues';

/** A run in minutes of a Shanghai day. */
interface DayRun extends MinuteRun {
  date: string;
}

/** Everything a booking changes. */
async function forgetStale(): Promise<void> {
  await Promise.all(
    ['home', 'venue', 'venue-day', 'venue-days', 'bookings', 'waitlist', 'centre'].map((name) =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
}

/** What the reader is putting together on a venue's page: a day, a run, what for, how many; and sending it. */
export function useBookingDraft(venue: Venue, firstDate: string, templates: readonly SubscribeTemplate[]) {
  const [date, setDate] = useState(firstDate);
  const [run, setRun] = useState<MinuteRun | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [attendees, setAttendees] = useState(Math.min(4, venue.capacity));
  const [purposeMissing, setPurposeMissing] = useState(false);

  const booking = useAction<BookingWish, Booking>(createBooking, forgetStale);
  const queueing = useAction<BookingWish, WaitlistEntry>(joinWaitlist, forgetStale);
  const forget = (): void => {
    booking.reset();
    queueing.reset();
  };

  /** The wish as it stands; null (and the missing part marked) while something is missing. */
  const wish = (chosen: DayRun | null): BookingWish | null => {
    const missing = purpose.trim() === '';
    setPurposeMissing(missing);
    if (missing || chosen === null) return null;
    return {
      venueId: venue.id,
      startsAt: instantAt(chosen.date, chosen.startMinute).toISOString(),
      endsAt: instantAt(chosen.date, chosen.endMinute).toISOString(),
      purpose: purpose.trim(),
      attendees,
    };
  };
  const present: DayRun | null = run === null ? null : { date, ...run };

  return {
    date,
    run,
    waiting,
    purpose,
    attendees,
    purposeMissing,
    busy: booking.busy || queueing.busy,
    error: booking.error ?? queueing.error,
    setAttendees,
    setPurpose: (text: string) => {
      setPurpose(text);
      setPurposeMissing(false);
    },
    setDate: (day: string) => {
      setDate(day);
      setRun(null);
      forget();
    },
    setRun: (chosen: MinuteRun | null) => {
      setRun(chosen);
      forget();
    },
    setWaiting: (on: boolean) => {
      setWaiting(on);
      setRun(null);
      forget();
    },
    /** Takes one of the free runs a refusal offered. */
    take: (offered: Run) => {
      const start = new Date(offered.startsAt);
      const startMinute = shanghaiMinute(start);
      const length = (Date.parse(offered.endsAt) - start.getTime()) / 60_000;
      setDate(shanghaiDay(start));
      setRun({ startMinute, endMinute: startMinute + length });
      setWaiting(false);
      forget();
    },
    /** Books; resolves to the booking, or undefined when something is missing or it was refused. */
    book: async (): Promise<Booking | undefined> => {
      const asked = wish(present);
      if (asked === null) return undefined;
      askToRemind(templates);
      const made = await booking.run(asked);
      if (made === undefined) await forgetStale();
      return made;
    },
    /** Queues for the chosen run. */
    queue: async (): Promise<WaitlistEntry | undefined> => {
      const asked = wish(present);
      if (asked === null) return undefined;
      askToRemind(templates);
      return queueing.run(asked);
    },
  };
}

export type BookingDraft = ReturnType<typeof useBookingDraft>;
