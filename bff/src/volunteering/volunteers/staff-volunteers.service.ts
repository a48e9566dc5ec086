import { Injectable } from '@nestjs/common';
import { isDivisionCode } from '@jiefang/shared/divisions';
import { isPermitted } from '@jiefang/shared/permissions';
import { DAY_MS, shanghaiDay } from '@jiefang/shared/time';
import { TRAINING_WORDS } from '@jiefang/shared/volunteering';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { invalidField } from '../../identity/invalid-field.js';
import { PeopleService } from '../../identity/people/people.service.js';
import { typedPhone } from '../../identity/people/phone.js';
import { Outbox } from '../../outbox/outbox.js';
import type { GuardianConsentDto } from './guardian.dto.js';
import { GuardiansService } from './guardians.service.js';
import { VolunteerPausesRepository } from './pauses.repository.js';
import type {
  PauseVolunteerDto,
  RecordTrainingDto,
  StaffVolunteersQuery,
  StaffVolunteerView,
} from './staff-volunteer.dto.js';
import { VolunteerViews } from './volunteer-views.js';
import { VolunteersRepository, type VolunteerRow } from './volunteers.repository.js';

const OWN = { message: '不能办理自己的志愿者资料。', next: '请由另一位同事办理。' };

/** What staff do about the volunteers of their divisions. Nobody does it about themselves. */
@Injectable()
export class StaffVolunteersService {
  constructor(
    private readonly database: Database,
    private readonly volunteers: VolunteersRepository,
    private readonly pauses: VolunteerPausesRepository,
    private readonly views: VolunteerViews,
    private readonly guardians: GuardiansService,
    private readonly people: PeopleService,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Volunteers of the division's subtree, or those with a number or phone. FORBIDDEN outside the caller's division. */
  async list(
    caller: Caller,
    divisionCode: string,
    query: StaffVolunteersQuery,
  ): Promise<Page<StaffVolunteerView>> {
    await this.access.require(caller, 'volunteers.manage', divisionCode);
    await this.divisions.require(divisionCode);
    const q = query.q?.normalize('NFKC').trim() ?? '';
    const rows = await (q === ''
      ? this.volunteers.findByDivision(this.database, divisionCode, keyOf(query.cursor), query.limit + 1)
      : this.find(divisionCode, q));
    const shown = await this.viewsOf(this.database, rows);
    return pageOf(
      rows,
      q === '' ? query.limit : rows.length,
      (row) => [row.communityCode, row.personId],
      (row) => shown.get(row.personId) as StaffVolunteerView,
    );
  }

  /** Writes down a training that was passed. INVALID_INPUT for days that cannot be. */
  async recordTraining(
    caller: Caller,
    key: string,
    publicId: string,
    dto: RecordTrainingDto,
  ): Promise<StaffVolunteerView> {
    const row = await this.requireOther(caller, publicId);
    const { training, passedOn, expiresOn } = dto;
    if (passedOn > shanghaiDay(this.clock.now()) || passedOn < row.birthDay) {
      throw invalidField('passedOn', '请选已经过去的日期');
    }
    if (expiresOn !== null && expiresOn <= passedOn) throw invalidField('expiresOn', '到期要晚于通过的日期');
    const route = `POST /staff/volunteers/${row.personId}/trainings`;
    return this.idempotency.run(idempotent(caller.personId, key, route, dto), async (tx) => {
      const personId = row.personId;
      const entry = { personId, training, passedOn, expiresOn };
      await this.volunteers.upsertTraining(tx, entry, caller.personId, this.clock.now());
      await this.outbox.enqueue(tx, [
        {
          personId,
          kind: 'training_recorded',
          dedupe: `training:${training}:${passedOn}:${expiresOn ?? ''}`,
          payload: { trainingName: TRAINING_WORDS[training] },
        },
      ]);
      await this.record(tx, caller, row, 'volunteer.training', { training, passedOn, expiresOn });
      return this.viewOf(tx, row);
    });
  }

  /**
   * Pauses claiming for a number of days, in the division for which the caller holds the permission most closely.
   */
  async pause(
    caller: Caller,
    key: string,
    publicId: string,
    dto: PauseVolunteerDto,
  ): Promise<StaffVolunteerView> {
    const row = await this.requireOther(caller, publicId);
    const divisionCode = await this.closestGrant(caller, row.communityCode);
    const names = await this.divisions.namesOf([divisionCode]);
    const route = `POST /staff/volunteers/${row.personId}/pauses`;
    return this.idempotency.run(idempotent(caller.personId, key, route, dto), async (tx) => {
      const startsAt = this.clock.now();
      const endsAt = new Date(startsAt.getTime() + dto.days * DAY_MS);
      const { personId } = row;
      const { reason } = dto;
      const pause = { personId, divisionCode, startsAt, endsAt, reason, createdBy: caller.personId };
      const id = await this.pauses.insert(tx, pause);
      await this.outbox.enqueue(tx, [
        {
          personId,
          kind: 'claim_pause_started',
          dedupe: `volunteer_pause:${id}:started`,
          payload: {
            divisionName: names.get(divisionCode)?.name ?? '',
            endsAt: endsAt.toISOString(),
            reason: sentence(reason),
          },
        },
      ]);
      await this.record(tx, caller, row, 'volunteer.pause', { days: dto.days, reason, divisionCode });
      return this.viewOf(tx, row);
    });
  }

  /** Ends a pause early, also one that no-shows brought. PAUSE_OVER when it has ended. */
  async liftPause(
    caller: Caller,
    key: string,
    publicId: string,
    reason: string,
  ): Promise<StaffVolunteerView> {
    const pause = await this.pauses.findById(this.database, decodeId('volunteer_pause', publicId));
    if (pause === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'volunteers.manage', pause.divisionCode);
    if (pause.personId === caller.personId) throw new DomainError('FORBIDDEN', OWN);
    const names = await this.divisions.namesOf([pause.divisionCode]);
    const route = `POST /staff/volunteer-pauses/${pause.id}/lift`;
    return this.idempotency.run(idempotent(caller.personId, key, route, { reason }), async (tx) => {
      if (!(await this.pauses.lift(tx, pause.id, caller.personId, reason, this.clock.now()))) {
        throw new DomainError('PAUSE_OVER', { message: '这次暂停已经结束。', next: '请刷新查看。' });
      }
      const row = await this.volunteers.find(tx, pause.personId);
      if (row === null) throw new Error('a paused person is no volunteer');
      await this.outbox.enqueue(tx, [
        {
          personId: pause.personId,
          kind: 'claim_pause_lifted',
          dedupe: `volunteer_pause:${pause.id}:lifted`,
          payload: { divisionName: names.get(pause.divisionCode)?.name ?? '', reason: sentence(reason) },
        },
      ]);
      await this.audit.record(tx, caller, {
        action: 'volunteer.pause_lift',
        targetType: 'volunteer_pause',
        targetId: pause.id,
        divisionCode: pause.divisionCode,
        detail: { reason, person: encodeId('person', pause.personId) },
      });
      return this.viewOf(tx, row);
    });
  }

  /** Writes down a guardian's consent that was given in person. GUARDIAN_STATE when none is awaited. */
  async recordGuardian(
    caller: Caller,
    key: string,
    publicId: string,
    dto: GuardianConsentDto,
  ): Promise<StaffVolunteerView> {
    const row = await this.requireOther(caller, publicId);
    const route = `POST /staff/volunteers/${row.personId}/guardian-consent`;
    return this.idempotency.run(idempotent(caller.personId, key, route, dto), async (tx) => {
      await this.guardians.recordAtDesk(tx, await this.reread(tx, row), dto, caller.personId);
      await this.record(tx, caller, row, 'volunteer.guardian_consent', { relation: dto.relation });
      return this.viewOf(tx, row);
    });
  }

  /** By number or phone; whoever left is found as well, so that staff can tell them so. */
  private find(divisionCode: string, q: string): Promise<VolunteerRow[]> {
    const phone = typedPhone(q);
    const hash = phone === null ? null : this.cipher.lookupHash('phone', phone);
    const number = /^\d{12}$/.test(q) ? q : '';
    return this.volunteers.findByNumberOrPhone(this.database, divisionCode, number, hash);
  }

  /** Somebody else's registration that is not over, once the caller's permission for its community is proven. */
  private async requireOther(caller: Caller, publicId: string): Promise<VolunteerRow> {
    const row = await this.volunteers.find(this.database, decodeId('person', publicId));
    if (row === null || row.status === 'left') throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'volunteers.manage', row.communityCode);
    if (row.personId === caller.personId) throw new DomainError('FORBIDDEN', OWN);
    return row;
  }

  private async closestGrant(caller: Caller, communityCode: string): Promise<string> {
    const grants = await this.access.grantsOf(caller.personId);
    const codes = grants
      .filter((grant) => isPermitted([grant], 'volunteers.manage', communityCode))
      .map((grant) => grant.divisionCode)
      .sort((a, b) => b.length - a.length);
    const [closest] = codes;
    if (closest === undefined) throw new DomainError('FORBIDDEN');
    return closest;
  }

  private record(
    tx: Sql,
    caller: Caller,
    row: VolunteerRow,
    action: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const target = { targetType: 'person', targetId: row.personId, divisionCode: row.communityCode };
    return this.audit.record(tx, caller, { action, ...target, detail: { number: row.number, ...detail } });
  }

  private async reread(tx: Sql, row: VolunteerRow): Promise<VolunteerRow> {
    return (await this.volunteers.find(tx, row.personId)) ?? row;
  }

  private async viewOf(tx: Sql, row: VolunteerRow): Promise<StaffVolunteerView> {
    const fresh = await this.reread(tx, row);
    return (await this.viewsOf(tx, [fresh])).get(row.personId) as StaffVolunteerView;
  }

  private async viewsOf(sql: Sql, rows: readonly VolunteerRow[]): Promise<Map<number, StaffVolunteerView>> {
    const ids = rows.map((row) => row.personId);
    const people = await this.people.summariesOf(ids, sql);
    const minutes = await this.volunteers.recordedMinutes(sql, ids);
    const { communityOf, unitOf, trainingsOf, pausesOf } = await this.views.details(sql, rows);
    return new Map(
      rows.map((row) => [
        row.personId,
        {
          personId: encodeId('person', row.personId),
          number: row.number,
          name: this.views.maskedName(row),
          phoneMasked: people.get(row.personId)?.phoneMasked ?? null,
          status: row.status,
          community: communityOf(row),
          unit: unitOf(row),
          trainings: trainingsOf(row),
          pauses: pausesOf(row),
          minutes: minutes.get(row.personId) ?? 0,
        },
      ]),
    );
  }
}

/** A reason as the sentence that a notice ends with. */
function sentence(reason: string): string {
  return `原因：${reason}${/[。！？]$/.test(reason) ? '' : '。'}`;
}

function keyOf(cursor: string | undefined): { communityCode: string; personId: number } | null {
  if (cursor === undefined) return null;
  const [communityCode, personId] = decodeCursor(cursor, ['string', 'number']) as [string, number];
  if (!isDivisionCode(communityCode)) throw new DomainError('INVALID_INPUT');
  return { communityCode, personId };
}
