import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { PhonePanel } from '@/features/account/components/PhonePanel';
import { back } from '@/lib/navigate';

/** Binding a phone number. */
export default function PhonePage() {
  return (
    <Page title="手机号">
      <SignedIn why="登录后才能绑定手机号。">
        <PhonePanel onDone={back} />
      </SignedIn>
    </Page>
  );
}
