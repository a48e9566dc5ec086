import { Page } from '@/components/Page';
import { OngoingPatrol } from '@/features/patrol/components/OngoingPatrol';
import { TaskFinder } from '@/features/volunteering/components/tab/TaskFinder';

/** 志愿: tasks that want people. */
export default function VolunteerPage() {
  return (
    <Page title="志愿" tab="volunteer">
      <OngoingPatrol />
      <TaskFinder />
    </Page>
  );
}
