import { OPINION_OPEN } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { windowWord } from '@/components/topic-words';
import { useNow } from '@/lib/useNow';
import { useCounting } from '../../api/counting';
import { useStaffTopic } from '../../api/topics';
import type { StaffTopic } from '../../api/types';
import { AssistedForm } from './AssistedForm';
import { AssistedList } from './AssistedList';
import { CountCard } from './CountCard';
import { ParticipationCard } from './ParticipationCard';
import { TallyCard } from './TallyCard';
import '../../hall-desk.scss';

/** The counting room of a topic: who took part, what came by phone and on paper, the count. Never a tally before it. */
export function CountingRoom({ topicId }: { topicId: string }) {
  const topic = useStaffTopic(topicId);
  const [told, setTold] = useState<string | null>(null);
  const tell = (text: string): void => {
    setTold(text);
    scrollToTop();
  };
  return (
    <>
      {told !== null && (
        <Notice tone="good" testId="counting-told">
          {told}
        </Notice>
      )}
      <QueryState query={topic} skeleton={<Skeleton count={2} lines={5} />}>
        {(found) => <Room topic={found} onTold={tell} />}
      </QueryState>
    </>
  );
}

function Room({ topic, onTold }: { topic: StaffTopic; onTold: (told: string) => void }) {
  const until = windowWord(topic, useNow());
  return (
    <Box className="stack stack-6">
      <Box className="stack stack-1">
        <Text className="t20 block">{topic.title}</Text>
        {until !== null && <Text className="quiet block">{until}</Text>}
      </Box>
      <Box className="columns columns-even">
        <Box className="stack stack-6">
          {topic.rollSize === null ? (
            <Text className="quiet block">还没有名册，现在只能代录发言。</Text>
          ) : (
            <Votes topic={topic} onTold={onTold} />
          )}
        </Box>
        <Assisted topic={topic} onTold={onTold} />
      </Box>
    </Box>
  );
}

function Votes({ topic, onTold }: { topic: StaffTopic; onTold: (told: string) => void }) {
  const query = useCounting(topic.id);
  return (
    <QueryState query={query} skeleton={<Skeleton count={2} lines={4} />}>
      {(room) => (
        <>
          <CountCard topic={topic} room={room} onTold={onTold} />
          {room.tally !== null && <TallyCard tally={room.tally} />}
          <ParticipationCard participation={room.participation} voting={topic.status === 'voting'} />
        </>
      )}
    </QueryState>
  );
}

function Assisted({ topic, onTold }: { topic: StaffTopic; onTold: (told: string) => void }) {
  const [adding, setAdding] = useState(false);
  const room = useCounting(topic.rollSize === null ? '' : topic.id).data;
  const speaks = OPINION_OPEN.some((status) => status === topic.status);
  const votes = room?.actions.includes('assisted') === true;
  const word = votes ? '录入一张电话或纸面票' : '录入一段电话或纸面发言';
  return (
    <Box className="stack stack-6">
      {(votes || speaks) && (
        <Button wide icon="plus" onTap={() => setAdding(true)} testId="add-assisted">
          {word}
        </Button>
      )}
      <AssistedList topic={topic} onTold={onTold} />
      <Sheet title={word} open={adding} onClose={() => setAdding(false)}>
        <AssistedForm
          topic={topic}
          kind={votes ? 'ballot' : 'opinion'}
          onDone={() => {
            setAdding(false);
            onTold('录好了，等另一位同事照照片再录一遍。');
          }}
        />
      </Sheet>
    </Box>
  );
}
