import { Injectable } from '@nestjs/common';
import { HOURS_TIERS, tierOf, type HoursTier } from '@jiefang/shared/hours';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { HoursItemsRepository } from './hours-items.repository.js';
import { HoursLedger } from './hours-ledger.js';

/** A verified service that becomes hours. */
export interface HoursCredit {
  claimId: number;
  personId: number;
  /** Actual minutes, at least 1. */
  minutes: number;
  /** 'YYYY-MM-DD' in Shanghai. */
  day: string;
  /** What was done, as the public reads it; at most 80 characters. */
  content: string;
  divisionCode: string;
  unitId: number | null;
  /** The tier that the day's total asked for when the verifier's permission was checked. */
  tier: HoursTier;
  /** Who verified. */
  actorId: number;
  at: Date;
}

/** What other domains do with hours: bring them in, and ask for a day's total. */
@Injectable()
export class Hours {
  constructor(
    private readonly items: HoursItemsRepository,
    private readonly ledger: HoursLedger,
  ) {}

  /**
   * Writes a verified service into the ledger, provisional, inside the caller's transaction. Returns the item's row
   * number. HOURS_STATE when another service of that day was verified meanwhile and the day now asks for a higher tier.
   */
  async credit(tx: Sql, credit: HoursCredit): Promise<number> {
    await this.ledger.lock(tx, [credit.personId]);
    const total = (await this.minutesOfDay(tx, credit.personId, credit.day)) + credit.minutes;
    const tier = tierOf(total);
    if (HOURS_TIERS.indexOf(tier) > HOURS_TIERS.indexOf(credit.tier)) {
      throw new DomainError('HOURS_STATE', { message: '这一天刚刚又核实了别的服务，总时长变了。' });
    }
    const itemId = await this.items.insert(tx, { ...credit, tier, kind: 'service', correctsId: null });
    const { content, ...act } = credit;
    await this.ledger.append(tx, [{ ...act, act: 'service', itemId, tier, reason: content }]);
    return itemId;
  }

  /** Minutes of a person's day ('YYYY-MM-DD') that stand in the ledger, whatever their status. */
  minutesOfDay(sql: Sql, personId: number, day: string): Promise<number> {
    return this.items.minutesOfDay(sql, personId, day);
  }

  /** The same for many people and days at once; the key is `person|day`, days without minutes are left out. */
  minutesOfDays(
    sql: Sql,
    services: readonly { personId: number; day: string }[],
  ): Promise<Map<string, number>> {
    return this.items.minutesOfDays(sql, services);
  }
}
