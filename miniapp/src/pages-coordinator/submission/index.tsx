import { SubmissionView } from '@/features/coordinator/components/submissions/SubmissionView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** One service to verify. */
export default function SubmissionPage() {
  const { id = '' } = useParams<'id'>();
  return <DeskGate title="核实">{() => <SubmissionView id={id} />}</DeskGate>;
}
