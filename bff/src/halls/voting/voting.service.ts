import { Injectable } from '@nestjs/common';
import { BALLOT_CHOICES } from '@jiefang/shared/topics';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import { Rolls } from '../rolls/rolls.js';
import { Topics } from '../topics/topics.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { BallotLane } from './ballot-lane.js';
import { CountingRepository } from './counting.repository.js';
import { ParticipationShown } from './participation.js';
import { readReceipt, writeReceipt } from './receipts.js';
import type {
  BallotBody,
  BallotCastView,
  ParticipationView,
  ReceiptView,
  VoteMembershipView,
  VoteView,
} from './voting.dto.js';

/** Voting as residents see it. */
@Injectable()
export class VotingService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly rolls: Rolls,
    private readonly boxes: CountingRepository,
    private readonly participations: ParticipationShown,
    private readonly lane: BallotLane,
    private readonly clock: Clock,
  ) {}

  /**
   * Casts a ballot. What the clock says as the request arrives decides whether it was in time. BALLOT_CHOICE,
   * BALLOT_NOT_OPEN, BALLOT_CLOSED, BALLOT_OFF_ROLL, BALLOT_STALE_TEXT, BALLOT_ALREADY.
   */
  async cast(caller: Caller, key: string, publicId: string, body: BallotBody): Promise<BallotCastView> {
    const { member, choice, textHash } = body;
    if (!BALLOT_CHOICES.includes(choice)) throw new DomainError('BALLOT_CHOICE');
    return this.lane.cast({
      kind: 'cast',
      key,
      personId: caller.personId,
      topicId: decodeId('topic', publicId),
      member,
      choice,
      textHash,
      arrivedAt: this.clock.now(),
    });
  }

  /** What the caller may vote on here, and for whom. */
  async vote(caller: Caller, publicId: string): Promise<VoteView> {
    const topic = await this.topics.requireShown(this.database, publicId, caller);
    const { votesFrom, votesUntil, status } = topic;
    const now = this.clock.now();
    return {
      topicId: encodeId('topic', topic.id),
      title: topic.title,
      textHash: topic.textHash?.toString('hex') ?? null,
      secret: topic.secret,
      from: votesFrom?.toISOString() ?? null,
      until: votesUntil?.toISOString() ?? null,
      open:
        status === 'voting' &&
        votesFrom !== null &&
        votesFrom <= now &&
        votesUntil !== null &&
        now < votesUntil,
      memberships: await this.memberships(topic, caller.personId),
      participation: await this.participations.of(this.database, topic),
    };
  }

  async participation(caller: Caller | null, publicId: string): Promise<ParticipationView> {
    const topic = await this.topics.requireShown(this.database, publicId, caller);
    return this.participations.of(this.database, topic);
  }

  /** What a receipt stands for, once the box was counted. RECEIPT_UNKNOWN. */
  async receipt(caller: Caller | null, publicId: string, code: string): Promise<ReceiptView> {
    const topic = await this.topics.requireShown(this.database, publicId, caller);
    if (topic.tally === null) {
      throw new DomainError('RECEIPT_UNKNOWN', {
        message: '计票以后才能核对回执。',
        next: '请保存好回执，结果公布后再来核对。',
      });
    }
    const receipt = topic.secret ? null : readReceipt(code);
    const ballot = receipt === null ? null : await this.boxes.findReceipt(this.database, topic.id, receipt);
    if (ballot === null) throw new DomainError('RECEIPT_UNKNOWN');
    return { found: true, choice: ballot.choice, counted: ballot.last, channel: ballot.channel };
  }

  private async memberships(topic: TopicRow, personId: number): Promise<VoteMembershipView[]> {
    if (topic.rollId === null) return [];
    const members = await this.rolls.membershipsOf(this.database, topic.rollId, personId);
    const numbers = members.map((member) => member.no);
    const marked = await this.boxes.findMarked(this.database, topic.id, numbers);
    const own = topic.secret ? [] : await this.boxes.findOwn(this.database, topic.id, numbers, personId);
    const ballots = new Map(own.map((ballot) => [ballot.no, ballot]));
    return members.map(({ no, capacity, label, area }) => {
      const ballot = ballots.get(no);
      return {
        no,
        capacity,
        label,
        area,
        voted: marked.has(no),
        choice: ballot?.choice ?? null,
        receipt: ballot === undefined ? null : writeReceipt(ballot.receipt),
        castAt: ballot?.castAt.toISOString() ?? null,
      };
    });
  }
}
