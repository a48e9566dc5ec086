import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { StatusChip } from '@/components/StatusChip';
import { clock } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useBoard } from '../../api/bookings';
import type { Board, PlacedBooking } from '../../api/types';
import { holds } from '../board/lanes';
import { BookingSheet } from '../bookings/BookingSheet';
import '../board/board.scss';

const MANY = 6;

/** The next bookings of a centre's day, for a phone. */
export function ComingUp({ centreId, date }: { centreId: string; date: string }) {
  const query = useBoard(centreId, date);
  const now = useNow();
  const [shown, setShown] = useState<PlacedBooking | null>(null);
  return (
    <>
      <QueryState query={query} skeleton={<Skeleton lines={4} />}>
        {(board) => {
          const next = nextOf(board, now);
          if (next.length === 0)
            return <Empty icon="calendar" title="今天没有别的预约了" hint="有人来电话，可以直接代约。" />;
          return (
            <Card className="card-flush">
              {next.slice(0, MANY).map((booking) => (
                <Tap key={booking.id} className="day-line" onTap={() => setShown(booking)}>
                  <Text className="t17 strong num fixed">{clock(booking.startsAt)}</Text>
                  <Box className="grow">
                    <Text className="t15 clip block">{`${booking.venue.name} · ${booking.personName}`}</Text>
                    <Text className="t13 quiet clip block">{booking.purpose}</Text>
                  </Box>
                  <StatusChip of="booking" status={booking.status} />
                </Tap>
              ))}
              {next.length > MANY && (
                <Box className="day-line t13 quiet">还有 {next.length - MANY} 个，在日程里看。</Box>
              )}
            </Card>
          );
        }}
      </QueryState>
      {shown && (
        <BookingSheet
          key={shown.id}
          booking={shown}
          venueName={shown.venue.name}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

/** Bookings that are going on or still to come, the earliest first. */
function nextOf(board: Board, now: Date): PlacedBooking[] {
  return board.venues
    .flatMap(({ id, name, bookings }) => bookings.map((booking) => ({ ...booking, venue: { id, name } })))
    .filter(
      (booking) =>
        holds(booking) && booking.status !== 'completed' && Date.parse(booking.endsAt) > now.getTime(),
    )
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}
