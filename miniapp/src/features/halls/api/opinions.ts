import type { Stance } from '@jiefang/shared/topics';
import { keepPreviousData, useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Listed, Paged } from '@/lib/api/types';
import { KEPT, queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';
import type { Opinion, OpinionSort, OpinionText, Reacted, Reaction } from './types';

const PAGE = 20;

/** Opinions on a topic, or the replies to one of them, page by page. */
export function useOpinions(
  topicId: string,
  sort: OpinionSort,
  parent: string | null,
  { limit = PAGE, wanted = true }: { limit?: number; wanted?: boolean } = {},
) {
  const signedIn = useSignedIn();
  return useInfiniteQuery({
    queryKey: ['opinions', topicId, sort, parent, limit, signedIn],
    queryFn: ({ pageParam }) =>
      api.get<Paged<Opinion>>('/topics/{id}/opinions', {
        path: { id: topicId },
        query: { sort, parent, limit, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: wanted,
    meta: KEPT,
  });
}

/** The versions of an opinion, oldest first. */
export function useOpinionTexts(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['opinion-texts', id],
    queryFn: () => api.get<Listed<OpinionText>>('/opinions/{id}/texts', { path: { id } }),
    enabled: wanted,
  });
}

export interface NewOpinion {
  topicId: string;
  stance: Stance;
  text: string;
  parentId?: string;
}
export function speak({ topicId, ...body }: NewOpinion, key: string): Promise<Opinion> {
  return api.post<Opinion>('/topics/{id}/opinions', { path: { id: topicId }, body, key });
}

export interface OpinionChange {
  id: string;
  text: string;
  textNo: number;
}
export function changeOpinion({ id, ...body }: OpinionChange, key: string): Promise<Opinion> {
  return api.put<Opinion>('/opinions/{id}', { path: { id }, body, key });
}

/** Agrees, disagrees, passes, or takes that back (null). Doing it twice changes nothing. */
export async function react({ id, value }: { id: string; value: Reaction | null }): Promise<Reacted> {
  const counts = await api.put<Reacted>('/opinions/{id}/reaction', { path: { id }, body: { value } });
  showReaction(id, counts);
  return counts;
}

/** Puts new counters into every list that shows the opinion, where it stands. */
function showReaction(id: string, { mine, ...counts }: Reacted): void {
  const shown = (opinion: Opinion): Opinion =>
    opinion.id === id
      ? { ...opinion, ...counts, mine: opinion.mine && { ...opinion.mine, reaction: mine } }
      : opinion;
  queryClient.setQueriesData<InfiniteData<Paged<Opinion>>>(
    { queryKey: ['opinions'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.map(shown) })),
      },
  );
}

/** Shows that somebody has spoken. */
export async function opinionsChanged(): Promise<void> {
  await Promise.all(
    ['opinions', 'opinion-texts', 'my-opinions', 'topic', 'topics'].map((name) =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
}
