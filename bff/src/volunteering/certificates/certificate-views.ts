import { ApiProperty } from '@nestjs/swagger';
import { CERTIFICATE_STATUSES, type CertificateStatus } from '@jiefang/shared/hours';
import { encodeId } from '../../common/ids/public-id.js';
import { HoursVolunteerView } from '../hours/hours-views.js';
import type { CertificateRow } from './certificates.repository.js';

/** A certificate of hours, asked for, issued, declined or revoked. */
export class CertificateFactsView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: CERTIFICATE_STATUSES, enumName: 'CertificateStatus' }) status: CertificateStatus;
  @ApiProperty({ type: String, nullable: true, description: 'null until it is issued' }) number:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'only its owner is told' }) code: string | null;
  @ApiProperty({ format: 'date' }) fromDay: string;
  @ApiProperty({ format: 'date' }) toDay: string;
  @ApiProperty() minutes: number;
  @ApiProperty() purpose: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) issuedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'why it was declined' }) decidedReason:
    string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) revokeReason: string | null;
}

export class CertificateView extends CertificateFactsView {
  @ApiProperty({ type: String, nullable: true, description: 'page on which anybody can check it' })
  checkPath: string | null;
  @ApiProperty({ enum: ['download'], isArray: true }) actions: 'download'[];
}

/** Hours that could be certified now. */
export class AvailableHoursView {
  @ApiProperty() minutes: number;
  @ApiProperty({ format: 'date' }) fromDay: string;
  @ApiProperty({ format: 'date' }) toDay: string;
}

export class CertificateListView {
  @ApiProperty({ type: [CertificateView] }) items: CertificateView[];
  @ApiProperty({ type: AvailableHoursView, nullable: true }) available: AvailableHoursView | null;
}

/** What a stranger is told: nothing of the person. */
export class CertificateCheckView {
  @ApiProperty({ enum: ['issued', 'revoked'] }) status: 'issued' | 'revoked';
  @ApiProperty() number: string;
  @ApiProperty() minutes: number;
  @ApiProperty({ format: 'date' }) fromDay: string;
  @ApiProperty({ format: 'date' }) toDay: string;
  @ApiProperty({ format: 'date-time' }) issuedAt: string;
  @ApiProperty() issuer: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt: string | null;
}

export class StaffCertificateView extends CertificateFactsView {
  @ApiProperty({ type: HoursVolunteerView }) volunteer: HoursVolunteerView;
  @ApiProperty({ description: 'minutes on it that were taken back since it was issued' })
  takenBackMinutes: number;
  @ApiProperty({ enum: ['issue', 'decline', 'revoke'], isArray: true }) actions: (
    'issue' | 'decline' | 'revoke'
  )[];
}

export class StaffCertificatePageView {
  @ApiProperty({ type: [StaffCertificateView] }) items: StaffCertificateView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** What everybody who may see a certificate sees of it. */
export function certificateFacts(row: CertificateRow, code: string | null): CertificateFactsView {
  return {
    id: encodeId('certificate', row.id),
    status: row.status,
    number: row.number,
    code,
    fromDay: row.fromDay,
    toDay: row.toDay,
    minutes: row.minutes,
    purpose: row.purpose,
    createdAt: row.createdAt.toISOString(),
    issuedAt: row.issuedAt?.toISOString() ?? null,
    decidedReason: row.decidedReason,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokeReason: row.revokeReason,
  };
}
