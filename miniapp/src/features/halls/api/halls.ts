import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PromiseState } from '@jiefang/shared/topics';
import { api } from '@/lib/api/client';
import type { StageCode, TopicCard } from '@/lib/api/halls';
import type { Listed, Paged } from '@/lib/api/types';
import { KEPT, queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';
import type { Hall, HallPromise, Merge, MyCase, MyOpinion, SubjectKind } from './types';

/** A community's hall: its promises and how many topics there are. */
export function useHall(community: string | null) {
  return useQuery({
    queryKey: ['hall', community],
    queryFn: () => api.get<Hall>('/halls/{community}', { path: { community: community ?? '' } }),
    enabled: community !== null,
    meta: KEPT,
  });
}

export interface TopicWish {
  stage?: StageCode | undefined;
  /** Also what has ended. */
  closed?: '1' | undefined;
  q?: string | undefined;
}

/** Topics of a hall, page by page. */
export function useTopics(community: string | null, wish: TopicWish) {
  const signedIn = useSignedIn();
  return useInfiniteQuery({
    queryKey: ['topics', community, wish, signedIn],
    queryFn: ({ pageParam }) =>
      api.get<Paged<TopicCard>>('/halls/{community}/topics', {
        path: { community: community ?? '' },
        query: { ...wish, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: community !== null,
    meta: KEPT,
  });
}

/** What was promised after decisions, and what became of it. */
export function usePromises(community: string | null, state: PromiseState | null) {
  return useInfiniteQuery({
    queryKey: ['promises', community, state],
    queryFn: ({ pageParam }) =>
      api.get<Paged<HallPromise>>('/halls/{community}/promises', {
        path: { community: community ?? '' },
        query: { state, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    enabled: community !== null,
    meta: KEPT,
  });
}

/** A list of the reader's own under /me. */
function useOwn<Item>(name: 'topics' | 'opinions' | 'cases') {
  return useInfiniteQuery({
    queryKey: [`my-${name}`],
    queryFn: ({ pageParam }) => api.get<Paged<Item>>(`/me/${name}`, { query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: KEPT,
  });
}

/** Topics the reader raised, whatever became of them. */
export const useMyTopics = () => useOwn<TopicCard>('topics');
/** What the reader said. */
export const useMyOpinions = () => useOwn<MyOpinion>('opinions');

/** Mergers that ask for the reader's consent. */
export function useMerges() {
  return useQuery({
    queryKey: ['merges'],
    queryFn: () => api.get<Listed<Merge>>('/me/merges'),
    enabled: useSignedIn(),
  });
}

export function answerMerge({ id, agrees }: { id: string; agrees: boolean }, key: string): Promise<unknown> {
  return api.post<unknown>('/topics/{id}/merge-consent', { path: { id }, body: { agrees }, key });
}

export async function mergesChanged(): Promise<void> {
  await Promise.all(
    ['merges', 'topics', 'topic'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}

/** The reader's texts that wait for a person or were hidden. */
export const useMyCases = () => useOwn<MyCase>('cases');

export function appealCase({ id, text }: { id: string; text: string }, key: string): Promise<unknown> {
  return api.post<unknown>('/cases/{id}/appeal', { path: { id }, body: { text }, key });
}

export async function casesChanged(): Promise<void> {
  await Promise.all(
    ['my-cases', 'opinions', 'my-opinions'].map((name) =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
}

/** Tells moderators of a text that breaks a rule. */
export interface Report {
  subject: { kind: SubjectKind; id: string };
  reason: string;
  text?: string;
}
export function report(body: Report, key: string): Promise<{ received: true }> {
  return api.post<{ received: true }>('/reports', { body, key });
}
