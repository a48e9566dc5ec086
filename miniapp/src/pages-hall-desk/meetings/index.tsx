import { MeetingsView } from '@/features/hall-desk/components/meetings/MeetingsView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** The meetings of a topic. */
export default function MeetingsPage() {
  const { topic = '' } = useParams<'topic'>();
  return <DeskGate title="会议">{() => <MeetingsView topicId={topic} />}</DeskGate>;
}
