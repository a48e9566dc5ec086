/** The count: pure, exact, and explained in words. Heads are votes of roll members; areas are hundredths of a square metre. */

import type { Measure, RulePack, Threshold } from './rule-packs.js';
import type { BallotChoice } from './topics.js';
import { areaWords, fractionWords, headsWords } from './tally-words.js';

export { explainPack, packMismatch, validatePack } from './pack-checks.js';

/** One vote of the roll. `area` is null where the roll has no areas. */
export interface RollUnit {
  no: number;
  area: number | null;
  building: string;
}

/** A ballot that counts: the last one of its member. `no` is null for a secret ballot. */
export interface CountedBallot {
  no: number | null;
  choice: BallotChoice;
}

/** One threshold beside what there is. `needed` is the smallest amount that meets it. */
export interface Check {
  have: number;
  of: number;
  needed: number;
  met: boolean;
  threshold: Threshold;
}

export interface ChoiceSums {
  for: number;
  against: number;
  abstain: number;
}

/** The result of a count. `areas`, `area` and `participated.area` are null where the roll has no areas or the ballots are secret. */
export interface Tally {
  size: number;
  area: number | null;
  participated: { heads: number; area: number | null };
  counts: ChoiceSums;
  areas: ChoiceSums | null;
  participation: { head: Check | null; area: Check | null };
  approval: { head: Check | null; area: Check | null };
  passed: boolean;
  sentences: string[];
}

/** How many took part and how many there are. */
export interface Share {
  done: number;
  total: number;
}

export interface BuildingShare {
  building: string;
  heads: Share;
  area: Share | null;
}

/** Participation so far; says nothing of what was chosen. */
export interface Participation {
  heads: Share & { needed: number | null; met: boolean };
  area: (Share & { needed: number | null; met: boolean }) | null;
  buildings: BuildingShare[];
  sentences: string[];
}

/** Bodies of the record's entries about a count; the verifier recounts from them. */
export interface BallotsBody {
  secret: boolean;
  /** Open: every ballot in order of (no, seq), the last of a no counts: [no, choice, channel, SHA-256 of the receipt in hex]. */
  open?: [number, BallotChoice, string, string][];
  /** Secret: [choice], in the order of random tokens made at the count. */
  ballots?: [BallotChoice][];
}
export interface MarksBody {
  /** Numbers of the members who took part, ascending. */
  members: number[];
}
export interface TallyBody {
  pack: RulePack;
  secret: boolean;
  /** SHA-256 in hex over the canonical JSON of `tallyInputs(…)`. */
  inputs: string;
  tally: Tally;
}

/** What a tally was made of, in one order: its canonical JSON is hashed onto the record. */
export function tallyInputs(
  pack: RulePack,
  roll: readonly RollUnit[],
  ballots: readonly CountedBallot[],
): { pack: RulePack; roll: [number, number | null][]; ballots: [number | null, BallotChoice][] } {
  return {
    pack,
    roll: [...roll].sort((a, b) => a.no - b.no).map((unit) => [unit.no, unit.area]),
    ballots: [...ballots]
      .sort((a, b) => (a.no ?? 0) - (b.no ?? 0) || compare(a.choice, b.choice))
      .map((ballot) => [ballot.no, ballot.choice]),
  };
}

/** True when `part` of `whole` reaches the threshold, exactly. Of nothing, nothing is reached. @throws RangeError unless both are whole and not negative. */
export function meets(part: number, whole: number, { num, den, strict }: Threshold): boolean {
  if (whole === 0) return false;
  const [left, right] = [exact(part) * exact(den), exact(num) * exact(whole)];
  return strict ? left > right : left >= right;
}

/** The smallest amount of `whole` that reaches the threshold; at least one. More than `whole` when nothing does. */
export function neededOf(whole: number, { num, den, strict }: Threshold): number {
  const [product, divisor] = [exact(num) * exact(whole), exact(den)];
  const least = strict ? product / divisor + 1n : (product + divisor - 1n) / divisor;
  return Math.max(Number(least), strict || num > 0 ? 1 : 0);
}

/** How much is still missing until the threshold is reached; 0 when it is. */
export function neededMore(done: number, whole: number, threshold: Threshold | null): number {
  return threshold === null ? 0 : Math.max(0, neededOf(whole, threshold) - done);
}

/**
 * Counts. `ballots` are those that count, one a member; areas are summed when every unit of the roll has one and the
 * ballots are open. @throws RangeError for a ballot off the roll, two of one member, more ballots than votes, a pack
 * without a decision, or areas asked of what has none.
 */
export function tally(pack: RulePack, roll: readonly RollUnit[], ballots: readonly CountedBallot[]): Tally {
  const { decision } = pack;
  if (decision === null) throw new RangeError('a pack without a decision has no tally');
  const units = new Map(roll.map((unit) => [unit.no, unit]));
  if (units.size !== roll.length) throw new RangeError('a number stands twice on the roll');
  if (ballots.length > roll.length) throw new RangeError('more ballots than votes');
  const hasAreas = roll.length > 0 && roll.every((unit) => unit.area !== null);
  const isOpen = ballots.every((ballot) => ballot.no !== null);
  const counts: ChoiceSums = { for: 0, against: 0, abstain: 0 };
  const areas: ChoiceSums = { for: 0, against: 0, abstain: 0 };
  const seen = new Set<number>();
  for (const { no, choice } of ballots) {
    counts[choice] += 1;
    if (no === null) continue;
    const unit = units.get(no);
    if (unit === undefined || seen.has(no))
      throw new RangeError('a ballot off the roll, or two of one member');
    seen.add(no);
    areas[choice] += unit.area ?? 0;
  }
  const size = roll.length;
  const area = hasAreas ? roll.reduce((sum, unit) => sum + (unit.area ?? 0), 0) : null;
  const withAreas = area !== null && isOpen;
  if (!withAreas && (decision.participation.area !== null || decision.approval.area !== null))
    throw new RangeError('areas are asked of what has none');
  const heads = ballots.length;
  const votedArea = withAreas ? areas.for + areas.against + areas.abstain : null;
  const isOfRoll = decision.approvalOf === 'roll';
  const participation = checks(decision.participation, [heads, size], [votedArea, area]);
  const approval = checks(
    decision.approval,
    [counts.for, isOfRoll ? size : heads],
    [withAreas ? areas.for : null, isOfRoll ? area : votedArea],
  );
  const all = [participation.head, participation.area, approval.head, approval.area];
  const result = {
    size,
    area,
    participated: { heads, area: votedArea },
    counts,
    areas: withAreas ? areas : null,
    participation,
    approval,
    passed: heads > 0 && all.some((one) => one !== null) && all.every((one) => one?.met !== false),
  };
  return { ...result, sentences: explainTally(result, isOfRoll) };
}

/** True when the views are divided: somebody is for it and somebody against, so one side is the smaller or they are equal. */
export function minorityExists(stances: { for: number; against: number }): boolean {
  return Math.min(stances.for, stances.against) > 0;
}

/** Shares of buildings, in the order of their names. */
export function participationByBuilding(
  roll: readonly RollUnit[],
  marked: ReadonlySet<number>,
): BuildingShare[] {
  const shares = new Map<string, BuildingShare>();
  for (const { no, area, building } of roll) {
    const share = shares.get(building) ?? {
      building,
      heads: { done: 0, total: 0 },
      area: area === null ? null : { done: 0, total: 0 },
    };
    shares.set(building, share);
    const done = marked.has(no) ? 1 : 0;
    share.heads.total += 1;
    share.heads.done += done;
    if (share.area !== null) {
      share.area.total += area ?? 0;
      share.area.done += done * (area ?? 0);
    }
  }
  return [...shares.values()].sort((a, b) => compare(a.building, b.building));
}

/** Participation of the whole roll out of its buildings, beside what the pack asks. Areas show only where the pack asks for them. */
export function participationOf(pack: RulePack, buildings: readonly BuildingShare[]): Participation {
  const asked = pack.decision?.participation ?? { head: null, area: null };
  const sum = (shareOf: (one: BuildingShare) => Share | null): Share => {
    const total = { done: 0, total: 0 };
    for (const building of buildings) {
      const share = shareOf(building);
      total.done += share?.done ?? 0;
      total.total += share?.total ?? 0;
    }
    return total;
  };
  const stateOf = (share: Share, threshold: Threshold | null) => ({
    ...share,
    needed: threshold === null ? null : neededOf(share.total, threshold),
    met: threshold === null || meets(share.done, share.total, threshold),
  });
  const usesArea = asked.area !== null || (pack.decision?.approval.area ?? null) !== null;
  const heads = stateOf(
    sum((one) => one.heads),
    asked.head,
  );
  const area = usesArea
    ? stateOf(
        sum((one) => one.area),
        asked.area,
      )
    : null;
  const sentences = [`名册共 ${headsWords(heads.total)}，已经有 ${headsWords(heads.done)}参加。`];
  if (heads.needed !== null) sentences.push(missing('票数', heads.needed - heads.done, headsWords));
  if (area?.needed !== undefined && area.needed !== null)
    sentences.push(missing('面积', area.needed - area.done, areaWords));
  return {
    heads,
    area,
    buildings: usesArea ? [...buildings] : buildings.map((one) => ({ ...one, area: null })),
    sentences,
  };
}

/** True when the pack's participation is reached. */
export function isQuorate({ heads, area }: Pick<Participation, 'heads' | 'area'>): boolean {
  return heads.met && area?.met !== false;
}

function checks(
  asked: Measure,
  [head, heads]: [number, number],
  [area, areas]: [number | null, number | null],
): { head: Check | null; area: Check | null } {
  const check = (have: number, of: number, threshold: Threshold): Check => {
    return { have, of, needed: neededOf(of, threshold), met: meets(have, of, threshold), threshold };
  };
  return {
    head: asked.head === null ? null : check(head, heads, asked.head),
    area: asked.area === null || area === null || areas === null ? null : check(area, areas, asked.area),
  };
}

function explainTally(result: Omit<Tally, 'sentences'>, isOfRoll: boolean): string[] {
  const { size, area, participated, counts, areas, participation, approval, passed } = result;
  const whole = isOfRoll ? '名册' : '参加的';
  const sentences = [
    `名册共 ${headsWords(size)}${area === null ? '' : `，${areaWords(area)}`}；参加 ${headsWords(participated.heads)}` +
      `${participated.area === null ? '' : `，${areaWords(participated.area)}`}。`,
    `赞成 ${headsWords(counts.for)}，反对 ${headsWords(counts.against)}，弃权 ${headsWords(counts.abstain)}。`,
  ];
  if (areas !== null) {
    sentences.push(
      `按面积：赞成 ${areaWords(areas.for)}，反对 ${areaWords(areas.against)}，弃权 ${areaWords(areas.abstain)}。`,
    );
  }
  const say = (name: string, check: Check | null, words: (amount: number) => string): void => {
    if (check !== null) sentences.push(explainCheck(name, check, words));
  };
  say('参加的票数占名册', participation.head, headsWords);
  say('参加的面积占名册', participation.area, areaWords);
  say(`赞成的票数占${whole}`, approval.head, headsWords);
  say(`赞成的面积占${whole}`, approval.area, areaWords);
  const isShort = participation.head?.met === false || participation.area?.met === false;
  const because = isShort || participated.heads === 0 ? '参加的不够' : '赞成的不够';
  sentences.push(passed ? '结果：通过。' : `结果：没有通过，${because}。`);
  return sentences;
}

function explainCheck(name: string, check: Check, words: (amount: number) => string): string {
  const { have, of, needed, met, threshold } = check;
  const asked = `${name}要${fractionWords(threshold)}`;
  if (of === 0) return `${asked}，没有人参加，没有达到。`;
  const distance = have - needed;
  const by =
    distance === 0 ? '正好达到' : met ? `多 ${words(distance)}，达到` : `少 ${words(-distance)}，没有达到`;
  return `${asked}，就是 ${words(of)}里至少 ${words(needed)}；实际 ${words(have)}，${by}。`;
}

function missing(word: string, amount: number, words: (amount: number) => string): string {
  return amount > 0 ? `参加的${word}还差 ${words(amount)}。` : `参加的${word}已经够了。`;
}

function exact(value: number): bigint {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is no whole amount`);
  return BigInt(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
