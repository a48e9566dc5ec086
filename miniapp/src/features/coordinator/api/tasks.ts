import { levelOf } from '@jiefang/shared/divisions';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Named } from '@/lib/api/types';
import { DESK } from './desk';
import type { StaffTask, TaskForm } from './types';

/** A task as staff see it, with how its shifts stand. */
export function useStaffTask(id: string | null) {
  return useQuery({
    queryKey: [DESK, 'task', id],
    queryFn: () => api.get('/staff/tasks/{id}', { path: { id: id ?? '' } }),
    enabled: id !== null,
  });
}

/**
 * Units that a task of a division may be for. Volunteers of a community belong to units of the community or of what
 * lies above it; a task of a whole street may be for any unit within.
 */
export function useTaskUnits(code: string) {
  return useQuery({
    queryKey: [DESK, 'task-units', code],
    queryFn: async (): Promise<Named[]> => {
      const { items } =
        levelOf(code) === 'community'
          ? await api.get('/units', { query: { community: code } })
          : await api.get('/staff/divisions/{code}/units', { path: { code } });
      return items.map(({ id, name }) => ({ id, name }));
    },
    staleTime: 5 * 60_000,
  });
}

/** The checkpoints of a shift's task, for their codes; none while it has no route. */
export function useCheckpoints(taskId: string | null) {
  return useQuery({
    queryKey: [DESK, 'checkpoints', taskId],
    queryFn: async () => {
      const { route } = await api.get('/tasks/{id}', { path: { id: taskId ?? '' } });
      return route?.checkpoints.map(({ no, name }) => ({ no, name })) ?? [];
    },
    enabled: taskId !== null,
    staleTime: 5 * 60_000,
  });
}

/** A new draft at a division. */
export function createTask(code: string, form: TaskForm, key: string): Promise<StaffTask> {
  return api.post('/staff/divisions/{code}/tasks', { path: { code }, body: form, key });
}

/** Saves an edit of what was read as `version`; STALE_VERSION when somebody else saved it meanwhile. */
export function saveTask(id: string, form: TaskForm & { version: number }, key: string): Promise<StaffTask> {
  return api.put('/staff/tasks/{id}', { path: { id }, body: form, key });
}

/** What staff do with a task besides writing it. `copy` answers with the new draft. */
export type TaskDeed =
  | { do: 'publish' }
  | { do: 'cancel'; reason: string }
  | { do: 'copy'; days: number }
  | { do: 'repeat'; weeks: number };

export function actOnTask(id: string, deed: TaskDeed, key: string): Promise<StaffTask> {
  const { do: act, ...body } = deed;
  return api.post<StaffTask>(`/staff/tasks/{id}/${act}`, { path: { id }, body, key });
}

/** Calls one shift off; everybody who claimed it is told. */
export function cancelShift(id: string, reason: string, key: string): Promise<StaffTask> {
  return api.post('/staff/shifts/{id}/cancel', { path: { id }, body: { reason }, key });
}
