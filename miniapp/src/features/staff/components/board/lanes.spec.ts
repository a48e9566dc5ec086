import { instantAt } from '@jiefang/shared/time';
import type { BoardBooking, BoardVenue } from '../../api/types';
import { gaps, hoursOf, piecesOf } from './lanes';

const DAY = '2026-11-24';
const at = (minute: number): string => instantAt(DAY, minute).toISOString();

function booking(from: number, to: number, more: Partial<BoardBooking> = {}): BoardBooking {
  return {
    id: `b${from}`,
    status: 'confirmed',
    statusReason: null,
    startsAt: at(from),
    endsAt: at(to),
    cleaningMinutes: 15,
    personName: '王**',
    phoneMasked: '138****0001',
    purpose: '合唱排练',
    attendees: 12,
    channel: 'app',
    actions: [],
    ...more,
  };
}

function venue(more: Partial<BoardVenue> = {}): BoardVenue {
  return {
    id: 'v',
    name: '会议室',
    unitMinutes: 30,
    opening: [
      { openMinute: 540, closeMinute: 720 },
      { openMinute: 840, closeMinute: 1020 },
    ],
    closures: [],
    bookings: [],
    waiting: 0,
    ...more,
  };
}

const shape = (pieces: ReturnType<typeof piecesOf>): [string, number, number][] =>
  pieces.map((piece) => [piece.kind, piece.from, piece.to]);

it('cuts a day into bookings, cleaning in whole units, noon break and free time', () => {
  const pieces = piecesOf(venue({ bookings: [booking(600, 660)] }), DAY, 540, 1020, 0);
  expect(shape(pieces)).toEqual([
    ['free', 540, 600],
    ['booking', 600, 660],
    ['cleaning', 660, 690],
    ['free', 690, 720],
    ['closed', 720, 840],
    ['free', 840, 1020],
  ]);
});

it('offers nothing before now, and starts at the next whole unit', () => {
  expect(shape(piecesOf(venue(), DAY, 540, 1020, 850))).toEqual([
    ['closed', 720, 840],
    ['free', 870, 1020],
  ]);
  expect(piecesOf(venue(), DAY, 540, 1020, 1440).filter(({ kind }) => kind === 'free')).toEqual([]);
});

it('lets free time show through a booking that gave its time back', () => {
  const pieces = piecesOf(venue({ bookings: [booking(600, 660, { status: 'released' })] }), DAY, 540, 720, 0);
  expect(shape(pieces)).toEqual([
    ['free', 540, 720],
    ['booking', 600, 660],
  ]);
});

it('holds a closure over several days within the day and keeps its reason', () => {
  const closure = { id: 'c', venue: null, startsAt: at(-600), endsAt: at(600), reason: '检修' };
  const [first] = piecesOf(venue({ closures: [closure] }), DAY, 540, 1020, 0);
  expect(first).toEqual({ kind: 'closed', from: 540, to: 600, reason: '检修' });
});

it('finds gaps between overlapping stretches', () => {
  expect(
    gaps(
      [
        { from: 2, to: 5 },
        { from: 4, to: 6 },
      ],
      0,
      8,
    ),
  ).toEqual([
    { from: 0, to: 2 },
    { from: 6, to: 8 },
  ]);
  expect(gaps([{ from: 0, to: 9 }], 3, 8)).toEqual([]);
});

it('names the hours of a day that opens on the half hour', () => {
  expect(hoursOf(510, 630)).toEqual([8, 9, 10]);
});
