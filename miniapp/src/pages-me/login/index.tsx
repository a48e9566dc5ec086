import { Page } from '@/components/Page';
import { LoginPanel } from '@/features/account/components/LoginPanel';
import { back } from '@/lib/navigate';

/** Signing in; leads back to where it was asked for. */
export default function LoginPage() {
  return (
    <Page title="登录">
      <LoginPanel onDone={back} />
    </Page>
  );
}
