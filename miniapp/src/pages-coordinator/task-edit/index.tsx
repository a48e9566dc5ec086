import { NewTask, TaskEditor } from '@/features/coordinator/components/task-form/TaskEditor';
import { DeskGate, DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Changes a task (`id`), or writes a new one for a division (`code`). */
export default function TaskEditPage() {
  const { id, code } = useParams<'id' | 'code'>();
  if (id !== undefined) return <DeskGate title="修改任务">{() => <TaskEditor id={id} />}</DeskGate>;
  return (
    <DivisionPage title="新任务" needs="tasks.manage" code={code}>
      {({ division }) => <NewTask code={division.code} />}
    </DivisionPage>
  );
}
