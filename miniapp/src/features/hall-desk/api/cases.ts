import type { HideReason } from '@jiefang/shared/topics';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { HALL_DESK } from './desk';
import type { Case } from './types';

/** A case with everything needed to decide it. */
export function useCase(id: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'case', id],
    queryFn: () => api.get('/staff/cases/{id}', { path: { id } }),
    enabled: id !== '',
    staleTime: 0,
  });
}

export type CaseDeed =
  | { do: 'claim' }
  | { do: 'release' }
  | { do: 'decide'; decision: 'hide'; reason: HideReason; words?: string }
  | { do: 'decide'; decision: 'keep'; words?: string }
  | { do: 'decide-appeal'; decision: 'uphold' | 'overturn'; words: string };
export function actOnCase(id: string, deed: CaseDeed, key: string): Promise<Case> {
  const { do: act, ...body } = deed;
  return api.post<Case>(`/staff/cases/{id}/${act}`, { path: { id }, body, key });
}
