import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { useShareCard } from '@/components/share/useShareCard';
import { Skeleton } from '@/components/Skeleton';
import { useTopic } from '@/features/halls/api/topic';
import { RecordView } from '@/features/halls/components/record/RecordView';
import { pageUrl, useParams } from '@/lib/navigate';
import { queryClient } from '@/lib/query';
import { openedId } from '@/lib/scene';
import { useRefresh } from '@/lib/useRefresh';

/** The record of a topic; open to anyone, also from the code printed on a notice. */
export default function RecordPage() {
  const id = openedId(useParams<'id' | 'scene' | 'q'>());
  const topic = useTopic(id);
  useRefresh(() =>
    Promise.all([topic.refetch(), queryClient.invalidateQueries({ queryKey: ['record', id] })]),
  );
  useShareCard(
    topic.data === undefined
      ? null
      : { title: `「${topic.data.title}」的存证`, path: pageUrl('pages-halls/record', { id }) },
  );
  return (
    <Page title="存证">
      <QueryState query={topic} skeleton={<Skeleton count={3} lines={4} />}>
        {(data) => <RecordView topic={data} />}
      </QueryState>
    </Page>
  );
}
