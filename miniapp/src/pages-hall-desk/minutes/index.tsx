import { MinutesView } from '@/features/hall-desk/components/minutes/MinutesView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** The minutes of a topic. */
export default function MinutesPage() {
  const { topic = '' } = useParams<'topic'>();
  return <DeskGate title="协商纪要">{() => <MinutesView topicId={topic} />}</DeskGate>;
}
