import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { GUARDIAN_BELOW_AGE, PLEDGE_TEXT, ageOn } from '@jiefang/shared/volunteering';
import { DAY_MS, shanghaiDay } from '@jiefang/shared/time';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { deriveKey, FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { Database, type Sql } from '../../database/database.js';
import { invalidField } from '../../identity/invalid-field.js';
import { PeopleService } from '../../identity/people/people.service.js';
import { realNameFault } from '../../identity/people/person-name.js';
import { Outbox } from '../../outbox/outbox.js';
import type { GuardianConsentDto, GuardianLinkView, GuardianRequestView } from './guardian.dto.js';
import { GUARDIAN_LINK_DAYS, guardianToken, guardianTokenEnd } from './volunteer-rules.js';
import { VolunteerViews } from './volunteer-views.js';
import { VolunteersRepository, type VolunteerRow } from './volunteers.repository.js';

/** A guardian agrees to a minor's service: by a link on their own phone, or in person at the desk. */
@Injectable()
export class GuardiansService {
  private readonly linkKey: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly volunteers: VolunteersRepository,
    private readonly views: VolunteerViews,
    private readonly people: PeopleService,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) config: AppConfig,
  ) {
    this.linkKey = deriveKey(config.appSecret, 'guardian-link');
  }

  /** A link for the caller's guardian, good for seven days and one consent. GUARDIAN_STATE when none is awaited. */
  async link(caller: Caller, key: string): Promise<GuardianLinkView> {
    const request = idempotent(caller.personId, key, 'POST /me/volunteer/guardian-link', {});
    // What is kept for a repeat is only the end: nothing that the database holds opens the link.
    const { expiresAt } = await this.idempotency.run(request, async (tx) => {
      const now = this.clock.now();
      const end = new Date(Math.floor((now.getTime() + GUARDIAN_LINK_DAYS * DAY_MS) / 1000) * 1000);
      const hash = hashOf(this.tokenOf(caller.personId, key, end));
      if (!(await this.volunteers.setGuardianToken(tx, caller.personId, hash, now))) {
        throw new DomainError('GUARDIAN_STATE', { message: '你现在不需要监护人同意。' });
      }
      return { expiresAt: end.toISOString() };
    });
    const token = this.tokenOf(caller.personId, key, new Date(expiresAt));
    return { token, path: `/pages-volunteer/guardian/index?token=${token}`, expiresAt };
  }

  /** What a link asks for. GUARDIAN_INVALID for one that was never given or replaced. */
  async view(caller: Caller | null, token: string): Promise<GuardianRequestView> {
    const row = await this.requireMinor(this.database, token);
    return this.viewOf(row, token, caller?.personId ?? null);
  }

  /**
   * The caller agrees as the minor's guardian. PHONE_REQUIRED, GUARDIAN_SELF for the minor, FORBIDDEN for one who is
   * known to be a minor, GUARDIAN_INVALID for a link that is over or used by somebody else.
   */
  async consent(
    caller: Caller,
    key: string,
    token: string,
    dto: GuardianConsentDto,
  ): Promise<GuardianRequestView> {
    const person = await this.people.require(caller.personId);
    if (person.phoneCipher === null) throw new DomainError('PHONE_REQUIRED');
    requireName(dto.guardianName);
    const route = `POST /guardian-requests/${hashOf(token).toString('hex')}/consent`;
    return this.idempotency.run(idempotent(caller.personId, key, route, dto), async (tx) => {
      const row = await this.requireMinor(tx, token);
      if (row.personId === caller.personId) throw new DomainError('GUARDIAN_SELF');
      await this.requireAdult(tx, caller.personId);
      const status = this.statusOf(row, token);
      if (status === 'consented' && row.guardianPersonId === caller.personId) {
        return this.viewOf(row, token, caller.personId);
      }
      if (status !== 'open') throw new DomainError('GUARDIAN_INVALID');
      await this.write(
        tx,
        row,
        { ...dto, method: 'link', personId: caller.personId, recordedBy: null },
        hashOf(token),
      );
      return this.viewOf(await this.requireMinor(tx, token), token, caller.personId);
    });
  }

  /** Writes down what a guardian said in person. GUARDIAN_STATE when none is awaited. The caller has proven the desk. */
  async recordAtDesk(tx: Sql, row: VolunteerRow, dto: GuardianConsentDto, recordedBy: number): Promise<void> {
    requireName(dto.guardianName);
    if (row.status !== 'awaiting_guardian') throw new DomainError('GUARDIAN_STATE');
    await this.write(tx, row, { ...dto, method: 'desk', personId: null, recordedBy }, null);
  }

  /** The same for a repeat of the request, and nobody's guess. */
  private tokenOf(personId: number, key: string, end: Date): string {
    const mac = createHmac('sha256', this.linkKey).update(`${personId}|${key}`).digest();
    return guardianToken(mac.subarray(0, 24), end);
  }

  private async write(
    tx: Sql,
    row: VolunteerRow,
    consent: GuardianConsentDto & {
      method: 'link' | 'desk';
      personId: number | null;
      recordedBy: number | null;
    },
    tokenHash: Buffer | null,
  ): Promise<void> {
    const { method, personId, recordedBy, relation, guardianName } = consent;
    const at = this.clock.now();
    const nameCipher = this.cipher.encrypt(guardianName);
    const given = { method, nameCipher, relation, personId, recordedBy, at };
    if (!(await this.volunteers.recordGuardian(tx, row.personId, given, tokenHash))) {
      throw new DomainError(tokenHash === null ? 'GUARDIAN_STATE' : 'GUARDIAN_INVALID');
    }
    const dedupe = `guardian:${row.pledgedAt.getTime()}`;
    await this.outbox.enqueue(tx, [
      { personId: row.personId, kind: 'guardian_consented', dedupe, payload: { relation } },
    ]);
  }

  private async requireMinor(sql: Sql, token: string): Promise<VolunteerRow> {
    const row =
      guardianTokenEnd(token) === null ? null : await this.volunteers.findByGuardianToken(sql, hashOf(token));
    if (row === null || row.status === 'left') throw new DomainError('GUARDIAN_INVALID');
    return row;
  }

  /** A volunteer's age is known; of anybody else a bound phone has to do. */
  private async requireAdult(sql: Sql, personId: number): Promise<void> {
    const row = await this.volunteers.find(sql, personId);
    if (row === null || ageOn(row.birthDay, this.today()) >= GUARDIAN_BELOW_AGE) return;
    throw new DomainError('FORBIDDEN', {
      message: '监护人要年满 18 周岁。',
      next: '请把链接发给父母或别的监护人。',
    });
  }

  private statusOf(row: VolunteerRow, token: string): GuardianRequestView['status'] {
    if (row.guardianConsentedAt !== null) return 'consented';
    return (guardianTokenEnd(token) ?? new Date(0)) > this.clock.now() ? 'open' : 'expired';
  }

  private viewOf(row: VolunteerRow, token: string, readerId: number | null): GuardianRequestView {
    return {
      minorName: this.views.maskedName(row),
      minorAge: ageOn(row.birthDay, this.today()),
      pledgeText: PLEDGE_TEXT,
      status: this.statusOf(row, token),
      own: row.personId === readerId,
    };
  }

  private today(): string {
    return shanghaiDay(this.clock.now());
  }
}

function requireName(name: string): void {
  const fault = realNameFault(name);
  if (fault !== null) throw invalidField('guardianName', fault);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
