import { Button } from '@/components/Button';
import { CommunitySwitch } from '@/components/CommunitySwitch';
import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { SignedIn } from '@/components/SignedIn';
import { Skeleton } from '@/components/Skeleton';
import { useTopic } from '@/features/halls/api/topic';
import type { Topic } from '@/features/halls/api/types';
import { WriteView } from '@/features/halls/components/write/WriteView';
import { useWriting } from '@/features/halls/hooks/useWriting';
import { useCommunity } from '@/lib/community';
import { useMe } from '@/lib/me';
import { replace, useParams } from '@/lib/navigate';

const TITLE = '提议题';

/** Writes a new topic, or changes the words of one. */
export default function WritePage() {
  const { id = '', community: asked } = useParams<'id' | 'community'>();
  const { community: chosen } = useCommunity();
  const community = asked ?? chosen?.code ?? null;
  const topic = useTopic(id);
  const me = useMe();
  if (me.data !== undefined && id === '' && community !== null) {
    return <Writer community={community} known={null} />;
  }
  if (me.data !== undefined && topic.data !== undefined) {
    return <Writer key={topic.data.id} community={topic.data.community.code} known={topic.data} />;
  }
  return (
    <Page title={TITLE}>
      <SignedIn why="登录后可以提议题。">
        {id === '' ? (
          <QueryState query={me} skeleton={<Skeleton lines={6} />}>
            {() => (
              <CommunitySwitch
                ask={{ icon: 'talk', title: '给哪个社区提？', hint: '认证居民可以给自己的社区提议题。' }}
              />
            )}
          </QueryState>
        ) : (
          <QueryState query={topic} skeleton={<Skeleton lines={6} />}>
            {() => null}
          </QueryState>
        )}
      </SignedIn>
    </Page>
  );
}

function Writer({ community, known }: { community: string; known: Topic | null }) {
  const writing = useWriting(community, known);
  const submit = async (): Promise<void> => {
    const handed = await writing.submit();
    if (handed !== undefined) replace('pages-halls/topic', { id: handed.id });
  };
  return (
    <Page
      title={known === null ? TITLE : '修改议题'}
      footer={
        <Button kind="primary" wide icon="check" busy={writing.busy} onTap={submit} testId="submit-topic">
          {writing.revises ? '改好了' : '提交给社区'}
        </Button>
      }
    >
      <WriteView writing={writing} />
    </Page>
  );
}
