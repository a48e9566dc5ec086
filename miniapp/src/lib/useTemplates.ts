import { useQuery } from '@tanstack/react-query';
import { api } from './api/client';
import { isWeapp } from './platform';
import { useSignedIn } from './session';

/** The messages WeChat may be asked to send. */
export function useTemplates() {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['subscribe-templates'],
    queryFn: () => api.get('/me/subscriptions/templates'),
    enabled: signedIn && isWeapp,
    staleTime: Infinity,
  });
}
