import type { SpeakerRole, Stance } from '@jiefang/shared/topics';
import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { HALL_DESK } from './desk';
import type { Meeting, MeetingCard, Sentence, SignInCode, TopicMinutes } from './types';

const PEOPLE_EVERY_MS = 15_000;
/** A code is asked for this much after the last one ran out, so that the server has the next one. */
const CODE_SLACK_MS = 300;

export function useTopicMeetings(topicId: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'meetings', topicId],
    queryFn: () => api.get('/topics/{id}/meetings', { path: { id: topicId } }),
  });
}

const oneMeeting = (id: string) => ({
  queryKey: [HALL_DESK, 'meeting', id],
  queryFn: () => api.get('/meetings/{id}', { path: { id } }),
});

/** One meeting with who came and what was said; looked at again every few seconds while `live`. */
export function useMeeting(id: string, live = false) {
  return useQuery({ ...oneMeeting(id), refetchInterval: live ? PEOPLE_EVERY_MS : false });
}

/** Several meetings with what was said there, as far as they are known. */
export function useMeetingsInFull(cards: readonly MeetingCard[]): Meeting[] {
  return useQueries({ queries: cards.map(({ id }) => oneMeeting(id)) }).flatMap(({ data }) => data ?? []);
}

/** A code with the instant it ends by this device's clock (epoch milliseconds). */
export type CodeHere = SignInCode & { endsAtHere: number };

/** The rotating code of a meeting; renewed as it runs out while `live`. */
export function useSignInCode(meetingId: string, live: boolean) {
  return useQuery({
    queryKey: [HALL_DESK, 'code', meetingId],
    queryFn: async (): Promise<CodeHere> => {
      const code = await api.get('/staff/meetings/{id}/sign-in-code', {
        path: { id: meetingId },
      });
      return { ...code, endsAtHere: Date.now() + Date.parse(code.expiresAt) - Date.parse(code.serverTime) };
    },
    staleTime: 0,
    gcTime: 0,
    enabled: live,
    refetchInterval: ({ state: { data, error } }) => {
      if (error !== null || data === undefined) return 5_000;
      return Math.max(1_000, data.endsAtHere - Date.now() + CODE_SLACK_MS);
    },
  });
}

export interface MeetingCall {
  topicId: string;
  startsAt: string;
  endsAt: string;
  place: string;
  agenda: string;
}
export function callMeeting({ topicId, ...body }: MeetingCall, key: string): Promise<MeetingCard> {
  return api.post('/staff/topics/{id}/meetings', { path: { id: topicId }, body, key });
}

export type MeetingDeed =
  | { do: 'cancel'; reason: string }
  | { do: 'close' }
  | { do: 'attendees'; name: string; role: SpeakerRole }
  | {
      do: 'speeches';
      attendeeId?: string;
      speakerName?: string;
      role: SpeakerRole;
      stance: Stance;
      text: string;
      attachmentIds: string[];
    };
export function actOnMeeting(id: string, deed: MeetingDeed, key: string): Promise<unknown> {
  const { do: act, ...body } = deed;
  return api.post<unknown>(`/staff/meetings/{id}/${act}`, { path: { id }, body, key });
}

export function useTopicMinutes(topicId: string) {
  return useQuery({
    queryKey: [HALL_DESK, 'minutes', topicId],
    queryFn: () => api.get('/topics/{id}/minutes', { path: { id: topicId } }),
    staleTime: 0,
  });
}

export interface MinutesDraft {
  topicId: string;
  /** The version that was seen; 0 when there was none. */
  no: number;
  sentences: Sentence[];
  minority: Sentence[];
}
/** Saves the minutes; STALE_VERSION when somebody else saved them meanwhile. */
export function saveMinutes({ topicId, no, ...draft }: MinutesDraft, key: string): Promise<TopicMinutes> {
  const bare = (sentences: readonly Sentence[]) =>
    sentences.map(({ text, cites }) => ({ text, cites: cites.map(({ kind, id }) => ({ kind, id })) }));
  return api.put('/staff/topics/{id}/minutes', {
    path: { id: topicId },
    body: { no, sentences: bare(draft.sentences), minority: bare(draft.minority) },
    key,
  });
}

export function sendMinutes(topicId: string, key: string): Promise<unknown> {
  return api.post('/staff/topics/{id}/minutes/send', { path: { id: topicId }, body: {}, key });
}

export interface PaperConfirmation {
  attendeeId: string;
  photoId: string;
  agrees: boolean;
  comment?: string;
}
export function confirmOnPaper({ attendeeId, ...body }: PaperConfirmation, key: string): Promise<unknown> {
  return api.post('/staff/attendees/{id}/confirm-on-paper', { path: { id: attendeeId }, body, key });
}
