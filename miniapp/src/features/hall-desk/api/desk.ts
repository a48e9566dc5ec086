import { queryClient } from '@/lib/query';
import { useDivisionPages as usePages } from '@/lib/useDivisionPages';

/** Key under which everything of the hall's desk is kept. */
export const HALL_DESK = 'hall-desk';

type ListPath = 'topics' | 'cases' | 'topic-objections' | 'follow-ups' | 'owners-imports';

/** A list of a division that continues by cursor. */
export function useDivisionPages<Item>(
  code: string,
  path: ListPath,
  query: Record<string, string | null> = {},
) {
  return usePages<Item>(HALL_DESK, code, path, query);
}

/** What residents see of the 议事厅; read again when they next look. */
const OF_RESIDENTS = [
  'hall',
  'topics',
  'topic',
  'opinions',
  'meetings',
  'meeting',
  'vote',
  'participation',
  'promises',
  'record',
  'home',
];

/** Reads the desk again after a decision, and what residents see of it. */
export async function refreshHallDesk(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: [HALL_DESK] }),
    queryClient.invalidateQueries({ queryKey: ['staff', 'halls-todo'] }),
    ...OF_RESIDENTS.map((key) => queryClient.invalidateQueries({ queryKey: [key], refetchType: 'none' })),
  ]);
}
