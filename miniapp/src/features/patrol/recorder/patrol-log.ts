import { readPoints, trimmed, writePoints } from './point-text';
import { headKey, readHead, type Head } from './stored';
import type { Batch, Numbered, PatrolFacts, Point, Step, TextStore } from './types';

/** Points that travel together at most; the server keeps them in blocks of this many, so batches end where blocks do. */
export const BLOCK_POINTS = 60;
/** Points that wait on one phone at most: at 45 characters each well below 6 MB. */
const MAX_WAITING = 40_000;

const blockKey = (id: string, block: number): string => `jf.patrol.${id}.${block}`;
const blockOf = (seq: number): number => Math.floor(seq / BLOCK_POINTS);

/**
 * One patrol on this phone: the points that wait to be delivered under their numbers, and the steps that wait. Whatever
 * is offered to the server was written down before, so that a number never means two things, however the app ends.
 */
export class PatrolLog {
  /** Ascending; every number is above `head.acked`. */
  private waiting: Numbered[] = [];
  /** First number that is not in the storage yet. */
  private unwrittenFrom: number;
  /** The storage refused the last writing. */
  full = false;

  private constructor(
    private readonly store: TextStore,
    private readonly head: Head,
    private readonly maxWaiting: number,
  ) {
    this.unwrittenFrom = head.next;
  }

  /** A new log; `firstSeq` is the number of its first point. */
  static create(
    store: TextStore,
    facts: PatrolFacts,
    firstSeq: number,
    touchedAt: number,
    maxWaiting = MAX_WAITING,
  ): PatrolLog {
    const log = new PatrolLog(
      store,
      {
        facts,
        acked: firstSeq - 1,
        offered: firstSeq - 1,
        next: firstSeq,
        thinned: 0,
        metres: 0,
        steps: [],
        foreign: false,
        touchedAt,
      },
      maxWaiting,
    );
    log.writeHead();
    return log;
  }

  /** The log as the last run of the app left it; null when there is none. */
  static open(store: TextStore, id: string, maxWaiting = MAX_WAITING): PatrolLog | null {
    const head = readHead(store.read(headKey(id)));
    if (head === null) return null;
    const log = new PatrolLog(store, head, maxWaiting);
    log.waiting = readBlocks(store, head);
    head.next = Math.max(head.next, (log.waiting.at(-1)?.seq ?? -1) + 1, head.offered + 1, head.acked + 1);
    log.unwrittenFrom = head.next;
    return log;
  }

  get id(): string {
    return this.head.facts.id;
  }
  get facts(): PatrolFacts {
    return this.head.facts;
  }
  get steps(): readonly Step[] {
    return this.head.steps;
  }
  /** Points that were not delivered yet. */
  get unsent(): number {
    return this.waiting.length;
  }
  get thinned(): number {
    return this.head.thinned;
  }
  get metres(): number {
    return this.head.metres;
  }
  get touchedAt(): number {
    return this.head.touchedAt;
  }
  /** The number of the last point, -1 when there is none. */
  get lastSeq(): number {
    return this.head.next - 1;
  }
  /** Points that only this run of the app knows. */
  get unwritten(): number {
    return this.head.next - this.unwrittenFrom;
  }
  /** The points that wait, in their order. */
  get points(): readonly Point[] {
    return this.waiting.map(({ point }) => point);
  }
  /** Whether what waits must be numbered anew first, see `renumberFrom`. */
  get isForeign(): boolean {
    return this.head.foreign;
  }
  /** The greatest number that was ever offered to the server. */
  get offered(): number {
    return this.head.offered;
  }
  /** Nothing waits any more. */
  get isDelivered(): boolean {
    return this.waiting.length === 0 && this.head.steps.length === 0;
  }

  /** Takes a point under the next number; `flush` writes it down. */
  append(point: Point, metres: number): void {
    if (this.waiting.length >= this.maxWaiting) this.thin();
    this.waiting.push({ seq: this.head.next, point: trimmed(point) });
    this.head.next += 1;
    this.head.metres = metres;
    this.head.touchedAt = point[0];
  }

  /** Writes down what is not yet; false when the storage is full, which is tried once more with half of the points. */
  flush(): boolean {
    if (this.unwritten === 0) return !this.full;
    if (!this.writeWaiting()) {
      // Once only: a storage that stays full must not eat the walk.
      if (!this.full) this.thin();
      this.full = true;
      if (this.unwritten > 0 && !this.writeWaiting()) return false;
    }
    this.full = false;
    return true;
  }

  /**
   * The next points to deliver, oldest first, to the end of their block or the next gap; null when none waits. They were
   * written down when this returns, unless the storage is full: then they are offered all the same.
   */
  nextBatch(): Batch | null {
    const first = this.waiting[0];
    if (first === undefined) return null;
    const end = (blockOf(first.seq) + 1) * BLOCK_POINTS;
    const points: Point[] = [];
    for (const { seq, point } of this.waiting) {
      if (seq !== first.seq + points.length || seq >= end) break;
      points.push(point);
    }
    const lastSeq = first.seq + points.length - 1;
    this.flush();
    if (lastSeq > this.head.offered) {
      this.head.offered = lastSeq;
      this.writeHead();
    }
    return { firstSeq: first.seq, points };
  }

  /** The server has these. */
  acknowledge({ firstSeq, points }: Batch): void {
    const last = firstSeq + points.length - 1;
    const before = this.head.acked;
    this.waiting = this.waiting.filter(({ seq }) => seq > last);
    this.head.acked = Math.max(before, last);
    // The head first: blocks it no longer asks for may stay behind, but not the other way round.
    this.writeHead();
    for (let block = blockOf(before + 1); block < blockOf(this.head.acked + 1); block += 1) {
      this.store.remove(blockKey(this.id, block));
    }
  }

  /**
   * Numbers everything that waits anew from `firstSeq` on: another phone has used the numbers meanwhile. What arrived
   * although its acknowledgement was lost arrives twice that way, and is set aside there as a repeat.
   */
  renumberFrom(firstSeq: number): void {
    const from = Math.max(firstSeq, 0);
    const old = { first: blockOf(this.head.acked + 1), last: blockOf(this.head.next) };
    this.waiting = this.waiting.map(({ point }, index) => ({ seq: from + index, point }));
    this.head.next = from + this.waiting.length;
    this.unwrittenFrom = from;
    // From the last block to the first, then the head: wherever this is cut short, every point is in one of them.
    this.full = !this.writeBlocks(from, 'last first');
    this.head.acked = from - 1;
    this.head.offered = from - 1;
    this.head.foreign = false;
    this.writeHead();
    if (!this.full) this.unwrittenFrom = this.head.next;
    for (let block = old.first; block <= old.last; block += 1) {
      if (block < blockOf(from) || block > blockOf(this.head.next))
        this.store.remove(blockKey(this.id, block));
    }
  }

  /** Another phone records, or is about to stop: nothing is delivered under the old numbers. */
  markForeign(): void {
    this.head.foreign = true;
    this.writeHead();
  }

  addStep(step: Step): void {
    this.head.steps.push(step);
    this.flush();
    this.writeHead();
  }

  /** The first waiting step is done with. */
  dropStep(): void {
    this.head.steps.shift();
    this.writeHead();
  }

  /** The first waiting step as it will be told instead. */
  replaceStep(step: Step): void {
    this.head.steps[0] = step;
    this.writeHead();
  }

  setFacts(facts: PatrolFacts): void {
    this.head.facts = facts;
    this.writeHead();
  }

  /** Drops the points that wait, for nobody will take them any more. */
  dropPoints(): void {
    const blocks = { first: blockOf(this.head.acked + 1), last: blockOf(this.head.next) };
    this.waiting = [];
    this.head.acked = this.head.next - 1;
    this.unwrittenFrom = this.head.next;
    this.writeHead();
    for (let block = blocks.first; block <= blocks.last; block += 1) {
      this.store.remove(blockKey(this.id, block));
    }
  }

  /** Leaves nothing of this patrol on the phone. */
  forget(): void {
    this.dropPoints();
    for (let block = 0; block <= blockOf(this.head.next); block += 1) {
      this.store.remove(blockKey(this.id, block));
    }
    this.store.remove(headKey(this.id));
  }

  /** Leaves out about half of the points that were never offered, evenly, and numbers the rest without gaps. */
  private thin(): void {
    const fixed = this.waiting.filter(({ seq }) => seq <= this.head.offered);
    const free = this.waiting.filter(({ seq }) => seq > this.head.offered);
    if (free.length < 2) return;
    const from = (free[0] as Numbered).seq;
    const lastBlock = blockOf(this.head.next);
    const kept = halved(free);
    this.head.thinned += free.length - kept.length;
    this.waiting = [...fixed, ...kept.map(({ point }, index) => ({ seq: from + index, point }))];
    this.head.next = from + kept.length;
    this.unwrittenFrom = Math.min(this.unwrittenFrom, from);
    // First to last: a later block still holds the old points, which are known again by their time.
    this.writeWaiting();
    for (let block = blockOf(this.head.next) + 1; block <= lastBlock; block += 1) {
      this.store.remove(blockKey(this.id, block));
    }
  }

  private writeWaiting(): boolean {
    if (!this.writeBlocks(this.unwrittenFrom, 'first first') || !this.writeHead()) return false;
    this.unwrittenFrom = this.head.next;
    return true;
  }

  /** Writes every block that holds a waiting point from `seq` on. */
  private writeBlocks(seq: number, order: 'first first' | 'last first'): boolean {
    const blocks = new Map<number, Numbered[]>();
    for (const one of this.waiting) {
      const block = blockOf(one.seq);
      if (block < blockOf(seq)) continue;
      const filed = blocks.get(block);
      if (filed === undefined) blocks.set(block, [one]);
      else filed.push(one);
    }
    const ordered = [...blocks].sort(([a], [b]) => (order === 'first first' ? a - b : b - a));
    for (const [block, content] of ordered) {
      const text = `${(content[0] as Numbered).seq}|${writePoints(content.map(({ point }) => point))}`;
      if (!this.store.write(blockKey(this.id, block), text)) return false;
    }
    return true;
  }

  private writeHead(): boolean {
    return this.store.write(headKey(this.id), JSON.stringify(this.head));
  }
}

/** About half of the points, evenly over their time, the first and the newest among them. */
function halved(points: readonly Numbered[]): Numbered[] {
  const [first, last] = [points[0] as Numbered, points.at(-1) as Numbered];
  const gap = (last.point[0] - first.point[0]) / (points.length / 2);
  let before = first;
  const even = points.filter((one) => {
    const stays = one === first || one === last || one.point[0] - before.point[0] >= gap;
    if (stays) before = one;
    return stays;
  });
  const isUseful = even.length >= points.length / 4 && even.length <= points.length * 0.75;
  // Over a long silence the even distribution would leave a few points of the rest.
  return isUseful ? even : points.filter((one, index) => index % 2 === 0 || one === last);
}

/** The points that wait in the storage, under ascending numbers. */
function readBlocks(store: TextStore, head: Head): Numbered[] {
  const found: Numbered[] = [];
  const seen = new Set<number>();
  for (let block = blockOf(head.acked + 1); ; block += 1) {
    const text = store.read(blockKey(head.facts.id, block));
    if (text === null && block > blockOf(head.next)) break;
    const split = text?.indexOf('|') ?? -1;
    if (text === null || split < 0) continue;
    const first = Number(text.slice(0, split));
    for (const [index, point] of readPoints(text.slice(split + 1)).entries()) {
      const seq = first + index;
      if (seq <= head.acked || seq <= (found.at(-1)?.seq ?? -1)) continue;
      // A thinning or numbering that was cut short leaves points in two blocks; what was offered keeps its number.
      if (seen.has(point[0]) && seq > head.offered) continue;
      seen.add(point[0]);
      found.push({ seq, point });
    }
  }
  return found;
}
