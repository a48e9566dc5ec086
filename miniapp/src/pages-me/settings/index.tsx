import { Box } from '@/components/base';
import { Page } from '@/components/Page';
import { LeaveSettings, LookSettings, PersonSettings } from '@/features/account/components/SettingsView';
import { useSignedIn } from '@/lib/session';

/** 设置. */
export default function SettingsPage() {
  const signedIn = useSignedIn();
  return (
    <Page title="设置">
      <Box className="columns columns-even">
        <LookSettings />
        {signedIn && (
          <Box className="stack stack-6">
            <PersonSettings />
            <LeaveSettings />
          </Box>
        )}
      </Box>
    </Page>
  );
}
