/** The BFF's resources by the names the client uses. Instants are ISO-8601 UTC, days 'YYYY-MM-DD' in Asia/Shanghai. */
import type { Schemas } from './contract';

/** A page of a longer list; `nextCursor` asks for the next. */
export interface Paged<Item> {
  items: Item[];
  nextCursor: string | null;
}
export interface Listed<Item> {
  items: Item[];
}
export type Named = Schemas['NamedView'];
export type Coded = Schemas['DivisionName'];
export type Division = Schemas['DivisionDto'];

export type DemoPerson = Schemas['DemoPerson'];
export type Me = Schemas['Me'];
export type Pause = Schemas['PauseView'];
export type Residency = Schemas['ResidencyView'];

export type Home = Schemas['HomeView'];
export type CentreCard = Schemas['CentreCardView'];
export type Centre = Schemas['CentreView'];
export type VenueCard = Schemas['VenueCardView'];
export type Venue = Schemas['VenueView'];
export type VenueDay = Schemas['VenueDayView'];
export type Unit = Schemas['GridUnitView'];
export type UnitState = Schemas['UnitState'];
export type DaySummary = Schemas['DaySummaryView'];
export type Closure = Schemas['ClosureView'];
/** A refusal known before one tries. */
export type KnownRefusal = Schemas['RefusalView'];

export type BookingCard = Schemas['BookingCardView'];
export type Booking = Schemas['BookingView'];
export type Invite = Schemas['InviteLinkView'];
export type InviteView = Schemas['InviteView'];
export type WaitlistEntry = Schemas['WaitlistView'];
/** A run of time. */
export interface Run {
  startsAt: string;
  endsAt: string;
}

export type Notice = Schemas['NoticeView'];
export type NoticeLink = Schemas['NoticeLinkView'];
export type SubscribeTemplate = Schemas['TemplateView'];
