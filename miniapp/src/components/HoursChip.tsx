import { HOURS_STATUS_WORDS, type HoursStatus } from '@jiefang/shared/hours';
import type { IconName } from './Icon';
import { Tag, type Tone } from './Tag';

const LOOK: Record<HoursStatus, { tone: Tone; icon: IconName }> = {
  provisional: { tone: 'wait', icon: 'hourglass' },
  publicised: { tone: 'wait', icon: 'eye' },
  recorded: { tone: 'good', icon: 'check' },
  reversed: { tone: 'bad', icon: 'close' },
};

/** Where an entry of hours stands: word and icon. */
export function HoursChip({ status }: { status: HoursStatus }) {
  return <Tag {...LOOK[status]}>{HOURS_STATUS_WORDS[status]}</Tag>;
}
