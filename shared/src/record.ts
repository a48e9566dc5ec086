/**
 * Proves an exported record without the product: the chain of its entries, the texts they commit to, the daily roots that
 * cover it, and the count. Shares no code with what wrote it.
 */
import canonicalize from 'canonicalize';
import { align, type SeenEntry } from './record-align.js';
import {
  isEntry,
  isHeader,
  isObject,
  RECORD_FORMAT,
  type RecordEntry,
  type RecordFault,
  type RecordHeader,
} from './record-format.js';
import { dailyRoot, genesisHash, rootLeaf, topOfProof, saltedHash, sha256Hex } from './record-hash.js';
import { keep, recount, type KeptEntry, type Recount } from './record-recount.js';

export type { RecordFault, RecordFaultKind, RecordHeader } from './record-format.js';
export { RECORD_FORMAT } from './record-format.js';

/** What a record is worth. */
export interface RecordReport {
  ok: boolean;
  topic: { id: string; title: string } | null;
  exportedAt: string | null;
  /** Lines that are entries. */
  entries: number;
  /** Number and hash of the last entry. */
  head: { seq: number; hash: string } | null;
  /** The first of them; `faultCount` counts all. */
  faults: RecordFault[];
  faultCount: number;
  /** Texts that were deleted by law, and that are not shown; both say so on the record. */
  erased: number;
  withheld: number;
  /** Days whose root covers this record. */
  roots: { day: string; root: string; seq: number }[];
  /** null when nothing was counted. */
  tally: Recount | null;
}

export interface VerifyOptions {
  /** A daily root (hex) that was got elsewhere, from a notice or another person: the record must be under it. */
  root?: string;
}

/** Characters of the longest line that is looked at. The product's own are below half a million. */
const LINE_MAX = 4_000_000;
const LISTED = 1000;
const UNREADABLE = 10_000;
/** Changed entries of which the words are kept to say which part of them was changed. */
const REHASHED = 500;
const DISCLOSURES = new Set(['withhold', 'disclose', 'erase']);
type Shown = 'shown' | 'withheld' | 'erased';
const SHOWN_WORDS: Record<Shown, string> = { shown: '公开', withheld: '不公开', erased: '依法删除' };

/** Takes a record in pieces, so that a file of any size can be proved in little memory. */
export class RecordVerifier {
  private readonly faults: RecordFault[] = [];
  private readonly seen: SeenEntry[] = [];
  private readonly unreadable: number[] = [];
  private readonly kept: KeptEntry[] = [];
  /** What lines say is not shown, and what entries say should not be, by entry and name. */
  private readonly hidden = new Map<string, { state: Shown; seq: number; line: number }>();
  private readonly acts: { line: number; entry: RecordEntry }[] = [];
  private header: { line: number; value: RecordHeader; sound: boolean } | null = null;
  private lines = 0;
  private rehashed = 0;
  private inOrder = true;
  private title: string | null = null;
  private faultCount = 0;
  private unreadableCount = 0;
  private isHeaderBroken = false;
  private rest = '';
  private tooLong = false;

  constructor(private readonly options: VerifyOptions = {}) {}

  /** The next piece of the file, cut anywhere between two characters. */
  feed(chunk: string): void {
    const parts = chunk.split('\n');
    parts.forEach((part, index) => {
      if (!this.tooLong) this.rest += part;
      if (this.rest.length > LINE_MAX) [this.rest, this.tooLong] = ['', true];
      if (index < parts.length - 1) this.endLine();
    });
  }

  /** The next line, without its end. */
  line(text: string): void {
    this.lines += 1;
    const start = this.lines === 1 && text.startsWith('\ufeff') ? 1 : 0;
    const line = text.slice(start, text.endsWith('\r') ? -1 : undefined);
    if (line.length < 100 && line.trim() === '') return;
    let value: unknown;
    try {
      value = line.length > LINE_MAX ? null : JSON.parse(line);
    } catch {
      value = null;
    }
    try {
      if (isEntry(value)) this.entry(line, value);
      else if (isObject(value) && value.format === RECORD_FORMAT) this.first(line, value);
      else this.skip();
    } catch {
      // Numbers or characters that no canonical JSON has.
      this.skip();
    }
  }

  /** The verdict, once everything was given. */
  end(): RecordReport {
    if (this.rest !== '' || this.tooLong) this.endLine();
    const header = this.header?.value ?? null;
    if (header === null && !this.isHeaderBroken) {
      this.fault('removed', 0, null, this.seen.length === 0 ? '这不是一份存证文件' : '第一行的目录被删掉了');
    }
    const placed = this.chain(header);
    this.disclosures(placed.lines);
    this.roots(header, placed.hashes);
    const entries = this.kept.filter((entry) => placed.lines.has(entry.line)).sort((a, b) => a.seq - b.seq);
    const counted = recount(entries);
    for (const fault of counted.faults) this.push(fault);
    if (
      header !== null &&
      this.title !== null &&
      header.topic.title !== this.title &&
      this.header?.sound === true
    ) {
      this.fault('altered', 0, this.header.line, '目录里的标题和最后一版文字的标题不同');
    }
    const states = [...this.hidden.values()].map(({ state }) => state);
    const last = [...placed.hashes].at(-1);
    const faults = this.faults.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0) || (a.line ?? 0) - (b.line ?? 0));
    return {
      ok: this.faultCount === 0,
      topic: header?.topic ?? null,
      exportedAt: header?.exportedAt ?? null,
      entries: this.seen.length,
      head: last === undefined ? null : { seq: last[0], hash: last[1] },
      faults: faults.slice(0, LISTED),
      faultCount: this.faultCount,
      erased: states.filter((state) => state === 'erased').length,
      withheld: states.filter((state) => state === 'withheld').length,
      roots: (header?.roots ?? []).map(({ day, root, seq }) => ({ day, root, seq })),
      tally: counted.recount,
    };
  }

  private endLine(): void {
    const { rest, tooLong } = this;
    [this.rest, this.tooLong] = ['', false];
    if (!tooLong) return this.line(rest);
    this.lines += 1;
    this.skip();
  }

  /** The line is no entry. Of a file of another kind not every line is remembered. */
  private skip(): void {
    this.unreadableCount += 1;
    if (this.unreadable.length < UNREADABLE) this.unreadable.push(this.lines);
  }

  private first(line: string, value: Record<string, unknown>): void {
    if (this.header !== null) {
      return this.fault('inserted', 0, this.lines, `文件第 ${this.lines} 行是多出来的目录`);
    }
    if (!isHeader(value)) {
      this.isHeaderBroken = true;
      return this.fault('altered', 0, this.lines, '目录被改坏了');
    }
    const { check, ...hashed } = value;
    const sound = sha256Hex(canonicalize(hashed) ?? '') === check && canonicalize(value) === line;
    if (!sound) this.fault('altered', 0, this.lines, '目录被改过');
    this.header = { line: this.lines, value, sound };
  }

  private entry(line: string, value: RecordEntry): void {
    const claimed = value.hash;
    const sum = sumAsWritten(line, value) ?? this.sumOfMeaning(line, value);
    const before = this.seen.at(-1);
    const isNext = before === undefined ? value.seq === 1 : value.seq === before.seq + 1;
    const isLinked = before === undefined || value.prev === before.computed;
    const seen: SeenEntry = {
      line: this.lines,
      seq: value.seq,
      prev: before !== undefined && isLinked ? before.computed : value.prev,
      claimed,
      computed: sum === claimed ? claimed : sum,
    };
    if (sum !== claimed && this.rehashed < REHASHED) {
      this.rehashed += 1;
      seen.rehash = (change) => sha256Hex(canonicalize({ ...hashedPart(value), ...change }) ?? '');
    }
    if (!isNext || !isLinked || sum !== claimed) this.inOrder = false;
    this.seen.push(seen);
    this.texts(value);
    if (DISCLOSURES.has(value.act)) this.acts.push({ line: this.lines, entry: value });
    const kept = keep(this.lines, value);
    if (kept !== null) this.kept.push(kept);
    if (value.act === 'version') this.title = titleOf(value);
  }

  /** The hash that the entry would have as the product writes what it says. */
  private sumOfMeaning(line: string, value: RecordEntry): string {
    const text = canonicalize(hashedPart(value)) as string;
    if (
      line !== `${text.slice(0, -1)},"hash":"${value.hash}","disclosed":${canonicalize(value.disclosed)}}`
    ) {
      this.fault('format', value.seq, this.lines, `第 ${value.seq} 条不是原来的写法（文件被别的程序改写过）`);
    }
    return sha256Hex(text);
  }

  /** Every text the entry commits to is there, and is the one; or it is said why not. */
  private texts({ seq, contents, disclosed }: RecordEntry): void {
    if (contents.length === 0 && disclosed.length === 0) return;
    const at = (words: string): void => this.fault('content', seq, this.lines, words);
    contents.forEach(({ name, hash, withheld }) => {
      const key = `${seq}/${name}`;
      const own = disclosed.filter((one) => one.name === name);
      const [shown] = own;
      if (shown === undefined || own.length > 1) return at(`第 ${seq} 条的文字“${name}”缺失或重复`);
      if (withheld === true) this.acts.push({ line: this.lines, entry: withholding(seq, name) });
      if ('text' in shown) {
        if (saltedHash(shown.salt, shown.text) !== hash) at(`第 ${seq} 条的文字“${name}”被改过`);
        return;
      }
      const state = 'erased' in shown ? 'erased' : 'withheld';
      this.hidden.set(key, { state, seq, line: this.lines });
    });
    const extra = disclosed.find(({ name }) => !contents.some((one) => one.name === name));
    if (extra !== undefined) at(`第 ${seq} 条多出了文字“${extra.name}”`);
  }

  private chain(header: RecordHeader | null): { lines: Set<number>; hashes: Map<number, string> } {
    const { seen } = this;
    const genesis = header === null ? null : genesisHash(header.topic.id);
    const whole =
      header !== null &&
      (this.header?.line ?? 0) < (seen[0]?.line ?? Number.POSITIVE_INFINITY) &&
      this.inOrder &&
      this.unreadableCount === 0 &&
      header.count === seen.length &&
      (seen.length === 0
        ? header.head === genesis
        : seen[0]?.prev === genesis && seen.at(-1)?.computed === header.head);
    if (whole) {
      return {
        lines: new Set(seen.map(({ line }) => line)),
        hashes: new Map(seen.map(({ seq, computed }) => [seq, computed])),
      };
    }
    const given =
      header === null
        ? null
        : { ...header, line: this.header?.line ?? 1, sound: this.header?.sound === true };
    const { faults, placed } = align({ entries: seen, unreadable: this.unreadable, header: given, genesis });
    for (const fault of faults) this.push(fault);
    this.faultCount += this.unreadableCount - this.unreadable.length;
    if (this.faultCount === 0) this.fault('altered', 0, this.header?.line ?? null, '目录和记录对不上');
    return {
      lines: new Set(placed.map(({ entry }) => entry.line)),
      hashes: new Map(placed.map(({ seq, entry }) => [seq, entry.computed])),
    };
  }

  /** What is not shown is what entries say is not to be shown, neither more nor less. */
  private disclosures(lines: ReadonlySet<number>): void {
    const wanted = new Map<string, { state: Shown; seq: number }>();
    for (const { line, entry } of this.acts.sort((a, b) => a.entry.seq - b.entry.seq)) {
      if (!lines.has(line)) continue;
      const items = entry.act === 'erase' ? entry.body.items : [entry.body];
      for (const item of Array.isArray(items) ? items : []) {
        if (!isObject(item) || typeof item.seq !== 'number' || typeof item.name !== 'string') continue;
        const state = entry.act === 'erase' ? 'erased' : entry.act === 'withhold' ? 'withheld' : 'shown';
        wanted.set(`${item.seq}/${item.name}`, { state, seq: item.seq });
      }
    }
    for (const key of new Set([...wanted.keys(), ...this.hidden.keys()])) {
      const [is, should] = [this.hidden.get(key), wanted.get(key)];
      const [isState, shouldBe] = [is?.state ?? 'shown', should?.state ?? 'shown'];
      if (isState === shouldBe) continue;
      const seq = is?.seq ?? should?.seq ?? 0;
      const words = `第 ${seq} 条的文字“${key.slice(key.indexOf('/') + 1)}”按记录应该${SHOWN_WORDS[shouldBe]}，文件里是${SHOWN_WORDS[isState]}`;
      this.fault('content', seq, is?.line ?? null, words);
    }
  }

  private roots(header: RecordHeader | null, hashes: ReadonlyMap<number, string>): void {
    const line = this.header?.line ?? null;
    for (const { day, root, leaves, no, seq, hash, proof } of header?.roots ?? []) {
      const leaf = rootLeaf(header?.topic.id ?? '', seq, hash);
      const top = topOfProof(leaf, no, leaves, proof);
      if (top === null || dailyRoot(day, leaves, top) !== root) {
        this.fault('root', 0, line, `${day} 的每日根和它的证明不符`);
      } else if (seq > 0 && hashes.get(seq) !== hash) {
        this.fault('root', seq, line, `${day} 的每日根证明第 ${seq} 条当时是另一个样子`);
      }
    }
    const { root } = this.options;
    if (root !== undefined && !(header?.roots ?? []).some((one) => one.root === root.toLowerCase())) {
      this.fault('root', 0, line, '这份记录不在你给的每日根之下');
    }
  }

  private fault(kind: RecordFault['kind'], seq: number | null, line: number | null, words: string): void {
    this.push({ kind, seq, line, words });
  }

  private push(fault: RecordFault): void {
    this.faultCount += 1;
    if (this.faults.length < LISTED * 10) this.faults.push(fault);
  }
}

/**
 * The hash that the entry claims, when its very letters have it: then nothing in them was changed, and they need not be
 * written anew to be compared. The hash and the texts behind them are no part of it.
 */
function sumAsWritten(line: string, { hash, disclosed }: RecordEntry): string | null {
  const end = `,"hash":"${hash}","disclosed":${JSON.stringify(disclosed)}}`;
  if (!line.endsWith(end)) return null;
  return sha256Hex(`${line.slice(0, -end.length)}}`) === hash ? hash : null;
}

function hashedPart({ hash: _hash, disclosed: _disclosed, ...hashed }: RecordEntry): object {
  return hashed;
}

/** Proves a record that is there as a whole. */
export function verifyRecord(lines: Iterable<string>, options: VerifyOptions = {}): RecordReport {
  const verifier = new RecordVerifier(options);
  for (const line of lines) verifier.line(line);
  return verifier.end();
}

function titleOf({ disclosed }: RecordEntry): string | null {
  return disclosed.flatMap((one) => (one.name === 'title' && 'text' in one ? [one.text] : []))[0] ?? null;
}

/** An entry whose text was not shown from the start says the same as one that withholds it at once. */
function withholding(seq: number, name: string): RecordEntry {
  const none = {
    at: '',
    actor: { role: 'product', ref: null },
    contents: [],
    prev: '',
    hash: '',
    disclosed: [],
  };
  return { ...none, seq, act: 'withhold', body: { seq, name } };
}
