import type { TaskKind, TaskUrgency } from '@jiefang/shared/volunteering';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { ShiftWait } from '@/lib/api/volunteering';
import { KEPT, queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';
import type { ClaimCreated } from './types';

/** Which shifts: of a community (and what lies above it), or near a place ('lat,lng' in GCJ-02). */
export interface ShiftWish {
  community?: string | undefined;
  near?: string | undefined;
  day?: string | undefined;
  kind?: TaskKind | undefined;
  urgency?: TaskUrgency | undefined;
  /** Only those that can be claimed now. */
  open?: '1' | undefined;
}

/** Coming shifts, page by page; nothing is asked while `wish` is null. */
export function useShifts(wish: ShiftWish | null) {
  const signedIn = useSignedIn();
  return useInfiniteQuery({
    queryKey: ['shifts', wish, signedIn],
    queryFn: ({ pageParam }) => api.get('/tasks', { query: { ...wish, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: wish !== null,
    meta: KEPT,
  });
}

/** A task with its coming shifts, and what each means for the reader. */
export function useTask(id: string) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['task', id, signedIn],
    queryFn: () => api.get('/tasks/{id}', { path: { id } }),
    meta: KEPT,
  });
}

const PLACES_EVERY_MS = 10_000;
/** The BFF answers for at most this many shifts at once. */
const PLACES_AT_ONCE = 50;

/** Places of these shifts, asked again every ten seconds while `watching`. */
export function usePlaces(shiftIds: readonly string[], watching: boolean) {
  const ids = shiftIds.slice(0, PLACES_AT_ONCE).join(',');
  return useQuery({
    queryKey: ['shift-places', ids],
    queryFn: () => api.get('/shifts/places', { query: { ids } }),
    enabled: ids !== '' && watching,
    refetchInterval: PLACES_EVERY_MS,
    staleTime: PLACES_EVERY_MS,
  });
}

/** Shifts like one that is full. */
export function useSimilar(shiftId: string, wanted: boolean) {
  return useQuery({
    queryKey: ['similar-shifts', shiftId],
    queryFn: () => api.get('/shifts/{id}/similar', { path: { id: shiftId } }),
    enabled: wanted,
    staleTime: 0,
  });
}

/** What is asked of a shift. */
export interface ShiftAsk {
  shiftId: string;
  /** The risk notice was read. */
  riskAccepted: boolean;
}

/** Takes a place. */
export function claimShift(ask: ShiftAsk, key: string): Promise<ClaimCreated> {
  return api.post('/claims', { body: ask, key });
}

/** Queues for a shift that is full. */
export function waitForShift({ shiftId, riskAccepted }: ShiftAsk, key: string): Promise<ShiftWait> {
  return api.post('/shifts/{id}/wait', { path: { id: shiftId }, body: { riskAccepted }, key });
}

/** Shows everywhere that places have changed hands. */
export async function placesChanged(): Promise<void> {
  await Promise.all(
    [
      'shifts',
      'task',
      'shift-places',
      'similar-shifts',
      'claims',
      'claim',
      'shift-waits',
      'next-service',
    ].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
