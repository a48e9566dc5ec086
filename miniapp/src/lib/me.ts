import { useQuery } from '@tanstack/react-query';
import { api } from './api/client';
import { KEPT } from './query';
import { useSignedIn } from './session';

/** Key of the signed-in person; set it with the `Me` that a write returns. */
export const ME = ['me'] as const;

/** The signed-in person; idle (no data) while nobody is. */
export function useMe() {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ME,
    queryFn: () => api.get('/me'),
    enabled: signedIn,
    meta: KEPT,
  });
}
