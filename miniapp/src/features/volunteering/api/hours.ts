import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Schemas } from '@/lib/api/contract';
import { KEPT, queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';

/** The reader's balance, stars and the entries of one year, page by page. */
export function useMyHours(year: number) {
  return useInfiniteQuery({
    queryKey: ['hours', year],
    queryFn: ({ pageParam }) => api.get('/me/hours', { query: { year, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    meta: KEPT,
  });
}

/** One entry with everything that happened to it. */
export function useHoursItem(id: string) {
  return useQuery({
    queryKey: ['hours-item', id],
    queryFn: () => api.get('/me/hours/{id}', { path: { id } }),
    meta: KEPT,
  });
}

/** The year's recorded hours month by month. */
export function useStatement(year: number) {
  return useQuery({
    queryKey: ['statement', year],
    queryFn: () => api.get('/me/hours/statement', { query: { year } }),
    meta: KEPT,
  });
}

export type StatementFormat = 'pdf' | 'xlsx';

/** Where the year's statement can be fetched for a short while. */
export async function statementLink(year: number, format: StatementFormat): Promise<string> {
  return (await api.get('/me/hours/statement-link', { query: { year, format } })).path;
}

/** What a community makes public now. */
export function usePublication(community: string | null) {
  const signedIn = useSignedIn();
  return useInfiniteQuery({
    queryKey: ['publication', community, signedIn],
    queryFn: ({ pageParam }) => api.get('/hours/publication', { query: { community, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: community !== null,
  });
}

export function objectTo(
  { id, text }: { id: string; text: string },
  key: string,
): Promise<Schemas['ObjectionView']> {
  return api.post('/hours/{id}/objections', {
    path: { id },
    body: { text },
    key,
  });
}

export async function publicationChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['publication'] });
}
