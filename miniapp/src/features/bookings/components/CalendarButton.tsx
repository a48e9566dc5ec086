import { useState } from 'react';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import type { Booking } from '@/lib/api/types';
import { addToCalendar } from '@/lib/calendar';
import { isWeapp } from '@/lib/platform';

const DONE = isWeapp ? '已加到日历' : '日历文件已下载，打开就能加上';

/** Puts the booking into the phone's calendar, or downloads it as a calendar file in a browser. */
export function CalendarButton({ booking }: { booking: Booking }) {
  const [added, setAdded] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const add = async (): Promise<void> => {
    setError(null);
    try {
      setAdded(await addToCalendar(booking));
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <>
      <Button wide icon={added ? 'check' : 'calendar'} onTap={add} testId="calendar">
        {added ? DONE : '加到日历'}
      </Button>
      {error !== null && <Refusal error={error} />}
    </>
  );
}
