import type { BookingCard } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { Box, Text } from './base';
import { Card } from './Card';
import { Icon } from './Icon';
import { StatusChip } from './StatusChip';
import { Tag } from './Tag';
import './tiles.scss';

/** A booking at a glance; opens it. */
export function BookingTile({ booking }: { booking: BookingCard }) {
  const when = spokenRange(booking.startsAt, booking.endsAt);
  return (
    <Card
      className="tile"
      onTap={() => open('pages-venues/booking', { id: booking.id })}
      label={`${when} ${booking.venue.name}，${booking.purpose}`}
      testId="booking-tile"
    >
      <Box className="row row-between row-wrap">
        <Text className="t17 strong num nowrap">{when}</Text>
        <StatusChip of="booking" status={booking.status} />
      </Box>
      <Text className="t15 block">
        {booking.venue.name} · {booking.purpose}
      </Text>
      <Box className="row row-between">
        <Text className="t13 quiet clip">
          {booking.centre.name} · {booking.attendees} 人
        </Text>
        {booking.isCompanion && <Tag icon="people">同伴邀请</Tag>}
        <Icon name="next" className="quiet" />
      </Box>
      {booking.statusReason && <Text className="t13 block tile-reason">{booking.statusReason}</Text>}
    </Card>
  );
}
