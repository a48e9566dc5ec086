import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Listed } from '@/lib/api/types';
import { HALL_DESK } from './desk';
import type { HallRole, HallRoleGrant } from './types';

/** The divisions right below one; they hardly ever change. */
export function useDivisionsBelow(code: string) {
  return useQuery({
    queryKey: ['divisions', code],
    queryFn: () => api.get('/divisions', { query: { parent: code } }),
    staleTime: Infinity,
  });
}

export function useHallSettings(code: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'settings', code],
    queryFn: () => api.get('/staff/divisions/{code}/hall', { path: { code } }),
  });
}

export function saveHallSettings(
  { code, ...body }: { code: string; endorseThreshold: number },
  key: string,
): Promise<{ endorseThreshold: number }> {
  return api.put('/staff/divisions/{code}/hall', { path: { code }, body, key });
}

/** Who speaks in this hall as what. */
export function useHallRoles(code: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'hall-roles', code],
    queryFn: () => api.get('/staff/divisions/{code}/hall-roles', { path: { code } }),
  });
}

export function grantHallRole(
  { code, ...body }: { code: string; phone: string; role: HallRole },
  key: string,
): Promise<Listed<HallRoleGrant>> {
  return api.post('/staff/divisions/{code}/hall-roles', { path: { code }, body, key });
}

export function removeHallRole(
  { code, ...body }: { code: string; personId: string; role: HallRole },
  key: string,
): Promise<Listed<HallRoleGrant>> {
  return api.post('/staff/divisions/{code}/hall-roles/remove', {
    path: { code },
    body,
    key,
  });
}
