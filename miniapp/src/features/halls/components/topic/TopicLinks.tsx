import { Card, ListRow } from '@/components/Card';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useMeetings } from '../../api/meetings';
import type { MeetingCard, Topic } from '../../api/types';
import { shortHash } from '../../words';

const MEETING_WORDS: Record<MeetingCard['status'], string> = {
  called: '待开',
  open: '正在开',
  closed: '开过了',
  cancelled: '取消了',
};

/** What lies beside the topic: meetings, minutes, the record of everything that happened. */
export function TopicLinks({ topic: { id, meetings, minutes, record } }: { topic: Topic }) {
  const known = useMeetings(id, meetings > 0).data?.items ?? [];
  return (
    <Card className="card-flush">
      {known.map((meeting) => (
        <ListRow
          key={meeting.id}
          icon="people"
          title={`线下协商会 · ${spokenRange(meeting.startsAt, meeting.endsAt)}`}
          detail={meeting.place}
          value={MEETING_WORDS[meeting.status]}
          onTap={() => open('pages-halls/meeting', { id: meeting.id })}
          testId="meeting"
        />
      ))}
      {minutes && (
        <ListRow
          icon="list"
          title="协商纪要"
          detail="每句话都能查到是谁说的"
          onTap={() => open('pages-halls/meeting', { topic: id, show: 'minutes' })}
          testId="minutes"
        />
      )}
      <ListRow
        icon="shield"
        title="存证"
        detail={`${record.seq} 条，每一步都记着，谁都能核对 · ${shortHash(record.hash)}`}
        onTap={() => open('pages-halls/record', { id })}
        testId="record"
      />
    </Card>
  );
}
