import type { ConsentPurpose } from '@jiefang/shared/volunteering';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Schemas } from '@/lib/api/contract';
import { KEPT, queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';
import type { Consent, GuardianRequest, Volunteer } from './types';

/** The pledge with everything the joining form asks. */
export function usePledge() {
  return useQuery({
    queryKey: ['pledge'],
    queryFn: () => api.get('/volunteering/pledge'),
    staleTime: 10 * 60_000,
    meta: KEPT,
  });
}

/** Units that reported to a community or to what lies above it. */
export function useUnits(community: string | null) {
  return useQuery({
    queryKey: ['units', community],
    queryFn: () => api.get('/units', { query: { community } }),
    enabled: community !== null,
  });
}

/** The reader as a volunteer; `volunteer` is null before they joined. */
export function useVolunteer() {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['volunteer'],
    queryFn: () => api.get('/me/volunteer'),
    enabled: signedIn,
    meta: KEPT,
  });
}

export type Joining = Schemas['JoinDto'];

export function joinVolunteers(joining: Joining, key: string): Promise<Volunteer> {
  return api.post('/me/volunteer', { body: joining, key });
}

/** `idNumber`: left out it stays, null takes it away. */
export type VolunteerChange = Schemas['UpdateVolunteerDto'];

export function changeVolunteer(change: VolunteerChange, key: string): Promise<Volunteer> {
  return api.put('/me/volunteer', { body: change, key });
}

export function leaveVolunteers(_input: null, key: string): Promise<Volunteer> {
  return api.post('/me/volunteer/leave', { body: {}, key });
}

/** Shows the volunteer as a write returned them; what may be claimed may have changed with it. */
export async function volunteerChanged(volunteer: Volunteer): Promise<void> {
  queryClient.setQueryData(['volunteer'], { volunteer });
  await Promise.all(['task', 'shifts'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
}

export function makeGuardianLink(_input: null, key: string): Promise<Schemas['GuardianLinkView']> {
  return api.post('/me/volunteer/guardian-link', { body: {}, key });
}

/** What a guardian is asked. */
export function useGuardianRequest(token: string) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['guardian-request', token, signedIn],
    queryFn: () => api.get('/guardian-requests/{token}', { path: { token } }),
  });
}

export function consentAsGuardian(
  input: { token: string; guardianName: string; relation: string },
  key: string,
): Promise<GuardianRequest> {
  const { token, ...body } = input;
  return api.post('/guardian-requests/{token}/consent', { path: { token }, body, key });
}

/** What the reader agreed to, purpose by purpose. */
export function useConsents() {
  return useQuery({
    queryKey: ['consents'],
    queryFn: () => api.get('/me/consents'),
    meta: KEPT,
  });
}

export function giveConsent(
  { purpose, version }: { purpose: ConsentPurpose; version: number },
  key: string,
): Promise<Consent> {
  return api.post('/me/consents/{purpose}', { path: { purpose }, body: { version }, key });
}

/** Takes a consent back; for tracks, those kept so far may go with it. */
export function withdrawConsent(
  { purpose, eraseTracks }: { purpose: ConsentPurpose; eraseTracks: boolean },
  key: string,
): Promise<Consent> {
  return api.post('/me/consents/{purpose}/withdraw', {
    path: { purpose },
    body: { eraseTracks },
    key,
  });
}

export async function consentsChanged(): Promise<void> {
  await Promise.all(
    ['consents', 'publication'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
