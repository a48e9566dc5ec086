/** The BFF's resources as the client reads them. Instants are ISO-8601 UTC, days 'YYYY-MM-DD' in Asia/Shanghai. */
import type { BookingAction, BookingChannel, BookingStatus, WaitlistStatus } from '@jiefang/shared/bookings';
import type { DivisionLevel } from '@jiefang/shared/divisions';
import type { Permission, Role } from '@jiefang/shared/permissions';
import type { Audience, MinuteRange, RuleText, UnitMinutes, VenuePolicy, WeekdayHours } from '@jiefang/shared/venues';
import type { RuleName } from './error';

export interface Paged<T> {
  items: T[];
  nextCursor: string | null;
}
export interface Listed<T> {
  items: T[];
}
export interface Named {
  id: string;
  name: string;
}
export interface Coded {
  code: string;
  name: string;
}

export interface DemoPerson {
  key: string;
  name: string;
  role: 'visitor' | 'resident' | 'verified' | 'staff';
  title: string;
  description: string;
}
export interface RoleGrant {
  role: Role;
  division: Coded & { level: DivisionLevel };
}
export interface Pause {
  id: string;
  centre: Named;
  startsAt: string;
  endsAt: string;
  reason: string;
  appeal: { status: 'pending' | 'upheld' | 'dismissed'; text: string; decidedReason: string | null } | null;
  actions: 'appeal'[];
}
export interface Residency {
  id: string;
  status: 'pending' | 'approved' | 'rejected' | 'ended';
  community: Coded;
  building: string;
  room: string;
  claimedName: string;
  method: 'roster' | 'staff' | null;
  reason: string | null;
  createdAt: string;
  decidedAt: string | null;
  actions: ('withdraw' | 'end')[];
}
export interface Me {
  id: string;
  nickname: string;
  phone: { masked: string } | null;
  residency: Residency | null;
  homeCommunity: Coded | null;
  roles: RoleGrant[];
  permissions: Permission[];
  pauses: Pause[];
  unreadNotices: number;
  isDemo: boolean;
}

export interface Division extends Coded {
  level: DivisionLevel;
  path: Coded[];
}

export interface Closure {
  id: string;
  /** null closes the whole centre. */
  venue: Named | null;
  startsAt: string;
  endsAt: string;
  reason: string;
}
export interface VenueCard extends Named {
  centre: Named;
  capacity: number;
  facilities: string[];
  approval: boolean;
  freeNow: boolean;
  nextFree: { date: string; startMinute: number; endMinute: number } | null;
  freeUnitsToday: number;
  status: 'open' | 'suspended';
  eligibility: Audience;
}
export interface Home {
  community: Coded;
  today: string;
  freeToday: { count: number; venues: VenueCard[] };
  nextBooking: BookingCard | null;
  unreadNotices: number;
}
export interface CentreCard extends Named {
  tags: string[];
  address: string;
  distanceMetres: number | null;
  openNow: boolean;
  hoursToday: string;
  freeVenuesNow: number;
  venueCount: number;
  community: Coded;
}
export interface Centre extends CentreCard {
  intro: string;
  phone: string;
  location: { latitude: number; longitude: number; coordinateSystem: 'GCJ-02' };
  services: { name: string; description: string; hours: string }[];
  hours: WeekdayHours[];
  closures: Closure[];
  venues: VenueCard[];
}
/** A refusal known before one tries. */
export interface KnownRefusal {
  code: string;
  message: string;
  rule: RuleName | null;
  next: string | null;
}
export interface Venue extends Named {
  centre: Named & { phone: string; address: string };
  capacity: number;
  facilities: string[];
  intro: string;
  unitMinutes: UnitMinutes;
  status: 'open' | 'suspended';
  policy: VenuePolicy;
  rules: RuleText[];
  bookable: { allowed: boolean; refusal: KnownRefusal | null };
  firstDay: string;
  lastDay: string;
  quota: {
    person: { used: number; limit: number } | null;
    household: { used: number; limit: number } | null;
  } | null;
}
export type UnitState = 'free' | 'taken' | 'cleaning' | 'mine' | 'closed' | 'past' | 'reserved';
export interface Unit {
  startMinute: number;
  state: UnitState;
}
export interface VenueDay {
  venueId: string;
  date: string;
  unitMinutes: number;
  version: number;
  opening: MinuteRange[];
  units: Unit[];
  closures: Closure[];
  waitlistCount: number;
}
export interface DaySummary {
  date: string;
  freeUnits: number;
  totalUnits: number;
  closed: boolean;
}

export interface BookingCard {
  id: string;
  status: BookingStatus;
  statusReason: string | null;
  venue: Named;
  centre: Named;
  startsAt: string;
  endsAt: string;
  purpose: string;
  attendees: number;
  actions: BookingAction[];
  isCompanion: boolean;
}
export interface Booking extends BookingCard {
  channel: BookingChannel;
  address: string;
  centrePhone: string;
  cancelBy: string;
  checkInFrom: string;
  checkInUntil: string | null;
  createdAt: string;
  timeline: { status: BookingStatus; at: string; note: string | null }[];
  companions: { nickname: string; joinedAt: string }[];
  companionLimit: number;
  onBehalf: boolean;
  cancelNote: string;
}
export interface CheckInCode {
  qr: string;
  manualCode: string;
  expiresAt: string;
  serverTime: string;
}
export interface Run {
  startsAt: string;
  endsAt: string;
}
export interface Invite {
  token: string;
  path: string;
  expiresAt: string;
}
export interface InviteView {
  booking: {
    venue: Named;
    centre: Named;
    startsAt: string;
    endsAt: string;
    purpose: string;
    hostNickname: string;
    placesLeft: number;
    status: BookingStatus;
  };
  actions: 'accept'[];
}
export interface WaitlistEntry {
  id: string;
  status: WaitlistStatus;
  position: number | null;
  venue: Named;
  centre: Named;
  startsAt: string;
  endsAt: string;
  purpose: string;
  attendees: number;
  refusedReason: string | null;
  bookingId: string | null;
  actions: 'leave'[];
}

export interface NoticeLink {
  page:
    | 'booking'
    | 'waitlist'
    | 'residency'
    | 'pause'
    | 'staff_approvals'
    | 'staff_residencies'
    | 'staff_appeals';
  id: string | null;
}
export interface Notice {
  id: string;
  kind: string;
  title: string;
  body: string;
  at: string;
  readAt: string | null;
  link: NoticeLink | null;
}
export interface SubscribeTemplate {
  templateId: string;
  kind: string;
  title: string;
}
