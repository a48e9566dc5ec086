import { Page } from '@/components/Page';
import { MeView } from '@/features/account/components/MeView';
import { useMe } from '@/lib/me';
import { useRefresh } from '@/lib/useRefresh';

/** 我的. */
export default function MePage() {
  const me = useMe();
  useRefresh(() => me.refetch());
  return (
    <Page title="我的" tab="me">
      <MeView />
    </Page>
  );
}
