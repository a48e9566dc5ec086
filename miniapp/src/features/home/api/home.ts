import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { KEPT } from '@/lib/query';
import { useSignedIn } from '@/lib/session';

/** What is on in a community today, and the reader's own next thing. */
export function useHome(community: string | null) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['home', community, signedIn],
    queryFn: () => api.get('/home', { query: { community } }),
    enabled: community !== null,
    meta: KEPT,
  });
}

/** The community's centres, asked for when nothing is free today any more. */
export function useCentresOf(community: string) {
  return useQuery({
    queryKey: ['centres', 'of', community],
    queryFn: () => api.get('/centres', { query: { community } }),
    meta: KEPT,
  });
}
