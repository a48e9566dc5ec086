/** What a record says about rolls, texts and counts, worked out again from its entries. */
import canonicalize from 'canonicalize';
import { isObject, type RecordEntry, type RecordFault } from './record-format.js';
import { sha256Hex } from './record-hash.js';
import type { RulePack } from './rule-packs.js';
import { tally, tallyInputs, type CountedBallot, type RollUnit, type Tally } from './tally.js';
import { BALLOT_CHOICES, type BallotChoice } from './topics.js';

/** An entry that the recount needs, without its texts. */
export interface KeptEntry {
  line: number;
  seq: number;
  act: string;
  body: Record<string, unknown>;
  /** Of a version whose title and text are shown: the hash that they have. */
  textHash?: string;
}

/** The result on the record beside the one that its ballots give. */
export interface Recount {
  agrees: boolean;
  recorded: Tally | null;
  recounted: Tally | null;
}

const NEEDED = new Set(['version', 'finalise', 'announce', 'roll_members', 'ballots', 'marks', 'tally']);

/** What to keep of an entry until the end; null when nothing. */
export function keep(line: number, entry: RecordEntry): KeptEntry | null {
  const { seq, act, body, disclosed } = entry;
  if (!NEEDED.has(act)) return null;
  const kept: KeptEntry = { line, seq, act, body };
  if (act !== 'version') return kept;
  const text = (name: string): string | undefined =>
    disclosed.flatMap((one) => (one.name === name && 'text' in one ? [one.text] : []))[0];
  const [title, words] = [text('title'), text('body')];
  if (title !== undefined && words !== undefined) {
    kept.textHash = sha256Hex(canonicalize({ title, body: words, no: body.no }) ?? '');
  }
  return kept;
}

/** Goes through the kept entries in order of their numbers. */
export function recount(entries: readonly KeptEntry[]): { faults: RecordFault[]; recount: Recount | null } {
  return new Recounter().run(entries);
}

class Recounter {
  private readonly faults: RecordFault[] = [];
  private readonly versions = new Map<unknown, unknown>();
  private announced: { seq: number; line: number; body: Record<string, unknown> } | null = null;
  private units: RollUnit[] = [];
  private lines: unknown[] = [];
  private open: [number, BallotChoice][] = [];
  private secret: BallotChoice[] = [];
  private marks: number[] = [];
  private result: Recount | null = null;
  private isRollChecked = false;

  run(entries: readonly KeptEntry[]): { faults: RecordFault[]; recount: Recount | null } {
    for (const entry of entries) {
      if (entry.act !== 'roll_members') this.checkRoll();
      this.take(entry);
    }
    this.checkRoll();
    return { faults: this.faults, recount: this.result };
  }

  private take(entry: KeptEntry): void {
    const { act, body, seq } = entry;
    if (act === 'version') {
      this.versions.set(body.no, body.hash);
      if (entry.textHash !== undefined && entry.textHash !== body.hash) {
        this.fault('content', entry, `第 ${seq} 条的文字和它自己的哈希不符`);
      }
    } else if (act === 'finalise') {
      const known = this.versions.get(body.no);
      if (typeof body.hash === 'string' && known !== undefined && known !== body.hash) {
        this.fault('content', entry, `第 ${seq} 条定稿的哈希和那一版文字不符`);
      }
    } else if (act === 'announce') {
      [this.announced, this.units, this.lines, this.isRollChecked] = [entry, [], [], false];
    } else if (act === 'roll_members') {
      this.takeMembers(entry);
    } else if (act === 'ballots') {
      this.takeBallots(entry);
    } else if (act === 'marks') {
      const members = listOf(body.members).filter((no): no is number => typeof no === 'number');
      for (const no of members) this.marks.push(no);
    } else if (act === 'tally') {
      this.compare(entry);
    }
  }

  private takeMembers(entry: KeptEntry): void {
    for (const member of listOf(entry.body.members)) {
      const [no, area, building] = listOf(member);
      if (
        typeof no !== 'number' ||
        (area !== null && typeof area !== 'number') ||
        typeof building !== 'string'
      ) {
        return this.fault('recount', entry, `第 ${entry.seq} 条的名册读不出来`);
      }
      this.units.push({ no, area, building });
      this.lines.push(member);
    }
  }

  private takeBallots(entry: KeptEntry): void {
    const { body, seq } = entry;
    for (const ballot of listOf(body.secret === true ? body.ballots : body.open)) {
      const [first, second] = listOf(ballot);
      const [no, choice] = body.secret === true ? [null, first] : [first, second];
      if ((no !== null && typeof no !== 'number') || !isChoice(choice)) {
        return this.fault('recount', entry, `第 ${seq} 条的选票读不出来`);
      }
      if (no === null) this.secret.push(choice);
      else this.open.push([no, choice]);
    }
  }

  /** The hash and size that were announced are those of the members that follow. */
  private checkRoll(): void {
    const entry = this.announced;
    if (entry === null || this.isRollChecked || this.lines.length === 0) return;
    this.isRollChecked = true;
    const { roll } = entry.body;
    if (!isObject(roll)) return;
    if (typeof roll.size === 'number' && roll.size !== this.units.length) {
      this.fault(
        'recount',
        entry,
        `第 ${entry.seq} 条公告的名册有 ${roll.size} 票，后面列出的是 ${this.units.length} 票`,
      );
    } else if (typeof roll.hash === 'string' && roll.hash !== sha256Hex(JSON.stringify(this.lines))) {
      this.fault('recount', entry, `第 ${entry.seq} 条公告的名册和后面列出的不符`);
    }
  }

  private compare(entry: KeptEntry): void {
    const { body, seq } = entry;
    const secret = body.secret === true;
    const recorded = isObject(body.tally) ? (body.tally as unknown as Tally) : null;
    const ballots: CountedBallot[] = secret
      ? this.secret.map((choice) => ({ no: null, choice }))
      : [...new Map(this.open)].map(([no, choice]) => ({ no, choice }));
    this.result = { agrees: false, recorded, recounted: null };
    const before = this.faults.length;
    try {
      const pack = body.pack as RulePack;
      this.result.recounted = tally(pack, this.units, ballots);
      if (body.inputs !== sha256Hex(canonicalize(tallyInputs(pack, this.units, ballots)) ?? '')) {
        this.fault('recount', entry, `第 ${seq} 条计票所用的名册、规则或选票和存证里的不符`);
      }
    } catch {
      this.fault('recount', entry, `第 ${seq} 条的计票没法从名册和选票重新算出来`);
    }
    const { recounted } = this.result;
    if (recounted !== null && (recorded === null || figures(recorded) !== figures(recounted))) {
      this.fault('recount', entry, `第 ${seq} 条的计票结果和重新计票的不符`);
    }
    if (this.announced !== null && canonicalize(this.announced.body.pack) !== canonicalize(body.pack)) {
      this.fault('recount', entry, `第 ${seq} 条计票的规则和第 ${this.announced.seq} 条公告的不是同一份`);
    }
    const marks = new Set(this.marks);
    const isMarked = secret
      ? marks.size === ballots.length
      : marks.size === ballots.length && ballots.every((ballot) => marks.has(ballot.no as number));
    if (!isMarked || marks.size !== this.marks.length) {
      this.fault('recount', entry, `第 ${seq} 条计票时，参加的人和选票对不上`);
    }
    this.result.agrees = this.faults.length === before;
    [this.open, this.secret, this.marks] = [[], [], []];
  }

  private fault(kind: RecordFault['kind'], entry: { seq: number; line: number }, words: string): void {
    this.faults.push({ kind, seq: entry.seq, line: entry.line, words });
  }
}

/** Everything of a result but its sentences, which another version of the product may word differently. */
function figures(result: Tally): string | undefined {
  const { sentences: _, ...rest } = result;
  return canonicalize(rest);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isChoice(value: unknown): value is BallotChoice {
  return BALLOT_CHOICES.some((choice) => choice === value);
}
