import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { SignedIn } from '@/components/SignedIn';
import { Skeleton } from '@/components/Skeleton';
import { useClaim } from '@/features/patrol/api/patrols';
import { PatrolView } from '@/features/patrol/components/PatrolView';
import { useParams } from '@/lib/navigate';

/** Walking a patrol: `claim` is the claim's id. */
export default function PatrolPage() {
  const { claim: id = '' } = useParams<'claim'>();
  const claim = useClaim(id);
  return (
    <Page title="巡防">
      <SignedIn why="登录后才能看到你的巡防。">
        {claim.data === undefined ? (
          <QueryState query={claim} skeleton={<Skeleton count={3} lines={3} />}>
            {() => null}
          </QueryState>
        ) : (
          // Without a network the walk itself says so; how old the claim is matters to nobody here.
          <PatrolView claim={claim.data} />
        )}
      </SignedIn>
    </Page>
  );
}
