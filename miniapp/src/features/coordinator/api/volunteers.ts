import type { Training, UnitKind } from '@jiefang/shared/volunteering';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { DESK } from './desk';
import type { StaffUnit, StaffVolunteer } from './types';

/** Units that reported to a division or below it. */
export function useStaffUnits(code: string) {
  return useQuery({
    queryKey: [DESK, 'units', code],
    queryFn: () => api.get('/staff/divisions/{code}/units', { path: { code } }),
  });
}

export function createUnit(
  { code, ...body }: { code: string; name: string; kind: UnitKind },
  key: string,
): Promise<StaffUnit> {
  return api.post('/staff/divisions/{code}/units', { path: { code }, body, key });
}

/** A training that somebody passed; `expiresOn` null: for good. */
export interface TrainingPassed {
  personId: string;
  training: Training;
  passedOn: string;
  expiresOn: string | null;
}

export function recordTraining({ personId, ...body }: TrainingPassed, key: string): Promise<StaffVolunteer> {
  return api.post('/staff/volunteers/{personId}/trainings', { path: { personId }, body, key });
}

export function pauseVolunteer(
  { personId, ...body }: { personId: string; days: number; reason: string },
  key: string,
): Promise<StaffVolunteer> {
  return api.post('/staff/volunteers/{personId}/pauses', { path: { personId }, body, key });
}

export function liftPause(
  { id, reason }: { id: string; reason: string },
  key: string,
): Promise<StaffVolunteer> {
  return api.post('/staff/volunteer-pauses/{id}/lift', { path: { id }, body: { reason }, key });
}

/** What a guardian said at the counter. */
export function consentAtDesk(
  { personId, ...body }: { personId: string; guardianName: string; relation: string },
  key: string,
): Promise<StaffVolunteer> {
  return api.post('/staff/volunteers/{personId}/guardian-consent', { path: { personId }, body, key });
}
