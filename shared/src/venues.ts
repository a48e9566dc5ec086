/** What both ends decide alike about a venue: opening, policy, its rules in words, and the arithmetic of units. */
import { clockOf } from './time.js';

/** A stretch of a day in minutes since Shanghai midnight; close is exclusive and at most 1440. */
export interface MinuteRange {
  openMinute: number;
  closeMinute: number;
}

/** Opening on one ISO weekday (1 Monday … 7 Sunday); no ranges means closed that day. */
export interface WeekdayHours {
  weekday: number;
  ranges: MinuteRange[];
}

export const AUDIENCES = ['community', 'anyone', 'units'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const UNIT_MINUTES = [15, 30] as const;
export type UnitMinutes = (typeof UNIT_MINUTES)[number];

/** A venue's policy: data that staff edit, never code. All lengths in minutes unless the name says otherwise. */
export interface VenuePolicy {
  /** community: verified residents of the centre's division; anyone: a bound phone; units: staff book for a unit. */
  audience: Audience;
  /** True when a member of staff confirms each booking. */
  approval: boolean;
  /** How many days ahead of the day a booking may be made. */
  earliestLeadDays: number;
  /** How many minutes before the start booking closes. */
  latestLeadMinutes: number;
  minMinutes: number;
  maxMinutes: number;
  /** Bookings a person may hold at this venue in a week from Monday; null for no limit. */
  weeklyPerPerson: number | null;
  weeklyPerHousehold: number | null;
  /** Cancelling later than this many minutes before the start is recorded as late. */
  cancelByMinutes: number;
  /** Check-in opens this many minutes before the start. */
  checkInOpensMinutes: number;
  /** The room is given back when nobody has checked in this many minutes after the start; null keeps it. */
  releaseAfterMinutes: number | null;
  /** This many no-shows within `noShowDays` pause online booking at the centre for `pauseDays`. */
  noShowLimit: number;
  noShowDays: number;
  pauseDays: number;
  /** Kept free after each booking for cleaning. */
  cleaningMinutes: number;
  /** Percent of a day's units kept for phone and counter bookings until `reservedUntilHours` before the run. */
  reservedPercent: number;
  reservedUntilHours: number;
}

/** The policy a new venue starts with. */
export const DEFAULT_POLICY: VenuePolicy = {
  audience: 'community',
  approval: false,
  earliestLeadDays: 14,
  latestLeadMinutes: 30,
  minMinutes: 30,
  maxMinutes: 180,
  weeklyPerPerson: 2,
  weeklyPerHousehold: 2,
  cancelByMinutes: 120,
  checkInOpensMinutes: 30,
  releaseAfterMinutes: 15,
  noShowLimit: 3,
  noShowDays: 90,
  pauseDays: 30,
  cleaningMinutes: 15,
  reservedPercent: 0,
  reservedUntilHours: 24,
};

/** Numbers and titles of the booking rules; a refusal names its rule by these, the venue page lists them. */
export const BOOKING_RULES = {
  hours: { no: 1, title: '开放时间' },
  audience: { no: 2, title: '谁可以约' },
  lead: { no: 3, title: '提前多久' },
  length: { no: 4, title: '一次多久' },
  quota: { no: 5, title: '每周几次' },
  attendance: { no: 6, title: '人数' },
  cancel: { no: 7, title: '取消' },
  checkIn: { no: 8, title: '签到' },
  noShow: { no: 9, title: '爽约' },
  reserved: { no: 10, title: '预留给电话和窗口' },
} as const;
export type BookingRule = keyof typeof BOOKING_RULES;

/** A rule as the venue page prints it. */
export interface RuleText {
  no: number;
  title: string;
  text: string;
}

/** Minutes in words: 30 分钟, 2 小时, 1 小时 30 分钟, 1 天. */
export function spokenMinutes(minutes: number): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return `${minutes / 1440} 天`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}

/** The venue's rules in words, in the order of their numbers; rules that do not apply are left out. */
export function rulesInWords(policy: VenuePolicy, unitMinutes: number, capacity: number): RuleText[] {
  const texts: Record<BookingRule, string | null> = {
    hours: `只能约开放时间内的整段，每格 ${unitMinutes} 分钟${
      policy.cleaningMinutes > 0 ? `，用完后留 ${policy.cleaningMinutes} 分钟打扫` : ''
    }。`,
    audience: {
      community: '本辖区的认证居民可以约。',
      anyone: '绑定了手机号的街坊都可以约。',
      units: '只接受单位预约，请打电话或到窗口办理。',
    }[policy.audience].concat(policy.approval ? '提交后由工作人员审核。' : ''),
    lead: `最早提前 ${policy.earliestLeadDays} 天，最晚在开始前 ${spokenMinutes(policy.latestLeadMinutes)}。`,
    length: `一次最短 ${spokenMinutes(policy.minMinutes)}，最长 ${spokenMinutes(policy.maxMinutes)}。`,
    quota: quotaInWords(policy),
    attendance: `最多 ${capacity} 人。`,
    cancel: `开始前 ${spokenMinutes(policy.cancelByMinutes)}可以自由取消，再晚会记为临时取消。`,
    checkIn: `开始前 ${spokenMinutes(policy.checkInOpensMinutes)}起可以签到${
      policy.releaseAfterMinutes === null
        ? ''
        : `，开始 ${spokenMinutes(policy.releaseAfterMinutes)}后还没签到，场地会让给别人`
    }。`,
    noShow: `${policy.noShowDays} 天内爽约 ${policy.noShowLimit} 次，暂停在线预约 ${policy.pauseDays} 天，可以申诉。`,
    reserved:
      policy.reservedPercent === 0
        ? null
        : `每天留 ${policy.reservedPercent}% 的时段给电话和窗口预约，开始前 ${policy.reservedUntilHours} 小时还空着就放开。`,
  };
  return (Object.keys(BOOKING_RULES) as BookingRule[]).flatMap((rule) => {
    const text = texts[rule];
    return text === null ? [] : [{ ...BOOKING_RULES[rule], text }];
  });
}

function quotaInWords(policy: VenuePolicy): string | null {
  const parts = [
    policy.weeklyPerPerson === null ? null : `每人每周 ${policy.weeklyPerPerson} 次`,
    policy.weeklyPerHousehold === null ? null : `每户每周 ${policy.weeklyPerHousehold} 次`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join('，')}，周一重新计算。`;
}

/** The ranges of one weekday, sorted; [] when closed. */
export function rangesOn(hours: readonly WeekdayHours[], weekday: number): MinuteRange[] {
  const found = hours.find((h) => h.weekday === weekday);
  return found ? [...found.ranges].sort((a, b) => a.openMinute - b.openMinute) : [];
}

/** 'HH:mm–HH:mm，…' of a day's ranges, 今天闭馆 when there are none. */
export function hoursInWords(ranges: readonly MinuteRange[]): string {
  if (ranges.length === 0) return '今天闭馆';
  return ranges.map((r) => `${clockOf(r.openMinute)}–${clockOf(r.closeMinute)}`).join('，');
}

/** True when [startMinute, endMinute) lies wholly within one of the ranges. */
export function isWithin(ranges: readonly MinuteRange[], startMinute: number, endMinute: number): boolean {
  return ranges.some((r) => r.openMinute <= startMinute && endMinute <= r.closeMinute);
}

/** How many units the cleaning buffer takes: rounded up to whole units. */
export function cleaningUnits(policy: Pick<VenuePolicy, 'cleaningMinutes'>, unitMinutes: number): number {
  return Math.ceil(policy.cleaningMinutes / unitMinutes);
}

/** How many whole units the ranges of a day hold. */
export function unitsIn(ranges: readonly MinuteRange[], unitMinutes: number): number {
  return ranges.reduce((sum, r) => sum + Math.floor((r.closeMinute - r.openMinute) / unitMinutes), 0);
}
