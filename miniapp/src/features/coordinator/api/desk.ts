import { queryClient } from '@/lib/query';
import { useDivisionPages as usePages } from '@/lib/useDivisionPages';

/** Key under which everything of the coordinator's desk is kept. */
export const DESK = 'coordinator';

type ListPath = 'tasks' | 'submissions' | 'volunteers' | 'hours' | 'objections' | 'certificates';

/** A list of a division that continues by cursor. */
export function useDivisionPages<Item>(
  code: string,
  path: ListPath,
  query: Record<string, string | null> = {},
) {
  return usePages<Item>(DESK, code, path, query);
}

/** What residents see of volunteering; read again when they next look. */
const OF_RESIDENTS = ['shifts', 'task', 'claims', 'claim', 'hours', 'publication', 'certificates', 'units'];

/** Reads the desk again after a decision, and what residents see of it. */
export async function refreshCoordinator(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: [DESK] }),
    queryClient.invalidateQueries({ queryKey: ['staff', 'volunteering-todo'] }),
    ...OF_RESIDENTS.map((key) => queryClient.invalidateQueries({ queryKey: [key], refetchType: 'none' })),
  ]);
}
