import { ENDORSE_DAYS, RATING_DAYS, type TopicAct } from '@jiefang/shared/topics';
import { addDays, DAY_MS, instantAt, shanghaiDay } from '@jiefang/shared/time';
import type { TopicChange, TopicRow } from './topic-rows.js';

/** The end of the day that is so many days after today: every window lasts whole days. */
export function endOfDay(now: Date, days: number): Date {
  return instantAt(addDays(shanghaiDay(now), days), 24 * 60);
}

/** What an act opens, closes or moves by itself, whoever takes it. */
export function windowsOf(act: TopicAct, topic: TopicRow, now: Date): TopicChange {
  const decision = topic.pack?.decision ?? null;
  switch (act) {
    case 'classify_instant':
      return { track: 'instant' };
    case 'classify_deep':
      return { track: 'deep' };
    case 'decline':
      return { reviewAskedAt: null, reviewText: null, reviewedAt: null };
    case 'review_declined':
    case 'uphold_declined':
      return { reviewedAt: now };
    case 'answer':
      return { effectiveOn: shanghaiDay(now) };
    case 'open_endorsing':
      return { endorseUntil: endOfDay(now, ENDORSE_DAYS) };
    case 'reach_endorsements':
      return { endorsedNo: topic.textNo };
    case 'open_voting':
      return { votesFrom: now, votesUntil: endOfDay(now, decision?.votingDays ?? 0) };
    case 'extend_voting':
      return {
        extended: true,
        votesUntil: new Date((topic.votesUntil ?? now).getTime() + (decision?.extensionDays ?? 0) * DAY_MS),
      };
    case 'publicise':
      return { publicationUntil: endOfDay(now, topic.pack?.publicationDays ?? 0) };
    case 'take_effect':
      return { effectiveOn: shanghaiDay(now) };
    case 'evaluate':
      return { ratedUntil: endOfDay(now, RATING_DAYS) };
    case 'resume':
      return resumed(topic, now);
    default:
      return {};
  }
}

const WINDOWS = [
  'deliberatesFrom',
  'deliberatesUntil',
  'votesFrom',
  'votesUntil',
  'publicationUntil',
] as const satisfies (keyof TopicRow)[];

/** Whatever had not passed when the topic was suspended comes later by the length of the pause. */
function resumed(topic: TopicRow, now: Date): TopicChange {
  const since = topic.suspendedAt;
  if (since === null) return {};
  const pause = now.getTime() - since.getTime();
  const change: TopicChange = {};
  for (const name of WINDOWS) {
    const instant = topic[name];
    if (instant !== null && instant > since) change[name] = new Date(instant.getTime() + pause);
  }
  return change;
}
