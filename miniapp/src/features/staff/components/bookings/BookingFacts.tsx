import type { BookingChannel } from '@jiefang/shared/bookings';
import { Box, Text } from '@/components/base';
import { NamedFact } from '@/components/desk/NamedFact';
import { StatusChip } from '@/components/StatusChip';
import { spokenRange } from '@/lib/time';
import type { BoardBooking } from '../../api/types';

/** How a booking came in. */
const CHANNEL_WORDS: Record<BookingChannel, string> = {
  app: '自己在线约的',
  waitlist: '候补补上的',
  phone: '电话代约',
  counter: '窗口代约',
};

/** Who uses a room when and what for. */
export function BookingFacts({
  booking,
  venueName,
}: {
  booking: BoardBooking;
  venueName?: string | undefined;
}) {
  return (
    <Box className="stack stack-1">
      <Box className="row row-between row-wrap">
        <Text className="t17 strong num nowrap">{spokenRange(booking.startsAt, booking.endsAt)}</Text>
        <StatusChip of="booking" status={booking.status} />
      </Box>
      {venueName !== undefined && <NamedFact name="场地">{venueName}</NamedFact>}
      <NamedFact name="预约人">
        {[booking.personName, booking.phoneMasked].filter(Boolean).join('  ')}
      </NamedFact>
      <NamedFact name="用途">{booking.purpose}</NamedFact>
      <NamedFact name="人数">{`${booking.attendees} 人`}</NamedFact>
      <NamedFact name="方式">{CHANNEL_WORDS[booking.channel]}</NamedFact>
      {booking.statusReason !== null && booking.statusReason !== '' && (
        <NamedFact name="说明">{booking.statusReason}</NamedFact>
      )}
    </Box>
  );
}
