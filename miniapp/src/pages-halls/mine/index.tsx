import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { listOf, MineView } from '@/features/halls/components/mine/MineView';
import { useParams } from '@/lib/navigate';

/** Topics the reader raised and what they said. */
export default function MinePage() {
  const { show } = useParams<'show'>();
  return (
    <Page title="我的议事">
      <SignedIn why="登录后可以看到你提的议题和发言。">
        <MineView first={listOf(show)} />
      </SignedIn>
    </Page>
  );
}
