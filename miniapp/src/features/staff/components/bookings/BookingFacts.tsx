import type { BookingChannel } from '@jiefang/shared/bookings';
import { Box, Text } from '@/components/base';
import { StatusChip } from '@/components/Tag';
import { spokenRange } from '@/lib/time';
import type { BoardBooking } from '../../api/types';

/** How a booking came in. */
const CHANNEL_WORDS: Record<BookingChannel, string> = {
  app: '自己在线约的',
  waitlist: '候补补上的',
  phone: '电话代约',
  counter: '窗口代约',
};

/** One fact with its name. */
export function Fact({ name, children }: { name: string; children: string }) {
  return (
    <Box className="row row-top fact">
      <Text className="quiet fixed fact-name">{name}</Text>
      <Text className="grow">{children}</Text>
    </Box>
  );
}

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
        <StatusChip status={booking.status} />
      </Box>
      {venueName !== undefined && <Fact name="场地">{venueName}</Fact>}
      <Fact name="预约人">{[booking.personName, booking.phoneMasked].filter(Boolean).join('  ')}</Fact>
      <Fact name="用途">{booking.purpose}</Fact>
      <Fact name="人数">{`${booking.attendees} 人`}</Fact>
      <Fact name="方式">{CHANNEL_WORDS[booking.channel]}</Fact>
      {booking.statusReason !== null && booking.statusReason !== '' && (
        <Fact name="说明">{booking.statusReason}</Fact>
      )}
    </Box>
  );
}
