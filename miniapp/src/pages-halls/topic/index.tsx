import { useState } from 'react';
import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { useShareCard } from '@/components/share/useShareCard';
import { Skeleton } from '@/components/Skeleton';
import { useTopic } from '@/features/halls/api/topic';
import type { Topic } from '@/features/halls/api/types';
import { SpeakSheet } from '@/features/halls/components/opinions/SpeakSheet';
import type { Asked } from '@/features/halls/components/topic/MoreActs';
import { TopicBar, usePrimary } from '@/features/halls/components/topic/TopicBar';
import { TopicView } from '@/features/halls/components/topic/TopicView';
import { useTopicActs } from '@/features/halls/hooks/useTopicActs';
import { pageUrl, useParams } from '@/lib/navigate';
import { openedId } from '@/lib/scene';
import { useRefresh } from '@/lib/useRefresh';

const TITLE = '议题';

/** A topic, also from the code of a notice. */
export default function TopicPage() {
  const id = openedId(useParams<'id' | 'scene' | 'q'>());
  const topic = useTopic(id);
  useRefresh(() => topic.refetch());
  useShareCard(
    topic.data === undefined ? null : { title: topic.data.title, path: pageUrl('pages-halls/topic', { id }) },
  );
  if (topic.data !== undefined) return <Shown topic={topic.data} query={topic} />;
  return (
    <Page title={TITLE}>
      <QueryState query={topic} skeleton={<Skeleton count={3} lines={4} />}>
        {() => null}
      </QueryState>
    </Page>
  );
}

function Shown({ topic, query }: { topic: Topic; query: ReturnType<typeof useTopic> }) {
  const acts = useTopicActs();
  const [asked, ask] = useState<Asked>(null);
  const [speaking, setSpeaking] = useState(false);
  const isIdle = usePrimary(topic).kind === 'none';
  const bar = (
    <TopicBar topic={topic} acts={acts} onSpeak={() => setSpeaking(true)} onReview={() => ask('review')} />
  );
  return (
    <Page title={TITLE} footer={isIdle ? undefined : bar}>
      <QueryState query={query}>
        {(data) => <TopicView topic={data} acts={acts} asked={asked} ask={ask} />}
      </QueryState>
      {speaking && <SpeakSheet topicId={topic.id} stance={null} onClose={() => setSpeaking(false)} />}
    </Page>
  );
}
