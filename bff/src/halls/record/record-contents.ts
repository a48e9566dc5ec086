import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import { RecordRepository } from './record.repository.js';
import { RecordWriter, type RecordAct } from './record-writer.js';

const PRODUCT: RecordAct['actor'] = { role: 'product', personId: null };

/**
 * What is shown of the texts on a record. Every change is an entry of its own ('withhold', 'disclose', 'erase'), so that
 * a text which is missing from an export without the record saying so is a fault.
 */
@Injectable()
export class RecordContents {
  constructor(
    private readonly records: RecordRepository,
    private readonly writer: RecordWriter,
    private readonly clock: Clock,
  ) {}

  /** Hides a text; its commitment stays. Nothing happens when it is not shown. The act that hides is its own entry. */
  async withhold(tx: Sql, topicId: number, seq: number, name: string): Promise<void> {
    await this.turn(tx, topicId, { seq, name, from: 'shown', to: 'withheld' });
  }

  /** Shows a withheld text again. Nothing happens when it is not withheld. */
  async disclose(tx: Sql, topicId: number, seq: number, name: string): Promise<void> {
    await this.turn(tx, topicId, { seq, name, from: 'withheld', to: 'shown' });
  }

  /**
   * Deletes texts and their salts for good: the commitments stay and say nothing. One entry 'erase' names them and the
   * legal basis. Returns how many were still there; without any, nothing is written.
   */
  async erase(
    tx: Sql,
    topicId: number,
    items: readonly { seq: number; name: string }[],
    why: { actor: RecordAct['actor']; subject: string; legalBasis: string },
  ): Promise<number> {
    const gone: { seq: number; name: string }[] = [];
    for (const { seq, name } of items) {
      if (await this.records.erase(tx, topicId, seq, name, this.clock.now())) gone.push({ seq, name });
    }
    if (gone.length === 0) return 0;
    await this.writer.append(tx, topicId, [
      {
        act: 'erase',
        actor: why.actor,
        body: { subject: why.subject, legalBasis: why.legalBasis, items: gone.map((item) => ({ ...item })) },
      },
    ]);
    return gone.length;
  }

  private async turn(
    tx: Sql,
    topicId: number,
    change: { seq: number; name: string; from: 'shown' | 'withheld'; to: 'shown' | 'withheld' },
  ): Promise<void> {
    if (!(await this.records.changeState(tx, topicId, { ...change, at: this.clock.now() }))) return;
    const act = change.to === 'withheld' ? 'withhold' : 'disclose';
    await this.writer.append(tx, topicId, [
      { act, actor: PRODUCT, body: { seq: change.seq, name: change.name } },
    ]);
  }
}
