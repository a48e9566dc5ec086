import { EraseView } from '@/features/hall-desk/components/erase/EraseView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Takes words off the record where the law demands it. */
export default function ErasePage() {
  const { topic = '' } = useParams<'topic'>();
  return <DeskGate title="依法删除">{() => <EraseView topicId={topic} />}</DeskGate>;
}
