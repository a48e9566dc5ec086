import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useTopicMinutes } from '../../api/meetings';
import { useStaffTopic } from '../../api/topics';
import type { StaffTopic, TopicMinutes } from '../../api/types';
import { MinutesEditor } from './MinutesEditor';
import { MinutesSheet } from './MinutesSheet';
import '../../hall-desk.scss';

const WRITING = ['announced', 'deliberating'];

/** The minutes of a topic: written, sent to those who came, confirmed. */
export function MinutesView({ topicId }: { topicId: string }) {
  const topic = useStaffTopic(topicId);
  const query = useTopicMinutes(topicId);
  return (
    <QueryState query={topic} skeleton={<Skeleton count={2} lines={4} />}>
      {(found) => (
        <>
          <Text className="t20 block">{found.title}</Text>
          <QueryState query={query} skeleton={<Skeleton count={2} lines={5} />}>
            {(data) => <Desk topic={found} data={data} />}
          </QueryState>
        </>
      )}
    </QueryState>
  );
}

function Desk({ topic, data }: { topic: StaffTopic; data: TopicMinutes }) {
  const [told, setTold] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const { minutes } = data;
  const may = WRITING.includes(topic.status);
  const tell = (text: string): void => {
    setTold(text);
    setAgain(false);
    scrollToTop();
  };
  const writing = may && (again || minutes === null || minutes.status === 'draft');
  return (
    <Box className="stack stack-6">
      {told !== null && <Notice tone="good">{told}</Notice>}
      {writing ? (
        // A version that was saved elsewhere begins the editor anew.
        <MinutesEditor key={minutes?.no ?? 0} topic={topic} data={data} onDone={tell} />
      ) : minutes === null ? (
        <Text className="quiet block">公告以后、定稿之前，可以在这里写纪要。</Text>
      ) : (
        <>
          <MinutesSheet topic={topic} minutes={minutes} onDone={tell} />
          {may && (
            <Button
              wide
              icon="edit"
              onTap={() => {
                setTold(null);
                setAgain(true);
              }}
              testId="rewrite"
            >
              重新写一版，再请大家确认
            </Button>
          )}
        </>
      )}
    </Box>
  );
}
