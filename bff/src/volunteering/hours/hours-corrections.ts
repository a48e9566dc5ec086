import { Injectable } from '@nestjs/common';
import { tierOf, type HoursTier } from '@jiefang/shared/hours';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import type { HoursFacts } from '../../notices/volunteering-texts.js';
import type { LedgerAct } from './hours-chain.js';
import { HoursItemsRepository, type HoursItemRow } from './hours-items.repository.js';
import { HoursLedger } from './hours-ledger.js';
import { ObjectionsRepository, type ObjectionRow } from './objections.repository.js';
import { higherTier } from './tiers.js';

export const MINUTES_OF_A_DAY = 24 * 60;

/** An answer to an objection, and who gave it. */
export interface ObjectionAnswer {
  decision: 'upheld' | 'dismissed';
  answer: string;
  caller: Caller;
  at: Date;
}

/** Taking hours back and answering objections, in the caller's transaction, with the item's row held. */
@Injectable()
export class HoursCorrections {
  constructor(
    private readonly items: HoursItemsRepository,
    private readonly objections: ObjectionsRepository,
    private readonly ledger: HoursLedger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The tier that may reverse an item. Minutes that an adjustment took come back to the day, which may then ask for more.
   * HOURS_MINUTES when the service would be left with less than nothing, or the day with more than a day.
   */
  async tierToReverse(tx: Sql, item: HoursItemRow): Promise<HoursTier> {
    if (item.correctsId === null || item.status === 'reversed') return item.tier;
    await this.ledger.lock(tx, [item.personId]);
    if ((await this.items.minutesOfService(tx, item.correctsId)) < item.minutes) {
      throw new DomainError('HOURS_MINUTES', {
        message: '冲正以后这次服务的时长会少于零。',
        next: '请先冲正后来减少的那一条。',
      });
    }
    const after = (await this.items.minutesOfDay(tx, item.personId, item.day)) - item.minutes;
    if (after > MINUTES_OF_A_DAY)
      throw new DomainError('HOURS_MINUTES', { message: '一天的时长不能超过 24 小时。' });
    return higherTier(item.tier, tierOf(after));
  }

  /**
   * Reverses an item and whatever adjusted it: each gets an act that takes its minutes back. Whoever still objected was
   * right, and is told so. HOURS_STATE when it was reversed before, OBJECTION_OWN to one who objects to it.
   */
  async reverse(tx: Sql, item: HoursItemRow, caller: Caller, reason: string, at: Date): Promise<void> {
    const adjustments = item.kind === 'service' ? await this.items.findLiveAdjustments(tx, item.id) : [];
    const reversed = [item, ...adjustments];
    for (const objection of await this.objections.findOpenOf(
      tx,
      reversed.map((one) => one.id),
    )) {
      // Reversing would uphold it: nobody does that for an objection of their own.
      if (objection.personId === caller.personId) throw new DomainError('OBJECTION_OWN');
      const about = reversed.find((one) => one.id === objection.itemId) ?? item;
      await this.answer(tx, about, objection, { decision: 'upheld', answer: reason, caller, at });
    }
    for (const one of reversed) {
      if (!(await this.items.reverse(tx, one.id, at))) throw new DomainError('HOURS_STATE');
    }
    await this.ledger.append(
      tx,
      reversed.map((one) => ({
        ...actOn(one, at),
        act: 'reversal' as const,
        minutes: -one.minutes,
        actorId: caller.personId,
        reason,
      })),
    );
    await this.outbox.enqueue(
      tx,
      reversed.map((one) => ({
        personId: one.personId,
        kind: 'hours_reversed' as const,
        dedupe: `hours:${one.id}:reversed`,
        payload: factsOf(one, reason),
      })),
    );
  }

  /** Answers an open objection and tells the objector; what it means for the item is the caller's business. */
  async answer(tx: Sql, item: HoursItemRow, objection: ObjectionRow, given: ObjectionAnswer): Promise<void> {
    const { decision, answer, caller, at } = given;
    const open = await this.objections.answer(tx, objection.id, {
      status: decision,
      answer,
      by: caller.personId,
      at,
    });
    if (!open) throw new DomainError('OBJECTION_STATE');
    if (!(await this.items.countObjection(tx, item.id, -1, at))) throw new DomainError('HOURS_STATE');
    await this.ledger.append(tx, [
      {
        ...actOn(item, at),
        act: 'objection_answered',
        minutes: 0,
        actorId: caller.personId,
        reason: `${decision === 'upheld' ? '采纳' : '没有采纳'}：${answer}`,
      },
    ]);
    await this.outbox.enqueue(tx, [
      {
        personId: objection.personId,
        kind: 'objection_answered',
        dedupe: `objection:${objection.id}:answered`,
        payload: { ...factsOf(item, answer), upheld: decision === 'upheld' },
      },
    ]);
  }
}

/** What every act on an item carries of it. */
export function actOn(
  item: HoursItemRow,
  at: Date,
): Pick<LedgerAct, 'personId' | 'itemId' | 'day' | 'claimId' | 'divisionCode' | 'unitId' | 'tier' | 'at'> {
  const { personId, day, claimId, divisionCode, unitId, tier } = item;
  return { personId, itemId: item.id, day, claimId, divisionCode, unitId, tier, at };
}

/** An item as notices speak of it. */
export function factsOf(item: HoursItemRow, reason?: string): HoursFacts {
  const { id: itemId, content, day, minutes } = item;
  return { itemId, content, day, minutes, ...(reason === undefined ? {} : { reason }) };
}
