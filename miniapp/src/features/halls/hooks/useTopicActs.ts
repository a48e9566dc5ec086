import { useAction, type Action } from '@/lib/useAction';
import type { ApiError } from '@/lib/api/error';
import { endorse, topicChanged, unendorse, withdrawTopic } from '../api/topic';
import type { Topic } from '../api/types';

/** Acts that need no page of their own, with what came of the last one. */
export interface TopicActs {
  endorse: Action<{ id: string; textNo: number }, Topic>;
  unendorse: Action<{ id: string }, Topic>;
  withdraw: Action<{ id: string; reason?: string }, Topic>;
  error: ApiError | null;
}

export function useTopicActs(): TopicActs {
  const acts = {
    endorse: useAction(endorse, topicChanged),
    unendorse: useAction(unendorse, topicChanged),
    withdraw: useAction(withdrawTopic, topicChanged),
  };
  return { ...acts, error: acts.endorse.error ?? acts.unendorse.error ?? acts.withdraw.error };
}
