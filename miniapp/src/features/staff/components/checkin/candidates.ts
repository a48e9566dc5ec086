import type { ApiError } from '@/lib/api/error';
import type { CheckInCandidate } from '../../api/types';

/** The bookings that typed digits fit, when the refusal brings several; [] otherwise. */
export function candidatesOf(error: ApiError): CheckInCandidate[] {
  if (error.code !== 'CHECK_IN_AMBIGUOUS' || typeof error.body !== 'object' || error.body === null) return [];
  const { candidates } = error.body as { candidates?: unknown };
  return Array.isArray(candidates) ? (candidates as CheckInCandidate[]) : [];
}
