/** Resources of volunteering that only its own pages use. Instants are ISO-8601 UTC, days 'YYYY-MM-DD', time in minutes. */
import type { Schemas } from '@/lib/api/contract';

export type Pledge = Schemas['PledgeView'];
export type Volunteer = Schemas['VolunteerView'];
export type GuardianRequest = Schemas['GuardianRequestView'];
export type Consent = Schemas['ConsentView'];

export type Task = Schemas['TaskView'];
export type TaskShift = Schemas['TaskShiftView'];
/** The lean answer to a claim. */
export type ClaimCreated = Schemas['ClaimCreated'];
export type Claim = Schemas['ClaimView'];

export type HoursItem = Schemas['HoursItemView'];
/** An entry with everything that happened to it. */
export type HoursDetail = Schemas['HoursItemDetailView'];
export type MyHours = Schemas['MyHoursView'];
/** One line of what a community makes public before it counts. */
export type PublishedHours = Schemas['PublishedHoursView'];

export type Certificate = Schemas['CertificateView'];
export type MyCertificates = Schemas['CertificateListView'];
/** What anyone may know about a certificate. */
export type CertificateCheck = Schemas['CertificateCheckView'];
