import { Button } from '@/components/Button';
import { ClaimTile } from '@/components/ClaimTile';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import type { ClaimCard } from '@/lib/api/volunteering';
import { openTab } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';
import { useMyClaims, type Scope } from '../../api/claims';

/** The reader's tasks that still want something of them, or those that are over. */
export function ClaimList({ scope }: { scope: Scope }) {
  const claims = useMyClaims(scope);
  useRefresh(() => claims.refetch());
  return (
    <PagedList<ClaimCard>
      query={claims}
      keyOf={(claim) => claim.id}
      render={(claim) => <ClaimTile claim={claim} />}
      className="grid-2"
      skeleton={<Skeleton count={3} lines={3} />}
      empty={
        scope === 'upcoming' ? (
          <Empty
            icon="heart"
            title="还没有要去的任务"
            hint="看看社区正在要人的任务，能来就认领。"
            action={<Button onTap={() => openTab('volunteer')}>看看任务</Button>}
          />
        ) : (
          <Empty icon="heart" title="还没有过去的任务" hint="完成的、让出的任务都会留在这里。" />
        )
      }
    />
  );
}
