import { TASK_KIND_WORDS, type TaskKind, type TaskUrgency } from '@jiefang/shared/volunteering';
import { Tag } from './Tag';

/** An emergency asks for people. */
function UrgentTag() {
  return (
    <Tag tone="bad" icon="alert">
      急需人手
    </Tag>
  );
}

interface Task {
  kind: TaskKind;
  urgency: TaskUrgency;
}

/** The one tag of a task in a list: an emergency, or else its kind. */
export function TaskTag({ task }: { task: Task }) {
  return task.urgency === 'emergency' ? <UrgentTag /> : <Tag>{TASK_KIND_WORDS[task.kind]}</Tag>;
}

/** All that a task's own page says of it in tags. */
export function TaskTags({ task }: { task: Task & { community: { name: string }; insured: boolean } }) {
  return (
    <>
      {task.urgency === 'emergency' && <UrgentTag />}
      <Tag>{TASK_KIND_WORDS[task.kind]}</Tag>
      <Tag icon="place">{task.community.name}</Tag>
      {task.insured && (
        <Tag tone="good" icon="shield">
          有保险
        </Tag>
      )}
    </>
  );
}
