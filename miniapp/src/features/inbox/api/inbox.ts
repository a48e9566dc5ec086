import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Notice, Paged } from '@/lib/api/types';
import { KEPT, queryClient } from '@/lib/query';

export function useNotices() {
  return useInfiniteQuery({
    queryKey: ['notices'],
    queryFn: ({ pageParam }) => api.get<Paged<Notice>>('/me/notices', { query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: KEPT,
  });
}

/** Marks messages as read. Doing it twice changes nothing. */
export async function markRead(ids: string[] | 'all'): Promise<{ unread: number }> {
  const answer = await api.post<{ unread: number }>('/me/notices/read', { body: { ids } });
  await Promise.all(
    ['notices', 'me', 'home'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
  return answer;
}
