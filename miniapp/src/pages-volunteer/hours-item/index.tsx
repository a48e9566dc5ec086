import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useHoursItem } from '@/features/volunteering/api/hours';
import { HoursItemView } from '@/features/volunteering/components/hours/HoursItemView';
import { useParams } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';

/** One entry of the reader's hours. */
export default function HoursItemPage() {
  const { id = '' } = useParams<'id'>();
  const item = useHoursItem(id);
  useRefresh(() => item.refetch());
  return (
    <Page title="时长记录">
      <QueryState query={item} skeleton={<Skeleton count={2} lines={4} />}>
        {(data) => <HoursItemView item={data} />}
      </QueryState>
    </Page>
  );
}
