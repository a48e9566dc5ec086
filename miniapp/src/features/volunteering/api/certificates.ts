import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Schemas } from '@/lib/api/contract';
import { KEPT, queryClient } from '@/lib/query';
import type { Certificate } from './types';

/** The reader's certificates, and what a new one could be about. */
export function useCertificates() {
  return useQuery({
    queryKey: ['certificates'],
    queryFn: () => api.get('/me/certificates'),
    meta: KEPT,
  });
}

export function useCertificate(id: string) {
  return useQuery({
    queryKey: ['certificate', id],
    queryFn: () => api.get('/certificates/{id}', { path: { id } }),
    meta: KEPT,
  });
}

export type CertificateWish = Schemas['RequestCertificateBody'];

export function askForCertificate(wish: CertificateWish, key: string): Promise<Certificate> {
  return api.post('/me/certificates', { body: wish, key });
}

/** Where a certificate's PDF can be fetched for a short while. */
export async function certificateLink(id: string): Promise<string> {
  return (await api.get('/certificates/{id}/link', { path: { id } })).path;
}

/** What anyone may know who holds number and code; nothing is asked before both are there. */
export function useCertificateCheck(asked: { number: string; code: string } | null) {
  return useQuery({
    queryKey: ['certificate-check', asked],
    queryFn: () => api.get('/certificates/check', { query: asked ?? { number: '', code: '' } }),
    enabled: asked !== null,
    staleTime: 0,
  });
}

export async function certificatesChanged(): Promise<void> {
  await Promise.all(
    ['certificates', 'certificate'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
