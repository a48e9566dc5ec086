import type { CSSProperties } from 'react';
import { BOOKING_STATUS_WORDS, type BookingStatus } from '@jiefang/shared/bookings';
import { Box, Tap, Text } from '@/components/base';
import { Icon, type IconName } from '@/components/Icon';
import { minuteRange } from '@/lib/time';
import type { Board, BoardVenue } from '../../api/types';
import { holds, hoursOf, piecesOf, type Piece } from './lanes';
import './board.scss';

export interface BoardTaps {
  onBooking: (venue: BoardVenue, id: string) => void;
  /** Absent where the person may not book for others. */
  onFree?: ((venue: BoardVenue, startMinute: number) => void) | undefined;
}

interface Props extends BoardTaps {
  board: Board;
  /** Minutes since midnight when the board is of today; 0 for a day to come, 1440 for one gone by. */
  now: number;
}

/** A centre's day on a wide window: venues down the side, hours along the top, both staying in sight. */
export function BoardGrid({ board, now, onBooking, onFree }: Props) {
  const hours = hoursOf(board.openMinute, board.closeMinute);
  const first = (hours[0] ?? 0) * 60;
  const length = hours.length * 60;
  const place = (from: number, to: number): CSSProperties => ({
    left: `${((from - first) / length) * 100}%`,
    width: `${((to - from) / length) * 100}%`,
  });
  return (
    <Box className="board" testId="board-grid">
      <Box className="board-inner" style={{ '--hours': String(hours.length) } as CSSProperties}>
        <Box className="board-head">
          <Box className="board-corner t13 quiet">场地</Box>
          <Box className="board-hours" spoken={{ hidden: true }}>
            {hours.map((hour) => (
              <Text key={hour} className="board-hour num">
                {String(hour).padStart(2, '0')}
              </Text>
            ))}
          </Box>
        </Box>
        {board.venues.map((venue) => (
          <Box key={venue.id} className="board-row" spoken={{ role: 'group', label: venue.name }}>
            <Box className="board-venue">
              <Text className="t15 strong clip block">{venue.name}</Text>
              {venue.waiting > 0 && <Text className="t13 wait block">{venue.waiting} 人候补</Text>}
            </Box>
            <Box className="board-lane">
              {piecesOf(venue, board.date, board.openMinute, board.closeMinute, now).map((piece) => (
                <PieceView
                  key={`${piece.kind}${piece.from}${piece.kind === 'booking' ? piece.booking.id : ''}`}
                  piece={piece}
                  style={place(piece.from, piece.to)}
                  onBooking={(id) => onBooking(venue, id)}
                  onFree={onFree && ((minute) => onFree(venue, minute))}
                />
              ))}
              {now > first && now < first + length && (
                <Box className="board-now" style={{ left: place(now, now).left }} />
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

interface PieceProps {
  piece: Piece;
  style: CSSProperties;
  onBooking: (id: string) => void;
  onFree: ((minute: number) => void) | undefined;
}

function PieceView({ piece, style, onBooking, onFree }: PieceProps) {
  const time = minuteRange(piece.from, piece.to);
  if (piece.kind === 'booking') {
    const { booking } = piece;
    const kept = holds(booking);
    const sign = PIECE_ICONS[booking.status];
    return (
      <Tap
        className={`piece piece-${booking.status} ${kept ? '' : 'piece-given'}`}
        style={style}
        onTap={() => onBooking(booking.id)}
        testId={`booking-${booking.id}`}
        spoken={{
          label: `${time} ${booking.personName} ${booking.purpose} ${BOOKING_STATUS_WORDS[booking.status]}`,
        }}
      >
        <Text className="piece-who">
          {sign && <Icon name={sign} />}
          {booking.personName}
        </Text>
        {kept && <Text className="piece-what">{booking.purpose}</Text>}
      </Tap>
    );
  }
  if (piece.kind === 'free') {
    if (onFree === undefined) return null;
    return (
      <Tap
        className="piece piece-free"
        style={style}
        onTap={() => onFree(piece.from)}
        spoken={{ label: `${time} 空着，代约` }}
      >
        <Icon name="plus" />
      </Tap>
    );
  }
  return (
    <Box
      className={`piece piece-${piece.kind}`}
      style={style}
      spoken={{ label: `${time} ${WORDS[piece.kind]}`, role: 'note' }}
    >
      {piece.kind === 'closed' && piece.reason !== null && <Text className="piece-what">{piece.reason}</Text>}
    </Box>
  );
}

const WORDS = { cleaning: '打扫', closed: '不开' } as const;

/** Signs of what is not simply booked or over: those of a booking's status. */
const PIECE_ICONS: Partial<Record<BookingStatus, IconName>> = {
  pending: 'hourglass',
  checked_in: 'door',
  released: 'alert',
  no_show: 'alert',
};
