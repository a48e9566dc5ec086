import { AnnounceView } from '@/features/hall-desk/components/announce/AnnounceView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Whom the roll includes and what the rules demand, before both are frozen. */
export default function AnnouncePage() {
  const { topic = '' } = useParams<'topic'>();
  return <DeskGate title="公告名册和规则">{() => <AnnounceView topicId={topic} />}</DeskGate>;
}
