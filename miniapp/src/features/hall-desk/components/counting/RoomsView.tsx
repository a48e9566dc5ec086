import { Box } from '@/components/base';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Card } from '@/components/Card';
import { Text } from '@/components/base';
import { StatusChip } from '@/components/StatusChip';
import { Tag } from '@/components/Tag';
import { windowWord } from '@/components/topic-words';
import { open } from '@/lib/navigate';
import { useNow } from '@/lib/useNow';
import { useCounting } from '../../api/counting';
import { useDivisionPages } from '../../api/desk';
import type { StaffTopicCard } from '../../api/types';

/** Topics whose counting room has something to do: votes that go on, and what waits for a second reader. */
export function RoomsView({ code }: { code: string }) {
  const query = useDivisionPages<StaffTopicCard>(code, 'topics', { queue: 'assisted' });
  return (
    <PagedList
      query={query}
      keyOf={({ id }) => id}
      className="grid-approvals"
      skeleton={<Skeleton count={2} lines={3} />}
      empty={
        <Empty
          icon="vote"
          title="没有要录入和计票的"
          hint="开始表决的议题，和等复核的纸面票，会出现在这里。"
        />
      }
      render={(topic) => <RoomTile topic={topic} />}
    />
  );
}

function RoomTile({ topic }: { topic: StaffTopicCard }) {
  const now = useNow();
  const room = useCounting(topic.rollSize === null ? '' : topic.id).data;
  const until = windowWord(topic, now);
  return (
    <Card
      onTap={() => open('pages-hall-desk/counting', { topic: topic.id })}
      label={`${topic.title}的计票室`}
      testId={`room-${topic.id}`}
    >
      <Box className="stack stack-1">
        <Box className="row row-between row-top">
          <Text className="t17 strong grow">{topic.title}</Text>
          <StatusChip of="topic" status={topic.status} />
        </Box>
        {until !== null && <Text className="t13 quiet block">{until}</Text>}
        {room !== undefined && (
          <Box className="row row-wrap">
            <Tag icon="people">{`参加 ${room.participation.heads.done} / ${room.participation.heads.total}`}</Tag>
            {room.assistedWaiting > 0 && (
              <Tag tone="wait" icon="hourglass">
                {`${room.assistedWaiting} 份等复核`}
              </Tag>
            )}
          </Box>
        )}
      </Box>
    </Card>
  );
}
