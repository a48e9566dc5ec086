import { useState } from 'react';
import { showElement } from '@/components/base';
import { scrollToTop } from '@/components/Page';
import type { ApiError } from '@/lib/api/error';
import { rebase } from '@/lib/rebase';
import { useAction } from '@/lib/useAction';
import { refreshCoordinator } from '../../api/desk';
import { createTask, saveTask } from '../../api/tasks';
import type { StaffTask, TaskForm } from '../../api/types';
import { partOf, taskDraft, taskFaults, taskForm } from './task-drafts';

interface Options {
  /** The task as it was read; null for one that does not exist yet. */
  task: StaffTask | null;
  /** Where a new one is written. */
  code: string;
  blank: TaskForm;
  /** Reads the task again. */
  reload: () => Promise<StaffTask | undefined>;
  onSaved: (task: StaffTask) => void;
}

/** What a colleague changed while this form was open. */
export interface Meanwhile {
  theirs: (keyof TaskForm)[];
  both: (keyof TaskForm)[];
}

export interface TaskEditing {
  draft: TaskForm;
  /** Counts up when the draft was replaced as a whole: fields that keep what is typed begin anew. */
  round: number;
  edit: <Field extends keyof TaskForm>(field: Field, value: TaskForm[Field]) => void;
  /** By field, from this form or from the server; none before the first try. */
  faults: Record<string, string>;
  submit: () => Promise<void>;
  /** Puts these edits on top of what a colleague saved meanwhile. */
  mergeLatest: () => Promise<void>;
  error: ApiError | null;
  meanwhile: Meanwhile | null;
}

/** The form of a task: faults beside their fields, and colleagues' edits kept. */
export function useTaskEditing({ task, code, blank, reload, onSaved }: Options): TaskEditing {
  const [base, setBase] = useState(() => ({
    version: task?.version ?? 0,
    draft: task === null ? blank : taskDraft(task, new Date()),
  }));
  const [draft, setDraft] = useState(base.draft);
  const [round, setRound] = useState(0);
  const [tried, setTried] = useState(false);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const write = useAction(
    ({ form, version }: { form: TaskForm; version: number }, key) =>
      task === null ? createTask(code, form, key) : saveTask(task.id, { ...form, version }, key),
    async (saved) => {
      await refreshCoordinator();
      onSaved(saved);
    },
  );

  const mergeLatest = async (): Promise<void> => {
    const latest = await reload();
    if (latest === undefined) return;
    const theirDraft = taskDraft(latest, new Date());
    const merged = rebase(base.draft, draft, theirDraft);
    write.reset();
    setBase({ version: latest.version, draft: theirDraft });
    setDraft(merged.draft);
    setRound((count) => count + 1);
    setMeanwhile({ theirs: merged.theirs, both: merged.both });
    scrollToTop();
  };

  const submit = async (): Promise<void> => {
    setTried(true);
    const [first] = Object.keys(taskFaults(draft, new Date()));
    if (first !== undefined) {
      showElement(partOf(first));
      return;
    }
    const done = await write.run({ form: taskForm(draft), version: base.version });
    // Why it was refused stands at the top.
    if (done === undefined) scrollToTop();
  };

  return {
    draft,
    round,
    edit: (field, value) => setDraft((current) => ({ ...current, [field]: value })),
    faults: tried ? { ...detailsOf(write.error), ...taskFaults(draft, new Date()) } : {},
    submit,
    mergeLatest,
    error: write.error,
    meanwhile,
  };
}

/** The server's remarks by field. */
function detailsOf(error: ApiError | null): Record<string, string> {
  return Object.fromEntries(
    (error?.details ?? []).map(({ field, message }) => [field, `${message}。`.replace('。。', '。')]),
  );
}
