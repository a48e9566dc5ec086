import { Injectable } from '@nestjs/common';
import { tierOf } from '@jiefang/shared/hours';
import { Audit } from '../../audit/audit.js';
import { Access, type Grant } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { Outbox } from '../../outbox/outbox.js';
import { decodeDayCursor } from './day-cursor.js';
import { actOn, factsOf, HoursCorrections, MINUTES_OF_A_DAY } from './hours-corrections.js';
import type { AdjustBody, StaffHoursQuery } from './hours.dto.js';
import { HoursItemsRepository, type HoursItemRow, type StaffItemRow } from './hours-items.repository.js';
import { HoursLedger } from './hours-ledger.js';
import { itemView, volunteerView, type HoursItemView, type StaffHoursItemView } from './hours-views.js';
import { higherTier, mayApprove } from './tiers.js';

/** What staff see and correct of hours. */
@Injectable()
export class HoursDeskService {
  constructor(
    private readonly database: Database,
    private readonly items: HoursItemsRepository,
    private readonly ledger: HoursLedger,
    private readonly corrections: HoursCorrections,
    private readonly divisions: DivisionsService,
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
    query: StaffHoursQuery,
  ): Promise<Page<StaffHoursItemView>> {
    await this.access.require(caller, 'hours.manage', divisionCode);
    const grants = await this.access.grantsOf(caller.personId);
    const after = decodeDayCursor(query.cursor);
    const { status, from, to, q: number } = query;
    const rows = await this.items.findByDivision(
      this.database,
      divisionCode,
      { status, from, to, number },
      after,
      query.limit + 1,
    );
    const names = await this.divisions.namesOf(rows.map((row) => row.divisionCode));
    return pageOf(
      rows,
      query.limit,
      (row) => [row.day, row.id],
      (row) => ({
        ...itemView(row, names),
        volunteer: volunteerView(row, this.cipher),
        tier: row.tier,
        actions: actionsOn(row, caller, grants),
      }),
    );
  }

  /** Takes an item back, with whatever adjusted it. HOURS_STATE, HOURS_TIER; CLAIM_OWN for one's own hours. */
  async reverse(caller: Caller, key: string, publicId: string, reason: string): Promise<HoursItemView> {
    return this.correct(
      caller,
      key,
      publicId,
      `POST /staff/hours/${publicId}/reverse`,
      { reason },
      async (tx, item, grants) => {
        if (item.status === 'reversed') throw new DomainError('HOURS_STATE');
        requireTier(grants, item.divisionCode, await this.corrections.tierToReverse(tx, item));
        const at = this.clock.now();
        await this.corrections.reverse(tx, item, caller, reason, at);
        await this.record(tx, caller, 'hours.reverse', item, { reason, minutes: -item.minutes });
        return item.id;
      },
    );
  }

  /**
   * Adds or takes minutes of a service as an item of its own, which is publicised like any other. The day's total
   * decides who may. HOURS_STATE, HOURS_TIER, HOURS_MINUTES (below nothing, or beyond a day); CLAIM_OWN for one's own hours.
   */
  async adjust(caller: Caller, key: string, publicId: string, body: AdjustBody): Promise<HoursItemView> {
    return this.correct(
      caller,
      key,
      publicId,
      `POST /staff/hours/${publicId}/adjust`,
      body,
      async (tx, item, grants) => {
        if (item.kind !== 'service' || item.status === 'reversed') throw new DomainError('HOURS_STATE');
        // Items first and chains after them, as everywhere.
        const earlier = await this.items.findLiveAdjustments(tx, item.id);
        await this.ledger.lock(tx, [item.personId]);
        const left = item.minutes + earlier.reduce((sum, one) => sum + one.minutes, 0) + body.minutes;
        if (left < 0)
          throw new DomainError('HOURS_MINUTES', { message: '减少的分钟数比这次服务的时长还多。' });
        const before = await this.items.minutesOfDay(tx, item.personId, item.day);
        const after = before + body.minutes;
        if (after > MINUTES_OF_A_DAY)
          throw new DomainError('HOURS_MINUTES', { message: '一天的时长不能超过 24 小时。' });
        const tier = higherTier(tierOf(before), tierOf(after));
        requireTier(grants, item.divisionCode, tier);
        const at = this.clock.now();
        const adjustment = {
          ...item,
          ...body,
          kind: 'adjustment' as const,
          claimId: null,
          correctsId: item.id,
          tier,
        };
        const id = await this.items.insert(tx, { ...adjustment, at });
        await this.ledger.append(tx, [
          {
            ...actOn({ ...adjustment, id }, at),
            act: 'adjustment',
            minutes: body.minutes,
            actorId: caller.personId,
            reason: body.reason,
          },
        ]);
        await this.outbox.enqueue(tx, [
          {
            personId: item.personId,
            kind: 'hours_adjusted',
            dedupe: `hours:${id}:adjusted`,
            payload: factsOf({ ...adjustment, id }, body.reason),
          },
        ]);
        await this.record(tx, caller, 'hours.adjust', item, { ...body });
        return id;
      },
    );
  }

  /** What every correction has in common: the item held, its division the caller's, its person somebody else. */
  private async correct(
    caller: Caller,
    key: string,
    publicId: string,
    route: string,
    body: object,
    work: (tx: Sql, item: HoursItemRow, grants: readonly Grant[]) => Promise<number>,
  ): Promise<HoursItemView> {
    const id = decodeId('hours', publicId);
    const known = await this.items.findById(this.database, id);
    if (known === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'hours.manage', known.divisionCode);
    const grants = await this.access.grantsOf(caller.personId);
    return this.idempotency.run(idempotent(caller.personId, key, route, body), async (tx) => {
      if (known.personId === caller.personId) {
        throw new DomainError('CLAIM_OWN', { message: '不能改动自己的时长。', next: '请由另一位同事办理。' });
      }
      const item = await this.items.findForUpdate(tx, id);
      if (item === null) throw new DomainError('NOT_FOUND');
      const result = await this.items.findById(tx, await work(tx, item, grants));
      if (result === null) throw new Error('an item of hours vanished inside its transaction');
      return itemView(result, await this.divisions.namesOf([result.divisionCode], tx));
    });
  }

  private async record(
    tx: Sql,
    caller: Caller,
    action: string,
    item: HoursItemRow,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const { id: targetId, divisionCode } = item;
    await this.audit.record(tx, caller, { action, targetType: 'hours', targetId, divisionCode, detail });
  }
}

function requireTier(grants: readonly Grant[], divisionCode: string, tier: HoursItemRow['tier']): void {
  if (!mayApprove(grants, 'hours.manage', divisionCode, tier)) throw new DomainError('HOURS_TIER');
}

function actionsOn(row: StaffItemRow, caller: Caller, grants: readonly Grant[]): ('reverse' | 'adjust')[] {
  const mine = row.personId === caller.personId;
  if (mine || row.status === 'reversed' || !mayApprove(grants, 'hours.manage', row.divisionCode, row.tier))
    return [];
  return row.kind === 'service' ? ['reverse', 'adjust'] : ['reverse'];
}
