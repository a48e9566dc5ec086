import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { KEPT, queryClient } from '@/lib/query';

export function useNotices() {
  return useInfiniteQuery({
    queryKey: ['notices'],
    queryFn: ({ pageParam }) => api.get('/me/notices', { query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: KEPT,
  });
}

/** Marks these messages, or all, as read. Doing it twice changes nothing. */
export async function markRead(ids: string[] | 'all'): Promise<{ unread: number }> {
  const answer = await api.post('/me/notices/read', { body: ids === 'all' ? {} : { ids } });
  await Promise.all(
    ['notices', 'me', 'home'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
  return answer;
}
