import type { TopicTrack } from '@jiefang/shared/topics';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Listed } from '@/lib/api/types';
import { KEPT, queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';
import type { FollowUp, Minutes, Objection, RollFacts, Topic, TopicText } from './types';

/** A topic: where it stands and what the reader can do now. */
export function useTopic(id: string) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['topic', id, signedIn],
    queryFn: () => api.get<Topic>('/topics/{id}', { path: { id } }),
    enabled: id !== '',
    meta: KEPT,
  });
}

/** Something below a topic, as a list. */
function useOf<Item>(id: string, name: string, wanted: boolean) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['topic', id, name, signedIn],
    queryFn: () => api.get<Listed<Item>>(`/topics/{id}/${name}`, { path: { id } }),
    enabled: wanted,
    meta: KEPT,
  });
}

/** Every version of the text that was shown. */
export const useTexts = (id: string, wanted: boolean) => useOf<TopicText>(id, 'texts', wanted);
export const useObjections = (id: string, wanted: boolean) => useOf<Objection>(id, 'objections', wanted);
export const useFollowUps = (id: string, wanted: boolean) => useOf<FollowUp>(id, 'follow-ups', wanted);

/** Minutes of the deliberation. */
export function useMinutes(id: string, wanted: boolean) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['topic', id, 'minutes', signedIn],
    queryFn: () => api.get<{ minutes: Minutes | null }>('/topics/{id}/minutes', { path: { id } }),
    enabled: wanted,
    meta: KEPT,
  });
}

/** The frozen roll in figures. */
export function useRoll(id: string) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['topic', id, 'roll', signedIn],
    queryFn: () => api.get<RollFacts>('/topics/{id}/roll', { path: { id } }),
    meta: KEPT,
  });
}

export interface NewTopic {
  communityCode: string;
  title: string;
  body: string;
  track: TopicTrack;
}
export function createTopic(body: NewTopic, key: string): Promise<Topic> {
  return api.post<Topic>('/topics', { body, key });
}

export interface TextChange {
  id: string;
  /** Of the text that was changed. */
  no: number;
  title: string;
  body: string;
}
export function changeText({ id, ...body }: TextChange, key: string): Promise<Topic> {
  return api.put<Topic>('/topics/{id}/text', { path: { id }, body, key });
}

const act =
  (name: string) =>
  ({ id, ...body }: { id: string }, key: string): Promise<Topic> =>
    api.post<Topic>(`/topics/{id}/${name}`, { path: { id }, body, key });

export const submitTopic: (input: { id: string }, key: string) => Promise<Topic> = act('submit');
export const withdrawTopic: (input: { id: string; reason?: string }, key: string) => Promise<Topic> =
  act('withdraw');
export const endorse: (input: { id: string; textNo: number }, key: string) => Promise<Topic> = act('endorse');
export const unendorse: (input: { id: string }, key: string) => Promise<Topic> = act('unendorse');
export const askReview: (input: { id: string; text: string }, key: string) => Promise<Topic> =
  act('ask-review');

export function objectTo({ id, text }: { id: string; text: string }, key: string): Promise<Objection> {
  return api.post<Objection>('/topics/{id}/objections', { path: { id }, body: { text }, key });
}

export interface Rating {
  id: string;
  stars: number;
  comment?: string;
}
export function rate({ id, ...body }: Rating, key: string): Promise<FollowUp> {
  return api.post<FollowUp>('/follow-ups/{id}/rating', { path: { id }, body, key });
}

export interface MinutesAnswer {
  id: string;
  no: number;
  agrees: boolean;
  comment?: string;
}
export function confirmMinutes({ id, ...body }: MinutesAnswer, key: string): Promise<unknown> {
  return api.post<unknown>('/topics/{id}/minutes/confirm', { path: { id }, body, key });
}

/** Shows everywhere that a topic, or something of it, has changed. */
export async function topicChanged(): Promise<void> {
  await Promise.all(
    ['topic', 'topics', 'my-topics', 'hall', 'promises', 'home-topics'].map((name) =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
}
