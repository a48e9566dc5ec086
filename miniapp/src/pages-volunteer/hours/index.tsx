import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { HoursView } from '@/features/volunteering/components/hours/HoursView';

/** The reader's hours. */
export default function HoursPage() {
  return (
    <Page title="服务时长">
      <SignedIn why="登录后可以看到你的服务时长。">
        <HoursView />
      </SignedIn>
    </Page>
  );
}
