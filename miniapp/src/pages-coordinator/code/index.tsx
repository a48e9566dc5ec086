import { CodeView } from '@/features/coordinator/components/shift/CodeView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** The rotating code of a shift (`shift`) and of its checkpoints (`task`). */
export default function CodePage() {
  const { shift = '', task } = useParams<'shift' | 'task'>();
  return <DeskGate title="签到码">{() => <CodeView shiftId={shift} taskId={task ?? null} />}</DeskGate>;
}
