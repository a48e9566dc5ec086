import { CaseView } from '@/features/hall-desk/components/cases/CaseView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** One text that waits for a person. */
export default function CasePage() {
  const { id = '' } = useParams<'id'>();
  return <DeskGate title="发言审核">{() => <CaseView id={id} />}</DeskGate>;
}
