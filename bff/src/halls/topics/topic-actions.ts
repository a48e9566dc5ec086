import { mayAct, OPINION_OPEN, REVIEW_DECLINED_DAYS, type TopicAct } from '@jiefang/shared/topics';
import { DAY_MS } from '@jiefang/shared/time';
import type { TopicAction } from './topic.dto.js';
import type { PersonalActions } from './topic-facts.repository.js';
import type { TopicRow } from './topic-rows.js';

/** What the caller is to the topic, for what they can do with it. */
export interface CallerFacts extends PersonalActions {
  isInitiator: boolean;
  isVerified: boolean;
  endorsed: boolean;
  canVote: boolean;
  onRoll: boolean;
  /** The text in force may be shown. */
  passed: boolean;
}

/** True while the initiator may ask the street to look again. */
export function mayAskReview(topic: TopicRow, now: Date): boolean {
  return (
    topic.status === 'declined' &&
    topic.reviewAskedAt === null &&
    topic.reviewedAt === null &&
    now.getTime() < topic.statusAt.getTime() + REVIEW_DECLINED_DAYS * DAY_MS
  );
}

/** True while endorsements are taken; `endorse_until` is the first instant at which they are not. */
export function collectsEndorsements(topic: TopicRow, now: Date): boolean {
  return topic.status === 'endorsing' && (topic.endorseUntil === null || now < topic.endorseUntil);
}

/** What somebody who is logged in can do with the topic now, in the order of the path. */
export function actionsOf(topic: TopicRow, me: CallerFacts, now: Date): TopicAction[] {
  const initiates = (act: TopicAct): boolean => me.isInitiator && mayAct(act, topic.status, 'initiator');
  const collects = collectsEndorsements(topic, now);
  const speaks = (OPINION_OPEN as readonly string[]).includes(topic.status);
  const can: Record<TopicAction, boolean> = {
    edit: initiates('revise'),
    submit: initiates('submit') && me.passed,
    withdraw: initiates('withdraw'),
    review: me.isInitiator && mayAskReview(topic, now),
    endorse: collects && !me.isInitiator && me.isVerified && !me.endorsed,
    unendorse: collects && me.endorsed,
    answer_merge: me.mergeAsked,
    speak: speaks,
    react: speaks,
    sign_in: me.meetingNow,
    confirm_minutes: me.minutesWaiting,
    vote: me.canVote,
    object:
      topic.status === 'publicised' &&
      (topic.publicationUntil === null || now < topic.publicationUntil) &&
      (me.isVerified || me.onRoll) &&
      !me.objecting,
    rate: ['implementing', 'evaluated'].includes(topic.status) && me.rateable && (me.isVerified || me.onRoll),
    report: topic.shown && !me.isInitiator,
  };
  return (Object.keys(can) as TopicAction[]).filter((action) => can[action]);
}
