import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Chips } from '@/components/Choice';
import { DeskFooter } from '@/components/desk/DeskFooter';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { Field, Stepper } from '@/components/Field';
import { scrollToTop } from '@/components/Page';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { open } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { refreshCoordinator } from '../../api/desk';
import { actOnTask, type TaskDeed } from '../../api/tasks';
import type { StaffTask } from '../../api/types';
import { useTaskNotes } from '../../hooks/useTaskNotes';
import { TASK_CANCEL_REASONS } from '../reasons';
import { comingShifts, countsOf } from './task-shifts';

/** What may be done with a task now, as the server says. */
export function TaskDeeds({ task }: { task: StaffTask }) {
  const [step, setStep] = useState<'cancel' | 'copy' | 'repeat' | null>(null);
  const { tell } = useTaskNotes();
  const act = useAction(
    (deed: TaskDeed, key) => actOnTask(task.id, deed, key),
    async (done, deed) => {
      setStep(null);
      tell(done.id, toldOf(deed, task, done));
      await refreshCoordinator();
      if (deed.do === 'copy') open('pages-coordinator/task', { id: done.id });
      else scrollToTop();
    },
  );
  const { claimed } = countsOf(comingShifts(task.shifts, useNow()));
  const close = (): void => {
    setStep(null);
    act.reset();
  };
  return (
    <Box className="stack stack-3">
      {act.error && step === null && <Refusal error={act.error} />}
      <Box className="decide">
        <Can do="edit" among={task.actions}>
          <Button
            wide
            icon="edit"
            onTap={() => open('pages-coordinator/task-edit', { id: task.id })}
            testId="edit-task"
          >
            修改
          </Button>
        </Can>
        <Can do="copy" among={task.actions}>
          <Button wide icon="copy" onTap={() => setStep('copy')} testId="copy-task">
            复制
          </Button>
        </Can>
        <Can do="repeat" among={task.actions}>
          <Button wide icon="refresh" onTap={() => setStep('repeat')} testId="repeat-task">
            每周重复
          </Button>
        </Can>
        <Can do="cancel" among={task.actions}>
          <Button wide kind="danger" icon="ban" onTap={() => setStep('cancel')} testId="cancel-task">
            取消任务
          </Button>
        </Can>
      </Box>
      {task.status === 'draft' && !task.actions.includes('publish') && (
        <Text className="quiet block">加上还没开始的班次以后就能发布。</Text>
      )}
      <Sheet title="取消任务" open={step === 'cancel'} onClose={close}>
        <ReasonForm
          ready={TASK_CANCEL_REASONS}
          hint={claimed > 0 ? `认领的 ${claimed} 个人会看到这句话。取消以后不能恢复。` : '取消以后不能恢复。'}
          word={claimed > 0 ? `取消任务，告诉 ${claimed} 个人` : '取消任务'}
          error={act.error}
          onConfirm={(reason) => act.run({ do: 'cancel', reason })}
        />
      </Sheet>
      <Sheet title="复制成新任务" open={step === 'copy'} onClose={close}>
        <CopyForm error={act.error} onConfirm={(days) => act.run({ do: 'copy', days })} />
      </Sheet>
      <Sheet title="每周重复" open={step === 'repeat'} onClose={close}>
        <RepeatForm
          published={task.status === 'published'}
          error={act.error}
          onConfirm={(weeks) => act.run({ do: 'repeat', weeks })}
        />
      </Sheet>
    </Box>
  );
}

/** The page's one primary action for a draft, at the foot of the window; why it was refused stands beside it. */
export function PublishBar({ task }: { task: StaffTask }) {
  const { tell } = useTaskNotes();
  const act = useAction(
    (deed: TaskDeed, key) => actOnTask(task.id, deed, key),
    async (done, deed) => {
      tell(done.id, toldOf(deed, task, done));
      await refreshCoordinator();
      scrollToTop();
    },
  );
  return (
    <Can do="publish" among={task.actions}>
      <DeskFooter>
        <Box className="stack stack-2 grow">
          {act.error && <Refusal error={act.error} />}
          <Button kind="primary" wide icon="check" onTap={() => act.run({ do: 'publish' })} testId="publish">
            {task.urgency === 'emergency' ? '发布，通知愿意来的人' : '发布，让大家认领'}
          </Button>
        </Box>
      </DeskFooter>
    </Can>
  );
}

function toldOf(deed: TaskDeed, before: StaffTask, after: StaffTask): string {
  switch (deed.do) {
    case 'publish':
      return before.urgency === 'emergency'
        ? '发布了，愿意接紧急任务的志愿者会收到消息。'
        : '发布了，志愿者现在可以认领。';
    case 'cancel':
      return '任务取消了，认领和候补的人会收到消息。';
    case 'copy':
      return '这是复制出来的草稿，改好再发布。';
    case 'repeat':
      return `加了 ${Math.max(0, after.shifts.length - before.shifts.length)} 个班次。`;
  }
}

interface FormProps {
  error: Parameters<typeof Refusal>[0]['error'];
  onConfirm: (value: number) => Promise<unknown>;
}

const COPY_DAYS = [7, 14, 28].map((days) => ({ value: String(days), word: `${days} 天` }));

function CopyForm({ error, onConfirm }: FormProps) {
  const [days, setDays] = useState(7);
  return (
    <Box className="stack stack-3">
      <Text className="block">内容照搬，班次整体往后挪，先存为草稿。</Text>
      <Field label="往后挪多少天">
        <Chips
          label="常用天数"
          options={COPY_DAYS}
          value={COPY_DAYS.some(({ value }) => value === String(days)) ? String(days) : null}
          onChange={(value) => setDays(Number(value ?? days))}
        />
      </Field>
      <Stepper label="或者自己定" value={days} onChange={setDays} min={0} max={366} unit="天" />
      {error !== null && <Refusal error={error} />}
      <Button kind="primary" wide icon="copy" onTap={() => onConfirm(days)} testId="copy-confirm">
        复制
      </Button>
    </Box>
  );
}

function RepeatForm({ published, error, onConfirm }: FormProps & { published: boolean }) {
  const [weeks, setWeeks] = useState(4);
  return (
    <Box className="stack stack-3">
      <Text className="block">
        把最后一周的班次，在以后的每一周再排一遍，开放认领的时间也跟着往后排。
        {published && '已经发布的任务，加上的班次志愿者马上能看到。'}
      </Text>
      <Stepper label="再排几周" value={weeks} onChange={setWeeks} min={1} max={26} unit="周" />
      {error !== null && <Refusal error={error} />}
      <Button kind="primary" wide icon="refresh" onTap={() => onConfirm(weeks)} testId="repeat-confirm">
        {`再排 ${weeks} 周`}
      </Button>
    </Box>
  );
}
