import type { CoordinateSystem } from '@jiefang/shared/geo';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { KEPT, queryClient } from '@/lib/query';
import type { Office } from '../recorder/courier';
import type { Consent, Patrol, Route } from './types';

/** The claim that is walked. */
export function useClaim(id: string) {
  return useQuery({
    queryKey: ['claim', id],
    queryFn: () => api.get('/claims/{id}', { path: { id } }),
    enabled: id !== '',
    meta: KEPT,
  });
}

/** The planned way of the claim's task; null where there is none. Kept, so that it is there without a network. */
export function useRoute(taskId: string | undefined) {
  return useQuery({
    queryKey: ['patrol-route', taskId],
    queryFn: async (): Promise<Route | null> =>
      (await api.get('/tasks/{id}', { path: { id: taskId ?? '' } })).route,
    enabled: taskId !== undefined,
    staleTime: 10 * 60_000,
    meta: KEPT,
  });
}

/** What was agreed to about tracks. */
export function useTrackConsent(wanted: boolean) {
  return useQuery({
    queryKey: ['consents'],
    queryFn: () => api.get('/me/consents'),
    enabled: wanted,
    select: ({ items }): Consent | null => items.find((one) => one.purpose === 'track') ?? null,
  });
}

export function agreeToTracks(version: number, key: string): Promise<Consent> {
  return api.post('/me/consents/{purpose}', { path: { purpose: 'track' }, body: { version }, key });
}

/** A patrol as the server has it; asked again every few seconds while `watching`. */
export function usePatrol(id: string | null, watching: boolean) {
  return useQuery({
    queryKey: ['patrol', id],
    queryFn: () => api.get('/patrols/{id}', { path: { id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: watching ? 5_000 : false,
  });
}

/** The way as the server has it, simplified. */
export function usePatrolLine(id: string | null) {
  return useQuery({
    queryKey: ['patrol-line', id],
    queryFn: () => api.get('/patrols/{id}/line', { path: { id: id ?? '' } }),
    enabled: id !== null,
  });
}

export interface Start {
  claimId: string;
  device: string;
  coordinateSystem: CoordinateSystem;
  consentVersion: number;
}

export function startPatrol({ claimId, ...body }: Start, key: string): Promise<Patrol> {
  return api.post('/claims/{id}/patrol', { path: { id: claimId }, body, key });
}

/** A checkpoint by the code that is shown there: scanned, or six digits. */
export function scanCheckpoint(
  { id, no, qr }: { id: string; no: number; qr: string },
  key: string,
): Promise<Patrol> {
  return api.post('/patrols/{id}/checkpoints', { path: { id }, body: { no, qr }, key });
}

/** A signed path of the track as GPX; good for ten minutes. */
export async function gpxPath(id: string): Promise<string> {
  return (await api.get('/patrols/{id}/gpx-link', { path: { id } })).path;
}

/** Shows everywhere that a patrol began or ended. */
export async function patrolChanged(claimId: string): Promise<void> {
  const names = [['claim', claimId], ['claims'], ['next-service'], ['home'], ['patrol'], ['patrol-line']];
  await Promise.all(names.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** The server as the recorder sees it. */
export const office: Office = {
  read: (id) => api.get('/patrols/{id}', { path: { id } }),
  sendPoints: async (id, device, { firstSeq, points }) => {
    await api.post('/patrols/{id}/points', { path: { id }, body: { device, firstSeq, points } });
  },
  sendStep: (id, step, lastSeq) => {
    const { at, key } = step;
    if (step.kind !== 'finish') {
      return api.post<Patrol>(`/patrols/{id}/${step.kind}`, { path: { id }, body: { at }, key });
    }
    const note = step.note === '' ? {} : { note: step.note };
    return api.post('/patrols/{id}/finish', { path: { id }, body: { at, lastSeq, ...note }, key });
  },
  takeOver: (id, device, key) => api.post('/patrols/{id}/take-over', { path: { id }, body: { device }, key }),
};
