import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { Waitlist } from '@/features/waitlist/components/Waitlist';
import { useParams } from '@/lib/navigate';

/** The reader's places in queues. */
export default function WaitlistPage() {
  const { fresh } = useParams<'fresh'>();
  return (
    <Page title="我的候补">
      <SignedIn why="登录后可以看到你的候补。">
        <Waitlist fresh={fresh} />
      </SignedIn>
    </Page>
  );
}
