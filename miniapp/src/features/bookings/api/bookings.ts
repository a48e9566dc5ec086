import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Booking, Invite } from '@/lib/api/types';
import { KEPT, queryClient } from '@/lib/query';

export type Scope = 'upcoming' | 'past';

/** The reader's bookings, page by page. */
export function useMyBookings(scope: Scope) {
  return useInfiniteQuery({
    queryKey: ['bookings', scope],
    queryFn: ({ pageParam }) => api.get('/me/bookings', { query: { scope, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: KEPT,
  });
}

/** One booking, looked at again now and then while it is on screen. */
export function useBooking(id: string) {
  return useQuery({
    queryKey: ['booking', id],
    queryFn: () => api.get('/bookings/{id}', { path: { id } }),
    refetchInterval: 30_000,
    meta: KEPT,
  });
}

/** The rotating check-in code; asks for the next one as soon as this one has run out. */
export function useCheckInCode(id: string) {
  return useQuery({
    queryKey: ['check-in-code', id],
    queryFn: async () => {
      const askedAt = Date.now();
      const code = await api.get('/bookings/{id}/check-in-code', { path: { id } });
      // Counted from the answer, not from the phone's clock, which may be wrong.
      const lifetime = Date.parse(code.expiresAt) - Date.parse(code.serverTime);
      return { ...code, endsAtHere: askedAt + lifetime };
    },
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data === undefined ? 5_000 : Math.max(state.data.endsAtHere - Date.now(), 1_000),
  });
}

export function cancelBooking(input: { id: string; reason: string }, key: string): Promise<Booking> {
  const { id, reason } = input;
  return api.post('/bookings/{id}/cancel', { path: { id }, body: reason === '' ? {} : { reason }, key });
}

export function leaveBooking(id: string, key: string): Promise<null> {
  return api.post('/bookings/{id}/leave', { path: { id }, body: {}, key });
}

export function inviteCompanion(id: string, key: string): Promise<Invite> {
  return api.post('/bookings/{id}/invites', { path: { id }, body: {}, key });
}

/** What an invitation is to. */
export function useInvite(token: string) {
  return useQuery({
    queryKey: ['invite', token],
    queryFn: () => api.get('/invites/{token}', { path: { token } }),
  });
}

export function acceptInvite(token: string, key: string): Promise<Booking> {
  return api.post('/invites/{token}/accept', { path: { token }, body: {}, key });
}

/** Shows a changed booking everywhere. */
export async function bookingChanged(booking: Booking | null): Promise<void> {
  if (booking !== null) queryClient.setQueryData(['booking', booking.id], booking);
  await Promise.all(
    ['bookings', 'home', 'venue-day', 'venue-days', 'venue', 'centre', 'me'].map((name) =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
}
