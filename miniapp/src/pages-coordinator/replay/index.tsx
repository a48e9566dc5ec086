import { ReplayView } from '@/features/coordinator/components/live/ReplayView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** A patrol from its start to its end. */
export default function ReplayPage() {
  const { id = '' } = useParams<'id'>();
  return <DeskGate title="巡防回放">{() => <ReplayView id={id} />}</DeskGate>;
}
