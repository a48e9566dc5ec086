import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { DESK } from './desk';

const LIVE_EVERY_MS = 5_000;

/** Patrols that go on now, with where each was last; asked every five seconds while `shown`. */
export function useLivePatrols(code: string, shown: boolean) {
  return useQuery({
    queryKey: [DESK, 'live', code],
    queryFn: () => api.get('/staff/divisions/{code}/patrols/live', { path: { code } }),
    staleTime: 0,
    refetchInterval: shown ? LIVE_EVERY_MS : false,
  });
}

/** One patrol: when it was, its checkpoints, what it is worth. */
export function usePatrol(id: string) {
  return useQuery({
    queryKey: [DESK, 'patrol', id],
    queryFn: () => api.get('/patrols/{id}', { path: { id } }),
  });
}

/** Its way, for the map; null without a patrol. */
export function usePatrolLine(id: string | null) {
  return useQuery({
    queryKey: [DESK, 'patrol-line', id],
    queryFn: () => api.get('/patrols/{id}/line', { path: { id: id ?? '' } }),
    enabled: id !== null,
    staleTime: 60_000,
  });
}

/** Where the track can be fetched for a short while. */
export async function gpxLink(id: string): Promise<string> {
  return (await api.get('/patrols/{id}/gpx-link', { path: { id } })).path;
}
