import { SignInView } from '@/features/hall-desk/components/meetings/SignInView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** The rotating code of a meeting, to be scanned at the door. */
export default function SignInPage() {
  const { meeting = '' } = useParams<'meeting'>();
  return <DeskGate title="签到码">{() => <SignInView meetingId={meeting} />}</DeskGate>;
}
