/** The coordinator's resources by the names the client uses. Instants are ISO-8601 UTC, places GCJ-02. */
import type { Schemas } from '@/lib/api/contract';

export type StaffTask = Schemas['StaffTaskView'];
export type StaffTaskShift = Schemas['StaffTaskShiftView'];
export type TaskForm = Schemas['TaskForm'];
export type ShiftForm = Schemas['ShiftInput'];

export type ShiftClaims = Schemas['ShiftClaimsView'];
export type StaffClaim = Schemas['StaffClaimView'];
export type ShiftCode = Schemas['ShiftCodeView'];
export type Submission = Schemas['SubmissionView'];
export type Evidence = Schemas['EvidenceView'];

export type LivePatrol = Schemas['LivePatrolView'];
export type Patrol = Schemas['PatrolView'];
export type PatrolLine = Schemas['PatrolLineView'];

export type StaffVolunteer = Schemas['StaffVolunteerView'];
export type StaffUnit = Schemas['StaffUnitView'];

export type StaffHoursItem = Schemas['StaffHoursItemView'];
export type StaffObjection = Schemas['StaffObjectionView'];
export type DivisionStatement = Schemas['DivisionStatementView'];

export type StaffCertificate = Schemas['StaffCertificateView'];
