import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher, maskName } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { idempotent, Idempotency } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { Outbox } from '../../outbox/outbox.js';
import { PersonRepository, type PersonRow } from '../people/person.repository.js';
import { PeopleService } from '../people/people.service.js';
import { HouseholdRepository } from './household.repository.js';
import { isSamePlace } from './place.js';
import { ResidenciesService } from './residencies.service.js';
import type { ResidencyQueueQuery, StaffResidency, Unmasked } from './residency.dto.js';
import { residencyDeskActions, rosterHint } from './residency-rules.js';
import { ResidencyRepository, type ResidencyRow } from './residency.repository.js';
import { ResidencyViews } from './residency-views.js';

const OWN = { message: '不能办理自己的居住登记。', next: '请由另一位同事办理。' };

/** What staff decide about residencies of their division. Nobody decides their own. */
@Injectable()
export class ResidencyDeskService {
  constructor(
    private readonly database: Database,
    private readonly residencies: ResidencyRepository,
    private readonly households: HouseholdRepository,
    private readonly persons: PersonRepository,
    private readonly people: PeopleService,
    private readonly residents: ResidenciesService,
    private readonly divisions: DivisionsService,
    private readonly views: ResidencyViews,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Residencies of the division's subtree in one status, oldest first. FORBIDDEN outside the caller's division. */
  async list(
    caller: Caller,
    divisionCode: string,
    query: ResidencyQueueQuery,
  ): Promise<Page<StaffResidency>> {
    await this.access.require(caller, 'residency.decide', divisionCode);
    await this.divisions.require(divisionCode);
    const [after] = query.cursor === undefined ? [0] : decodeCursor(query.cursor, ['number']);
    const rows = await this.residencies.findByDivision(
      this.database,
      divisionCode,
      query.status,
      Number(after),
      query.limit + 1,
    );
    const shown = await this.staffViews(this.database, caller, rows);
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => required(shown.get(row.id)),
    );
  }

  /** How many claims wait in the division's subtree and since when. The caller's permission is not looked at. */
  async pendingIn(divisionCode: string): Promise<{ count: number; oldestAt: string | null }> {
    const { count, oldestAt } = await this.residencies.summarisePending(this.database, divisionCode);
    return { count, oldestAt: oldestAt?.toISOString() ?? null };
  }

  /** Approves a pending claim; its household is made when the roster has none. RESIDENCY_DECIDED, FORBIDDEN. */
  async approve(caller: Caller, key: string, publicId: string, reason: string): Promise<StaffResidency> {
    return this.decide(caller, key, publicId, 'approve', reason, async (tx, row) => {
      const householdId = await this.households.findOrCreate(tx, row);
      const at = this.clock.now();
      const decision = { method: 'staff', householdId, reason, by: caller.personId, at } as const;
      if (!(await this.residencies.approve(tx, row.id, decision))) throw new DomainError('RESIDENCY_DECIDED');
      await this.residents.tellApproved(tx, row);
    });
  }

  /** Rejects a pending claim; the resident reads the reason. RESIDENCY_DECIDED, FORBIDDEN. */
  async reject(caller: Caller, key: string, publicId: string, reason: string): Promise<StaffResidency> {
    return this.decide(caller, key, publicId, 'reject', reason, async (tx, row) => {
      const decision = { reason, by: caller.personId, at: this.clock.now() };
      if (!(await this.residencies.reject(tx, row.id, decision))) throw new DomainError('RESIDENCY_DECIDED');
      const names = await this.divisions.namesOf([row.communityCode], tx);
      const payload = {
        residencyId: row.id,
        communityName: names.get(row.communityCode)?.name ?? '',
        reason,
      };
      const dedupe = `residency:${row.id}:rejected`;
      await this.outbox.enqueue(tx, [
        { personId: row.personId, kind: 'residency_rejected', dedupe, payload },
      ]);
    });
  }

  /** Name and phone in full, for a stated purpose that stays in the audit. */
  async unmask(caller: Caller, publicId: string, purpose: string): Promise<Unmasked> {
    const row = await this.requireRow(caller, publicId);
    return this.database.transaction(async (tx) => {
      await this.record(tx, caller, row, 'residency.unmask', { purpose });
      const person = required(await this.persons.findById(tx, row.personId));
      return { phone: this.people.phoneOf(person), name: this.views.nameOf(row) };
    });
  }

  private async decide(
    caller: Caller,
    key: string,
    publicId: string,
    act: 'approve' | 'reject',
    reason: string,
    work: (tx: Sql, row: ResidencyRow) => Promise<void>,
  ): Promise<StaffResidency> {
    const row = await this.requireRow(caller, publicId);
    if (row.personId === caller.personId) throw new DomainError('FORBIDDEN', OWN);
    const route = `POST /staff/residencies/${row.id}/${act}`;
    return this.idempotency.run(idempotent(caller.personId, key, route, { reason }), async (tx) => {
      await work(tx, row);
      await this.record(tx, caller, row, `residency.${act}`, { reason });
      const decided = required(await this.residencies.findById(tx, row.id));
      return required((await this.staffViews(tx, caller, [decided])).get(row.id));
    });
  }

  /** The residency, once the caller's permission for its community is proven. */
  private async requireRow(caller: Caller, publicId: string): Promise<ResidencyRow> {
    const row = await this.residencies.findById(this.database, decodeId('residency', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'residency.decide', row.communityCode);
    return row;
  }

  private record(
    tx: Sql,
    caller: Caller,
    row: ResidencyRow,
    action: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const target = { targetType: 'residency', targetId: row.id, divisionCode: row.communityCode };
    return this.audit.record(tx, caller, { action, ...target, detail });
  }

  /** Rows as the caller sees them at the desk, by row number: name and phone masked, with the roster's hint. */
  private async staffViews(
    sql: Sql,
    caller: Caller,
    rows: readonly ResidencyRow[],
  ): Promise<Map<number, StaffResidency>> {
    const persons = await this.persons.findByIds(sql, [...new Set(rows.map((row) => row.personId))]);
    const personById = new Map<number, PersonRow>(persons.map((person) => [person.id, person]));
    const households = await this.households.findRoster(sql, rows);
    const views = await this.views.many(sql, rows);
    return new Map(
      rows.map((row, index) => {
        const view = required(views[index]);
        const person = required(personById.get(row.personId));
        const household = households.find(
          (candidate) => candidate.communityCode === row.communityCode && isSamePlace(candidate, row),
        );
        const nameHash = this.cipher.lookupHash('name', view.claimedName);
        const claimant = { nameHash, phoneHash: person.phoneHash };
        return [
          row.id,
          {
            ...view,
            claimedName: maskName(view.claimedName),
            actions: residencyDeskActions(row.status, row.personId === caller.personId),
            personNickname: person.nickname,
            phoneMasked: person.phoneMasked,
            rosterHint: rosterHint(household?.members ?? null, claimant),
          },
        ];
      }),
    );
  }
}

function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a row of a foreign key is missing');
  return value;
}
