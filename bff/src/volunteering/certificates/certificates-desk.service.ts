import { Injectable } from '@nestjs/common';
import { DIVISION_CODE_LENGTH } from '@jiefang/shared/divisions';
import { shanghaiDay } from '@jiefang/shared/time';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { PeopleService } from '../../identity/people/people.service.js';
import { Outbox } from '../../outbox/outbox.js';
import { CertifiableHours } from '../hours/certifiable-hours.js';
import { HoursLedger } from '../hours/hours-ledger.js';
import { volunteerView } from '../hours/hours-views.js';
import { maskIdNumber } from '../volunteers/volunteer-rules.js';
import { VolunteersRepository } from '../volunteers/volunteers.repository.js';
import { CertificateCodes } from './certificate-codes.js';
import { issuerOf, minutesOf, type CertificateContent } from './certificate-content.js';
import { certificateFacts, type StaffCertificateView } from './certificate-views.js';
import type { IssueCertificateBody, StaffCertificatesQuery } from './certificates.dto.js';
import {
  CertificatesRepository,
  type CertificateRow,
  type StaffCertificateRow,
} from './certificates.repository.js';

const ACTIONS: Partial<Record<CertificateRow['status'], StaffCertificateView['actions']>> = {
  requested: ['issue', 'decline'],
  issued: ['revoke'],
};

/** Certificates as staff issue, decline and revoke them. */
@Injectable()
export class CertificatesDeskService {
  constructor(
    private readonly database: Database,
    private readonly repository: CertificatesRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly hours: CertifiableHours,
    private readonly ledger: HoursLedger,
    private readonly codes: CertificateCodes,
    private readonly divisions: DivisionsService,
    private readonly people: PeopleService,
    private readonly cipher: FieldCipher,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async list(
    caller: Caller,
    divisionCode: string,
    query: StaffCertificatesQuery,
  ): Promise<Page<StaffCertificateView>> {
    await this.access.require(caller, 'hours.manage', divisionCode);
    const rows = await this.repository.findByDivision(
      this.database,
      divisionCode,
      query.status ?? null,
      query.cursor === undefined ? null : (decodeCursor(query.cursor, ['number'])[0] as number),
      query.limit + 1,
    );
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => this.view(row, caller),
    );
  }

  /**
   * Issues it with the hours as they stand now. CERTIFICATE_STATE, CERTIFICATE_NO_HOURS, CERTIFICATE_IDENTITY; CLAIM_OWN
   * for one's own.
   */
  async issue(
    caller: Caller,
    key: string,
    publicId: string,
    body: IssueCertificateBody,
  ): Promise<StaffCertificateView> {
    const { nickname: handler } = await this.people.require(caller.personId);
    const path = await this.issuerPath(publicId);
    return this.decide(caller, key, publicId, 'issue', body, async (tx, row, at) => {
      const content = { ...(await this.facts(tx, row, at)), ...body, handler, issuer: issuerOf(path) };
      const code = this.codes.generate();
      const issued = await this.repository.issue(tx, row.id, {
        number: content.number,
        codeHash: this.codes.hash(content.number, code),
        codeCipher: this.cipher.encrypt(code),
        contentCipher: this.cipher.encrypt(JSON.stringify(content)),
        minutes: content.minutes,
        by: caller.personId,
        at,
      });
      if (!issued) throw new DomainError('CERTIFICATE_STATE');
      await this.outbox.enqueue(tx, [
        {
          personId: row.personId,
          kind: 'certificate_issued',
          dedupe: `certificate:${row.id}:issued`,
          payload: { certificateId: row.id, number: content.number },
        },
      ]);
      return { number: content.number, minutes: content.minutes };
    });
  }

  async decline(
    caller: Caller,
    key: string,
    publicId: string,
    reason: string,
  ): Promise<StaffCertificateView> {
    return this.decide(caller, key, publicId, 'decline', { reason }, async (tx, row) => {
      if (!(await this.repository.decline(tx, row.id, reason))) throw new DomainError('CERTIFICATE_STATE');
      await this.outbox.enqueue(tx, [
        {
          personId: row.personId,
          kind: 'certificate_declined',
          dedupe: `certificate:${row.id}:declined`,
          payload: { certificateId: row.id, reason },
        },
      ]);
      return { reason };
    });
  }

  /** From now on whoever checks it reads that it was revoked, and it cannot be downloaded any more. */
  async revoke(caller: Caller, key: string, publicId: string, reason: string): Promise<StaffCertificateView> {
    return this.decide(caller, key, publicId, 'revoke', { reason }, async (tx, row, at) => {
      const revoked = await this.repository.revoke(tx, row.id, reason, caller.personId, at);
      if (!revoked || row.number === null) throw new DomainError('CERTIFICATE_STATE');
      await this.outbox.enqueue(tx, [
        {
          personId: row.personId,
          kind: 'certificate_revoked',
          dedupe: `certificate:${row.id}:revoked`,
          payload: { certificateId: row.id, number: row.number, reason },
        },
      ]);
      return { reason, number: row.number };
    });
  }

  /** What every decision has in common: its division the caller's, its person somebody else, an entry in the audit log. */
  private async decide(
    caller: Caller,
    key: string,
    publicId: string,
    act: 'issue' | 'decline' | 'revoke',
    body: object,
    work: (tx: Sql, row: CertificateRow, at: Date) => Promise<Record<string, unknown>>,
  ): Promise<StaffCertificateView> {
    const id = decodeId('certificate', publicId);
    const known = await this.repository.findById(this.database, id);
    if (known === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'hours.manage', known.divisionCode);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /staff/certificates/${publicId}/${act}`, body),
      async (tx) => {
        if (known.personId === caller.personId) {
          throw new DomainError('CLAIM_OWN', {
            message: '不能办理自己的证明。',
            next: '请由另一位同事办理。',
          });
        }
        const detail = await work(tx, (await this.repository.findById(tx, id)) ?? known, this.clock.now());
        await this.audit.record(tx, caller, {
          action: `certificate.${act}`,
          targetType: 'certificate',
          targetId: id,
          divisionCode: known.divisionCode,
          detail,
        });
        const row = await this.repository.findStaffRow(tx, id);
        if (row === null) throw new Error('a certificate lost its volunteer');
        return this.view(row, caller);
      },
    );
  }

  /** Names from the district down to the community that issues. */
  private async issuerPath(publicId: string): Promise<string[]> {
    const known = await this.repository.findById(this.database, decodeId('certificate', publicId));
    if (known === null) throw new DomainError('NOT_FOUND');
    const path = await this.divisions.path(known.divisionCode.slice(0, DIVISION_CODE_LENGTH.community));
    return path.filter(({ level }) => !['province', 'city'].includes(level)).map(({ name }) => name);
  }

  private async facts(
    tx: Sql,
    row: CertificateRow,
    at: Date,
  ): Promise<Omit<CertificateContent, 'responsible' | 'contact' | 'handler' | 'issuer'>> {
    const volunteer = await this.volunteers.find(tx, row.personId);
    if (volunteer === null) throw new DomainError('NOT_FOUND');
    if (volunteer.idNumberCipher === null) throw new DomainError('CERTIFICATE_IDENTITY');
    const { fromDay, toDay, purpose } = row;
    // Nothing is taken back between here and the end of the transaction.
    await this.ledger.lock(tx, [row.personId]);
    const services = await this.hours.of(tx, row.personId, { from: fromDay, to: toDay }, shanghaiDay(at));
    if (services.length === 0) throw new DomainError('CERTIFICATE_NO_HOURS');
    const year = shanghaiDay(at).slice(0, 4);
    const serial = await this.repository.nextNumber(tx, row.divisionCode, year);
    return {
      number: `${row.divisionCode}-${year}-${String(serial).padStart(6, '0')}`,
      name: this.cipher.decrypt(volunteer.nameCipher),
      idKind: '居民身份证',
      idNumberMasked: maskIdNumber(this.cipher.decrypt(volunteer.idNumberCipher)),
      volunteerNumber: volunteer.number,
      fromDay,
      toDay,
      minutes: minutesOf(services),
      services,
      purpose,
      issuedAt: at.toISOString(),
    };
  }

  private view(row: StaffCertificateRow, caller: Caller): StaffCertificateView {
    return {
      ...certificateFacts(row, null),
      volunteer: volunteerView({ number: row.volunteerNumber, nameCipher: row.nameCipher }, this.cipher),
      takenBackMinutes: row.takenBackMinutes,
      actions: row.personId === caller.personId ? [] : (ACTIONS[row.status] ?? []),
    };
  }
}
