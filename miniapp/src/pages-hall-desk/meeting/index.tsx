import { MeetingDesk } from '@/features/hall-desk/components/meetings/MeetingDesk';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** One meeting while it is held. */
export default function MeetingPage() {
  const { id = '' } = useParams<'id'>();
  return <DeskGate title="会议">{() => <MeetingDesk id={id} />}</DeskGate>;
}
