import type { BookingChannel, BookingStatus } from '@jiefang/shared/bookings';
import {
  addDays,
  DAY_MS,
  daysBetween,
  instantAt,
  MINUTE_MS,
  shanghaiDay,
  weekdayOf,
} from '@jiefang/shared/time';
import { rangesOn } from '@jiefang/shared/venues';
import type { SeedVenue } from './centres.js';
import { isDeskChannel, type Planner } from './planner.js';
import type { Random } from './random.js';
import type { Resident } from './residents.js';

const UNITS_OF_THE_STREET = [
  '西桥小学',
  '街道卫生院',
  '农商银行西桥支行',
  '供电所志愿队',
  '漳州芗剧团',
  '老年大学',
];
const REFUSALS = ['同一时段社区已有安排', '人数太多，请改约多功能厅', '请补充活动内容后再约'];

/** Fills days of venues with what neighbours would book there. */
export class DayFiller {
  /** No-shows of a person at a centre; a second one of the filler would come near a pause. */
  private readonly noShows = new Set<string>();

  constructor(
    private readonly planner: Planner,
    private readonly random: Random,
    private readonly residents: readonly Resident[],
    private readonly now: Date,
  ) {}

  /** Bookings of the days from `first` to `last`, both included. */
  fill(venues: readonly SeedVenue[], first: string, last: string): void {
    for (const venue of venues) {
      const pool = this.poolOf(venue);
      for (let day = first; daysBetween(day, last) >= 0; day = addDays(day, 1))
        this.fillDay(venue, day, pool);
    }
  }

  private poolOf(venue: SeedVenue): Resident[] {
    if (venue.policy.audience === 'anyone') return this.residents.filter((resident) => resident.phone !== '');
    return this.residents.filter((resident) => resident.communityCode?.startsWith(venue.divisionCode));
  }

  private fillDay(venue: SeedVenue, day: string, pool: readonly Resident[]): void {
    const ranges = rangesOn(venue.hours, weekdayOf(day));
    if (ranges.length === 0) return;
    const weekend = weekdayOf(day) >= 6 ? 1.4 : 1;
    const wanted = venue.busy * weekend * (0.5 + this.random.next());
    const count = Math.floor(wanted) + (this.random.chance(wanted % 1) ? 1 : 0);
    for (let attempt = 0; attempt < count; attempt += 1) {
      const range = this.random.pick(ranges);
      const length = this.lengthOf(venue);
      const latest = Math.floor((range.closeMinute - length - range.openMinute) / 30);
      if (latest < 0) continue;
      // People like the afternoon and the evening better than the early morning.
      const step = Math.max(this.random.int(0, latest), this.random.int(0, latest));
      this.placeAt(venue, day, range.openMinute + step * 30, length, pool);
    }
  }

  private lengthOf(venue: SeedVenue): number {
    const { minMinutes, maxMinutes } = venue.policy;
    const wished = this.random.pick([60, 60, 90, 120, 120]);
    const length = Math.max(minMinutes, Math.min(maxMinutes, wished));
    return Math.ceil(length / venue.unitMinutes) * venue.unitMinutes;
  }

  private placeAt(
    venue: SeedVenue,
    day: string,
    startMinute: number,
    length: number,
    pool: readonly Resident[],
  ): void {
    const { random, now } = this;
    const isUnit = venue.policy.audience === 'units';
    const channel = this.channelOf(venue, pool);
    const person =
      isUnit || pool.length === 0 || (isDeskChannel(channel) && random.chance(0.5))
        ? null
        : random.pick(pool);
    if (person !== null && this.planner.hasPlans(person, day)) return;
    const startsAt = instantAt(day, startMinute);
    const endsAt = new Date(startsAt.getTime() + length * MINUTE_MS);
    const createdAt = this.madeAt(venue, startsAt);
    if (createdAt === null) return;
    const status = this.statusOf(venue, { channel, person, startsAt, endsAt, createdAt });
    const attendees = random.int(1, Math.max(2, Math.floor(venue.capacity * 0.7)));
    const companions =
      person !== null && attendees > 2 && random.chance(0.15)
        ? [random.pick(pool)].filter((other) => other.id !== person.id)
        : [];
    this.planner.place({
      venue,
      day,
      startMinute,
      endMinute: startMinute + length,
      person,
      channel,
      purpose: random.pick(venue.purposes),
      attendees,
      status,
      createdAt: createdAt > now ? now : createdAt,
      contactLabel: isUnit ? random.pick(UNITS_OF_THE_STREET) : null,
      reason: status === 'rejected' ? random.pick(REFUSALS) : null,
      companions,
    });
  }

  private channelOf(venue: SeedVenue, pool: readonly Resident[]): BookingChannel {
    if (venue.policy.audience === 'units' || pool.length === 0) return this.random.pick(['phone', 'counter']);
    const desk = venue.policy.reservedPercent > 0 ? 18 : 8;
    return this.random.weighted({ app: 86 - desk, phone: desk, counter: desk, waitlist: 4 });
  }

  /** When it was made: within the venue's lead time and before now; null when it could not have been made yet. */
  private madeAt(venue: SeedVenue, startsAt: Date): Date | null {
    const earliest = startsAt.getTime() - venue.policy.earliestLeadDays * DAY_MS;
    const latest = Math.min(startsAt.getTime() - 2 * 60 * MINUTE_MS, this.now.getTime());
    if (earliest > latest) return null;
    // Most book a few days ahead.
    const share = Math.min(this.random.next(), this.random.next());
    return new Date(Math.floor(latest - (latest - earliest) * share));
  }

  private statusOf(
    venue: SeedVenue,
    b: { channel: BookingChannel; person: Resident | null; startsAt: Date; endsAt: Date; createdAt: Date },
  ): BookingStatus {
    const { random, now } = this;
    const byStaff = isDeskChannel(b.channel);
    const needsApproval = venue.policy.approval && !byStaff;
    if (b.startsAt > now) {
      if (random.chance(0.05)) return 'cancelled';
      // Staff answer within two days.
      const fresh = now.getTime() - b.createdAt.getTime() < 2 * DAY_MS;
      return needsApproval && fresh ? 'pending' : 'confirmed';
    }
    if (b.endsAt > now) return 'checked_in';
    const status = random.weighted<BookingStatus>({
      pending: 0,
      confirmed: 0,
      checked_in: 0,
      completed: 80,
      rejected: needsApproval ? 6 : 0,
      cancelled: 9,
      late_cancelled: byStaff ? 0 : 4,
      released: venue.policy.releaseAfterMinutes === null ? 0 : 3,
      no_show: 1,
    });
    return this.withoutPause(status, venue, b);
  }

  /** A no-show only where it leaves the person far from a pause. */
  private withoutPause(
    status: BookingStatus,
    venue: SeedVenue,
    b: { person: Resident | null; startsAt: Date },
  ): BookingStatus {
    if (status !== 'released' && status !== 'no_show') return status;
    const key = `${b.person?.id ?? 0}|${venue.centreId}`;
    if (b.person === null || this.noShows.has(key) || shanghaiDay(b.startsAt) === shanghaiDay(this.now))
      return 'completed';
    this.noShows.add(key);
    return status;
  }
}
