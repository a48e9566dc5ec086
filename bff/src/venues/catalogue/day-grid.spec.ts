import { UNIT_KIND } from '@jiefang/shared/availability';
import { instantAt } from '@jiefang/shared/time';
import { DEFAULT_POLICY, type VenuePolicy } from '@jiefang/shared/venues';
import { dayGrid, dayTotals, firstFreeStretch, isFreeNow, withoutClosed } from './day-grid.js';

const DAY = '2026-11-24'; // a Tuesday
const EVE = instantAt('2026-11-23', 600);
const NOBODY = new Set<number>();

function config(
  change: { policy?: Partial<VenuePolicy>; closed?: [number, number]; status?: 'open' | 'suspended' } = {},
) {
  return {
    unitMinutes: 30 as const,
    status: change.status ?? ('open' as const),
    policy: { ...DEFAULT_POLICY, cleaningMinutes: 0, ...change.policy },
    opening: [
      {
        weekday: 2,
        ranges: [
          { openMinute: 600, closeMinute: 660 },
          { openMinute: 480, closeMinute: 540 },
        ],
      },
    ],
    closures:
      change.closed === undefined
        ? []
        : [
            {
              id: 1,
              venueId: null,
              startsAt: instantAt(DAY, change.closed[0]),
              endsAt: instantAt(DAY, change.closed[1]),
              reason: '检修',
            },
          ],
  };
}

const states = (...args: Parameters<typeof dayGrid>): string[] => dayGrid(...args).map((unit) => unit.state);

describe('the day grid', () => {
  it('runs from the first opening to the last closing, gaps closed', () => {
    const grid = dayGrid(config(), DAY, new Map(), NOBODY, EVE);
    expect(grid.map((unit) => unit.startMinute)).toEqual([480, 510, 540, 570, 600, 630]);
    expect(grid.map((unit) => unit.state)).toEqual(['free', 'free', 'closed', 'closed', 'free', 'free']);
  });

  it('is empty on a weekday without hours', () => {
    expect(dayGrid(config(), '2026-11-25', new Map(), NOBODY, EVE)).toEqual([]);
    expect(dayTotals(config(), '2026-11-25', new Map(), EVE)).toEqual({ freeUnits: 0, totalUnits: 0 });
  });

  it('tells taken from cleaning and from mine', () => {
    const held = new Map<number, number>([
      [16, UNIT_KIND.online],
      [17, UNIT_KIND.cleaning],
      [20, UNIT_KIND.desk],
    ]);
    expect(states(config(), DAY, held, new Set([16]), EVE)).toEqual([
      'mine',
      'cleaning',
      'closed',
      'closed',
      'taken',
      'free',
    ]);
    expect(states(config(), DAY, held, NOBODY, EVE)).toEqual([
      'taken',
      'cleaning',
      'closed',
      'closed',
      'taken',
      'free',
    ]);
  });

  it('has a unit past as soon as it has begun, mine until it ends', () => {
    const held = new Map([[20, UNIT_KIND.online]]);
    const at = instantAt(DAY, 600);
    expect(states(config(), DAY, held, new Set([20]), at)).toEqual([
      'past',
      'past',
      'closed',
      'closed',
      'mine',
      'free',
    ]);
    expect(states(config(), DAY, held, new Set([20]), instantAt(DAY, 630))[4]).toBe('past');
  });

  it('closes what a closure touches and a suspended venue wholly', () => {
    expect(states(config({ closed: [500, 620] }), DAY, new Map(), NOBODY, EVE)).toEqual([
      'closed',
      'closed',
      'closed',
      'closed',
      'closed',
      'free',
    ]);
    expect(new Set(states(config({ status: 'suspended' }), DAY, new Map(), NOBODY, EVE))).toEqual(
      new Set(['closed']),
    );
  });

  it('reserves what the online share no longer covers, until the hours before', () => {
    const share = config({ policy: { reservedPercent: 50, reservedUntilHours: 12, minMinutes: 60 } });
    const held = new Map([[16, UNIT_KIND.online]]);
    expect(states(share, DAY, held, NOBODY, EVE)).toEqual([
      'taken',
      'reserved',
      'closed',
      'closed',
      'reserved',
      'reserved',
    ]);
    expect(states(share, DAY, new Map([[16, UNIT_KIND.desk]]), NOBODY, EVE)[1]).toBe('free');
    expect(states(share, DAY, held, NOBODY, instantAt(DAY, 0))[1]).toBe('free');
  });
});

describe('the first free stretch', () => {
  it('reaches as far as the room stays free', () => {
    expect(firstFreeStretch(config(), DAY, new Map(), EVE)).toEqual({
      date: DAY,
      startMinute: 480,
      endMinute: 540,
    });
  });

  it('keeps the lead time and room for the shortest booking with its cleaning', () => {
    const now = instantAt(DAY, 455);
    expect(firstFreeStretch(config(), DAY, new Map(), now)?.startMinute).toBe(510);
    const long = config({ policy: { minMinutes: 60, cleaningMinutes: 30 } });
    expect(firstFreeStretch(long, DAY, new Map([[18, UNIT_KIND.desk]]), EVE)).toEqual({
      date: DAY,
      startMinute: 600,
      endMinute: 660,
    });
  });

  it('is nothing when the day is full, past or suspended', () => {
    expect(firstFreeStretch(config(), DAY, new Map(), instantAt(DAY, 640))).toBeNull();
    expect(firstFreeStretch(config({ status: 'suspended' }), DAY, new Map(), EVE)).toBeNull();
  });
});

describe('now', () => {
  it('is free when open and unheld', () => {
    expect(isFreeNow(config(), new Map(), instantAt(DAY, 485))).toBe(true);
    expect(isFreeNow(config(), new Map([[16, UNIT_KIND.cleaning]]), instantAt(DAY, 485))).toBe(false);
    expect(isFreeNow(config(), new Map(), instantAt(DAY, 545))).toBe(false);
  });

  it('cuts closed parts out of the hours', () => {
    const day = [{ openMinute: 480, closeMinute: 1260 }];
    expect(withoutClosed(day, [{ openMinute: 720, closeMinute: 780 }])).toEqual([
      { openMinute: 480, closeMinute: 720 },
      { openMinute: 780, closeMinute: 1260 },
    ]);
    expect(withoutClosed(day, [{ openMinute: 0, closeMinute: 1440 }])).toEqual([]);
    expect(withoutClosed(day, [{ openMinute: 1300, closeMinute: 1440 }])).toEqual(day);
    expect(withoutClosed(day, [{ openMinute: 0, closeMinute: 100 }])).toEqual(day);
  });
});
