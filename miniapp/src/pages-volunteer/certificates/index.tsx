import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { CertificatesView } from '@/features/volunteering/components/certificates/CertificatesView';

/** The reader's certificates. */
export default function CertificatesPage() {
  return (
    <Page title="志愿服务证明">
      <SignedIn why="登录后可以申请志愿服务证明。">
        <CertificatesView />
      </SignedIn>
    </Page>
  );
}
