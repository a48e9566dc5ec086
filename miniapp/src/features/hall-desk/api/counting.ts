import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { HALL_DESK } from './desk';
import type { Assisted, AssistedEntry, Recount } from './types';

/** The counting room of a topic: who took part, never what was chosen before the count. Idle with ''. */
export function useCounting(topicId: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'counting', topicId],
    queryFn: () => api.get('/staff/topics/{id}/counting', { path: { id: topicId } }),
    staleTime: 0,
    enabled: topicId !== '',
  });
}

export function recount(topicId: string, key: string): Promise<Recount> {
  return api.post('/staff/topics/{id}/recount', { path: { id: topicId }, body: {}, key });
}

/** Ballots and opinions that came by phone or on paper. */
export function useAssisted(topicId: string) {
  return useInfiniteQuery({
    queryKey: [HALL_DESK, 'assisted', topicId],
    queryFn: ({ pageParam }) =>
      api.get('/staff/topics/{id}/assisted', {
        path: { id: topicId },
        query: { cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function enterAssisted(
  { topicId, ...body }: AssistedEntry & { topicId: string },
  key: string,
): Promise<Assisted> {
  return api.post('/staff/topics/{id}/assisted', { path: { id: topicId }, body, key });
}

/** The second reading; ASSISTED_MISMATCH when the two differ. */
export type Reading = { id: string } & Pick<AssistedEntry, 'choice' | 'stance' | 'text'>;
export function confirmAssisted({ id, ...body }: Reading, key: string): Promise<Assisted> {
  return api.post('/staff/assisted/{id}/confirm', { path: { id }, body, key });
}

export function refuseAssisted(id: string, reason: string, key: string): Promise<Assisted> {
  return api.post('/staff/assisted/{id}/refuse', { path: { id }, body: { reason }, key });
}

/** Where a photo that only staff may see can be fetched for a short while. */
export function useStaffPhoto(id: string, path: string | null) {
  return useQuery({
    queryKey: [HALL_DESK, 'photo', id],
    queryFn: async () => path ?? (await api.get('/staff/attachments/{id}/link', { path: { id } })).path,
    staleTime: 5 * 60_000,
    gcTime: 5 * 60_000,
  });
}
