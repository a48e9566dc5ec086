import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Closure, Listed } from '@/lib/api/types';
import type {
  CentreDraft,
  ClosureDone,
  PlacedBooking,
  StaffCentre,
  StaffClosure,
  StaffVenue,
  VenueDraft,
} from './types';

/** A centre as its form shows it, with its venues. */
export function useStaffCentre(id: string | null) {
  return useQuery({
    queryKey: ['staff', 'centre', id],
    queryFn: () => api.get<StaffCentre>('/staff/centres/{id}', { path: { id: id ?? '' } }),
    enabled: id !== null,
  });
}

/** A venue as its form shows it. */
export function useStaffVenue(id: string | null) {
  return useQuery({
    queryKey: ['staff', 'venue', id],
    queryFn: () => api.get<StaffVenue>('/staff/venues/{id}', { path: { id: id ?? '' } }),
    enabled: id !== null,
  });
}

/** An edit of what was read as `version`; `confirmOutsideHours` keeps the bookings that new hours leave outside. */
interface Edit<Draft> {
  id: string;
  version: number;
  draft: Draft;
  confirmOutsideHours: boolean;
}

/** Saves a venue. STALE_VERSION when somebody else saved it meanwhile. */
export function saveVenue({ id, version, draft, confirmOutsideHours }: Edit<VenueDraft>, key: string) {
  const body = { version, ...draft, ...(confirmOutsideHours ? { confirmOutsideHours } : {}) };
  return api.put<StaffVenue>('/staff/venues/{id}', { path: { id }, body, key });
}

/** Adds a venue to a centre. */
export function createVenue(centreId: string, draft: VenueDraft, key: string) {
  return api.post<StaffVenue>('/staff/centres/{id}/venues', { path: { id: centreId }, body: draft, key });
}

/** Saves a centre. STALE_VERSION when somebody else saved it meanwhile. */
export function saveCentre({ id, version, draft, confirmOutsideHours }: Edit<CentreDraft>, key: string) {
  const body = { version, ...draft, ...(confirmOutsideHours ? { confirmOutsideHours } : {}) };
  return api.put<StaffCentre>('/staff/centres/{id}', { path: { id }, body, key });
}

/** Opens a centre in a division. */
export function createCentre(code: string, draft: CentreDraft, key: string) {
  return api.post<StaffCentre>('/staff/divisions/{code}/centres', { path: { code }, body: draft, key });
}

/** Closures of a centre that are not over, by their start. */
export function useClosures(centreId: string) {
  return useQuery({
    queryKey: ['staff', 'closures', centreId],
    queryFn: () => api.get<Listed<StaffClosure>>('/staff/centres/{id}/closures', { path: { id: centreId } }),
  });
}

/** Closing a whole centre (venueId null) or one venue. */
export interface ClosureWish {
  venueId: string | null;
  startsAt: string;
  endsAt: string;
  reason: string;
}

/** Which bookings a closure would cancel; changes nothing. */
export async function previewClosure(centreId: string, wish: ClosureWish): Promise<PlacedBooking[]> {
  const { venueId, startsAt, endsAt } = wish;
  const { bookings } = await api.post<{ bookings: PlacedBooking[] }>('/staff/centres/{id}/closures/preview', {
    path: { id: centreId },
    body: { venueId, startsAt, endsAt },
  });
  return bookings;
}

/** Closes: cancels and tells the bookings in the way. */
export function close(centreId: string, wish: ClosureWish, key: string): Promise<ClosureDone> {
  return api.post<ClosureDone>('/staff/centres/{id}/closures', { path: { id: centreId }, body: wish, key });
}

/** Opens again from now on. */
export function endClosure(id: string, key: string): Promise<Closure> {
  return api.post<Closure>('/staff/closures/{id}/end', { path: { id }, body: {}, key });
}
