import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Residency } from '@/lib/api/types';
import { queryClient } from '@/lib/query';

/** Every claim the reader made, newest first. */
export function useResidencies() {
  return useQuery({
    queryKey: ['residencies'],
    queryFn: () => api.get('/me/residencies'),
  });
}

export function useBuildings(community: string | null) {
  return useQuery({
    queryKey: ['buildings', community],
    queryFn: () => api.get('/residency/buildings', { query: { community } }),
    enabled: community !== null,
  });
}

export function useRooms(community: string | null, building: string) {
  return useQuery({
    queryKey: ['rooms', community, building],
    queryFn: () => api.get('/residency/rooms', { query: { community, building } }),
    enabled: community !== null && building !== '',
  });
}

export interface Claim {
  communityCode: string;
  building: string;
  room: string;
  name: string;
}

export function claimResidency(claim: Claim, key: string): Promise<Residency> {
  return api.post('/me/residencies', { body: claim, key });
}

export function endResidency(id: string, key: string): Promise<Residency> {
  return api.post('/me/residencies/{id}/end', { path: { id }, body: {}, key });
}

/** Reads again whatever a residency decides. */
export async function residencyChanged(): Promise<void> {
  await Promise.all(
    ['residencies', 'me', 'venue', 'home'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
