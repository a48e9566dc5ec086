import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { AppealsView } from '@/features/halls/components/mine/AppealsView';

/** Hidden texts of the reader's and their appeals. */
export default function AppealsPage() {
  return (
    <Page title="我的申诉">
      <SignedIn why="登录后可以看到被隐藏的文字，并申诉。">
        <AppealsView />
      </SignedIn>
    </Page>
  );
}
