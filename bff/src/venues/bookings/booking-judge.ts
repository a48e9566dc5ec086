import {
  addDays,
  clockOf,
  daysBetween,
  MINUTE_MS,
  shanghaiDay,
  spokenDay,
  weekdayOf,
  writtenDay,
} from '@jiefang/shared/time';
import { isWithin, rangesOn, spokenMinutes, type MinuteRange } from '@jiefang/shared/venues';
import type { BookingChannel } from '@jiefang/shared/bookings';
import { DomainError } from '../../common/errors/domain-error.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import { unitRunOf, type Run, type UnitRun } from './booking-run.js';

/** True for bookings that staff make at the desk or on the phone. */
export function isDesk(channel: BookingChannel): boolean {
  return channel === 'phone' || channel === 'counter';
}

/** The opening of a venue on a day; [] when it is closed by its hours. */
export function openingOn(config: VenueConfig, day: string): MinuteRange[] {
  return rangesOn(config.opening, weekdayOf(day));
}

/**
 * Judges everything about a run that depends on the venue and the clock alone: alignment, hours, closures, length, lead
 * time, attendance. Who asks, quotas and other people's bookings are judged elsewhere. Returns the run in units or
 * throws the refusal. A desk booking is not held to the latest lead time: whoever stands at the counter may walk in.
 */
export function judgeRun(
  config: VenueConfig,
  run: Run,
  attendees: number,
  channel: BookingChannel,
  now: Date,
): UnitRun {
  const { policy, unitMinutes } = config;
  if (config.status !== 'open') throw new DomainError('VENUE_SUSPENDED');
  if (run.startsAt.getTime() <= now.getTime()) throw new DomainError('BOOKING_IN_PAST');

  const units = unitRunOf(run, unitMinutes);
  if (units === null) {
    throw new DomainError('BOOKING_MISALIGNED', {
      rule: 'hours',
      message: `这里每格 ${unitMinutes} 分钟，预约要从整格开始、在整格结束。`,
    });
  }
  judgeOpening(config, run, now);

  const length = run.endMinute - run.startMinute;
  if (length < policy.minMinutes) {
    throw new DomainError('BOOKING_TOO_SHORT', {
      rule: 'length',
      message: `一次最短 ${spokenMinutes(policy.minMinutes)}，你选了 ${spokenMinutes(length)}。`,
    });
  }
  if (length > policy.maxMinutes) {
    throw new DomainError('BOOKING_TOO_LONG', {
      rule: 'length',
      message: `一次最长 ${spokenMinutes(policy.maxMinutes)}，你选了 ${spokenMinutes(length)}。`,
    });
  }
  judgeLead(config, run, channel, now);
  if (attendees > config.capacity) {
    throw new DomainError('BOOKING_CAPACITY', {
      rule: 'attendance',
      message: `${config.name}最多 ${config.capacity} 人，你填了 ${attendees} 人。`,
    });
  }
  return units;
}

function judgeOpening(config: VenueConfig, run: Run, now: Date): void {
  const opening = openingOn(config, run.day);
  if (!isWithin(opening, run.startMinute, run.endMinute)) {
    // A waitlist entry keeps this sentence, so it says no 今天.
    const day = writtenDay(run.day, shanghaiDay(now));
    const hours = opening
      .map((range) => `${clockOf(range.openMinute)}–${clockOf(range.closeMinute)}`)
      .join('、');
    throw new DomainError('BOOKING_OUTSIDE_HOURS', {
      rule: 'hours',
      message: hours === '' ? `${day}不开放。` : `${day}开放 ${hours}，你选的时段不在里面。`,
    });
  }
  const closure = config.closures.find((c) => c.startsAt < run.endsAt && run.startsAt < c.endsAt);
  if (closure !== undefined) {
    throw new DomainError('BOOKING_CLOSED', { rule: 'hours', message: `这个时段闭馆：${closure.reason}。` });
  }
}

function judgeLead(config: VenueConfig, run: Run, channel: BookingChannel, now: Date): void {
  const { policy } = config;
  const today = shanghaiDay(now);
  if (daysBetween(today, run.day) > policy.earliestLeadDays) {
    const opens = addDays(run.day, -policy.earliestLeadDays);
    throw new DomainError('BOOKING_TOO_EARLY', {
      rule: 'lead',
      message: `最早提前 ${policy.earliestLeadDays} 天预约。`,
      next: `${spokenDay(opens, today)}起可以约这一天。`,
    });
  }
  if (!isDesk(channel) && run.startsAt.getTime() - now.getTime() < policy.latestLeadMinutes * MINUTE_MS) {
    throw new DomainError('BOOKING_TOO_LATE', {
      rule: 'lead',
      message: `开始前 ${spokenMinutes(policy.latestLeadMinutes)}就不能在线约了。`,
    });
  }
}
