import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { DESK } from './desk';
import type { ShiftCode, StaffClaim } from './types';

const PEOPLE_EVERY_MS = 15_000;
/** A code is asked for this much after the last one ran out, so that the server has the next one. */
const CODE_SLACK_MS = 300;

/** The people of one shift, page by page. Looked at again every few seconds while `live`. */
export function useShiftClaims(id: string, live = false) {
  return useInfiniteQuery({
    queryKey: [DESK, 'shift', id],
    queryFn: ({ pageParam }) =>
      api.get('/staff/shifts/{id}/claims', { path: { id }, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: live ? PEOPLE_EVERY_MS : false,
  });
}

/** A code with the instant it ends by this device's clock (epoch milliseconds). */
export type CodeHere = ShiftCode & { endsAtHere: number };

/** The rotating code of a shift, or of one of its route's checkpoints; renewed as it runs out while `live`. */
export function useShiftCode(shiftId: string, checkpoint: number | null, live: boolean) {
  return useQuery({
    queryKey: [DESK, 'code', shiftId, checkpoint],
    queryFn: async (): Promise<CodeHere> => {
      const code = await api.get('/staff/shifts/{id}/check-in-code', {
        path: { id: shiftId },
        query: { checkpoint },
      });
      return { ...code, endsAtHere: Date.now() + Date.parse(code.expiresAt) - Date.parse(code.serverTime) };
    },
    staleTime: 0,
    gcTime: 0,
    enabled: live,
    refetchInterval: ({ state: { data, error } }) => {
      if (error !== null || data === undefined) return 5_000;
      return Math.max(1_000, data.endsAtHere - Date.now() + CODE_SLACK_MS);
    },
  });
}

/** One claim with what supports it. */
export function useSubmission(id: string) {
  return useQuery({
    queryKey: [DESK, 'submission', id],
    queryFn: () => api.get('/staff/claims/{id}', { path: { id } }),
  });
}

/** What staff decide about a claim. `at` is an instant, `minutes` what was really served. */
export type ClaimDeed =
  | { do: 'check-in'; note?: string }
  | { do: 'finish'; at: string; note: string }
  | { do: 'verify'; minutes: number; reason?: string }
  | { do: 'query'; question: string }
  | { do: 'reject'; reason: string }
  | { do: 'mark-no-show' };

/** Does it and answers with the claim as it is now. */
export function actOnClaim(id: string, deed: ClaimDeed, key: string): Promise<StaffClaim> {
  const { do: act, ...body } = deed;
  return api.post<StaffClaim>(`/staff/claims/{id}/${act}`, { path: { id }, body, key });
}
