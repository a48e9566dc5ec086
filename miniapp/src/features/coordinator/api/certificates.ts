import { api } from '@/lib/api/client';
import type { StaffCertificate } from './types';

/** What staff decide about a certificate. Who answers for it and how to reach them is printed on it. */
export type CertificateDeed =
  | { do: 'issue'; responsible: string; contact: string }
  | { do: 'decline'; reason: string }
  | { do: 'revoke'; reason: string };

export function actOnCertificate(id: string, deed: CertificateDeed, key: string): Promise<StaffCertificate> {
  const { do: act, ...body } = deed;
  return api.post<StaffCertificate>(`/staff/certificates/{id}/${act}`, { path: { id }, body, key });
}
