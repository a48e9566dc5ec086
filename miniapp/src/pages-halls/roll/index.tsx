import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useRoll } from '@/features/halls/api/topic';
import { RollView } from '@/features/halls/components/roll/RollView';
import { useParams } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';

/** The frozen roll of a topic. */
export default function RollPage() {
  const { id = '' } = useParams<'id'>();
  const roll = useRoll(id);
  useRefresh(() => roll.refetch());
  return (
    <Page title="名册">
      <QueryState query={roll} skeleton={<Skeleton count={2} lines={4} />}>
        {(data) => <RollView roll={data} />}
      </QueryState>
    </Page>
  );
}
