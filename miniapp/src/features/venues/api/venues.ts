import { addDays } from '@jiefang/shared/time';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Booking, WaitlistEntry } from '@/lib/api/types';
import { KEPT } from '@/lib/query';
import { useSignedIn } from '@/lib/session';

/** Which centres: of a community, near a place ('lat,lng' in GCJ-02), or by name; with one tag or any. */
export interface CentreWish {
  community?: string | undefined;
  near?: string | undefined;
  q?: string | undefined;
  tag?: string | undefined;
}

/** Centres, page by page. */
export function useCentres(wish: CentreWish) {
  return useInfiniteQuery({
    queryKey: ['centres', wish],
    queryFn: ({ pageParam }) => api.get('/centres', { query: { ...wish, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    meta: KEPT,
  });
}

/** A centre's home page. */
export function useCentre(id: string) {
  return useQuery({
    queryKey: ['centre', id],
    queryFn: () => api.get('/centres/{id}', { path: { id } }),
    meta: KEPT,
  });
}

/** A venue with its rules, and what they mean for the reader. */
export function useVenue(id: string) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['venue', id, signedIn],
    queryFn: () => api.get('/venues/{id}', { path: { id } }),
    meta: KEPT,
  });
}

/** How often an open day is looked at again while it is on screen. */
const DAY_EVERY_MS = 20_000;

/** One day of a venue, unit by unit. */
export function useVenueDay(id: string, date: string | null) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['venue-day', id, date, signedIn],
    queryFn: () => api.get('/venues/{id}/days/{date}', { path: { id, date: date ?? '' } }),
    enabled: date !== null,
    staleTime: 5_000,
    refetchInterval: DAY_EVERY_MS,
    meta: KEPT,
  });
}

const DAYS_AT_ONCE = 14;

/** How full the days from `from` to `to` are; asked for by fortnights. */
export function useDaySummaries(id: string, from: string | undefined, to: string | undefined) {
  return useQuery({
    queryKey: ['venue-days', id, from, to],
    queryFn: async () => {
      const starts: string[] = [];
      for (let day = from ?? ''; day <= (to ?? ''); day = addDays(day, DAYS_AT_ONCE)) starts.push(day);
      const parts = await Promise.all(
        starts.map((start) =>
          api.get('/venues/{id}/days', {
            path: { id },
            query: { from: start, count: DAYS_AT_ONCE },
          }),
        ),
      );
      return parts.flatMap((part) => part.items);
    },
    enabled: from !== undefined && to !== undefined,
  });
}

/** What is asked of a venue: a run, what for, how many people. */
export interface BookingWish {
  venueId: string;
  startsAt: string;
  endsAt: string;
  purpose: string;
  attendees: number;
}

/** Books a run. */
export function createBooking(wish: BookingWish, key: string): Promise<Booking> {
  return api.post('/bookings', { body: wish, key });
}

/** Queues for a run that is taken. */
export function joinWaitlist(wish: BookingWish, key: string): Promise<WaitlistEntry> {
  return api.post('/waitlist', { body: wish, key });
}
