import { CERTIFICATE_STATUS_WORDS, type CertificateStatus } from '@jiefang/shared/hours';
import type { IconName } from '@/components/Icon';
import { Tag, type Tone } from '@/components/Tag';

const LOOK: Record<CertificateStatus, { tone: Tone; icon: IconName }> = {
  requested: { tone: 'wait', icon: 'hourglass' },
  issued: { tone: 'good', icon: 'check' },
  declined: { tone: 'bad', icon: 'ban' },
  revoked: { tone: 'bad', icon: 'close' },
};

/** Where a certificate stands: word and icon. */
export function CertificateChip({ status }: { status: CertificateStatus }) {
  return <Tag {...LOOK[status]}>{CERTIFICATE_STATUS_WORDS[status]}</Tag>;
}
