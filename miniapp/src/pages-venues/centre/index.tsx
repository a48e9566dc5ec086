import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useCentre } from '@/features/venues/api/venues';
import { CentreView } from '@/features/venues/components/CentreView';
import { useParams } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';

/** A centre's home page. */
export default function CentrePage() {
  const { id = '' } = useParams<'id'>();
  const centre = useCentre(id);
  useRefresh(() => centre.refetch());
  return (
    <Page title="党群服务中心">
      <QueryState query={centre} skeleton={<Skeleton count={3} lines={4} />}>
        {(data) => <CentreView centre={data} />}
      </QueryState>
    </Page>
  );
}
