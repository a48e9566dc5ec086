import {
  clockOf,
  instantAt,
  shanghaiDay,
  shanghaiMinute,
  weekdayName,
  writtenDay,
} from '@jiefang/shared/time';
import { spokenHours } from '@jiefang/shared/hours';
import type { PublicIdKind } from '../common/ids/public-id.js';
import { hallWriters, type HallPayloads } from './hall-texts.js';
import { volunteeringWriters, type VolunteeringPayloads, type Words } from './volunteering-texts.js';

/** Facts about a booking or a waitlist entry that a notice needs; instants are ISO UTC. */
export interface BookingFacts {
  bookingId: number;
  venueName: string;
  centreName: string;
  startsAt: string;
  endsAt: string;
  /** Why, where the change has a reason. */
  reason?: string;
}

export type WaitlistFacts = Omit<BookingFacts, 'bookingId'> & { waitlistId: number };

/** What each kind of notice carries. */
export interface NoticePayloads extends VolunteeringPayloads, HallPayloads {
  booking_pending: BookingFacts;
  booking_confirmed: BookingFacts;
  booking_rejected: BookingFacts;
  booking_cancelled: BookingFacts;
  booking_closed: BookingFacts;
  booking_checked_in: BookingFacts;
  booking_released: BookingFacts;
  booking_no_show: BookingFacts;
  booking_completed: BookingFacts;
  booking_reminder: BookingFacts;
  booking_promoted: BookingFacts;
  companion_joined: BookingFacts & { nickname: string };
  waitlist_expired: WaitlistFacts;
  waitlist_refused: WaitlistFacts;
  pause_started: { pauseId: number; centreName: string; endsAt: string; limit: number; days: number };
  pause_lifted: { pauseId: number; centreName: string; reason: string };
  pause_appeal_dismissed: { pauseId: number; centreName: string; reason: string };
  residency_approved: { residencyId: number; communityName: string; place: string };
  residency_rejected: { residencyId: number; communityName: string; reason: string };
  role_granted: { roleName: string; divisionName: string };
  role_revoked: { roleName: string; divisionName: string };
}
export type NoticeKind = keyof NoticePayloads;

export const NOTICE_PAGES = [
  'booking',
  'waitlist',
  'residency',
  'pause',
  'claim',
  'task',
  'hours',
  'certificate',
  'volunteer',
  'topic',
] as const;
export type NoticePage = (typeof NOTICE_PAGES)[number];

/** What the inbox shows. The link's id is a row number; it becomes a public id at the edge. */
export interface NoticeText {
  title: string;
  body: string;
  link: { page: NoticePage; id: number | null } | null;
}

/** The kind of public id that a link page's id is. */
export const LINK_ID_KIND: Record<NoticePage, PublicIdKind> = {
  booking: 'booking',
  waitlist: 'waitlist',
  residency: 'residency',
  pause: 'pause',
  claim: 'claim',
  task: 'task',
  hours: 'hours',
  certificate: 'certificate',
  volunteer: 'person',
  topic: 'topic',
};

type Writers = { [K in NoticeKind]: (payload: NoticePayloads[K], now: Date) => NoticeText };

const WORDS: Words = {
  run: writtenRun,
  day: dayAndWeekday,
  because,
  hours: spokenHours,
  startOf: (day) => instantAt(day, 0),
};

const WRITERS: Writers = {
  booking_pending: booking(
    '已提交，等待审核',
    (b, when) => `${when} 的${b.venueName}已经替你留着，审核后会告诉你。`,
  ),
  booking_confirmed: booking(
    '预约好了',
    (b, when) => `${when}，${b.centreName}${b.venueName}。到时打开签到码签到。`,
  ),
  booking_rejected: booking(
    '预约没有通过',
    (b, when) => `${when} 的${b.venueName}没有通过。${because(b)}可以改约别的时段。`,
  ),
  booking_cancelled: booking('预约已取消', (b, when) => `${when} 的${b.venueName}已经取消。${because(b)}`),
  booking_closed: booking(
    '因闭馆取消',
    (b, when) => `${when} ${b.centreName}${b.venueName}闭馆，预约取消了，不算你爽约。${because(b)}`,
  ),
  booking_checked_in: booking('签到成功', (b, when) => `${when} 的${b.venueName}已经签到，祝使用愉快。`),
  booking_released: booking(
    '没有签到，场地让出',
    (b, when) => `${when} 的${b.venueName}没有按时签到，已经让给别人，记爽约一次。`,
  ),
  booking_no_show: booking('记了一次爽约', (b, when) => `${when} 的${b.venueName}没有人签到。`),
  booking_completed: booking('使用结束', (b, when) => `${when} 的${b.venueName}用完了，谢谢你爱护场地。`),
  booking_reminder: booking(
    '快到时间了',
    (b, when) => `${when} 在${b.centreName}${b.venueName}。来不了请早点取消，让给别的街坊。`,
  ),
  booking_promoted: booking(
    '候补到了',
    (b, when) => `你候补的 ${when} ${b.venueName}有人让出，已经替你约好。`,
  ),
  companion_joined: (payload, now) => ({
    title: '有人同行',
    body: `${payload.nickname} 会和你一起去 ${writtenRun(payload, now)} 的${payload.venueName}。`,
    link: { page: 'booking', id: payload.bookingId },
  }),
  waitlist_expired: waitlist(
    '候补没有等到',
    (w, when) => `${when} 的${w.venueName}一直没有空出来，候补结束了。`,
  ),
  waitlist_refused: waitlist(
    '候补没有成功',
    (w, when) => `${when} 的${w.venueName}空出来了，但按规则没能替你约上。${because(w)}`,
  ),
  pause_started: (payload, now) => ({
    title: '在线预约暂停',
    body: `${payload.days} 天内爽约 ${payload.limit} 次，${payload.centreName}的在线预约暂停到 ${dayAndWeekday(new Date(payload.endsAt), now)}。有特殊情况可以申诉，窗口和电话仍然可以约。`,
    link: { page: 'pause', id: payload.pauseId },
  }),
  pause_lifted: (payload) => ({
    title: '在线预约恢复',
    body: `${payload.centreName}的在线预约已经恢复。${payload.reason}`,
    link: { page: 'pause', id: payload.pauseId },
  }),
  pause_appeal_dismissed: (payload) => ({
    title: '申诉有答复了',
    body: `${payload.centreName}没有采纳这次申诉：${payload.reason.replace(/。?$/, '。')}`,
    link: { page: 'pause', id: payload.pauseId },
  }),
  residency_approved: (payload) => ({
    title: '居住登记通过',
    body: `你已经是${payload.communityName}的认证居民（${payload.place}），可以预约只给本社区的场地。`,
    link: { page: 'residency', id: payload.residencyId },
  }),
  residency_rejected: (payload) => ({
    title: '居住登记没有通过',
    body: `${payload.communityName}没有通过你的登记：${payload.reason}。可以改好再提交，或到窗口办理。`,
    link: { page: 'residency', id: payload.residencyId },
  }),
  role_granted: (payload) => ({
    title: '新的岗位',
    body: `你现在是${payload.divisionName}的${payload.roleName}，“我的”里有工作台。`,
    link: null,
  }),
  role_revoked: (payload) => ({
    title: '岗位已收回',
    body: `你在${payload.divisionName}的${payload.roleName}岗位已经收回。`,
    link: null,
  }),
  ...volunteeringWriters(WORDS),
  ...hallWriters(WORDS),
};

/**
 * The words of a notice as they are stored and shown in the inbox, true whenever they are read: days are written out.
 * `now` decides only whether a year is written.
 */
export function writeNotice<K extends NoticeKind>(
  kind: K,
  payload: NoticePayloads[K],
  now: Date,
): NoticeText {
  return WRITERS[kind](payload, now);
}

/** 11月28日 周六 14:00–15:30 */
function writtenRun(facts: { startsAt: string; endsAt: string }, now: Date): string {
  const start = new Date(facts.startsAt);
  const [from, to] = [start, new Date(facts.endsAt)].map((instant) => clockOf(shanghaiMinute(instant)));
  return `${dayAndWeekday(start, now)} ${from}–${to}`;
}

/**
 * 11月28日 周六; the year is written when it is another than that of writing. A notice is stored and read weeks later, so
 * never 今天 or 明天, which would be another day by then.
 */
function dayAndWeekday(instant: Date, now: Date): string {
  const day = shanghaiDay(instant);
  return `${writtenDay(day, shanghaiDay(now))} ${weekdayName(day)}`;
}

function because(facts: { reason?: string }): string {
  return facts.reason ? `原因：${facts.reason}。` : '';
}

function booking(title: string, body: (facts: BookingFacts, when: string) => string) {
  return (facts: BookingFacts, now: Date): NoticeText => ({
    title,
    body: body(facts, writtenRun(facts, now)),
    link: { page: 'booking', id: facts.bookingId },
  });
}

function waitlist(title: string, body: (facts: WaitlistFacts, when: string) => string) {
  return (facts: WaitlistFacts, now: Date): NoticeText => ({
    title,
    body: body(facts, writtenRun(facts, now)),
    link: { page: 'waitlist', id: facts.waitlistId },
  });
}
