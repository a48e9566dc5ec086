import type { BallotChoice } from '@jiefang/shared/topics';
import type { Participation } from '@jiefang/shared/tally';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { queryClient } from '@/lib/query';
import type { BallotCast, Receipt, Vote } from './types';

/** What the reader votes on and for whom. Never kept on the device: it may hold an open choice. */
export function useVote(topicId: string, wanted = true) {
  return useQuery({
    queryKey: ['vote', topicId],
    queryFn: () => api.get<Vote>('/topics/{id}/vote', { path: { id: topicId } }),
    enabled: wanted,
    staleTime: 0,
  });
}

const EVERY_MS = 30_000;

/** How many took part so far, asked again while it is watched; never what they chose. */
export function useParticipation(topicId: string, wanted: boolean) {
  return useQuery({
    queryKey: ['participation', topicId],
    queryFn: () => api.get<Participation>('/topics/{id}/participation', { path: { id: topicId } }),
    enabled: wanted,
    refetchInterval: EVERY_MS,
  });
}

export interface Ballot {
  topicId: string;
  member: number;
  choice: BallotChoice;
  /** Of the text that was read. */
  textHash: string;
}
export function castBallot({ topicId, ...body }: Ballot, key: string): Promise<BallotCast> {
  return api.post<BallotCast>('/topics/{id}/ballots', { path: { id: topicId }, body, key });
}

export async function ballotCast(): Promise<void> {
  await Promise.all(
    ['vote', 'participation', 'topic', 'topics', 'home-topics'].map((name) =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
}

/** What a receipt stands for, once the votes are counted. */
export function useReceipt(topicId: string, code: string | null) {
  return useQuery({
    queryKey: ['receipt', topicId, code],
    queryFn: () =>
      api.get<Receipt>('/topics/{id}/receipts/{code}', { path: { id: topicId, code: code ?? '' } }),
    enabled: code !== null,
    staleTime: 0,
  });
}
