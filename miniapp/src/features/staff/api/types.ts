/** The staff's resources as the client reads them. Instants are ISO-8601 UTC, days 'YYYY-MM-DD' in Asia/Shanghai. */
import type { BookingAction, BookingChannel, BookingStatus } from '@jiefang/shared/bookings';
import type { DivisionLevel } from '@jiefang/shared/divisions';
import type { Permission, Role } from '@jiefang/shared/permissions';
import type { MinuteRange, UnitMinutes, VenuePolicy, WeekdayHours } from '@jiefang/shared/venues';
import type { Centre, Closure, Coded, Named, Residency, Venue } from '@/lib/api/types';

export interface DeskDivision {
  division: Coded & { level: DivisionLevel };
  permissions: Permission[];
}
export interface DeskCentre extends Named {
  divisionCode: string;
}
/** Where the signed-in member of staff works, and what they may do there. */
export interface StaffContext {
  divisions: DeskDivision[];
  centres: DeskCentre[];
}

export interface Pile {
  count: number;
  oldestAt: string | null;
}
export interface Todo {
  pendingBookings: Pile;
  pendingResidencies: Pile;
  pendingAppeals: Pile;
}
export interface VolunteeringTodo {
  submissions: Pile;
  objections: Pile;
  certificates: Pile;
  livePatrols: number;
  /** A sentence when the days off of the coming year are unknown. */
  calendarGap: string | null;
}
/** What waits in the 议事厅; a queue that is not the reader's is empty. */
export interface HallsTodo {
  review: Pile;
  cases: Pile;
  objections: Pile;
  assisted: Pile;
  followUps: Pile;
  late: Pile;
}

/** A booking as staff see it: the phone is masked. */
export interface BoardBooking {
  id: string;
  status: BookingStatus;
  statusReason: string | null;
  startsAt: string;
  endsAt: string;
  cleaningMinutes: number;
  personName: string;
  phoneMasked: string;
  purpose: string;
  attendees: number;
  channel: BookingChannel;
  actions: BookingAction[];
}
/** A booking that is read away from its board. */
export interface PlacedBooking extends BoardBooking {
  venue: Named;
}
export interface BoardVenue extends Named {
  unitMinutes: number;
  opening: MinuteRange[];
  closures: Closure[];
  bookings: BoardBooking[];
  /** Residents on the waitlist of this day. */
  waiting: number;
}
/** One day of a centre; minutes since Shanghai midnight. */
export interface Board {
  centre: Named;
  date: string;
  openMinute: number;
  closeMinute: number;
  venues: BoardVenue[];
}
export interface Approval extends PlacedBooking {
  centre: Named;
  createdAt: string;
  householdWeekCount: number;
  noShows90: number;
}
/** One of several bookings that the six digits fit. */
export interface CheckInCandidate {
  bookingId: string;
  venue: Named;
  startsAt: string;
  personName: string;
}

export interface StaffClosure extends Closure {
  createdBy: string;
  affectedBookings: number;
}
export interface ClosureDone extends Closure {
  cancelled: number;
  waivedNoShows: number;
}

export interface StaffCentre extends Centre {
  version: number;
  /** Bookings that the last edit left outside the hours. */
  keptOutsideHours?: number;
}
export interface StaffVenue extends Venue {
  /** null: the hours of the centre. */
  opening: WeekdayHours[] | null;
  version: number;
  keptOutsideHours?: number;
}
/** What staff write about a centre. */
export interface CentreDraft {
  name: string;
  tags: string[];
  address: string;
  phone: string;
  intro: string;
  location: { latitude: number; longitude: number };
  services: { name: string; description: string; hours: string }[];
  hours: WeekdayHours[];
}
/** What staff write about a venue. */
export interface VenueDraft {
  name: string;
  capacity: number;
  facilities: string[];
  intro: string;
  unitMinutes: UnitMinutes;
  status: 'open' | 'suspended';
  policy: VenuePolicy;
  opening: WeekdayHours[] | null;
}

export type RosterHint = 'match_name' | 'match_phone' | 'no_household' | 'none';
export interface StaffResidency extends Omit<Residency, 'actions'> {
  actions: ('approve' | 'reject')[];
  personNickname: string;
  phoneMasked: string | null;
  rosterHint: RosterHint;
}
export interface Unmasked {
  phone: string | null;
  name: string;
}
export interface Appeal {
  pauseId: string;
  person: { nickname: string; phoneMasked: string };
  centre: Named;
  startsAt: string;
  endsAt: string;
  reason: string;
  text: string;
  bookings: BoardBooking[];
  createdAt: string;
  actions: 'decide'[];
}
export interface StaffRole {
  id: string;
  person: { nickname: string; phoneMasked: string | null };
  role: Role;
  division: Coded & { level: DivisionLevel };
  grantedAt: string;
}
export interface AuditEntry {
  at: string;
  actor: string;
  action: string;
  target: string;
  detail: Record<string, unknown>;
  requestId: string;
}
