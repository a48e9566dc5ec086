import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { PauseList } from '@/features/account/components/PauseList';

/** Pauses of online booking, and appealing them. */
export default function PausesPage() {
  return (
    <Page title="暂停与申诉">
      <SignedIn why="登录后可以查看和申诉。">
        <PauseList />
      </SignedIn>
    </Page>
  );
}
