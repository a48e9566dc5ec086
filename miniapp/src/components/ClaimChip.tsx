import { CLAIM_STATUS_WORDS, type ClaimStatus } from '@jiefang/shared/volunteering';
import type { IconName } from './Icon';
import { Tag, type Tone } from './Tag';

const LOOK: Record<ClaimStatus, { tone: Tone; icon: IconName }> = {
  claimed: { tone: 'good', icon: 'check' },
  in_progress: { tone: 'free', icon: 'clock' },
  submitted: { tone: 'wait', icon: 'hourglass' },
  queried: { tone: 'wait', icon: 'edit' },
  verified: { tone: 'good', icon: 'check' },
  released: { tone: 'plain', icon: 'exit' },
  abandoned: { tone: 'wait', icon: 'exit' },
  no_show: { tone: 'bad', icon: 'alert' },
  rejected: { tone: 'bad', icon: 'ban' },
};

/** The status of a claim: word and icon. */
export function ClaimChip({ status }: { status: ClaimStatus }) {
  return <Tag {...LOOK[status]}>{CLAIM_STATUS_WORDS[status]}</Tag>;
}
