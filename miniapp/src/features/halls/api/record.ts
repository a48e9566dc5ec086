import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { KEPT } from '@/lib/query';
import type { RecordPage } from './types';

/** What happened to a topic, newest first, as it stands on its record. */
export function useRecord(topicId: string) {
  return useInfiniteQuery({
    queryKey: ['record', topicId],
    queryFn: ({ pageParam }) =>
      api.get<RecordPage>('/topics/{id}/record', { path: { id: topicId }, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: KEPT,
  });
}

/** Path of the whole record as one file, one entry a line. */
export function recordPath(topicId: string): string {
  return `/api/v1/topics/${encodeURIComponent(topicId)}/record.ndjson`;
}
