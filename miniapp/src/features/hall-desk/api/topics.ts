import type { TopicAct } from '@jiefang/shared/topics';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { HALL_DESK } from './desk';
import type { Erasure, StaffTopic } from './types';

/** A topic as staff see it, with what they may do and what that still needs. */
export function useStaffTopic(id: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'topic', id],
    queryFn: () => api.get('/staff/topics/{id}', { path: { id } }),
    enabled: id !== '',
  });
}

/** An act with what it brings along; `reason`, `answer` and `targetId` where the act asks for them. */
export interface TopicDeed {
  act: TopicAct;
  reason?: string;
  answer?: string;
  targetId?: string;
}

export function actOnTopic(id: string, { act, ...body }: TopicDeed, key: string): Promise<StaffTopic> {
  return api.post('/staff/topics/{id}/acts/{act}', { path: { id, act }, body, key });
}

/** Topics of a hall whose title has these words, to merge into; idle without words. */
export function useTopicsNamed(community: string, words: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'named', community, words],
    queryFn: () => api.get('/halls/{community}/topics', { path: { community }, query: { q: words } }),
    enabled: words !== '',
  });
}

/** The frozen roll, member by member. */
export function useRollMembers(topicId: string, q: string) {
  return useInfiniteQuery({
    queryKey: [HALL_DESK, 'roll', topicId, q],
    queryFn: ({ pageParam }) =>
      api.get('/staff/topics/{id}/roll', {
        path: { id: topicId },
        query: { q, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** What was said in writing, newest first: to cite, or to erase. */
export function useOpinionLines(topicId: string, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: [HALL_DESK, 'opinions', topicId],
    queryFn: ({ pageParam }) =>
      api.get('/topics/{id}/opinions', {
        path: { id: topicId },
        query: { sort: 'newest', cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: wanted,
  });
}

/** The versions of the text that were shown. */
export function useTopicTexts(topicId: string, wanted: boolean) {
  return useQuery({
    queryKey: [HALL_DESK, 'texts', topicId],
    queryFn: () => api.get('/topics/{id}/texts', { path: { id: topicId } }),
    enabled: wanted,
  });
}

/** Takes words off the record for good; the commitment to them stays. */
export function eraseWords({ id, ...body }: Erasure & { id: string }, key: string): Promise<unknown> {
  return api.post('/staff/topics/{id}/erasures', { path: { id }, body, key });
}
