import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Home } from '@/lib/api/types';
import { KEPT } from '@/lib/query';
import { useSignedIn } from '@/lib/session';

/** What is on in a community today, and the reader's own next thing. */
export function useHome(community: string | null) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['home', community, signedIn],
    queryFn: () => api.get<Home>('/home', { query: { community } }),
    enabled: community !== null,
    meta: KEPT,
  });
}
