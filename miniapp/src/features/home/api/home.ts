import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { TopicCard } from '@/lib/api/halls';
import type { Paged } from '@/lib/api/types';
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

/** The reader's next task, null when there is none. */
export function useNextService() {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['next-service'],
    queryFn: () => api.get('/me/next-service'),
    enabled: signedIn,
    meta: KEPT,
  });
}

/** The community's shifts that have places, soonest first. */
export function useWantedShifts(community: string) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['shifts', 'wanted', community, signedIn],
    queryFn: () => api.get('/tasks', { query: { community, open: '1', limit: 6 } }),
    meta: KEPT,
  });
}

/** What the community is deciding, newest first. */
export function useHallTopics(community: string) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['home-topics', community, signedIn],
    queryFn: () => api.get<Paged<TopicCard>>('/halls/{community}/topics', { path: { community } }),
    meta: KEPT,
  });
}
