import { TopicFollowUpsView } from '@/features/hall-desk/components/outcomes/TopicFollowUpsView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** What was promised with one topic. */
export default function TopicFollowUpsPage() {
  const { topic = '' } = useParams<'topic'>();
  return <DeskGate title="督办">{() => <TopicFollowUpsView topicId={topic} />}</DeskGate>;
}
