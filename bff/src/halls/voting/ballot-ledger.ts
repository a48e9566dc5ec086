import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors/domain-error.js';
import {
  idempotent,
  Idempotency,
  replay,
  type IdempotentRequest,
  type StoredAnswer,
} from '../../common/idempotency/idempotency.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Verdict } from '../../common/lanes/lane.js';
import type { Sql } from '../../database/database.js';
import { AssistedConfirmations } from './assisted-confirmations.js';
import { BallotBatches, type NewMark, type NewOpenBallot, type NewSecretBallot } from './ballot-batches.js';
import type { AssistedCommand, BallotCast, BallotCommand } from './ballot-commands.js';
import { judgeBallot, type BallotTopic } from './ballot-judge.js';
import { RECEIPT_BYTES, writeReceipt } from './receipts.js';

const TOKEN_BYTES = 16;

/** What judging a batch needs, read under its locks, and what it has decided to write. */
interface Context {
  topics: Map<number, BallotTopic>;
  /** Areas of members by person: whoever is a key of the outer map is on the roll. */
  rolls: Map<string, Map<number, number>>;
  /** Members that took part, with the number of their last open ballot. */
  casts: Map<string, number>;
  marks: NewMark[];
  open: NewOpenBallot[];
  secret: NewSecretBallot[];
  /** What is added to each box. */
  boxes: Map<number, { marks: number; area: number }>;
}

/**
 * Decides ballots, a whole batch in one transaction: topics and boxes are held, repeats get their kept answer, the others
 * are judged in the order they came by what is read after the locks. An open ballot is a new row beside its member's
 * earlier ones. A secret one leaves a mark of its member and, under a random key, a choice; nothing that is written or
 * kept pairs the two, neither a time nor an order nor the answer to a repeat.
 */
@Injectable()
export class BallotLedger {
  constructor(
    private readonly batches: BallotBatches,
    private readonly idempotency: Idempotency,
    private readonly assisted: AssistedConfirmations,
  ) {}

  /** One verdict for each command, in order. */
  async decide(tx: Sql, commands: readonly BallotCommand[]): Promise<Verdict<BallotCast>[]> {
    const topics = await this.batches.lock(
      tx,
      commands.map((command) => command.topicId),
    );
    const requests = commands.map((command) => requestOf(command, topics.get(command.topicId)));
    const { kept, context } = await this.load(tx, commands, topics);
    const verdicts: (Verdict<BallotCast> | undefined)[] = commands.map(() => undefined);
    const answers = new Map<string, StoredAnswer>();
    for (const [index, command] of commands.entries()) {
      const request = requests[index] as IdempotentRequest;
      const key = keyOf(request);
      if (kept.has(key) || answers.has(key)) continue;
      const verdict = await this.judge(tx, command, context);
      verdicts[index] = verdict;
      const answer = answerOf(request, verdict);
      if (answer !== null) answers.set(key, answer);
    }
    await this.write(tx, context);
    await this.idempotency.insert(tx, [...answers.values()]);
    return verdicts.map(
      (verdict, index) => verdict ?? repeated(requests[index] as IdempotentRequest, kept, answers),
    );
  }

  private async load(
    tx: Sql,
    commands: readonly BallotCommand[],
    topics: Map<number, BallotTopic>,
  ): Promise<{ kept: Map<string, StoredAnswer>; context: Context }> {
    const casts = commands.filter((command) => command.kind === 'cast');
    const members = (secret: boolean) =>
      commands.filter(({ topicId }) => topics.get(topicId)?.secret === secret);
    const voters = casts.flatMap(({ personId, topicId }) => {
      const topic = topics.get(topicId);
      return topic === undefined || topic.rollId === null
        ? []
        : [{ rollId: topic.rollId, personId, hasArea: topic.hasArea }];
    });
    const around = await this.batches.findAround(tx, {
      keys: commands.map(asker),
      voters,
      openMembers: members(false),
      secretMembers: members(true),
    });
    const rolls: Context['rolls'] = new Map();
    const put = (rows: typeof around.voters): void => {
      for (const { rollId, personId, member, area } of rows) {
        const own = rolls.get(pair(rollId, personId));
        if (own === undefined) rolls.set(pair(rollId, personId), new Map([[member, area ?? 0]]));
        else own.set(member, area ?? 0);
      }
    };
    put(around.voters);
    // Whoever's vote it is not may have bound the owner's phone since the roll was frozen.
    const strangers = casts.flatMap(({ topicId, personId, member }) => {
      const rollId = topics.get(topicId)?.rollId ?? null;
      return rollId === null || rolls.get(pair(rollId, personId))?.has(member) === true
        ? []
        : [{ rollId, personId }];
    });
    put(
      await this.batches.findByPhone(
        tx,
        strangers.map((one) => one.rollId),
        strangers.map((one) => one.personId),
      ),
    );
    return {
      kept: new Map(around.kept.map((answer) => [keyOf(answer), answer])),
      context: {
        topics,
        rolls,
        casts: new Map(around.casts.map(({ topicId, member, seq }) => [pair(topicId, member), seq ?? 0])),
        marks: [],
        open: [],
        secret: [],
        boxes: new Map(),
      },
    };
  }

  private async judge(tx: Sql, command: BallotCommand, context: Context): Promise<Verdict<BallotCast>> {
    const topic = context.topics.get(command.topicId);
    const own = await this.membersOf(tx, command, topic, context);
    const last = context.casts.get(pair(command.topicId, command.member));
    const area = own?.get(command.member);
    const { arrivedAt } = command;
    const textHash = command.kind === 'cast' ? command.textHash : null;
    const facts = { isVoter: area !== undefined, isOnRoll: own !== undefined, isMarked: last !== undefined };
    const refusal = judgeBallot(topic, { arrivedAt, textHash }, facts);
    if (refusal !== null) return { error: refusal };
    if (topic === undefined || area === undefined) return { error: new Error('a ballot was left unjudged') };
    if (command.kind === 'assisted') {
      if (last !== undefined && (await this.isOlder(tx, command, context))) {
        return {
          error: new DomainError('ASSISTED_STATE', {
            message: '录入这一票以后，本人又在小程序里投过，以后投的为准。',
            next: '请退回这份录入。',
          }),
        };
      }
      const taken = await this.assisted.confirm(tx, command, topic.secret);
      if (taken !== null) return { error: taken };
    }
    return { value: put(command, topic, area, last, context) };
  }

  /** True when the member has voted since somebody entered this ballot: the last one counts, and this is not it. */
  private async isOlder(
    tx: Sql,
    { topicId, member, arrivedAt }: AssistedCommand,
    { open }: Context,
  ): Promise<boolean> {
    const later = open.some(
      (one) => one.topicId === topicId && one.member === member && one.castAt > arrivedAt,
    );
    return later || (await this.batches.isCastAfter(tx, topicId, member, arrivedAt));
  }

  /** The members for whom the ballot may be cast, with their areas; undefined for nobody's. */
  private async membersOf(
    tx: Sql,
    command: BallotCommand,
    topic: BallotTopic | undefined,
    { rolls }: Context,
  ): Promise<Map<number, number> | undefined> {
    if (topic === undefined || topic.rollId === null) return undefined;
    if (command.kind === 'cast') return rolls.get(pair(topic.rollId, command.personId));
    const member = await this.batches.findMember(tx, topic.id, command.member);
    return member === null ? undefined : new Map([[command.member, member.area ?? 0]]);
  }

  private async write(tx: Sql, { marks, open, secret, boxes }: Context): Promise<void> {
    await this.batches.insertMarks(tx, marks);
    await this.batches.insertOpen(tx, open);
    await this.batches.insertSecret(tx, secret);
    for (const [topicId, box] of [...boxes].sort(([a], [b]) => a - b))
      await this.batches.addToBox(tx, topicId, box.marks, box.area);
  }
}

/** Puts a ballot that may be cast among what the batch writes. */
function put(
  command: BallotCommand,
  topic: BallotTopic,
  area: number,
  last: number | undefined,
  { casts, marks, open, secret, boxes }: Context,
): BallotCast {
  const { topicId, member, choice } = command;
  const channel = command.kind === 'cast' ? 'app' : command.channel;
  const box = boxes.get(topicId) ?? { marks: 0, area: 0 };
  boxes.set(topicId, box);
  if (last === undefined) {
    marks.push({ topicId, member, channel });
    box.marks += 1;
    box.area += area;
  }
  const seq = topic.secret ? 0 : (last ?? 0) + 1;
  casts.set(pair(topicId, member), seq);
  if (topic.secret) {
    secret.push({ topicId, token: randomBytes(TOKEN_BYTES), choice });
    return { member, receipt: null, changed: false };
  }
  const receipt = randomBytes(RECEIPT_BYTES);
  const castBy = command.kind === 'cast' ? command.personId : null;
  open.push({ topicId, member, seq, choice, channel, receipt, castBy, castAt: command.arrivedAt });
  return { member, receipt: writeReceipt(receipt), changed: last !== undefined };
}

/** Who asks, under which key. */
function asker(command: BallotCommand): { personId: number; key: string } {
  return { personId: command.kind === 'cast' ? command.personId : command.caller.personId, key: command.key };
}

/**
 * A request as its key names it. The choice is part of it only where the box is one of open ballots: of three choices a
 * hash tells which it was.
 */
function requestOf(command: BallotCommand, topic: BallotTopic | undefined): IdempotentRequest {
  if (command.kind === 'assisted')
    return confirmRequest(command.caller.personId, command.key, command.entryId);
  const { personId, key, topicId, member, textHash, choice } = command;
  const isOpen = topic?.hasBox === true && !topic.secret;
  const body = isOpen ? { member, textHash, choice } : { member, textHash };
  return idempotent(personId, key, `POST /topics/${encodeId('topic', topicId)}/ballots`, body);
}

/** The confirmation of an assisted entry as its key names it: without what was read. */
export function confirmRequest(personId: number, key: string, entryId: number): IdempotentRequest {
  return idempotent(personId, key, `POST /staff/assisted/${encodeId('assisted', entryId)}/confirm`, {});
}

/** The answer to a repeat: of an earlier batch, or of a command of this one. */
function repeated(
  request: IdempotentRequest,
  kept: ReadonlyMap<string, StoredAnswer>,
  answers: ReadonlyMap<string, StoredAnswer>,
): Verdict<BallotCast> {
  const answer = kept.get(keyOf(request)) ?? answers.get(keyOf(request));
  if (answer === undefined) return { error: new Error('a ballot was left undecided') };
  try {
    return { value: replay<BallotCast>(answer, request) };
  } catch (error) {
    if (error instanceof DomainError) return { error };
    throw error;
  }
}

/** What is kept for a repeat; null when the failure says nothing about the request. */
function answerOf(request: IdempotentRequest, verdict: Verdict<BallotCast>): StoredAnswer | null {
  if ('value' in verdict) return { ...request, status: 200, response: JSON.stringify(verdict.value) };
  if (!(verdict.error instanceof DomainError)) return null;
  const { status, refusal } = verdict.error;
  return { ...request, status, response: JSON.stringify(refusal) };
}

function keyOf({ personId, key }: { personId: number; key: string }): string {
  return `${personId}|${key}`;
}

function pair(one: number, other: number): string {
  return `${one}|${other}`;
}
