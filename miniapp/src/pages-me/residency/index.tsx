import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { ResidencyView } from '@/features/residency/components/ResidencyView';

/** The reader's household. */
export default function ResidencyPage() {
  return (
    <Page title="我的住处">
      <SignedIn why="登录后可以登记住处，成为认证居民。">
        <ResidencyView />
      </SignedIn>
    </Page>
  );
}
