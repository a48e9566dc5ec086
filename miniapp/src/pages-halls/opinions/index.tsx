import { useState } from 'react';
import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useTopic } from '@/features/halls/api/topic';
import type { Opinion } from '@/features/halls/api/types';
import { OpinionsView } from '@/features/halls/components/opinions/OpinionsView';
import { SpeakSheet } from '@/features/halls/components/opinions/SpeakSheet';
import { useParams } from '@/lib/navigate';
import { queryClient } from '@/lib/query';
import { useRefresh } from '@/lib/useRefresh';

/** Everything that was said on a topic. */
export default function OpinionsPage() {
  const { id = '' } = useParams<'id'>();
  const topic = useTopic(id);
  const [speaking, setSpeaking] = useState<{ parent?: Opinion } | null>(null);
  useRefresh(() =>
    Promise.all([topic.refetch(), queryClient.invalidateQueries({ queryKey: ['opinions', id] })]),
  );
  const may = topic.data?.actions.includes('speak') ?? false;
  return (
    <Page
      title="发言"
      footer={
        may ? (
          <Button kind="primary" wide icon="talk" onTap={() => setSpeaking({})} testId="speak">
            说说我的看法
          </Button>
        ) : undefined
      }
    >
      <QueryState query={topic} skeleton={<Skeleton count={3} lines={4} />}>
        {(data) => <OpinionsView topic={data} onReply={(parent) => setSpeaking({ parent })} />}
      </QueryState>
      {speaking !== null && (
        <SpeakSheet
          key={speaking.parent?.id ?? ''}
          topicId={id}
          stance={null}
          parent={speaking.parent}
          onClose={() => setSpeaking(null)}
        />
      )}
    </Page>
  );
}
