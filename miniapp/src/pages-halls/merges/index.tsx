import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { MergesView } from '@/features/halls/components/mine/MergesView';

/** Mergers that wait for the reader's consent. */
export default function MergesPage() {
  return (
    <Page title="合并议题">
      <SignedIn why="登录后可以答复合并。">
        <MergesView />
      </SignedIn>
    </Page>
  );
}
