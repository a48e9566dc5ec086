import { instantAt } from '@jiefang/shared/time';
import type { VenuePolicy } from '@jiefang/shared/venues';
import { venueConfig } from '../../../../tests/builders/venue-config.js';
import { DomainError, type Refusal } from '../../common/errors/domain-error.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import { isDesk, judgeRun, openingOn } from './booking-judge.js';
import { runOfUnits } from './booking-run.js';

/** A Tuesday; the clock stands on the Monday before, at 09:05. */
const DAY = '2026-11-24';
const NOW = new Date('2026-11-23T01:05:00Z');

/** Open on Tuesdays only, with a break at noon. */
const venue = (policy: Partial<VenuePolicy> = {}, change: Partial<VenueConfig> = {}): VenueConfig =>
  venueConfig(policy, {
    opening: [
      {
        weekday: 2,
        ranges: [
          { openMinute: 840, closeMinute: 1260 },
          { openMinute: 480, closeMinute: 720 },
        ],
      },
    ],
    ...change,
  });

const run = (from: number, to: number, day = DAY) =>
  runOfUnits({ day, startUnit: from / 15, endUnit: to / 15 }, 15);

interface Wish {
  from?: number;
  to?: number;
  day?: string;
  attendees?: number;
  channel?: 'app' | 'waitlist' | 'phone' | 'counter';
  now?: Date;
}

const judge = (config: VenueConfig, wish: Wish = {}) => {
  const { from = 540, to = 600, day = DAY, attendees = 8, channel = 'app', now = NOW } = wish;
  return judgeRun(config, run(from, to, day), attendees, channel, now);
};

const refusal = (config: VenueConfig, wish: Wish): Refusal => {
  try {
    judge(config, wish);
  } catch (error) {
    if (error instanceof DomainError) return error.refusal;
    throw error;
  }
  throw new Error('it was allowed');
};

const before = (minute: number, minutes: number): Date =>
  new Date(instantAt(DAY, minute).getTime() - minutes * 60_000);

describe('judging a run by venue and clock', () => {
  it('answers the units of what is allowed, to the very edges of the hours', () => {
    expect(judge(venue())).toEqual({ day: DAY, startUnit: 18, endUnit: 20 });
    expect(judge(venue(), { from: 480, to: 540 })).toMatchObject({ startUnit: 16 });
    expect(judge(venue(), { from: 660, to: 720 })).toMatchObject({ endUnit: 24 });
    expect(judge(venue({}, { unitMinutes: 15 }), { from: 555, to: 600 })).toEqual({
      day: DAY,
      startUnit: 37,
      endUnit: 40,
    });
  });

  it('refuses a suspended venue whatever is asked', () => {
    expect(refusal(venue({}, { status: 'suspended' }), { from: 0, to: 15 }).code).toBe('VENUE_SUSPENDED');
  });

  it('refuses what has begun, to the very second', () => {
    const start = instantAt(DAY, 540);
    const walkIn = (now: Date): Wish => ({ channel: 'counter', now });
    expect(refusal(venue(), walkIn(start)).code).toBe('BOOKING_IN_PAST');
    expect(judge(venue(), walkIn(new Date(start.getTime() - 1)))).toMatchObject({ startUnit: 18 });
  });

  it('refuses what is not on whole units, with the length of a unit', () => {
    expect(refusal(venue(), { from: 555, to: 600 })).toMatchObject({
      code: 'BOOKING_MISALIGNED',
      rule: { no: 1 },
      message: expect.stringContaining('30 分钟'),
    });
  });

  it('refuses what is outside the hours or across a break, and says the hours', () => {
    const wishes = [
      [450, 540],
      [690, 750],
      [690, 870],
      [1230, 1290],
    ];
    for (const [from = 0, to = 0] of wishes) {
      const refused = refusal(venue(), { from, to });
      expect(refused).toMatchObject({ code: 'BOOKING_OUTSIDE_HOURS', rule: { no: 1, title: '开放时间' } });
      expect(refused.message).toContain('08:00–12:00、14:00–21:00');
    }
    expect(refusal(venue(), { day: '2026-11-25' })).toMatchObject({
      code: 'BOOKING_OUTSIDE_HOURS',
      message: expect.stringMatching(/不开放。$/),
    });
  });

  it('refuses what a closure touches, with its reason, and not what only borders on it', () => {
    const closure = {
      id: 1,
      venueId: null,
      startsAt: instantAt(DAY, 600),
      endsAt: instantAt(DAY, 630),
      reason: '空调检修',
    };
    const config = venue({}, { closures: [closure] });
    for (const [from = 0, to = 0] of [
      [570, 630],
      [600, 630],
      [540, 690],
    ]) {
      expect(refusal(config, { from, to })).toMatchObject({
        code: 'BOOKING_CLOSED',
        message: '这个时段闭馆：空调检修。',
      });
    }
    expect(judge(config, { from: 540, to: 600 })).toMatchObject({ endUnit: 20 });
    expect(judge(config, { from: 630, to: 690 })).toMatchObject({ startUnit: 21 });
  });

  it('holds a run to the shortest and the longest length, and says both numbers', () => {
    const config = venue({ minMinutes: 60, maxMinutes: 120 });
    expect(refusal(config, { from: 540, to: 570 })).toMatchObject({
      code: 'BOOKING_TOO_SHORT',
      rule: { no: 4 },
      message: '一次最短 1 小时，你选了 30 分钟。',
    });
    expect(judge(config, { from: 540, to: 660 })).toMatchObject({ startUnit: 18, endUnit: 22 });
    expect(refusal(config, { from: 540, to: 690 })).toMatchObject({
      code: 'BOOKING_TOO_LONG',
      rule: { no: 4 },
      message: '一次最长 2 小时，你选了 2 小时 30 分钟。',
    });
  });

  it('counts how far ahead in calendar days, and says when the day may be booked', () => {
    const config = venue({ earliestLeadDays: 7 });
    expect(judge(config, { now: new Date('2026-11-16T16:00:00Z') })).toMatchObject({ day: DAY });
    expect(refusal(config, { now: new Date('2026-11-16T15:59:59Z') })).toMatchObject({
      code: 'BOOKING_TOO_EARLY',
      rule: { no: 3 },
      message: '最早提前 7 天预约。',
      next: '明天起可以约这一天。',
    });
    expect(refusal(config, { channel: 'counter', now: new Date('2026-11-10T01:00:00Z') }).code).toBe(
      'BOOKING_TOO_EARLY',
    );
  });

  it('closes online booking before the start, but not at the desk', () => {
    const config = venue({ latestLeadMinutes: 60 });
    expect(judge(config, { now: before(540, 60) })).toMatchObject({ startUnit: 18 });
    const late = before(540, 59);
    for (const channel of ['app', 'waitlist'] as const) {
      expect(refusal(config, { channel, now: late })).toMatchObject({
        code: 'BOOKING_TOO_LATE',
        rule: { no: 3 },
        message: expect.stringContaining('1 小时'),
      });
    }
    for (const channel of ['phone', 'counter'] as const) {
      expect(judge(config, { channel, now: late })).toMatchObject({ startUnit: 18 });
    }
  });

  it('refuses more people than the room holds, and says both numbers', () => {
    expect(judge(venue(), { attendees: 30 })).toMatchObject({ startUnit: 18 });
    expect(refusal(venue(), { attendees: 31 })).toMatchObject({
      code: 'BOOKING_CAPACITY',
      rule: { no: 6 },
      message: '合唱室最多 30 人，你填了 31 人。',
    });
  });
});

describe('what a day and a channel are', () => {
  it('sorts the ranges of the day, and knows a day without any', () => {
    expect(openingOn(venue(), DAY).map((range) => range.openMinute)).toEqual([480, 840]);
    expect(openingOn(venue(), '2026-11-25')).toEqual([]);
  });

  it('takes phone and counter for the desk, nothing else', () => {
    expect((['app', 'waitlist', 'phone', 'counter'] as const).filter(isDesk)).toEqual(['phone', 'counter']);
  });
});
