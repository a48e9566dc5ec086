import { BOOKING_STATUS_WORDS, type BookingStatus } from '@jiefang/shared/bookings';
import { Box, Text } from '@/components/base';
import { Icon } from '@/components/Icon';
import type { Booking } from '@/lib/api/types';
import { spoken } from '@/lib/time';
import './booking.scss';

const MAIN_PATH: BookingStatus[] = ['pending', 'confirmed', 'checked_in', 'completed'];

/** Where a booking has been, with times, and where it goes from here. */
export function StatusPath({ booking }: { booking: Booking }) {
  const { status, timeline } = booking;
  const reached = MAIN_PATH.indexOf(status);
  const ahead = reached === -1 ? [] : MAIN_PATH.slice(reached + 1);
  return (
    <Box className="path" spoken={{ role: 'list', label: '进度' }}>
      {timeline.map((step, index) => {
        const last = index === timeline.length - 1;
        return (
          <Box
            key={`${step.status}${step.at}`}
            className={`path-step ${last ? 'path-now' : 'path-done'}`}
            spoken={{ role: 'listitem' }}
          >
            <Box className="path-mark">
              <Icon name={last && reached === -1 ? 'close' : 'check'} />
            </Box>
            <Box className="grow">
              <Text className={last ? 'strong block' : 'block'}>
                {!last && step.status === 'pending' ? '已提交' : BOOKING_STATUS_WORDS[step.status]}
              </Text>
              <Text className="t13 quiet num block">{spoken(step.at)}</Text>
              {step.note !== null && <Text className="t13 block">{step.note}</Text>}
            </Box>
          </Box>
        );
      })}
      {ahead.map((next) => (
        <Box key={next} className="path-step path-ahead" spoken={{ role: 'listitem' }}>
          <Box className="path-mark" />
          <Text className="quiet">{BOOKING_STATUS_WORDS[next]}</Text>
        </Box>
      ))}
    </Box>
  );
}
