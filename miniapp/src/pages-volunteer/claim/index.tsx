import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useClaim } from '@/features/volunteering/api/claims';
import { ClaimView } from '@/features/volunteering/components/claims/ClaimView';
import { useParams } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';

/** One of the reader's tasks. */
export default function ClaimPage() {
  const { id = '', fresh } = useParams<'id' | 'fresh'>();
  const claim = useClaim(id);
  useRefresh(() => claim.refetch());
  return (
    <Page title="我的任务">
      <QueryState query={claim} skeleton={<Skeleton count={3} lines={4} />}>
        {(data) => <ClaimView claim={data} fresh={fresh !== undefined} />}
      </QueryState>
    </Page>
  );
}
