/**
 * Which lines of a damaged record are the entries that were written. The chain is walked backwards from the head: an
 * entry is genuine when its hash is the one its successor names, so a line that was changed, moved, put in or taken out
 * is told from its neighbours, also when its own hash was computed anew.
 */
import type { RecordFault } from './record-format.js';

/** A line that is an entry in form. */
export interface SeenEntry {
  line: number;
  seq: number;
  prev: string;
  /** The hash the line gives itself, and the one it has. */
  claimed: string;
  computed: string;
  /** The hash this entry would have with another `prev` or `seq`; only for entries whose hash does not fit. */
  rehash?: (change: { prev?: string; seq?: number }) => string;
}

export interface SeenRecord {
  entries: readonly SeenEntry[];
  /** Lines that are no entry in form, in order. */
  unreadable: readonly number[];
  /** Null when the file has no header. `sound`: it is as it was written, or was rewritten with its check. */
  header: { line: number; count: number; head: string; sound: boolean } | null;
  /** Null without a header. */
  genesis: string | null;
}

export interface Alignment {
  faults: RecordFault[];
  /** The line that stands for each number, in order of the numbers. */
  placed: { seq: number; entry: SeenEntry; genuine: boolean }[];
}

interface Place {
  seq: number;
  index: number;
  genuine: boolean;
}

/** Puts lines and numbers together and says what does not fit. */
export function align(record: SeenRecord): Alignment {
  return new Aligner(record).run();
}

class Aligner {
  private readonly faults: RecordFault[] = [];
  private readonly byComputed = new Map<string, number[]>();
  private readonly byClaimed = new Map<string, number[]>();
  private readonly bySeq = new Map<number, number[]>();
  private readonly seqs: number[];
  private readonly used = new Set<number>();
  private readonly places: Place[] = [];
  private readonly missing: { from: number; to: number }[] = [];

  constructor(private readonly record: SeenRecord) {
    record.entries.forEach((entry, index) => {
      for (const [map, key] of [
        [this.byComputed, entry.computed],
        [this.byClaimed, entry.claimed],
        [this.bySeq, entry.seq],
      ] as [Map<string | number, number[]>, string | number][]) {
        const known = map.get(key);
        if (known === undefined) map.set(key, [index]);
        else known.push(index);
      }
    });
    this.seqs = [...this.bySeq.keys()].sort((a, b) => a - b);
  }

  run(): Alignment {
    this.walk();
    this.places.reverse();
    this.explainMissing();
    this.findMoved();
    this.findInserted();
    return {
      faults: this.faults,
      placed: this.places.map(({ seq, index, genuine }) => ({ seq, entry: this.entry(index), genuine })),
    };
  }

  private entry(index: number): SeenEntry {
    return this.record.entries[index] as SeenEntry;
  }

  /** From the last number down to the first. */
  private walk(): void {
    const { header } = this.record;
    const start = this.lastNumber();
    let expected: string | null = start.expected;
    let seq = start.seq;
    if (header !== null && start.countHolds && header.count > seq) {
      this.missing.push({ from: seq + 1, to: header.count });
      expected = null;
    }
    while (seq >= 1) {
      const index = this.pick(seq, expected);
      if (index === null) {
        const next = this.seqBelow(seq);
        this.missing.push({ from: next + 1, to: seq });
        [seq, expected] = [next, null];
        continue;
      }
      const entry = this.entry(index);
      const genuine = expected === null ? entry.computed === entry.claimed : entry.computed === expected;
      this.used.add(index);
      this.places.push({ seq, index, genuine });
      if (!genuine || entry.claimed !== entry.computed) this.tellAltered(seq, entry, expected);
      // An entry that was altered may name another before it than the one that was there.
      expected = genuine || this.leadsTo(entry.prev, seq - 1) ? entry.prev : null;
      seq -= 1;
    }
    const first = this.places.at(-1);
    if (first?.seq === 1 && first.genuine && this.record.genesis !== null) {
      if (this.entry(first.index).prev !== this.record.genesis) {
        this.fault('altered', 0, 1, '目录里的议题和这份记录不是同一个');
      }
    }
  }

  private lastNumber(): { seq: number; expected: string | null; countHolds: boolean } {
    const { header } = this.record;
    const last = this.seqs.at(-1) ?? 0;
    if (header !== null && header.head === this.record.genesis && last === 0) {
      if (header.count > 0) this.fault('altered', 0, 1, '目录里的条数和最后一条对不上');
      return { seq: 0, expected: null, countHolds: false };
    }
    if (header !== null) {
      const found = this.byComputed.get(header.head)?.[0] ?? this.byClaimed.get(header.head)?.[0];
      if (found !== undefined) {
        const { seq, computed } = this.entry(found);
        const known = computed === header.head ? seq : header.count;
        if (known !== header.count) this.fault('altered', 0, 1, '目录里的条数和最后一条对不上');
        return { seq: known, expected: header.head, countHolds: false };
      }
      if (header.sound || this.bySeq.has(header.count)) {
        const seq = Math.min(header.count, last);
        const expected = header.sound && seq === header.count ? header.head : null;
        return { seq, expected, countHolds: header.sound };
      }
    }
    // Without a head to trust: the highest number that something before it leads to.
    for (const seq of [...this.seqs].reverse()) {
      for (const index of this.bySeq.get(seq) ?? []) {
        const { computed, claimed, prev } = this.entry(index);
        if (computed === claimed && (seq === 1 || this.leadsTo(prev, seq - 1))) {
          return { seq, expected: null, countHolds: false };
        }
      }
    }
    return { seq: Math.min(last, this.record.entries.length), expected: null, countHolds: false };
  }

  /** Whether some line is the entry `seq` by this hash. */
  private leadsTo(hash: string, seq: number): boolean {
    if (seq === 0) return true;
    return [...(this.byComputed.get(hash) ?? []), ...(this.byClaimed.get(hash) ?? [])].some(
      (index) => this.entry(index).seq === seq,
    );
  }

  private seqBelow(seq: number): number {
    let [low, high] = [0, this.seqs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.seqs[middle] as number) < seq) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (this.seqs[low - 1] as number);
  }

  /** The line that is entry `seq`, whose hash should be `expected` (null: nobody says). */
  private pick(seq: number, expected: string | null): number | null {
    const free = (indices: readonly number[] | undefined): number[] =>
      (indices ?? []).filter((index) => !this.used.has(index));
    if (expected !== null) {
      const genuine = free(this.byComputed.get(expected)).filter((index) => this.entry(index).seq === seq);
      if (genuine.length > 0) return this.nearest(genuine);
      const claiming = free(this.byClaimed.get(expected));
      if (claiming.length > 0) {
        const numbered = claiming.filter((index) => this.entry(index).seq === seq);
        return this.nearest(numbered.length > 0 ? numbered : claiming);
      }
    }
    const numbered = free(this.bySeq.get(seq));
    if (numbered.length === 0) return null;
    const sound = numbered.filter((index) => this.entry(index).computed === this.entry(index).claimed);
    const linked = sound.filter((index) => this.leadsTo(this.entry(index).prev, seq - 1));
    return this.nearest(linked.length > 0 ? linked : sound.length > 0 ? sound : numbered);
  }

  /** Of equal lines the one that stands last before the entry that was placed last. */
  private nearest(indices: readonly number[]): number {
    const before = this.places.at(-1)?.index ?? this.record.entries.length;
    const inOrder = indices.filter((index) => index < before);
    const sound = (list: readonly number[]): number[] =>
      list.filter((index) => this.entry(index).computed === this.entry(index).claimed);
    return (sound(inOrder).at(-1) ?? inOrder.at(-1) ?? sound(indices)[0] ?? indices[0]) as number;
  }

  private tellAltered(seq: number, entry: SeenEntry, expected: string | null): void {
    const { line, computed, claimed } = entry;
    if (expected !== null && computed === expected) {
      return this.fault('altered', seq, line, `第 ${seq} 条的哈希被改过（内容没有变）`);
    }
    if (computed === claimed) {
      const isLast = seq === this.record.header?.count && this.places.length === 1;
      if (isLast) this.fault('altered', 0, 1, `目录里最后一条的哈希和第 ${seq} 条不符：两处有一处被改过`);
      return this.fault('altered', seq, line, `第 ${seq} 条被改过，哈希也重新算过`);
    }
    const before = this.bySeq.get(seq - 1)?.map((index) => this.entry(index).computed) ?? [];
    const isLink = expected !== null && before.some((prev) => entry.rehash?.({ prev }) === expected);
    if (
      isLink ||
      (seq === 1 &&
        this.record.genesis !== null &&
        entry.rehash?.({ prev: this.record.genesis }) === expected)
    ) {
      return this.fault('altered', seq, line, `第 ${seq} 条指向上一条的哈希被改过`);
    }
    if (expected !== null && entry.rehash?.({ seq }) === expected) {
      return this.fault('altered', seq, line, `第 ${seq} 条的序号被改过`);
    }
    this.fault('altered', seq, line, `第 ${seq} 条的内容被改过`);
  }

  /** A missing number whose place in the file holds a line that is no entry, or none of ours, was altered there. */
  private explainMissing(): void {
    const spare = [
      ...this.record.unreadable.map((line) => ({ line, index: null as number | null })),
      ...this.record.entries.flatMap((entry, index) =>
        this.used.has(index) ? [] : [{ line: entry.line, index }],
      ),
    ].sort((a, b) => a.line - b.line);
    const taken = new Set<number>();
    /** The first of the spare lines after a line. */
    const spareAfter = (line: number): number => {
      let [low, high] = [0, spare.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((spare[middle]?.line ?? 0) <= line) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const lineOf = new Map(this.places.map(({ seq, index }) => [seq, this.entry(index).line]));
    for (const { from, to } of this.missing.reverse()) {
      const after = lineOf.get(from - 1) ?? (from === 1 ? 0 : null);
      const before = lineOf.get(to + 1) ?? Number.POSITIVE_INFINITY;
      let seq = from;
      for (let at = after === null ? spare.length : spareAfter(after); seq <= to; at += 1) {
        const { line, index } = spare[at] ?? { line: before, index: null };
        if (line >= before) break;
        if (taken.has(line)) continue;
        taken.add(line);
        if (index !== null) this.used.add(index);
        this.fault(
          'altered',
          seq,
          line,
          index === null ? `第 ${seq} 条读不出来：这一行被改坏了` : `第 ${seq} 条被换成了别的内容`,
        );
        seq += 1;
      }
      if (seq <= to) {
        this.faults.push({
          kind: 'removed',
          seq,
          ...(to > seq ? { until: to } : {}),
          line: null,
          words: to > seq ? `第 ${seq} 至 ${to} 条被删掉了` : `第 ${seq} 条被删掉了`,
        });
      }
    }
    for (const line of this.record.unreadable) {
      if (!taken.has(line)) this.fault('format', null, line, `文件第 ${line} 行不是一条记录`);
    }
  }

  /** What is not in the longest run of lines that stand in order. */
  private findMoved(): void {
    const lines = this.places.map(({ seq, index }) => ({ seq, line: this.entry(index).line }));
    if (this.record.header !== null) lines.unshift({ seq: 0, line: this.record.header.line });
    if (lines.every(({ line }, at) => at === 0 || line > (lines[at - 1]?.line ?? 0))) return;
    const keep = new Set(longestRise(lines.map(({ line }) => line)));
    lines.forEach(({ seq, line }, at) => {
      if (keep.has(at)) return;
      this.fault('reordered', seq, line, seq === 0 ? '目录应该在第一行' : `第 ${seq} 条换了位置`);
    });
  }

  private findInserted(): void {
    const computed = new Map(this.places.map(({ seq, index }) => [this.entry(index).computed, seq]));
    this.record.entries.forEach((entry, index) => {
      if (this.used.has(index)) return;
      const twin = computed.get(entry.computed);
      const words =
        twin === undefined
          ? `文件第 ${entry.line} 行（自称第 ${entry.seq} 条）是后来加进去的`
          : `文件第 ${entry.line} 行是第 ${twin} 条的重复`;
      this.fault('inserted', entry.seq, entry.line, words);
    });
  }

  private fault(kind: RecordFault['kind'], seq: number | null, line: number | null, words: string): void {
    this.faults.push({ kind, seq, line, words });
  }
}

/** Positions of a longest rising run of `values`. */
function longestRise(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = tails[low - 1];
    tails[low] = at;
  });
  const run: number[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) run.push(at);
  return run;
}
