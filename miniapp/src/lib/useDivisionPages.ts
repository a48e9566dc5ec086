import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from './api/client';
import type { Paged } from './api/types';

/**
 * A list of a division that continues by cursor: `path` below /staff/divisions/{code}/, kept under `desk`, so that all of
 * a desk can be read again at once.
 */
export function useDivisionPages<Item>(
  desk: string,
  code: string,
  path: string,
  query: Record<string, string | null>,
) {
  return useInfiniteQuery({
    queryKey: [desk, path, code, query],
    queryFn: ({ pageParam }) =>
      api.get<Paged<Item>>(`/staff/divisions/{code}/${path}`, {
        path: { code },
        query: { ...query, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
