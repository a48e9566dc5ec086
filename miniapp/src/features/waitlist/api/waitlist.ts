import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { WaitlistEntry } from '@/lib/api/types';
import { KEPT, queryClient } from '@/lib/query';

/** The runs the reader queues for. */
export function useWaitlist() {
  return useQuery({
    queryKey: ['waitlist'],
    queryFn: () => api.get('/me/waitlist'),
    meta: KEPT,
  });
}

export function leaveWaitlist(id: string, key: string): Promise<WaitlistEntry> {
  return api.post('/waitlist/{id}/leave', { path: { id }, body: {}, key });
}

export async function waitlistChanged(): Promise<void> {
  await Promise.all(
    ['waitlist', 'venue-day'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
