import { BOOKING_STATUS_WORDS, type BookingStatus } from '@jiefang/shared/bookings';
import {
  CERTIFICATE_STATUS_WORDS,
  HOURS_STATUS_WORDS,
  type CertificateStatus,
  type HoursStatus,
} from '@jiefang/shared/hours';
import { TOPIC_STATUS_WORDS, type TopicStatus } from '@jiefang/shared/topics';
import { CLAIM_STATUS_WORDS, type ClaimStatus } from '@jiefang/shared/volunteering';
import type { IconName } from './Icon';
import { Tag, type Tone } from './Tag';

interface Statuses {
  booking: BookingStatus;
  claim: ClaimStatus;
  hours: HoursStatus;
  certificate: CertificateStatus;
  topic: TopicStatus;
}

interface Look {
  tone: Tone;
  icon: IconName;
}

const WORDS: { [Of in keyof Statuses]: Record<Statuses[Of], string> } = {
  booking: BOOKING_STATUS_WORDS,
  claim: CLAIM_STATUS_WORDS,
  hours: HOURS_STATUS_WORDS,
  certificate: CERTIFICATE_STATUS_WORDS,
  topic: TOPIC_STATUS_WORDS,
};

const LOOKS: { [Of in keyof Statuses]: Record<Statuses[Of], Look> } = {
  booking: {
    pending: { tone: 'wait', icon: 'hourglass' },
    confirmed: { tone: 'good', icon: 'check' },
    checked_in: { tone: 'good', icon: 'door' },
    completed: { tone: 'plain', icon: 'check' },
    rejected: { tone: 'bad', icon: 'ban' },
    cancelled: { tone: 'plain', icon: 'close' },
    late_cancelled: { tone: 'wait', icon: 'close' },
    released: { tone: 'bad', icon: 'alert' },
    no_show: { tone: 'bad', icon: 'alert' },
  },
  claim: {
    claimed: { tone: 'good', icon: 'check' },
    in_progress: { tone: 'free', icon: 'clock' },
    submitted: { tone: 'wait', icon: 'hourglass' },
    queried: { tone: 'wait', icon: 'edit' },
    verified: { tone: 'good', icon: 'check' },
    released: { tone: 'plain', icon: 'exit' },
    abandoned: { tone: 'wait', icon: 'exit' },
    no_show: { tone: 'bad', icon: 'alert' },
    rejected: { tone: 'bad', icon: 'ban' },
  },
  hours: {
    provisional: { tone: 'wait', icon: 'hourglass' },
    publicised: { tone: 'wait', icon: 'eye' },
    recorded: { tone: 'good', icon: 'check' },
    reversed: { tone: 'bad', icon: 'close' },
  },
  certificate: {
    requested: { tone: 'wait', icon: 'hourglass' },
    issued: { tone: 'good', icon: 'check' },
    declined: { tone: 'bad', icon: 'ban' },
    revoked: { tone: 'bad', icon: 'close' },
  },
  topic: {
    draft: { tone: 'plain', icon: 'edit' },
    submitted: { tone: 'wait', icon: 'hourglass' },
    under_review: { tone: 'wait', icon: 'hourglass' },
    endorsing: { tone: 'free', icon: 'people' },
    announced: { tone: 'wait', icon: 'bell' },
    deliberating: { tone: 'free', icon: 'talk' },
    finalised: { tone: 'wait', icon: 'lock' },
    voting: { tone: 'free', icon: 'vote' },
    counted: { tone: 'good', icon: 'list' },
    publicised: { tone: 'wait', icon: 'eye' },
    effective: { tone: 'good', icon: 'check' },
    implementing: { tone: 'free', icon: 'flag' },
    evaluated: { tone: 'good', icon: 'star' },
    archived: { tone: 'plain', icon: 'check' },
    returned: { tone: 'wait', icon: 'edit' },
    declined: { tone: 'bad', icon: 'ban' },
    merged: { tone: 'plain', icon: 'share' },
    withdrawn: { tone: 'plain', icon: 'exit' },
    failed: { tone: 'bad', icon: 'close' },
    suspended: { tone: 'bad', icon: 'pause' },
  },
};

/** Where a booking, a claim, an entry of hours, a certificate or a topic stands: word and icon. */
export function StatusChip<Of extends keyof Statuses>({ of, status }: { of: Of; status: Statuses[Of] }) {
  return <Tag {...LOOKS[of][status]}>{WORDS[of][status]}</Tag>;
}
