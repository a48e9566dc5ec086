import { addDays } from '@jiefang/shared/time';
import type { TopicStatus } from '@jiefang/shared/topics';

/** Statuses in which a decision gets promises. */
export const FOLLOWED_TOPICS: readonly TopicStatus[] = ['effective', 'implementing'];
/** Statuses in which residents rate what was done. */
export const RATED_TOPICS: readonly TopicStatus[] = ['effective', 'implementing', 'evaluated'];

const FURTHEST_DAYS = 3 * 366;

/** What is wrong with a promise's day, in words; days are 'YYYY-MM-DD' in Shanghai. */
export function dueFault(dueOn: string, today: string): string | null {
  if (dueOn <= today) return '期限要在今天以后。';
  if (dueOn > addDays(today, FURTHEST_DAYS)) return '期限最长三年。';
  return null;
}
