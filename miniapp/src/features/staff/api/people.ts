import type { Role } from '@jiefang/shared/permissions';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Division, Listed, Pause } from '@/lib/api/types';
import type { StaffResidency, StaffRole, Unmasked } from './types';

/** A decision about a claim to a household; the resident reads the reason. */
export interface ResidencyDecision {
  id: string;
  decision: 'approve' | 'reject';
  reason: string;
}

/** Approves or refuses a claim. */
export function decideResidency(
  { id, decision, reason }: ResidencyDecision,
  key: string,
): Promise<StaffResidency> {
  return api.post<StaffResidency>(`/staff/residencies/{id}/${decision}`, {
    path: { id },
    body: { reason },
    key,
  });
}

/** Shows a claimant's name and phone in full; who looked and why is kept. */
export function unmaskResidency(id: string, purpose: string, key: string): Promise<Unmasked> {
  return api.post<Unmasked>('/staff/residencies/{id}/unmask', { path: { id }, body: { purpose }, key });
}

/** The answer to an appeal: upheld lifts the pause, dismissed keeps it. */
export interface AppealAnswer {
  pauseId: string;
  decision: 'upheld' | 'dismissed';
  reason: string;
}

/** Answers an appeal. */
export function decideAppeal({ pauseId, ...body }: AppealAnswer, key: string): Promise<Pause> {
  return api.post<Pause>('/staff/pauses/{id}/decide', { path: { id: pauseId }, body, key });
}

/** Who does what in a division and below. */
export function useRoles(code: string) {
  return useQuery({
    queryKey: ['staff', 'roles', code],
    queryFn: () => api.get<Listed<StaffRole>>('/staff/divisions/{code}/roles', { path: { code } }),
  });
}

/** Divisions right below one, for giving a role on one of them. */
export function useChildDivisions(code: string) {
  return useQuery({
    queryKey: ['divisions', code],
    queryFn: () => api.get<Listed<Division>>('/divisions', { query: { parent: code } }),
    staleTime: Infinity,
  });
}

/** Gives the person who bound this phone a role on a division. */
export function grantRole(
  wish: { code: string; phone: string; role: Role },
  key: string,
): Promise<StaffRole> {
  const { code, ...body } = wish;
  return api.post<StaffRole>('/staff/divisions/{code}/roles', { path: { code }, body, key });
}

/** Takes a role back. */
export function revokeRole(id: string, key: string): Promise<null> {
  return api.post<null>('/staff/roles/{id}/revoke', { path: { id }, body: {}, key });
}
