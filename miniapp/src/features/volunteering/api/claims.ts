import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { ShiftWait } from '@/lib/api/volunteering';
import type { Fix } from '@/lib/fix';
import { KEPT, queryClient } from '@/lib/query';
import { placesChanged } from './tasks';
import type { Claim } from './types';

export type Scope = 'upcoming' | 'past';

/** The reader's tasks, page by page. */
export function useMyClaims(scope: Scope) {
  return useInfiniteQuery({
    queryKey: ['claims', scope],
    queryFn: ({ pageParam }) => api.get('/me/claims', { query: { scope, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: KEPT,
  });
}

/** One of the reader's tasks, looked at again now and then while it is on screen. */
export function useClaim(id: string) {
  return useQuery({
    queryKey: ['claim', id],
    queryFn: () => api.get('/claims/{id}', { path: { id } }),
    refetchInterval: 30_000,
    meta: KEPT,
  });
}

/** The shifts the reader queues for. */
export function useShiftWaits() {
  return useQuery({
    queryKey: ['shift-waits'],
    queryFn: () => api.get('/me/shift-waits'),
    meta: KEPT,
  });
}

export function leaveShiftWait(id: string, key: string): Promise<ShiftWait> {
  return api.post('/shift-waits/{id}/leave', { path: { id }, body: {}, key });
}

/** Lets a place go; early enough it is released, later abandoned. */
export function releaseClaim(input: { id: string; reason: string }, key: string): Promise<Claim> {
  const { id, reason } = input;
  return api.post('/claims/{id}/release', {
    path: { id },
    body: reason === '' ? {} : { reason },
    key,
  });
}

/** By being there, or by the code on a coordinator's phone. */
export type Arrival = { location: Fix } | { qr: string };

export function checkIn({ id, arrival }: { id: string; arrival: Arrival }, key: string): Promise<Claim> {
  return api.post('/claims/{id}/check-in', { path: { id }, body: arrival, key });
}

export function finishClaim({ id, note }: { id: string; note: string }, key: string): Promise<Claim> {
  return api.post('/claims/{id}/finish', { path: { id }, body: note === '' ? {} : { note }, key });
}

export function answerClaim({ id, text }: { id: string; text: string }, key: string): Promise<Claim> {
  return api.post('/claims/{id}/answer', { path: { id }, body: { text }, key });
}

/** Shows a changed claim everywhere. */
export async function claimChanged(claim: Claim): Promise<void> {
  queryClient.setQueryData(['claim', claim.id], claim);
  await placesChanged();
}
