import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useCertificate } from '@/features/volunteering/api/certificates';
import { CertificateView } from '@/features/volunteering/components/certificates/CertificateView';
import { useParams } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';

/** One of the reader's certificates. */
export default function CertificatePage() {
  const { id = '' } = useParams<'id'>();
  const certificate = useCertificate(id);
  useRefresh(() => certificate.refetch());
  return (
    <Page title="志愿服务证明">
      <QueryState query={certificate} skeleton={<Skeleton count={2} lines={4} />}>
        {(data) => <CertificateView certificate={data} />}
      </QueryState>
    </Page>
  );
}
