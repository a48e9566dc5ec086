import { BOOKING_STATUS_WORDS, type BookingStatus } from '@jiefang/shared/bookings';
import { Box, Text } from './base';
import { Icon, type IconName } from './Icon';
import './tag.scss';

export type Tone = 'good' | 'wait' | 'bad' | 'plain' | 'free';

/** A short word about something; `tone` colours it, the word and icon carry the meaning. */
export function Tag({ children, tone = 'plain', icon }: { children: string; tone?: Tone; icon?: IconName }) {
  return (
    <Box className={`tag tag-${tone}`}>
      {icon && <Icon name={icon} />}
      <Text>{children}</Text>
    </Box>
  );
}

const STATUS_LOOK: Record<BookingStatus, { tone: Tone; icon: IconName }> = {
  pending: { tone: 'wait', icon: 'hourglass' },
  confirmed: { tone: 'good', icon: 'check' },
  checked_in: { tone: 'good', icon: 'door' },
  completed: { tone: 'plain', icon: 'check' },
  rejected: { tone: 'bad', icon: 'ban' },
  cancelled: { tone: 'plain', icon: 'close' },
  late_cancelled: { tone: 'wait', icon: 'close' },
  released: { tone: 'bad', icon: 'alert' },
  no_show: { tone: 'bad', icon: 'alert' },
};

/** The status of a booking: word and icon. */
export function StatusChip({ status }: { status: BookingStatus }) {
  return <Tag {...STATUS_LOOK[status]}>{BOOKING_STATUS_WORDS[status]}</Tag>;
}
