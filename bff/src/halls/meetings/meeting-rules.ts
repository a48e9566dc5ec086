import { DAY_MS, MINUTE_MS } from '@jiefang/shared/time';
import type { TopicStatus } from '@jiefang/shared/topics';

export type StoredMeetingStatus = 'called' | 'closed' | 'cancelled';
/** `open` is a called meeting to which people may sign in. */
export const MEETING_STATUSES = ['called', 'open', 'closed', 'cancelled'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** Statuses in which a topic is talked over face to face. */
export const MEETING_TOPICS: readonly TopicStatus[] = [
  'under_review',
  'endorsing',
  'announced',
  'deliberating',
];
/** Statuses in which minutes are written. */
export const MINUTES_TOPICS: readonly TopicStatus[] = ['announced', 'deliberating'];

/** One may sign in so long before the beginning, and so long after the end unless it was closed before. */
const EARLY_MS = 30 * MINUTE_MS;
const LATE_MS = 120 * MINUTE_MS;
const LONGEST_MS = 12 * 60 * MINUTE_MS;
const FURTHEST_MS = 180 * DAY_MS;

/** What is wrong with the time of a meeting that is being called, in words. */
export function meetingTimeFault(startsAt: Date, endsAt: Date, now: Date): string | null {
  if (startsAt <= now) return '会议要定在现在以后。';
  if (endsAt <= startsAt) return '结束要晚于开始。';
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS) return '一次会议最长 12 小时。';
  if (startsAt.getTime() - now.getTime() > FURTHEST_MS) return '最多提前 180 天。';
  return null;
}

interface MeetingTimes {
  status: StoredMeetingStatus;
  startsAt: Date;
  endsAt: Date;
}

export function meetingStatus(meeting: MeetingTimes, now: Date): MeetingStatus {
  return meeting.status === 'called' && maySignIn(meeting, now) ? 'open' : meeting.status;
}

export function maySignIn(meeting: MeetingTimes, now: Date): boolean {
  return (
    meeting.status === 'called' &&
    now.getTime() >= meeting.startsAt.getTime() - EARLY_MS &&
    now.getTime() <= meeting.endsAt.getTime() + LATE_MS
  );
}

/** Attendees on a paper sheet and speeches are entered from the beginning on, also after the end. */
export function mayEnter(meeting: MeetingTimes, now: Date): boolean {
  return meeting.status !== 'cancelled' && now.getTime() >= meeting.startsAt.getTime() - EARLY_MS;
}
