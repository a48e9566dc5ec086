import { PUBLIC_TOPICS, type TopicStatus } from '@jiefang/shared/topics';
import { DomainError } from '../../common/errors/domain-error.js';

/** A topic as it stands while the batch holds it. */
export interface BallotTopic {
  id: number;
  status: TopicStatus;
  shown: boolean;
  secret: boolean;
  rollId: number | null;
  /** Whether the roll has areas. */
  hasArea: boolean;
  /** Hex; null before the text is frozen. */
  textHash: string | null;
  votesFrom: Date | null;
  votesUntil: Date | null;
  /** False where nothing is voted on. */
  hasBox: boolean;
  isCounted: boolean;
}

const BEFORE: readonly TopicStatus[] = [
  'under_review',
  'endorsing',
  'announced',
  'deliberating',
  'finalised',
];

/** Why no ballot may be put into this topic's box, whoever brings it; null when one may. */
export function judgeBox(topic: BallotTopic | undefined, arrivedAt: Date): DomainError | null {
  if (topic === undefined || !topic.shown || !isPublic(topic.status)) return new DomainError('NOT_FOUND');
  if (topic.status === 'suspended') {
    return new DomainError('BALLOT_CLOSED', {
      message: '议题中止了，现在不能投票。',
      next: '恢复以后可以继续投。',
    });
  }
  if (BEFORE.includes(topic.status)) return new DomainError('BALLOT_NOT_OPEN');
  if (topic.status !== 'voting' || topic.isCounted) return new DomainError('BALLOT_CLOSED');
  const { hasBox, votesFrom, votesUntil } = topic;
  if (!hasBox || votesFrom === null || arrivedAt < votesFrom) return new DomainError('BALLOT_NOT_OPEN');
  return votesUntil !== null && arrivedAt < votesUntil ? null : new DomainError('BALLOT_CLOSED');
}

/** What is known of a voter and of the member they would vote for. */
export interface BallotFacts {
  /** The person may vote for this member. */
  isVoter: boolean;
  /** The person may vote for some member of this roll. */
  isOnRoll: boolean;
  /** The member has taken part. */
  isMarked: boolean;
}

/** What judging asks of a ballot. Whoever votes by phone or on paper was read the text by staff. */
export interface JudgedBallot {
  arrivedAt: Date;
  /** Hex of the text that the voter saw in the app; null for a ballot that staff enter. */
  textHash: string | null;
}

/** Why this ballot may not be cast; null when it may. What nothing can change is said first. */
export function judgeBallot(
  topic: BallotTopic | undefined,
  { arrivedAt, textHash }: JudgedBallot,
  facts: BallotFacts,
): DomainError | null {
  const refusal = judgeBox(topic, arrivedAt);
  if (refusal !== null || topic === undefined) return refusal ?? new DomainError('NOT_FOUND');
  if (!facts.isVoter) {
    return facts.isOnRoll
      ? new DomainError('BALLOT_OFF_ROLL', {
          message: '这一票不归你投。',
          next: '请选名册里属于你的那一票。',
        })
      : new DomainError('BALLOT_OFF_ROLL');
  }
  if (textHash !== null && textHash !== topic.textHash) return new DomainError('BALLOT_STALE_TEXT');
  return topic.secret && facts.isMarked ? new DomainError('BALLOT_ALREADY') : null;
}

function isPublic(status: TopicStatus): boolean {
  return PUBLIC_TOPICS.includes(status);
}
