import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Chips } from '@/components/Choice';
import { Icon } from '@/components/Icon';
import { StatusChip } from '@/components/StatusChip';
import { Tag } from '@/components/Tag';
import { minuteRange } from '@/lib/time';
import type { Board, BoardVenue } from '../../api/types';
import type { BoardTaps } from './BoardGrid';
import { piecesOf, type Piece } from './lanes';
import './board.scss';

interface Props extends BoardTaps {
  board: Board;
  /** As in BoardGrid. */
  now: number;
}

/** A centre's day on a phone: venue by venue, what is booked and what is free, in order of time. */
export function BoardList({ board, now, onBooking, onFree }: Props) {
  const [only, setOnly] = useState<string | null>(null);
  const shown = board.venues.filter((venue) => only === null || venue.id === only);
  return (
    <Box className="stack" testId="board-list">
      {board.venues.length > 1 && (
        <Chips
          label="只看一个场地"
          options={board.venues.map((venue) => ({ value: venue.id, word: venue.name }))}
          value={only}
          onChange={setOnly}
        />
      )}
      {shown.map((venue) => (
        <Box key={venue.id} className="card card-flush">
          <Box className="row row-between day-venue">
            <Text className="t17 strong clip">{venue.name}</Text>
            {venue.waiting > 0 && (
              <Tag tone="wait" icon="queue">
                {`${venue.waiting} 人候补`}
              </Tag>
            )}
          </Box>
          {linesOf(venue, board, now).map((piece) => (
            <Line
              key={`${piece.kind}${piece.from}${piece.kind === 'booking' ? piece.booking.id : ''}`}
              piece={piece}
              venue={venue}
              onBooking={onBooking}
              onFree={onFree}
            />
          ))}
          {linesOf(venue, board, now).length === 0 && (
            <Box className="day-line t15 quiet">这一天没有安排。</Box>
          )}
        </Box>
      ))}
    </Box>
  );
}

/** What a list needs: cleaning is understood, and a break without a reason says nothing. */
function linesOf(venue: BoardVenue, board: Board, now: number): Piece[] {
  return piecesOf(venue, board.date, board.openMinute, board.closeMinute, now).filter(
    (piece) =>
      piece.kind === 'booking' || piece.kind === 'free' || (piece.kind === 'closed' && piece.reason !== null),
  );
}

function Line({ piece, venue, onBooking, onFree }: BoardTaps & { piece: Piece; venue: BoardVenue }) {
  const time = minuteRange(piece.from, piece.to);
  if (piece.kind === 'booking') {
    const { booking } = piece;
    return (
      <Tap className="day-line" onTap={() => onBooking(venue, booking.id)} testId={`booking-${booking.id}`}>
        <Text className="day-time num">{time}</Text>
        <Box className="grow">
          <Text className="t15 strong clip block">{booking.personName}</Text>
          <Text className="t13 quiet clip block">{`${booking.purpose} · ${booking.attendees} 人`}</Text>
        </Box>
        <StatusChip of="booking" status={booking.status} />
      </Tap>
    );
  }
  if (piece.kind === 'free') {
    return (
      <Tap
        className="day-line day-free"
        disabled={onFree === undefined}
        onTap={() => onFree?.(venue, piece.from)}
        spoken={{ label: onFree ? `${time} 空着，代约` : `${time} 空着` }}
      >
        <Text className="day-time num">{time}</Text>
        <Text className="grow">空着</Text>
        {onFree && (
          <Box className="row t13">
            <Icon name="plus" />
            <Text>代约</Text>
          </Box>
        )}
      </Tap>
    );
  }
  return (
    <Box className="day-line quiet">
      <Text className="day-time num">{time}</Text>
      <Text className="grow">
        {piece.kind === 'closed' && piece.reason !== null ? `不开：${piece.reason}` : '不开'}
      </Text>
    </Box>
  );
}
