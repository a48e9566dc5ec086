import { DivisionPage } from '@/features/staff/components/DeskPage';
import { TaskListView } from '@/features/coordinator/components/tasks/TaskListView';
import { useParams } from '@/lib/navigate';

/** Tasks of a division. */
export default function TasksPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="任务" needs="tasks.manage" code={code}>
      {({ division }) => <TaskListView code={division.code} />}
    </DivisionPage>
  );
}
