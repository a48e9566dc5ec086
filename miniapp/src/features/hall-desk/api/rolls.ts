import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { PickedFile } from '@/lib/file';
import { upload } from '@/lib/upload';
import { HALL_DESK } from './desk';
import type { NewOwnersImport, RollChoice, StaffTopic } from './types';

const LONG_MS = 10 * 60_000;

export function useRulePacks() {
  return useQuery({
    queryKey: [HALL_DESK, 'rule-packs'],
    queryFn: () => api.get('/rule-packs'),
    staleTime: LONG_MS,
  });
}

/** Lists of owners that were imported here. */
export function useOwnersImports(code: string, wanted: boolean) {
  return useQuery({
    queryKey: [HALL_DESK, 'owners-imports', code],
    queryFn: () => api.get('/staff/divisions/{code}/owners-imports', { path: { code } }),
    enabled: wanted,
  });
}

/** Sends a list of owners; OWNERS_FILE with its faults by line when it cannot be used. */
export function importOwners(code: string, file: PickedFile, key: string): Promise<NewOwnersImport> {
  return upload<NewOwnersImport>({ path: `/staff/divisions/${code}/owners-imports`, file, key });
}

/** Whom the roll would include and what the rule demands; nothing is frozen by asking. Idle with null. */
export function useRollPreview(topicId: string, choice: RollChoice | null) {
  return useQuery({
    queryKey: [HALL_DESK, 'roll-preview', topicId, choice],
    queryFn: () =>
      api.post('/staff/topics/{id}/roll-preview', { path: { id: topicId }, body: choice as RollChoice }),
    enabled: choice !== null,
    // Somebody may have moved in meanwhile: what is shown is asked for anew each time.
    staleTime: 0,
    gcTime: 0,
  });
}

/** Freezes roll and rules; ROLL_CHANGED when the roll is no longer the one that was looked at. */
export function announce(
  { id, ...body }: RollChoice & { id: string; hash: string },
  key: string,
): Promise<StaffTopic> {
  return api.post('/staff/topics/{id}/announce', { path: { id }, body, key });
}
