import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { SignedIn } from '@/components/SignedIn';
import { Skeleton } from '@/components/Skeleton';
import { useTopic } from '@/features/halls/api/topic';
import { useVote } from '@/features/halls/api/voting';
import { VoteView } from '@/features/halls/components/vote/VoteView';
import { useParams } from '@/lib/navigate';
import { openedId } from '@/lib/scene';
import { useSignedIn } from '@/lib/session';
import { useRefresh } from '@/lib/useRefresh';

/** Casts a vote. */
export default function VotePage() {
  const id = openedId(useParams<'id' | 'scene' | 'q'>());
  const signedIn = useSignedIn();
  const topic = useTopic(id);
  const vote = useVote(id, signedIn);
  useRefresh(() => Promise.all([topic.refetch(), vote.refetch()]));
  const skeleton = <Skeleton count={2} lines={5} />;
  return (
    <Page title="投票">
      <SignedIn why="登录后可以投票。">
        <QueryState query={vote} skeleton={skeleton}>
          {(asked) => (
            <QueryState query={topic} skeleton={skeleton}>
              {(data) => <VoteView topic={data} vote={asked} />}
            </QueryState>
          )}
        </QueryState>
      </SignedIn>
    </Page>
  );
}
