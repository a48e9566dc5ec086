import { addDays, daysBetween, shanghaiDay, shanghaiMinute, spokenDay } from '@jiefang/shared/time';
import type { Permission } from '@jiefang/shared/permissions';
import { useState } from 'react';
import { Box, Input, Text } from '@/components/base';
import { DayStrip } from '@/components/DayStrip';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { open } from '@/lib/navigate';
import { monthAndDay } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useBoard } from '../../api/bookings';
import type { Board, BoardBooking, BoardVenue } from '../../api/types';
import { useWide } from '@/lib/useWide';
import { BookingSheet } from '../bookings/BookingSheet';
import { BoardGrid } from './BoardGrid';
import { BoardList } from './BoardList';

const DAYS_AHEAD = 14;
/** With yesterday a week: one line of a wide window. */
const DAYS_AHEAD_WIDE = 5;

interface Props {
  centreId: string;
  permissions: readonly Permission[];
  /** Day to begin with, 'YYYY-MM-DD'; today by default. */
  date?: string | undefined;
}

/** Who uses which room of a centre when, day by day. */
export function BoardView({ centreId, permissions, date }: Props) {
  const today = shanghaiDay(useNow());
  const wide = useWide();
  const [day, setDay] = useState(date ?? today);
  return (
    <>
      <Box className="stack stack-2">
        <DayStrip
          firstDay={addDays(today, -1)}
          lastDay={addDays(today, wide ? DAYS_AHEAD_WIDE : DAYS_AHEAD)}
          today={today}
          value={day}
          onChange={setDay}
        />
        <Box className="row row-between row-wrap">
          <Text className="t17 strong">{dayInWords(day, today)}</Text>
          <Box className="other-day">
            <Input
              kind="date"
              label="看别的日子"
              value={day}
              onInput={(value) => value !== '' && setDay(value)}
            />
          </Box>
        </Box>
      </Box>
      <DayBoard centreId={centreId} date={day} permissions={permissions} />
    </>
  );
}

/** 今天（11月22日）, or the date alone where that is how the day is said. */
function dayInWords(day: string, today: string): string {
  const said = spokenDay(day, today);
  return said.endsWith('日') && said !== '周日' ? said : `${said}（${monthAndDay(day)}）`;
}

/** One day of a centre: a grid on a wide window, a list on a phone. */
export function DayBoard({
  centreId,
  date,
  permissions,
}: {
  centreId: string;
  date: string;
  permissions: readonly Permission[];
}) {
  const query = useBoard(centreId, date);
  return (
    <QueryState
      query={query}
      skeleton={<Skeleton count={3} lines={4} />}
      isEmpty={(board) => board.venues.length === 0}
      empty={
        <Empty icon="door" title="这个中心还没有场地" hint="在“场地与规则”里新建一间，日程就会出现在这里。" />
      }
    >
      {(board) => <Day board={board} mayBook={permissions.includes('bookings.desk')} />}
    </QueryState>
  );
}

function Day({ board, mayBook }: { board: Board; mayBook: boolean }) {
  const wide = useWide();
  const now = useNow();
  // Kept as it was tapped: a booking that was refused or cancelled leaves the board while its sheet says so.
  const [shown, setShown] = useState<{ venue: BoardVenue; booking: BoardBooking } | null>(null);
  const taps = {
    onBooking: (venue: BoardVenue, id: string) => {
      const booking = venue.bookings.find((candidate) => candidate.id === id);
      if (booking !== undefined) setShown({ venue, booking });
    },
    onFree: mayBook
      ? ({ id }: BoardVenue, start: number) =>
          open('pages-staff/desk-booking', { id: board.centre.id, venue: id, date: board.date, start })
      : undefined,
  };
  const minute = minuteNow(board.date, now);
  return (
    <>
      {wide ? (
        <BoardGrid board={board} now={minute} {...taps} />
      ) : (
        <BoardList board={board} now={minute} {...taps} />
      )}
      {shown && (
        <BookingSheet
          key={shown.booking.id}
          booking={shown.booking}
          venueName={`${board.centre.name} ${shown.venue.name}`}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

function minuteNow(date: string, now: Date): number {
  const distance = daysBetween(shanghaiDay(now), date);
  if (distance === 0) return shanghaiMinute(now);
  return distance > 0 ? 0 : 1440;
}
