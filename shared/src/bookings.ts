/** Lifecycle of a booking, shared by both ends: statuses, the one transition table, actions, words. */

export const BOOKING_STATUSES = [
  'pending',
  'confirmed',
  'checked_in',
  'completed',
  'rejected',
  'cancelled',
  'late_cancelled',
  'released',
  'no_show',
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** Who causes a transition: the resident, a member of staff, or the clock. */
export type BookingActor = 'resident' | 'staff' | 'clock';

/** Every lawful step and who may take it. What is not listed cannot happen. */
export const BOOKING_TRANSITIONS: Record<BookingStatus, Partial<Record<BookingStatus, BookingActor[]>>> = {
  pending: { confirmed: ['staff'], rejected: ['staff', 'clock'], cancelled: ['resident', 'staff'] },
  confirmed: {
    checked_in: ['staff'],
    cancelled: ['resident', 'staff'],
    late_cancelled: ['resident'],
    released: ['clock'],
    no_show: ['clock', 'staff'],
  },
  checked_in: { completed: ['clock', 'staff'] },
  completed: {},
  rejected: {},
  cancelled: {},
  late_cancelled: {},
  released: {},
  no_show: {},
};

/** Statuses whose run stays occupied. */
export const HOLDING_STATUSES = [
  'pending',
  'confirmed',
  'checked_in',
  'completed',
] as const satisfies BookingStatus[];

/** Statuses a resident still has something to do about. */
export const UPCOMING_STATUSES = ['pending', 'confirmed', 'checked_in'] as const satisfies BookingStatus[];

/** Statuses that count as 爽约 towards a pause. */
export const NO_SHOW_STATUSES = ['released', 'no_show'] as const satisfies BookingStatus[];

/** The statuses from which `to` may be reached by `actor`; the `WHERE status IN (…)` of every status change. */
export function statusesBefore(to: BookingStatus, actor: BookingActor): BookingStatus[] {
  return BOOKING_STATUSES.filter((from) => BOOKING_TRANSITIONS[from][to]?.includes(actor));
}

export const BOOKING_CHANNELS = ['app', 'waitlist', 'phone', 'counter'] as const;
export type BookingChannel = (typeof BOOKING_CHANNELS)[number];

export const BOOKING_ACTIONS = [
  'cancel',
  'show_check_in_code',
  'invite',
  'add_to_calendar',
  'leave',
  'approve',
  'reject',
  'check_in',
  'cancel_for_centre',
  'mark_no_show',
] as const;
export type BookingAction = (typeof BOOKING_ACTIONS)[number];

/** A status in the residents' words. */
export const BOOKING_STATUS_WORDS: Record<BookingStatus, string> = {
  pending: '等待审核',
  confirmed: '已约好',
  checked_in: '已签到',
  completed: '已完成',
  rejected: '没有通过',
  cancelled: '已取消',
  late_cancelled: '临时取消',
  released: '未签到，已让出',
  no_show: '爽约',
};

export const WAITLIST_STATUSES = ['waiting', 'promoted', 'expired', 'cancelled', 'refused'] as const;
export type WaitlistStatus = (typeof WAITLIST_STATUSES)[number];
