import { Box } from '@/components/base';
import { Page } from '@/components/Page';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { meetingChanged, useMeeting, useMeetings } from '@/features/halls/api/meetings';
import { useMinutes } from '@/features/halls/api/topic';
import type { MeetingCard } from '@/features/halls/api/types';
import { MeetingView } from '@/features/halls/components/meeting/MeetingView';
import { MinutesView } from '@/features/halls/components/meeting/MinutesView';
import { useParams } from '@/lib/navigate';
import { openedId } from '@/lib/scene';
import { useRefresh } from '@/lib/useRefresh';

/** A meeting with the minutes of its topic; or, opened for a topic, the minutes with the meeting that is on. */
export default function MeetingPage() {
  const params = useParams<'id' | 'scene' | 'q' | 'topic' | 'show' | 'speech'>();
  const id = openedId(params);
  useRefresh(meetingChanged);
  return (
    <Page title="协商会">
      {params.topic === undefined ? (
        <ById id={id} speech={params.speech ?? ''} />
      ) : (
        <OfTopic topicId={params.topic} minutesFirst={params.show === 'minutes'} />
      )}
    </Page>
  );
}

function ById({ id, speech }: { id: string; speech: string }) {
  const meeting = useMeeting(id);
  return (
    <QueryState query={meeting} skeleton={<Skeleton count={3} lines={4} />}>
      {(data) => (
        <Box className="columns">
          <Box className="stack stack-6">
            <MeetingView meeting={data} speech={speech} />
          </Box>
          <MinutesOf topicId={data.topic.id} />
        </Box>
      )}
    </QueryState>
  );
}

function OfTopic({ topicId, minutesFirst }: { topicId: string; minutesFirst: boolean }) {
  const meetings = useMeetings(topicId, true);
  if (minutesFirst) return <MinutesOf topicId={topicId} />;
  return (
    <QueryState
      query={meetings}
      isEmpty={(data) => data.items.length === 0}
      empty={<Empty icon="people" title="还没有开会" hint="社区召集线下协商会时，会写在这里。" />}
    >
      {({ items }) => <ById id={currentOf(items)} speech="" />}
    </QueryState>
  );
}

/** The meeting that is on, else the next, else the last. */
function currentOf(meetings: readonly MeetingCard[]): string {
  const found =
    meetings.find(({ status }) => status === 'open') ??
    meetings.find(({ status }) => status === 'called') ??
    meetings[meetings.length - 1];
  return found?.id ?? '';
}

function MinutesOf({ topicId }: { topicId: string }) {
  const minutes = useMinutes(topicId, true);
  return (
    <QueryState query={minutes} skeleton={<Skeleton lines={4} />}>
      {({ minutes: written }) => (
        <Box className="stack">
          {written === null ? (
            <Empty icon="list" title="纪要还没有写好" hint="会后整理好，会请到会的人确认。" />
          ) : (
            <MinutesView topicId={topicId} minutes={written} />
          )}
        </Box>
      )}
    </QueryState>
  );
}
