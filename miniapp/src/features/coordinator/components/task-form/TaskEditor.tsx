import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { DeskFooter } from '@/components/desk/DeskFooter';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import type { ApiError } from '@/lib/api/error';
import { back, replace } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useStaffTask } from '../../api/tasks';
import type { StaffTask, TaskForm } from '../../api/types';
import { useTaskNotes } from '../../hooks/useTaskNotes';
import { NEW_TASK, TASK_WORDS } from './task-drafts';
import { TaskFields } from './TaskFields';
import { useTaskEditing, type Meanwhile } from './useTaskEditing';

/** Writes a new task of a division: a draft, until it is published. */
export function NewTask({ code }: { code: string }) {
  return <Form task={null} code={code} blank={NEW_TASK} reload={() => Promise.resolve(undefined)} />;
}

/** Changes a task. */
export function TaskEditor({ id }: { id: string }) {
  const query = useStaffTask(id);
  return (
    <QueryState query={query} skeleton={<Skeleton count={3} lines={5} />}>
      {(task) =>
        task.actions.includes('edit') ? (
          <Form
            key={task.id}
            task={task}
            code={task.community.code}
            blank={NEW_TASK}
            reload={async () => (await query.refetch()).data}
          />
        ) : (
          <Empty
            icon="lock"
            title="这个任务不能再改了"
            hint="可以复制一个新的来改。"
            action={<Button onTap={back}>返回</Button>}
          />
        )
      }
    </QueryState>
  );
}

interface FormProps {
  task: StaffTask | null;
  code: string;
  blank: TaskForm;
  reload: () => Promise<StaffTask | undefined>;
}

function Form({ task, code, blank, reload }: FormProps) {
  const editing = useTaskEditing({
    task,
    code,
    blank,
    reload,
    onSaved: (saved) => {
      useTaskNotes
        .getState()
        .tell(
          saved.id,
          task === null
            ? '存为草稿了，居民还看不到。看一遍没问题就发布。'
            : saved.status === 'published'
              ? '保存好了。时间或地点有变化的，已经告诉认领的人。'
              : '保存好了。',
        );
      if (task === null) replace('pages-coordinator/task', { id: saved.id });
      else back();
    },
  });
  const wrong = Object.keys(editing.faults).length;
  const save = task === null ? '存为草稿' : '保存';
  return (
    <>
      {editing.meanwhile && <Merged meanwhile={editing.meanwhile} />}
      {editing.error && (
        <Refusal error={editing.error}>
          {editing.error.code === 'STALE_VERSION' && (
            <Button icon="refresh" onTap={editing.mergeLatest}>
              取最新内容，保留我的修改
            </Button>
          )}
          <Overlaps error={editing.error} />
        </Refusal>
      )}
      <TaskFields key={editing.round} editing={editing} task={task} code={code} />
      <DeskFooter>
        <Button kind="primary" wide onTap={editing.submit} testId="save-task">
          {wrong === 0 ? save : `还有 ${wrong} 处要改`}
        </Button>
      </DeskFooter>
    </>
  );
}

function Merged({ meanwhile: { theirs, both } }: { meanwhile: Meanwhile }) {
  const list = (fields: (keyof TaskForm)[]): string => fields.map((field) => TASK_WORDS[field]).join('、');
  return (
    <Notice tone="wait" testId="merged">
      {theirs.length === 0
        ? '同事保存过一次，内容没有变。请再点一次保存。'
        : `同事刚改过：${list(theirs)}。你的修改已经放到最新内容上${
            both.length > 0 ? `，其中「${list(both)}」你们都改了，现在是你的` : ''
          }，请核对后再保存。`}
    </Notice>
  );
}

interface Overlap {
  claimId: string;
  otherTask: string;
  startsAt: string;
  endsAt: string;
}

/** Which other services a moved shift would run into. */
function Overlaps({ error }: { error: ApiError }) {
  const { overlaps } = (error.body ?? {}) as { overlaps?: Overlap[] };
  if (!Array.isArray(overlaps) || overlaps.length === 0) return null;
  return (
    <Box className="stack stack-1 grow">
      {overlaps.map((one) => (
        <Text key={one.claimId} className="t13 block">
          {`${spokenRange(one.startsAt, one.endsAt)} ${one.otherTask}`}
        </Text>
      ))}
    </Box>
  );
}
