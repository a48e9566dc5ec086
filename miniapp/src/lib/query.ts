import { QueryClient } from '@tanstack/react-query';

/** Queries carrying this meta are kept on the device and shown, with their time, when there is no network. */
export const KEPT = { kept: true } as const;

/** Data is fresh for this long; coming back to a page within it asks nobody. */
const FRESH_MS = 15_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The API client itself repeats what may be repeated.
      retry: false,
      staleTime: FRESH_MS,
      gcTime: 30 * 60_000,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
