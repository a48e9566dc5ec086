import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useTask } from '@/features/volunteering/api/tasks';
import type { Task } from '@/features/volunteering/api/types';
import { ClaimBar } from '@/features/volunteering/components/task/ClaimBar';
import { TaskView } from '@/features/volunteering/components/task/TaskView';
import { useClaiming } from '@/features/volunteering/hooks/useClaiming';
import { useParams } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';
import { useTemplates } from '@/lib/useTemplates';

const TITLE = '志愿任务';

/** A task: choose a shift and take a place. */
export default function TaskPage() {
  const { id = '', shift } = useParams<'id' | 'shift'>();
  const task = useTask(id);
  useRefresh(() => task.refetch());
  if (task.data !== undefined) return <Claimable task={task.data} query={task} asked={shift} />;
  return (
    <Page title={TITLE}>
      <QueryState query={task} skeleton={<Skeleton count={3} lines={4} />}>
        {() => null}
      </QueryState>
    </Page>
  );
}

interface Props {
  task: Task;
  query: ReturnType<typeof useTask>;
  /** Shift of the address. */
  asked: string | undefined;
}

function Claimable({ task, query, asked }: Props) {
  const templates = useTemplates();
  const claiming = useClaiming(task, asked, templates.data?.items ?? []);
  return (
    <Page title={TITLE} footer={<ClaimBar claiming={claiming} />}>
      <QueryState query={query}>
        {(data) => <TaskView task={data} claiming={claiming} onStale={() => void query.refetch()} />}
      </QueryState>
    </Page>
  );
}
