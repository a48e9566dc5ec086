import { TOPIC_NEED_WORDS, type TopicNeed } from '@jiefang/shared/topic-needs';
import { topicRule, type TopicAct, type TopicStatus } from '@jiefang/shared/topics';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { DomainError } from '../../common/errors/domain-error.js';
import type { TopicChange, TopicRow } from './topic-rows.js';

/** What an act brings along. */
export interface ActFacts {
  now: Date;
  reason?: string;
  change: TopicChange;
}

type Judge = (topic: TopicRow, facts: ActFacts) => boolean;

const isOver = (instant: Date | null, now: Date): boolean => instant !== null && instant <= now;

/** Needs that the topic's row, the time and the act itself decide; the others are asked of their domains. */
const JUDGES: Partial<Record<TopicNeed, Judge>> = {
  reason: (_, { reason, change }) => (reason ?? change.answer ?? '') !== '',
  instant_track: (topic) => topic.track === 'instant',
  deep_track: (topic) => topic.track === 'deep',
  endorsements_enough: (topic) => enoughEndorsed(topic),
  endorsing_over: (topic, { now }) => isOver(topic.endorseUntil, now) && !enoughEndorsed(topic),
  roll_not_empty: (topic, { change }) => (change.rollId ?? topic.rollId) !== null,
  rule_pack: (topic, { change }) => (change.pack ?? topic.pack) !== null,
  notice_over: (topic, { now }) => isOver(topic.deliberatesFrom, now),
  deliberation_over: (topic, { now }) => isOver(topic.deliberatesUntil, now),
  votes: (topic) => topic.pack !== null && topic.pack.decision !== null,
  opinion_only: (topic) => topic.status === 'counted' || topic.pack?.decision === null,
  voting_over: (topic, { now }) => isOver(topic.votesUntil, now),
  passed: (topic) => topic.status !== 'counted' || topic.tally?.passed === true,
  not_passed: (topic) => topic.tally?.passed === false,
  // Whether participation falls short is for the count to say.
  extension_allowed: (topic) => (topic.pack?.decision?.extensionDays ?? 0) > 0 && !topic.extended,
  publication_over: (topic, { now }) => isOver(topic.publicationUntil, now),
  rating_over: (topic, { now }) => isOver(topic.ratedUntil, now),
};

/** True when the text in force has been endorsed by enough, or nobody has to endorse here. */
export function enoughEndorsed(
  topic: Pick<TopicRow, 'endorsements' | 'endorseThreshold' | 'endorsedNo' | 'textNo'>,
): boolean {
  return topic.endorsements >= topic.endorseThreshold || topic.endorsedNo === topic.textNo;
}

/** Needs of the act that the row, the time and the act itself leave unmet. */
export function unmetNeeds(act: TopicAct, topic: TopicRow, facts: ActFacts): TopicNeed[] {
  return topicRule(act).needs.filter((need) => JUDGES[need]?.(topic, facts) === false);
}

/** What staff fill in with the act itself: no reason to keep the button away. */
const FILLED_IN: readonly TopicNeed[] = ['reason', 'target_topic', 'roll_not_empty', 'rule_pack'];

/** The same before the act is filled in. */
export function unmetBefore(act: TopicAct, topic: TopicRow, now: Date): TopicNeed[] {
  return unmetNeeds(act, topic, { now, change: {} }).filter((need) => !FILLED_IN.includes(need));
}

const CODES: Partial<Record<TopicNeed, ErrorCode>> = {
  verified_resident: 'RESIDENT_REQUIRED',
  text_passed: 'TOPIC_TEXT_HELD',
  instant_track: 'TOPIC_TRACK',
  deep_track: 'TOPIC_TRACK',
  roll_not_empty: 'ROLL_EMPTY',
  target_topic: 'MERGE_INVALID',
};

/** The refusal of an act whose needs are unmet: TOPIC_NEED, or the code of what is missing. */
export function needRefusal(unmet: readonly TopicNeed[]): DomainError {
  const words = unmet.map((need) => TOPIC_NEED_WORDS[need]);
  const code = unmet.map((need) => CODES[need]).find((one) => one !== undefined);
  if (code !== undefined) return new DomainError(code, { extra: { unmet: words } });
  return new DomainError('TOPIC_NEED', {
    message: `这一步还差条件：${words.join('、')}。`,
    extra: { unmet: words },
  });
}

/** Statuses that end a topic's duties: what is late then is history. */
export function isOverStatus(status: TopicStatus): boolean {
  return ['archived', 'merged', 'withdrawn', 'failed'].includes(status);
}
