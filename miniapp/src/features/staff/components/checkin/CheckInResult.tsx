import { Box, Heading, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { ListRow } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';
import type { ApiError } from '@/lib/api/error';
import { spoken, spokenRange } from '@/lib/time';
import type { BoardBooking, CheckInCandidate } from '../../api/types';

interface WelcomeProps {
  booking: BoardBooking;
  venueName: string;
  onNext: () => void;
}

/** Who has just been checked in, large enough to turn round and show. */
export function CheckInWelcome({ booking, venueName, onNext }: WelcomeProps) {
  return (
    <Box
      className="verdict verdict-good"
      spoken={{ role: 'status', live: 'assertive' }}
      testId="check-in-good"
    >
      <Icon name="check" className="verdict-icon" />
      <Heading className="t26">签到好了</Heading>
      <Text className="t20 block">{booking.personName}</Text>
      <Text className="t20 block">{venueName}</Text>
      <Text className="t17 num block">{spokenRange(booking.startsAt, booking.endsAt)}</Text>
      <Text className="t15 block">{`${booking.purpose} · ${booking.attendees} 人`}</Text>
      <Button onTap={onNext}>下一位</Button>
    </Box>
  );
}

const ICONS: Record<string, IconName> = {
  CHECK_IN_TOO_EARLY: 'clock',
  CHECK_IN_TOO_LATE: 'clock',
  CHECK_IN_CODE_EXPIRED: 'refresh',
  CHECK_IN_OTHER_CENTRE: 'place',
  CHECK_IN_AMBIGUOUS: 'people',
  BOOKING_STATE: 'info',
};

interface RefusedProps {
  error: ApiError;
  candidates: readonly CheckInCandidate[];
  onPick: (candidate: CheckInCandidate) => void;
  onNext: () => void;
}

/** Why nobody was checked in and what to do, in large letters; or who of several it is. */
export function CheckInRefused({ error, candidates, onPick, onNext }: RefusedProps) {
  const choosing = candidates.length > 0;
  return (
    <Box
      className={`verdict ${choosing ? 'verdict-wait' : 'verdict-bad'}`}
      spoken={{ role: 'alert', live: 'assertive' }}
      testId="check-in-refused"
    >
      <Icon name={ICONS[error.code] ?? 'alert'} className="verdict-icon" />
      <Heading className="t20">{error.message}</Heading>
      {error.rule && (
        <Text className="t15 block">
          依据规则 {error.rule.no}「{error.rule.title}」
        </Text>
      )}
      {error.next !== null && <Text className="t17 block">{error.next}</Text>}
      {choosing && (
        <Box className="card card-flush">
          {candidates.map((candidate) => (
            <ListRow
              key={candidate.bookingId}
              title={`${candidate.personName} · ${candidate.venue.name}`}
              detail={spoken(candidate.startsAt)}
              onTap={() => onPick(candidate)}
            />
          ))}
        </Box>
      )}
      <Button onTap={onNext}>重新来</Button>
      {error.requestId !== '' && <Text className="refusal-id">编号 {error.requestId}</Text>}
    </Box>
  );
}
