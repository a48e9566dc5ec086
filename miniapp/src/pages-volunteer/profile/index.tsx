import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { ProfileView } from '@/features/volunteering/components/join/ProfileView';

/** The reader as a volunteer. */
export default function ProfilePage() {
  return (
    <Page title="志愿者资料">
      <SignedIn why="登录后可以看到你的志愿者资料。">
        <ProfileView />
      </SignedIn>
    </Page>
  );
}
