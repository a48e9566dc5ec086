import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useGuardianRequest } from '@/features/volunteering/api/volunteer';
import { GuardianView } from '@/features/volunteering/components/join/GuardianView';
import { useParams } from '@/lib/navigate';

/** A guardian agrees; opened from the link that a minor sent. */
export default function GuardianPage() {
  const { token = '' } = useParams<'token'>();
  const request = useGuardianRequest(token);
  return (
    <Page title="监护人同意">
      <QueryState query={request} skeleton={<Skeleton count={2} lines={4} />}>
        {(data) => <GuardianView token={token} request={data} />}
      </QueryState>
    </Page>
  );
}
