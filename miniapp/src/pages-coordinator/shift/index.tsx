import { ShiftView } from '@/features/coordinator/components/shift/ShiftView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Who comes to a shift. */
export default function ShiftPage() {
  const { id = '' } = useParams<'id'>();
  return <DeskGate title="班次">{() => <ShiftView id={id} />}</DeskGate>;
}
