import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import type { Sql } from '../../database/database.js';
import { GENESIS, HoursChain, sameMac, type ChainHead, type LedgerAct } from './hours-chain.js';

/** The end of somebody's chain is not what this product wrote: nothing may be built on it before it is looked into. */
export class LedgerBrokenError extends Error {
  constructor(readonly personId: number) {
    super(
      `The hours ledger of person ${personId} was changed from outside: run \`npm run verify -- hours\` before going on.`,
    );
    this.name = 'LedgerBrokenError';
  }
}

interface HeadRow extends ChainHead {
  mac: Buffer;
}

/** The one writer of the hours ledger. */
@Injectable()
export class HoursLedger {
  private readonly chain: HoursChain;

  constructor(@Inject(APP_CONFIG) config: Pick<AppConfig, 'appSecret'>) {
    this.chain = new HoursChain(config.appSecret);
  }

  /**
   * Takes the chains of these people until the transaction ends, always in the order of their ids. Sums read after it
   * are final. `append` takes what is not taken yet.
   */
  async lock(tx: Sql, personIds: readonly number[]): Promise<void> {
    const ids = [...new Set(personIds)].sort((a, b) => a - b);
    if (ids.length === 0) return;
    await tx.execute(
      `INSERT INTO hours_head (person_id, seq, minutes, last_mac, mac) VALUES ?
       ON DUPLICATE KEY UPDATE person_id = VALUES(person_id)`,
      [
        ids.map((personId) => [
          personId,
          ...this.headValues({ personId, seq: 0, minutes: 0, lastMac: GENESIS }),
        ]),
      ],
    );
  }

  /**
   * Writes acts at the ends of their persons' chains, in the given order. @throws LedgerBrokenError when the end of a
   * chain was tampered with: signing it again would hide that.
   */
  async append(tx: Sql, acts: readonly LedgerAct[]): Promise<void> {
    if (acts.length === 0) return;
    const personIds = [...new Set(acts.map((act) => act.personId))];
    await this.lock(tx, personIds);
    const heads = await this.heads(tx, personIds);
    const rows = acts.map((act) => {
      const head = heads.get(act.personId);
      if (head === undefined) throw new LedgerBrokenError(act.personId);
      const row = { ...act, seq: head.seq + 1 };
      const mac = this.chain.macOf(head.lastMac, row);
      Object.assign(head, { seq: row.seq, minutes: head.minutes + row.minutes, lastMac: mac });
      return [
        row.personId,
        row.seq,
        row.act,
        row.itemId,
        row.minutes,
        row.day,
        row.claimId,
        row.divisionCode,
        row.unitId,
        row.tier,
        row.actorId,
        row.reason,
        row.at,
        mac,
      ];
    });
    await tx.execute(
      `INSERT INTO hours_ledger (person_id, seq, act, item_id, minutes, day, claim_id, division_code, unit_id, tier,
         actor_id, reason, at, mac) VALUES ?`,
      [rows],
    );
    await tx.execute(
      `INSERT INTO hours_head (person_id, seq, minutes, last_mac, mac) VALUES ?
       ON DUPLICATE KEY UPDATE seq = VALUES(seq), minutes = VALUES(minutes), last_mac = VALUES(last_mac), mac = VALUES(mac)`,
      [[...heads.values()].map((head) => [head.personId, ...this.headValues(head)])],
    );
  }

  private async heads(tx: Sql, personIds: readonly number[]): Promise<Map<number, ChainHead>> {
    const rows = await tx.query<HeadRow>(
      `SELECT person_id AS personId, seq, minutes, last_mac AS lastMac, mac FROM hours_head
        WHERE person_id IN (?) ORDER BY person_id FOR UPDATE`,
      [personIds],
    );
    for (const row of rows) {
      if (!sameMac(row.mac, this.chain.headMacOf(row))) throw new LedgerBrokenError(row.personId);
    }
    return new Map(rows.map(({ mac: _, ...head }) => [head.personId, head]));
  }

  private headValues(head: ChainHead): unknown[] {
    return [head.seq, head.minutes, head.lastMac, this.chain.headMacOf(head)];
  }
}
