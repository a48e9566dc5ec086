import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { HALL_DESK } from './desk';
import type { FollowUp } from './types';

/** What was promised with one topic. */
export function useTopicFollowUps(topicId: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'topic-follow-ups', topicId],
    queryFn: () => api.get('/topics/{id}/follow-ups', { path: { id: topicId } }),
  });
}

/** The community of a topic, which keeps its photos; everybody may know it. Idle with null. */
export function useCommunityOf(topicId: string | null) {
  return useQuery({
    queryKey: [HALL_DESK, 'community-of', topicId],
    queryFn: async () => (await api.get('/topics/{id}', { path: { id: topicId ?? '' } })).community.code,
    enabled: topicId !== null,
    staleTime: 10 * 60_000,
  });
}

export interface NewFollowUp {
  topicId: string;
  title: string;
  responsible: string;
  /** A day. */
  dueOn: string;
}
export function createFollowUp({ topicId, ...body }: NewFollowUp, key: string): Promise<FollowUp> {
  return api.post('/staff/topics/{id}/follow-ups', { path: { id: topicId }, body, key });
}

export interface FollowUpReport {
  id: string;
  do: 'progress' | 'done';
  text: string;
  photoIds: string[];
}
export function reportFollowUp({ id, do: act, ...body }: FollowUpReport, key: string): Promise<FollowUp> {
  return api.post<FollowUp>(`/staff/follow-ups/{id}/${act}`, { path: { id }, body, key });
}

export function dropFollowUp(id: string, reason: string, key: string): Promise<FollowUp> {
  return api.post('/staff/follow-ups/{id}/drop', { path: { id }, body: { reason }, key });
}

/** The objections to one topic's result. */
export function useTopicObjections(topicId: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'objections-of', topicId],
    queryFn: () =>
      api.get('/topics/{id}/objections', {
        path: { id: topicId },
      }),
  });
}

/** Upheld suspends the topic, dismissed lets it go on. */
export interface ObjectionAnswer {
  id: string;
  decision: 'upheld' | 'dismissed';
  answer: string;
}
export function answerObjection({ id, ...body }: ObjectionAnswer, key: string): Promise<unknown> {
  return api.post('/staff/topic-objections/{id}/answer', { path: { id }, body, key });
}
