import type { Topic, TopicAction } from './api/types';

/** The one thing a topic's page offers at the thumb. */
export type Primary =
  | { kind: 'login' }
  | { kind: 'residency' }
  | { kind: 'act'; action: TopicAction }
  | { kind: 'voted' }
  | { kind: 'none' };

/** What counts most first. Everything else stays on the page in its own place. */
const ORDER: TopicAction[] = [
  'answer_merge',
  'vote',
  'confirm_minutes',
  'sign_in',
  'edit',
  'submit',
  'endorse',
  'rate',
  'speak',
  'object',
  'review',
];

/** The text may still be revised while others act on it; that is no page's main way on. */
const WRITING = ['draft', 'returned'];
/** Statuses in which somebody who may not act yet could, once they are signed in or verified. */
const OPEN_TO_RESIDENTS = ['endorsing', 'announced', 'deliberating', 'voting', 'publicised'];

interface Reader {
  signedIn: boolean;
  /** Approved residency in the topic's community; undefined while unknown. */
  verified: boolean | undefined;
}

/** What a reader should do next about a topic, from what the server allows. */
export function primaryOf(
  { actions, status, mine }: Pick<Topic, 'actions' | 'status' | 'mine'>,
  { signedIn, verified }: Reader,
): Primary {
  const isOpen = OPEN_TO_RESIDENTS.includes(status);
  if (!signedIn) return isOpen ? { kind: 'login' } : { kind: 'none' };
  if (status === 'voting' && mine?.voted === true) return { kind: 'voted' };
  const action = ORDER.find((one) => actions.includes(one) && (one !== 'edit' || WRITING.includes(status)));
  if (action !== undefined) return { kind: 'act', action };
  return isOpen && verified === false ? { kind: 'residency' } : { kind: 'none' };
}
