import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { ConsentsView } from '@/features/volunteering/components/consents/ConsentsView';

/** What the reader lets be done with their data. */
export default function ConsentsPage() {
  return (
    <Page title="授权管理">
      <SignedIn why="登录后可以管理你的授权。">
        <ConsentsView />
      </SignedIn>
    </Page>
  );
}
