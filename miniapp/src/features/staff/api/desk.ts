import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { KEPT, queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';
import { useDivisionPages } from '@/lib/useDivisionPages';
import type { HallsTodo, StaffContext, Todo, VolunteeringTodo } from './types';

/** Key under which everything of the workbench is kept. */
const STAFF = 'staff';
const TODO_EVERY_MS = 60_000;

/** Where the signed-in person works; idle while nobody is signed in. */
export function useStaffContext() {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: [STAFF, 'context'],
    queryFn: () => api.get<StaffContext>('/staff/context'),
    enabled: signedIn,
    meta: KEPT,
  });
}

/** What waits for a decision in a division and below; idle without a post for it. */
export function useTodo(code: string, enabled: boolean) {
  return useQuery({
    queryKey: [STAFF, 'todo', code],
    queryFn: () => api.get<Todo>('/staff/divisions/{code}/todo', { path: { code } }),
    refetchInterval: TODO_EVERY_MS,
    enabled,
    meta: KEPT,
  });
}

/** What waits in volunteering in a division and below, and how many are on patrol; idle without a post for it. */
export function useVolunteeringTodo(code: string, enabled: boolean) {
  return useQuery({
    queryKey: [STAFF, 'volunteering-todo', code],
    queryFn: () => api.get<VolunteeringTodo>('/staff/divisions/{code}/volunteering-todo', { path: { code } }),
    refetchInterval: TODO_EVERY_MS,
    enabled,
    meta: KEPT,
  });
}

/** What waits in the 议事厅 of a division and below; idle without a post for it. */
export function useHallsTodo(code: string, enabled: boolean) {
  return useQuery({
    queryKey: [STAFF, 'halls-todo', code],
    queryFn: () => api.get<HallsTodo>('/staff/divisions/{code}/halls-todo', { path: { code } }),
    refetchInterval: TODO_EVERY_MS,
    enabled,
    meta: KEPT,
  });
}

/** A list of a division that continues by cursor. */
export function useDivisionList<Item>(
  code: string,
  path: 'approvals' | 'residencies' | 'appeals' | 'audit',
  query: Record<string, string> = {},
) {
  return useDivisionPages<Item>(STAFF, code, path, query);
}

/** Reads everything of the workbench again after a decision, and what residents see of it. */
export async function refreshDesk(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: [STAFF] }),
    // The pages of the coordinator and of the 议事厅 stand in the same frame.
    queryClient.invalidateQueries({ queryKey: ['coordinator'] }),
    queryClient.invalidateQueries({ queryKey: ['hall-desk'] }),
    ...['venue-day', 'venue-days', 'venue', 'centre', 'centres', 'home'].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key], refetchType: 'none' }),
    ),
  ]);
}
