import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { Inbox } from '@/features/inbox/components/Inbox';

/** 消息. */
export default function InboxPage() {
  return (
    <Page title="消息">
      <SignedIn why="登录后可以看到给你的消息。">
        <Inbox />
      </SignedIn>
    </Page>
  );
}
