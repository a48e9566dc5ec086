import { Injectable } from '@nestjs/common';
import type { RecordRoot } from '@jiefang/shared/record-format';
import { addDays, isDay, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { Ticker } from '../../common/clock/ticker.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { dailyRootOf, leafOf, MerkleTree } from './merkle.js';
import type { DailyRootView } from './record.dto.js';
import { RootsRepository, type CoveringRoot, type LeafRow } from './roots.repository.js';

/** Minutes after midnight from which the root of the day before is made. */
const MINUTE = 5;
const TICK_MS = 60_000;
const LEASE_SECONDS = 300;
/** Trees that a process keeps to make proofs from; a tree of 10,000 topics takes a megabyte. */
const TREES = 32;
/** Newest days of a topic that are exported although nothing changed on them, and how many there are at most. */
const RECENT = 7;
const EXPORTED = 400;
const PAGE = 31;

/**
 * One root a day over the heads of all records: whoever has written it down can prove later that a record was not
 * rewritten as a whole. Made by one replica; the key of the day decides.
 */
@Injectable()
export class RecordRoots {
  private readonly trees = new Map<string, MerkleTree>();

  constructor(
    private readonly database: Database,
    private readonly roots: RootsRepository,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({ name: 'record_roots', every: TICK_MS, leaseSeconds: LEASE_SECONDS, work: () => this.run() });
  }

  /** Makes the root of yesterday when it is time and there is none. True when it did. */
  async run(): Promise<boolean> {
    const now = this.clock.now();
    const day = addDays(shanghaiDay(now), -1);
    if (shanghaiMinute(now) < MINUTE || (await this.roots.exists(this.database, day))) return false;
    try {
      return await this.database.transaction((tx) => this.make(tx, day, now));
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Days with their roots, latest first. */
  async list(cursor: string | undefined): Promise<Page<DailyRootView>> {
    const [before] = cursor === undefined ? ['9999-12-31'] : decodeCursor(cursor, ['string']);
    if (!isDay(String(before))) throw new DomainError('INVALID_INPUT');
    const rows = await this.roots.findBefore(this.database, String(before), PAGE + 1);
    return pageOf(
      rows,
      PAGE,
      (row) => [row.day],
      (row) => ({ day: row.day, root: row.root.toString('hex'), leaves: row.leaves }),
    );
  }

  /** The roots that cover a record up to its entry `until`, with their proofs: every change once, and the newest days. */
  async covering(sql: Sql, topicId: number, until: number): Promise<RecordRoot[]> {
    const rows = await this.roots.findCovering(sql, topicId, until);
    const telling = rows.filter((row, at) => at >= rows.length - RECENT || row.seq !== rows[at - 1]?.seq);
    const covering: RecordRoot[] = [];
    for (const row of telling.slice(-EXPORTED)) covering.push(await this.withProof(sql, row));
    return covering;
  }

  private async make(tx: Sql, day: string, now: Date): Promise<boolean> {
    const heads = await this.roots.findHeads(tx);
    if (heads.length === 0) return false;
    const leaves = heads.map((head, no) => ({ ...head, no }));
    const tree = treeOf(leaves);
    await this.roots.insert(
      tx,
      { day, leaves: leaves.length, root: dailyRootOf(day, leaves.length, tree.top) },
      now,
    );
    await this.roots.insertLeaves(tx, day, leaves);
    return true;
  }

  private async withProof(sql: Sql, { day, leaves, root, no, seq, hash }: CoveringRoot): Promise<RecordRoot> {
    const tree = await this.treeOfDay(sql, day);
    return {
      day,
      root: root.toString('hex'),
      leaves,
      no,
      seq,
      hash: hash.toString('hex'),
      proof: tree.proofOf(no).map((node) => node.toString('hex')),
    };
  }

  private async treeOfDay(sql: Sql, day: string): Promise<MerkleTree> {
    const known = this.trees.get(day);
    if (known !== undefined) return known;
    const tree = treeOf(await this.roots.findLeaves(sql, day));
    const [oldest] = this.trees.keys();
    if (this.trees.size >= TREES && oldest !== undefined) this.trees.delete(oldest);
    this.trees.set(day, tree);
    return tree;
  }
}

function treeOf(leaves: readonly LeafRow[]): MerkleTree {
  return new MerkleTree(leaves.map(({ topicId, seq, hash }) => leafOf(topicId, seq, hash)));
}
