import { TaskView } from '@/features/coordinator/components/tasks/TaskView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { permissionsAt } from '@/features/staff/hooks/desk-rules';
import { useParams } from '@/lib/navigate';

/** One task for staff. */
export default function TaskPage() {
  const { id = '' } = useParams<'id'>();
  return (
    <DeskGate title="任务">
      {(context) => <TaskView id={id} permissionsAt={(code) => permissionsAt(context, code)} />}
    </DeskGate>
  );
}
