import { UNIT_KIND } from '@jiefang/shared/availability';
import type { VenuePolicy } from '@jiefang/shared/venues';
import { venueConfig } from '../../../../tests/builders/venue-config.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import { DayBook, quotaKeys } from './day-book.js';

const DAY = '2026-11-24';
const WEEK = '2026-11-23';

/** Open 08:00–18:00: 20 units of 30 minutes. */
const venue = (policy: Partial<VenuePolicy> = {}, change: Partial<VenueConfig> = {}): VenueConfig =>
  venueConfig({ cleaningMinutes: 0, ...policy }, change);

const units = (startUnit: number, endUnit: number, day = DAY) => ({ day, startUnit, endUnit });
const nobody = { personId: null, householdId: null };
const held = (unit: number, kind: 0 | 1 | 2 = UNIT_KIND.online, change: object = {}) => ({
  venueId: 3,
  day: DAY,
  unit,
  bookingId: 1,
  kind,
  ...change,
});
const slot = (number: number, change: object = {}) => ({
  venueId: 3,
  week: WEEK,
  subject: 'person' as const,
  subjectId: 5,
  slot: number,
  bookingId: 1,
  ...change,
});

describe('the units of a day', () => {
  it('are free until one of the run is held, on that day and at that venue only', () => {
    const book = new DayBook([held(20)], []);
    expect(book.isFree(venue(), units(18, 20))).toBe(true);
    expect(book.isFree(venue(), units(18, 21))).toBe(false);
    expect(book.isFree(venue(), units(21, 22))).toBe(true);
    expect(book.isFree(venue(), units(18, 21, '2026-11-25'))).toBe(true);
    expect(book.isFree(venue({}, { id: 4 }), units(18, 21))).toBe(true);
  });

  it('are not free when the cleaning of the run falls on somebody', () => {
    const book = new DayBook([held(20)], []);
    expect(book.isFree(venue({ cleaningMinutes: 15 }), units(18, 20))).toBe(false);
    expect(book.isFree(venue({ cleaningMinutes: 15 }), units(18, 19))).toBe(true);
  });

  it('are taken by a grant at once, with the cleaning marked as such', () => {
    const book = new DayBook([], []);
    const config = venue({ cleaningMinutes: 45 });
    const granted = book.grant(9, config, units(18, 20), nobody, UNIT_KIND.desk);
    expect(granted.units.map(({ unit, kind }) => [unit, kind])).toEqual([
      [18, UNIT_KIND.desk],
      [19, UNIT_KIND.desk],
      [20, UNIT_KIND.cleaning],
      [21, UNIT_KIND.cleaning],
    ]);
    for (const unit of granted.units) expect(unit).toMatchObject({ venueId: 3, day: DAY, bookingId: 9 });
    expect(book.isFree(venue(), units(21, 22))).toBe(false);
    expect(book.isFree(venue(), units(22, 23))).toBe(true);
  });
});

describe('the online share of a day', () => {
  // 20 units, a quarter kept back: 15 of them online.
  const shared = venue({ reservedPercent: 25, reservedUntilHours: 24 });
  const online = (count: number) => Array.from({ length: count }, (_, index) => held(16 + index));

  it('ends where the reserved part begins', () => {
    expect(new DayBook(online(13), []).isWithinShare(shared, units(30, 32), 48)).toBe(true);
    expect(new DayBook(online(14), []).isWithinShare(shared, units(30, 32), 48)).toBe(false);
    expect(new DayBook(online(14), []).isWithinShare(shared, units(30, 31), 48)).toBe(true);
  });

  it('is given free in the last hours, and is everything where nothing is reserved', () => {
    expect(new DayBook(online(14), []).isWithinShare(shared, units(30, 32), 24)).toBe(true);
    expect(new DayBook(online(14), []).isWithinShare(shared, units(30, 32), 24.01)).toBe(false);
    expect(new DayBook(online(20), []).isWithinShare(venue(), units(30, 32), 48)).toBe(true);
  });

  it('counts neither cleaning nor bookings at the desk', () => {
    const others = [held(31, UNIT_KIND.cleaning), held(32, UNIT_KIND.desk), held(33, UNIT_KIND.desk)];
    expect(new DayBook([...online(13), ...others], []).isWithinShare(shared, units(34, 36), 48)).toBe(true);
  });

  it('is a share of what closures leave open', () => {
    // Closed from noon on: 8 units are left, 2 of them kept back.
    const closed = {
      ...shared,
      closures: [
        {
          id: 1,
          venueId: null,
          startsAt: new Date('2026-11-24T04:00:00Z'),
          endsAt: new Date('2026-11-25T04:00:00Z'),
          reason: '检修',
        },
      ],
    };
    expect(new DayBook(online(4), []).isWithinShare(closed, units(20, 22), 48)).toBe(true);
    expect(new DayBook(online(5), []).isWithinShare(closed, units(21, 23), 48)).toBe(false);
  });
});

describe('quota slots', () => {
  const config = venue({ weeklyPerPerson: 2, weeklyPerHousehold: 3 });
  const subjects = { personId: 5, householdId: 6 };
  const refused = (book: DayBook, who: { personId: number | null; householdId: number | null }) => {
    try {
      book.grant(9, config, units(30, 31), who, UNIT_KIND.online);
    } catch (error) {
      if (error instanceof DomainError) return error.refusal;
      throw error;
    }
    throw new Error('it was granted');
  };

  it('are asked of the person and of their household, by the week of the day', () => {
    expect(quotaKeys(config, '2026-11-29', subjects)).toEqual([
      { venueId: 3, week: WEEK, subject: 'person', subjectId: 5, limit: 2 },
      { venueId: 3, week: WEEK, subject: 'household', subjectId: 6, limit: 3 },
    ]);
    expect(quotaKeys(config, '2026-11-30', subjects).map((key) => key.week)).toEqual([
      '2026-11-30',
      '2026-11-30',
    ]);
    expect(quotaKeys(config, DAY, { personId: 5, householdId: null })).toHaveLength(1);
    expect(quotaKeys(config, DAY, nobody)).toEqual([]);
    const unlimited = venue({ weeklyPerPerson: null, weeklyPerHousehold: null });
    expect(quotaKeys(unlimited, DAY, subjects)).toEqual([]);
  });

  it('take the lowest number that is free', () => {
    const book = new DayBook([], [slot(2)]);
    const granted = book.grant(9, config, units(18, 19), subjects, UNIT_KIND.online);
    expect(granted.slots.map((taken) => [taken.subject, taken.slot, taken.bookingId])).toEqual([
      ['person', 1, 9],
      ['household', 1, 9],
    ]);
  });

  it('run out, name the rule and the numbers, and take nothing then', () => {
    const book = new DayBook([], []);
    book.grant(7, config, units(18, 19), subjects, UNIT_KIND.online);
    book.grant(8, config, units(19, 20), subjects, UNIT_KIND.online);
    expect(refused(book, subjects)).toMatchObject({
      code: 'BOOKING_QUOTA_PERSON',
      rule: { no: 5, title: '每周几次' },
      message: '每人每周 2 次，你那一周在合唱室已经约了 2 次。',
    });
    expect(book.isFree(config, units(30, 31))).toBe(true);
    // The household's third slot was not spent on the refusal: its other member has it.
    const other = { personId: 50, householdId: 6 };
    const { slots } = book.grant(10, config, units(20, 21), other, UNIT_KIND.online);
    expect(slots.map((taken) => taken.slot)).toEqual([1, 3]);
    expect(refused(book, { personId: 51, householdId: 6 })).toMatchObject({
      code: 'BOOKING_QUOTA_HOUSEHOLD',
      message: '每户每周 3 次，你家那一周在合唱室已经约了 3 次。',
    });
  });

  it('of another week, venue or subject with the same number do not count', () => {
    const book = new DayBook(
      [],
      [
        slot(1, { week: '2026-11-16' }),
        slot(2, { week: '2026-11-16' }),
        slot(1, { venueId: 4 }),
        slot(2, { venueId: 4 }),
        slot(1, { subject: 'household', subjectId: 5 }),
        slot(2, { subject: 'household', subjectId: 5 }),
      ],
    );
    const granted = book.grant(
      9,
      config,
      units(18, 19),
      { personId: 5, householdId: null },
      UNIT_KIND.online,
    );
    expect(granted.slots.map((taken) => taken.slot)).toEqual([1]);
  });

  it('stay refused when a policy was lowered below what is already booked', () => {
    const book = new DayBook([], [slot(1), slot(2), slot(3)]);
    expect(refused(book, { personId: 5, householdId: null }).message).toContain('已经约了 3 次');
  });
});
