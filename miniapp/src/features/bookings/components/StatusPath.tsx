import { BOOKING_STATUS_WORDS, type BookingStatus } from '@jiefang/shared/bookings';
import { Steps, type Step } from '@/components/Steps';
import type { Booking } from '@/lib/api/types';

const MAIN_PATH: BookingStatus[] = ['pending', 'confirmed', 'checked_in', 'completed'];

/** Where a booking has been, with times, and where it goes from here. */
export function StatusPath({ booking: { status, timeline } }: { booking: Booking }) {
  const reached = MAIN_PATH.indexOf(status);
  const taken = timeline.map((step, index): Step => {
    const last = index === timeline.length - 1;
    return {
      word: !last && step.status === 'pending' ? '已提交' : BOOKING_STATUS_WORDS[step.status],
      at: step.at,
      note: step.note,
      icon: last && reached === -1 ? 'close' : 'check',
    };
  });
  const ahead = reached === -1 ? [] : MAIN_PATH.slice(reached + 1);
  return (
    <Steps steps={[...taken, ...ahead.map((next) => ({ word: BOOKING_STATUS_WORDS[next], at: null }))]} />
  );
}
