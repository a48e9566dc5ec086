import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import type { Sql } from '../../database/database.js';
import { commitmentOf, genesisOf, RecordNames, sealEntry, type JsonObject } from './record-chain.js';
import { RecordRepository, type ContentRow, type EntryRow } from './record.repository.js';

/** One act as it goes on the record of its topic. */
export interface RecordAct {
  act: string;
  /** `role` is 'initiator', 'resident', 'moderator', 'street', 'clock', 'tally' …; a person is named by a pseudonym. */
  actor: { role: string; personId: number | null };
  /** What is public and stays for good. Texts of people go to `contents`. */
  body: JsonObject;
  /** Texts by name: the entry commits to them by a salted hash, so that they can be withheld or erased. */
  contents?: Record<string, string>;
  /** The texts are not shown from the start (they wait for a person to look at them). */
  withheld?: boolean;
}

const SALT_BYTES = 16;

/**
 * Writes the record of a topic: a chain of entries, each with the hash of the one before. The only way onto it; a
 * transaction appends last, after the topic's row and everything else it locks.
 */
@Injectable()
export class RecordWriter {
  private readonly names: RecordNames;

  constructor(
    private readonly records: RecordRepository,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) config: Pick<AppConfig, 'appSecret'>,
  ) {
    this.names = new RecordNames(config.appSecret);
  }

  /** Begins the record of a topic that is being created. */
  async open(tx: Sql, topicId: number): Promise<void> {
    await this.records.insertHead(tx, topicId, { seq: 0, hash: genesisOf(topicId) });
  }

  /** Appends acts in order; returns their numbers. Holds the lock of the record until the transaction ends. */
  async append(tx: Sql, topicId: number, acts: readonly RecordAct[]): Promise<number[]> {
    if (acts.length === 0) return [];
    const head = await this.records.lockHead(tx, topicId);
    if (head === null) throw new Error(`topic ${topicId} has no record: it was not opened`);
    const at = this.clock.now();
    const entries: EntryRow[] = [];
    const contents: ContentRow[] = [];
    let { seq, hash: previous } = head;
    for (const act of acts) {
      seq += 1;
      const texts = Object.entries(act.contents ?? {}).map(([name, text]) => ({
        seq,
        name,
        text,
        salt: randomBytes(SALT_BYTES),
        state: act.withheld === true ? ('withheld' as const) : ('shown' as const),
      }));
      const sealed = sealEntry({
        seq,
        at: at.toISOString(),
        act: act.act,
        actor: {
          role: act.actor.role,
          ref: act.actor.personId === null ? null : this.names.refOf(topicId, act.actor.personId),
        },
        body: act.body,
        contents: texts.map(({ name, salt, text, state }) => ({
          name,
          hash: commitmentOf(salt, text),
          ...(state === 'withheld' ? { withheld: true as const } : {}),
        })),
        prev: previous.toString('hex'),
      });
      entries.push({ seq, at, act: act.act, entry: sealed.text, hash: sealed.hash });
      contents.push(...texts);
      previous = sealed.hash;
    }
    await this.records.insertEntries(tx, topicId, entries);
    await this.records.insertContents(tx, topicId, contents);
    if (!(await this.records.moveHead(tx, topicId, head.seq, { seq, hash: previous }))) {
      throw new Error(`the record of topic ${topicId} moved under its lock`);
    }
    return entries.map((entry) => entry.seq);
  }

  /** How this person is named on the record of this topic. */
  refOf(topicId: number, personId: number): string {
    return this.names.refOf(topicId, personId);
  }
}
