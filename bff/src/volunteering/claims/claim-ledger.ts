import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, replay, type StoredAnswer } from '../../common/idempotency/idempotency.js';
import { IdBlocks } from '../../common/ids/id-blocks.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Verdict } from '../../common/lanes/lane.js';
import { Database, type Sql } from '../../database/database.js';
import { ClaimBatches } from './claim-batches.js';
import type { ClaimCommand, ClaimOutcome, TakeCommand, WaitCommand } from './claim-commands.js';
import { ClaimEndings } from './claim-endings.js';
import { ClaimFacts } from './claim-facts.js';
import { fullRefusal, judgeClaim, placesFor, type Claimant, type ClaimShift } from './claim-judge.js';
import { grant } from './claim-grants.js';
import { ClaimPromotions, type WaitHead } from './claim-promotions.js';
import { ClaimWriter, count, noWrites, type Writes } from './claim-writes.js';
import { ShiftWaitsRepository } from './shift-waits.repository.js';

/** What was at hand before the transaction was opened. */
export interface PreparedClaims {
  claimIds: number[];
  waitIds: number[];
  /** The first of the queues that may move up, and numbers for their claims. */
  heads: WaitHead[];
  promotedIds: number[];
}

/** What judging needs, read once under the locks. */
interface Context {
  now: Date;
  shifts: Map<number, ClaimShift>;
  people: Map<number, Claimant>;
  writes: Writes;
}

/**
 * Decides claims, waits and ends of claims, a whole batch in one transaction. The order is: the people's own time is
 * locked, then the shifts; repeats get their kept answer; places are freed and go to those who wait; new wishes are judged
 * in the order they came. Everything that decides is read after the locks. Nothing is written for a
 * granted tap but the claim, the counters and the kept answer: its first step and its reminder come from the claim.
 */
@Injectable()
export class ClaimLedger {
  constructor(
    private readonly database: Database,
    private readonly batches: ClaimBatches,
    private readonly facts: ClaimFacts,
    private readonly waits: ShiftWaitsRepository,
    private readonly endings: ClaimEndings,
    private readonly promotions: ClaimPromotions,
    private readonly writer: ClaimWriter,
    private readonly idempotency: Idempotency,
    private readonly ids: IdBlocks,
    private readonly clock: Clock,
  ) {}

  async prepare(commands: readonly ClaimCommand[]): Promise<PreparedClaims> {
    const freed = commands.flatMap((one) =>
      one.kind === 'free' || one.kind === 'serve' ? [one.shiftId] : [],
    );
    const heads = await this.promotions.heads(this.database, [...new Set(freed)]);
    return {
      claimIds: await this.ids.take('claim', countOf(commands, 'take')),
      waitIds: await this.ids.take('shift_wait', countOf(commands, 'wait')),
      heads,
      promotedIds: await this.ids.take('claim', heads.length),
    };
  }

  /** One verdict for each command, in order. */
  async decide(
    tx: Sql,
    commands: readonly ClaimCommand[],
    prepared: PreparedClaims,
  ): Promise<Verdict<ClaimOutcome>[]> {
    const locked = await this.batches.lock(tx, peopleOf(commands, prepared.heads), shiftsOf(commands));
    const requests = commands.flatMap(({ request }) => (request === null ? [] : [request]));
    const verdicts = new Map<ClaimCommand, Verdict<ClaimOutcome>>();
    const answers: StoredAnswer[] = [];
    const now = this.clock.now();
    const writes = noWrites();
    const { volunteers, shifts: rows } = locked;
    const isEnding = commands.some((command) => command.kind === 'free');
    // Ends change what people hold, so it is read after them; and they must know before whether they are repeats.
    const early = isEnding ? await this.idempotency.find(tx, requests) : [];
    if (isEnding) {
      const frees = freshOf(commands, byKey(early)).filter((command) => command.kind === 'free');
      const byId = new Map(rows.map((row) => [row.id, row]));
      await this.endings.end(tx, frees, byId, writes, verdicts, now);
    }
    const facts = await this.facts.load(tx, volunteers, rows, now, isEnding ? [] : requests);
    const kept = byKey(isEnding ? early : facts.kept);
    const fresh = freshOf(commands, kept);
    if (fresh.length > 0) {
      const context: Context = { now, writes, shifts: facts.shifts, people: facts.people };
      const open = fresh.flatMap(({ kind, shiftId }) =>
        kind === 'free' || kind === 'serve' ? [shiftId] : [],
      );
      await this.promotions.serve(tx, [...new Set(open)], prepared.promotedIds, context);
      await this.judgeWishes(tx, fresh, prepared, context, verdicts);
      await this.writer.write(tx, writes, now);
      answers.push(...answersOf(fresh, verdicts));
      await this.idempotency.insert(tx, answers);
    }
    return commands.map((command) => verdicts.get(command) ?? repeated(command, kept, answers));
  }

  /** Taps and waits in the order they came. */
  private async judgeWishes(
    tx: Sql,
    commands: readonly ClaimCommand[],
    { claimIds, waitIds }: PreparedClaims,
    context: Context,
    verdicts: Map<ClaimCommand, Verdict<ClaimOutcome>>,
  ): Promise<void> {
    const isQueued = (shiftId: number): boolean => (context.shifts.get(shiftId)?.waiting ?? 0) > 0;
    const asking = commands.flatMap((one) =>
      one.kind === 'wait' || (one.kind === 'take' && isQueued(one.shiftId)) ? [one.personId] : [],
    );
    const queued = new Set((await this.waits.findWaiters(tx, [...new Set(asking)])).map(placeOf));
    let [takes, places] = [0, 0];
    for (const command of commands) {
      if (command.kind === 'take') {
        verdicts.set(command, take(command, claimIds[takes] as number, queued, context));
        takes += 1;
      } else if (command.kind === 'wait') {
        verdicts.set(command, wait(command, waitIds[places] as number, queued, context));
        places += 1;
      } else if (command.kind === 'serve') {
        verdicts.set(command, { value: { kind: 'served' } });
      }
    }
  }
}

function take(
  command: TakeCommand,
  id: number,
  queued: ReadonlySet<string>,
  context: Context,
): Verdict<ClaimOutcome> {
  const { now, writes } = context;
  const shift = context.shifts.get(command.shiftId);
  if (shift === undefined) return { error: new DomainError('NOT_FOUND') };
  const claimant = context.people.get(command.personId) ?? null;
  const refusal = judgeClaim(claimant, shift, command.riskAccepted, now);
  if (refusal !== null) return { error: refusal };
  if (claimant === null || placesFor(shift) <= 0) return { error: fullRefusal(queued.has(placeOf(command))) };
  grant(id, claimant, shift, 'app', writes);
  return {
    value: {
      kind: 'claimed',
      claim: {
        id: encodeId('claim', id),
        shiftId: encodeId('shift', shift.id),
        status: 'claimed',
        startsAt: shift.startsAt.toISOString(),
        endsAt: shift.endsAt.toISOString(),
      },
    },
  };
}

function wait(
  command: WaitCommand,
  id: number,
  queued: Set<string>,
  { now, shifts, people, writes }: Context,
): Verdict<ClaimOutcome> {
  const shift = shifts.get(command.shiftId);
  if (shift === undefined) return { error: new DomainError('NOT_FOUND') };
  const refusal = judgeClaim(people.get(command.personId) ?? null, shift, command.riskAccepted, now);
  if (refusal !== null) return { error: refusal };
  if (queued.has(placeOf(command))) return { error: new DomainError('SHIFT_WAITING') };
  if (placesFor(shift) > 0) return { error: new DomainError('SHIFT_HAS_PLACES') };
  const { shiftId, personId } = command;
  queued.add(placeOf(command));
  shift.waiting += 1;
  count(writes.waiting, shiftId, 1);
  writes.waits.push({ id, shiftId, personId });
  return { value: { kind: 'waiting', waitId: id } };
}

/** The answer to a repeat: of an earlier batch, or of a command of this one. */
function repeated(
  { request }: ClaimCommand,
  kept: Map<string, StoredAnswer>,
  answers: readonly StoredAnswer[],
): Verdict<ClaimOutcome> {
  if (request === null) return { error: new Error('a command was left undecided') };
  const key = keyOf(request);
  const answer = kept.get(key) ?? answers.find((one) => keyOf(one) === key);
  if (answer === undefined) return { error: new Error('a command was left undecided') };
  try {
    return { value: replay<ClaimOutcome>(answer, request) };
  } catch (error) {
    if (error instanceof DomainError) return { error };
    throw error;
  }
}

/** Everybody whose time the batch may give or take. */
function peopleOf(commands: readonly ClaimCommand[], heads: readonly WaitHead[]): number[] {
  const people = new Set<number>(heads.map((head) => head.personId));
  for (const command of commands) if (command.kind !== 'serve') people.add(command.personId);
  return [...people];
}

function shiftsOf(commands: readonly ClaimCommand[]): number[] {
  return [...new Set(commands.map((command) => command.shiftId))];
}

function byKey(answers: readonly StoredAnswer[]): Map<string, StoredAnswer> {
  return new Map(answers.map((answer) => [keyOf(answer), answer]));
}

/** Commands that have no kept answer, each key once. */
function freshOf(commands: readonly ClaimCommand[], kept: Map<string, StoredAnswer>): ClaimCommand[] {
  const seen = new Set<string>();
  return commands.filter(({ request }) => {
    if (request === null) return true;
    const key = keyOf(request);
    if (kept.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The answers to keep: what was granted, and what was refused for a reason that a repeat would not change. */
function answersOf(
  commands: readonly ClaimCommand[],
  verdicts: Map<ClaimCommand, Verdict<ClaimOutcome>>,
): StoredAnswer[] {
  const answers: StoredAnswer[] = [];
  for (const command of commands) {
    const verdict = verdicts.get(command);
    if (command.request === null || verdict === undefined) continue;
    const { personId, key, bodyHash } = command.request;
    if ('value' in verdict)
      answers.push({ personId, key, bodyHash, status: 200, response: JSON.stringify(verdict.value) });
    else if (verdict.error instanceof DomainError) {
      const { status, refusal } = verdict.error;
      answers.push({ personId, key, bodyHash, status, response: JSON.stringify(refusal) });
    }
  }
  return answers;
}

function countOf(commands: readonly ClaimCommand[], kind: ClaimCommand['kind']): number {
  return commands.reduce((sum, command) => sum + (command.kind === kind ? 1 : 0), 0);
}

function keyOf({ personId, key }: { personId: number; key: string }): string {
  return `${personId}|${key}`;
}

function placeOf({ shiftId, personId }: { shiftId: number; personId: number }): string {
  return `${shiftId}|${personId}`;
}
