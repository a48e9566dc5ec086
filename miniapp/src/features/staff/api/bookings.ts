import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Venue, VenueDay } from '@/lib/api/types';
import { KEPT } from '@/lib/query';
import type { Board, BoardBooking, PlacedBooking } from './types';

const BOARD_EVERY_MS = 30_000;

/** One day of a centre, venue by venue. */
export function useBoard(id: string, date: string) {
  return useQuery({
    queryKey: ['staff', 'board', id, date],
    queryFn: () => api.get<Board>('/staff/centres/{id}/board', { path: { id }, query: { date } }),
    refetchInterval: BOARD_EVERY_MS,
    meta: KEPT,
  });
}

/** What staff may do to one booking. `cancel` takes a confirmed booking back for the centre's own reasons. */
export type BookingDeed =
  | { do: 'approve' }
  | { do: 'reject'; reason: string }
  | { do: 'cancel'; reason: string }
  | { do: 'mark-no-show' }
  | { do: 'check-in'; manualCode: string }
  | { do: 'check-in'; identityChecked: true };

/** Does it to the booking and answers with the booking as it is now. */
export function actOnBooking(id: string, deed: BookingDeed, key: string): Promise<BoardBooking> {
  const { do: act, ...body } = deed;
  return api.post<BoardBooking>(`/staff/bookings/{id}/${act}`, { path: { id }, body, key });
}

/** What was scanned, or the digits that were read out. */
export type CheckInWish = { qr: string } | { manualCode: string };

/** Checks in at a centre. Refused with CHECK_IN_AMBIGUOUS and `candidates` when the digits fit several bookings. */
export async function checkInAt(centreId: string, wish: CheckInWish, key: string): Promise<PlacedBooking> {
  const { booking } = await api.post<{ booking: PlacedBooking }>('/staff/centres/{id}/check-in', {
    path: { id: centreId },
    body: wish,
    key,
  });
  return booking;
}

/** A booking that staff make for someone on the phone or at the counter. */
export interface DeskWish {
  venueId: string;
  startsAt: string;
  endsAt: string;
  purpose: string;
  attendees: number;
  channel: 'phone' | 'counter';
  contactName: string;
  contactPhone: string;
  unitName?: string;
}

/** Books on behalf; a known phone makes it that person's booking. */
export function bookAtDesk({ venueId, ...body }: DeskWish, key: string): Promise<BoardBooking> {
  return api.post<BoardBooking>('/staff/venues/{id}/bookings', { path: { id: venueId }, body, key });
}

/** A venue as residents see it: its rules and which days may be booked. */
export function useDeskVenue(id: string | null) {
  return useQuery({
    queryKey: ['staff', 'desk-venue', id],
    queryFn: () => api.get<Venue>('/venues/{id}', { path: { id: id ?? '' } }),
    enabled: id !== null,
  });
}

/** One day of a venue, unit by unit. */
export function useDeskDay(id: string | null, date: string) {
  return useQuery({
    queryKey: ['staff', 'desk-day', id, date],
    queryFn: () => api.get<VenueDay>('/venues/{id}/days/{date}', { path: { id: id ?? '', date } }),
    enabled: id !== null,
    staleTime: 5_000,
    refetchInterval: BOARD_EVERY_MS,
  });
}
