import {
  CERTIFICATE_STATUS_WORDS,
  CERTIFICATE_STATUSES,
  type CertificateStatus,
} from '@jiefang/shared/hours';
import { useState } from 'react';
import { Segmented } from '@/components/Choice';
import { DecisionList } from '@/components/desk/DecisionList';
import { Empty } from '@/components/QueryState';
import { useDivisionPages } from '../../api/desk';
import type { StaffCertificate } from '../../api/types';
import { CertificateCard } from './CertificateCard';

const STATUSES = CERTIFICATE_STATUSES.map((value: CertificateStatus) => ({
  value,
  word: CERTIFICATE_STATUS_WORDS[value],
}));

/** Certificates that were asked for, issued, declined or revoked. */
export function CertificatesView({ code }: { code: string }) {
  const [status, setStatus] = useState<CertificateStatus>('requested');
  const query = useDivisionPages<StaffCertificate>(code, 'certificates', { status });
  return (
    <>
      <Segmented label="看哪些" options={STATUSES} value={status} onChange={setStatus} />
      <DecisionList
        key={status}
        query={query}
        keyOf={(item) => item.id}
        empty={
          status === 'requested' ? (
            <Empty icon="check" title="没有等开具的证明" hint="志愿者申请以后，会出现在这里。" />
          ) : (
            <Empty icon="award" title="这里还没有证明" />
          )
        }
        render={(item, onDecided) => <CertificateCard item={item} onDecided={onDecided} />}
      />
    </>
  );
}
