import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Listed } from '@/lib/api/types';
import { KEPT, queryClient } from '@/lib/query';
import { useSignedIn } from '@/lib/session';
import type { Meeting, MeetingCard } from './types';

const oneMeeting = (id: string, signedIn: boolean) => ({
  queryKey: ['meeting', id, signedIn],
  queryFn: () => api.get<Meeting>('/meetings/{id}', { path: { id } }),
  meta: KEPT,
});

export function useMeetings(topicId: string, wanted: boolean) {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['meetings', topicId, signedIn],
    queryFn: () => api.get<Listed<MeetingCard>>('/topics/{id}/meetings', { path: { id: topicId } }),
    enabled: wanted,
    meta: KEPT,
  });
}

export function useMeeting(id: string) {
  return useQuery(oneMeeting(id, useSignedIn()));
}

/** In which meeting each speech of these meetings was made. */
export function useSpeechPlaces(meetings: readonly MeetingCard[]): Map<string, string> {
  const signedIn = useSignedIn();
  const answers = useQueries({ queries: meetings.map(({ id }) => oneMeeting(id, signedIn)) });
  return new Map(
    answers.flatMap(({ data }) =>
      data === undefined ? [] : data.speeches.map((speech) => [speech.id, data.id] as const),
    ),
  );
}

/** Signs the reader in with what the code in the room says. */
export function signIn({ id, qr }: { id: string; qr: string }, key: string): Promise<unknown> {
  return api.post<unknown>('/meetings/{id}/sign-in', { path: { id }, body: { qr }, key });
}

export async function meetingChanged(): Promise<void> {
  await Promise.all(
    ['meeting', 'meetings', 'topic'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
