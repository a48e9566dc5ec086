import { CLAIM_STATUS_WORDS, type ClaimStatus } from '@jiefang/shared/volunteering';
import type { Step } from '@/components/Steps';
import type { Claim } from '../../api/types';

const MAIN_PATH: ClaimStatus[] = ['claimed', 'in_progress', 'submitted', 'verified'];
/** Ends that are not the good one. */
const EXITS: ClaimStatus[] = ['released', 'abandoned', 'no_show', 'rejected'];

/** Where a claim has been and where it goes from here; a question is a detour, not an end. */
export function claimSteps({ status, timeline }: Pick<Claim, 'status' | 'timeline'>): Step[] {
  const taken = timeline.map((step): Step => ({
    word: CLAIM_STATUS_WORDS[step.status],
    at: step.at,
    note: step.note,
    icon: EXITS.includes(step.status) ? 'close' : 'check',
  }));
  if (EXITS.includes(status)) return taken;
  const reached = MAIN_PATH.indexOf(status === 'queried' ? 'in_progress' : status);
  const ahead = MAIN_PATH.slice(reached + 1);
  return [...taken, ...ahead.map((next): Step => ({ word: CLAIM_STATUS_WORDS[next], at: null }))];
}
