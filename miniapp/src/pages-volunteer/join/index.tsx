import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { JoinView } from '@/features/volunteering/components/join/JoinView';

/** Becoming a volunteer. */
export default function JoinPage() {
  return (
    <Page title="成为志愿者">
      <SignedIn why="登录后一分钟就能登记成为志愿者。">
        <JoinView />
      </SignedIn>
    </Page>
  );
}
