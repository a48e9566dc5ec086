import { DivisionPage } from '@/features/staff/components/DeskPage';
import { CertificatesView } from '@/features/coordinator/components/certificates/CertificatesView';
import { useParams } from '@/lib/navigate';

/** Certificates to issue, decline or revoke. */
export default function CertificatesPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="证明" needs="hours.manage" code={code}>
      {({ division }) => <CertificatesView code={division.code} />}
    </DivisionPage>
  );
}
