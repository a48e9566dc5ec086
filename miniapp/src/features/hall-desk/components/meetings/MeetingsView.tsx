import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useTopicMeetings } from '../../api/meetings';
import { useStaffTopic } from '../../api/topics';
import type { MeetingCard } from '../../api/types';
import { MEETING_LOOKS } from '../../words';
import { CallForm } from './CallForm';
import '../../hall-desk.scss';

const CALLING = ['under_review', 'endorsing', 'announced', 'deliberating'];

/** The meetings of a topic, and calling another one. */
export function MeetingsView({ topicId }: { topicId: string }) {
  const topic = useStaffTopic(topicId);
  const query = useTopicMeetings(topicId);
  const [calling, setCalling] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const may = topic.data !== undefined && CALLING.includes(topic.data.status);
  return (
    <Box className="stack stack-6">
      {told !== null && <Notice tone="good">{told}</Notice>}
      {topic.data !== undefined && <Text className="t20 block">{topic.data.title}</Text>}
      {may && (
        <Button
          kind="primary"
          wide
          icon="plus"
          onTap={() => {
            setTold(null);
            setCalling(true);
          }}
          testId="call-meeting"
        >
          召集会议
        </Button>
      )}
      <QueryState
        query={query}
        skeleton={<Skeleton count={2} lines={3} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty
            icon="people"
            title="还没有开过会"
            hint={
              may
                ? '召集以后，大家会看到时间地点，到场扫码签到。'
                : '受理以后、定稿之前，可以召集会议当面商量。'
            }
          />
        }
      >
        {({ items }) => (
          <Section title={`会议 ${items.length} 次`}>
            <Box className="grid-approvals">
              {items.map((meeting) => (
                <MeetingTile key={meeting.id} meeting={meeting} />
              ))}
            </Box>
          </Section>
        )}
      </QueryState>
      <Sheet title="召集会议" open={calling} onClose={() => setCalling(false)}>
        <CallForm
          topicId={topicId}
          onDone={(text) => {
            setCalling(false);
            setTold(text);
          }}
        />
      </Sheet>
    </Box>
  );
}

function MeetingTile({ meeting }: { meeting: MeetingCard }) {
  const now = useNow();
  const { tone, icon, word } = MEETING_LOOKS[meeting.status];
  const when = spokenRange(meeting.startsAt, meeting.endsAt, now);
  return (
    <Card
      onTap={() => open('pages-hall-desk/meeting', { id: meeting.id })}
      label={`${when}，${meeting.place}，${word}`}
      testId={`meeting-${meeting.id}`}
    >
      <Box className="stack stack-1">
        <Box className="row row-between">
          <Text className="t17 strong num grow">{when}</Text>
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
        </Box>
        <Text className="block">{meeting.place}</Text>
        <Text className="t13 quiet block clip">{meeting.agenda}</Text>
        <Text className="t13 quiet num block">{`签到 ${meeting.attendees} 人 · 发言 ${meeting.speeches} 条`}</Text>
      </Box>
    </Card>
  );
}
