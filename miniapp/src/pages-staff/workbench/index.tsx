import { TasksAtHand } from '@/features/coordinator/components/tasks/TasksAtHand';
import { TopicsAtHand } from '@/features/hall-desk/components/topics/TopicsAtHand';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { WorkbenchView } from '@/features/staff/components/workbench/WorkbenchView';

/** The first page of a member of staff. */
export default function WorkbenchPage() {
  return (
    <DeskGate title="工作台">
      {(context) => (
        <WorkbenchView
          context={context}
          volunteering={(code) => <TasksAtHand key={code} code={code} />}
          halls={(code) => <TopicsAtHand key={code} code={code} />}
        />
      )}
    </DeskGate>
  );
}
