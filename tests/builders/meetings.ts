import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { MinutesClosing } from '@jiefang/bff/halls/meetings/minutes-closing';
import type { TestApp } from '../support/app.js';

export interface MeetingBody {
  id: string;
  status: string;
  signedIn: boolean | null;
  attendees: { id: string; name: string; role: string; method: string }[] & number;
  speeches: { id: string; no: number; speaker: string; text: string | null; attachments: object[] }[] &
    number;
}

export interface MinutesBody {
  minutes: {
    no: number;
    status: string;
    sentences: { text: string; cites: { kind: string; id: string; label: string }[] }[];
    minority: { text: string; cites: { kind: string; id: string; label: string }[] }[];
    confirmUntil: string | null;
    confirmations: {
      attendeeId: string;
      name: string;
      agrees: boolean | null;
      comment: string | null;
      method: string | null;
    }[];
    mine: string | null;
  } | null;
  minorityNeeded: boolean;
}

/** Tuesday 2026-11-24, 19:00 to 20:30 in Shanghai. */
export const MEETING = {
  startsAt: '2026-11-24T11:00:00Z',
  endsAt: '2026-11-24T12:30:00Z',
  place: '党群服务中心二楼',
  agenda: '充电棚建在哪里，谁来管。',
};

/** Calls a meeting as staff do. Returns its public id. */
export async function callMeeting(
  app: TestApp,
  moderator: number,
  topicId: number,
  change: object = {},
): Promise<string> {
  const path = `/staff/topics/${encodeId('topic', topicId)}/meetings`;
  const answer = await app.as(moderator).post(path, { ...MEETING, ...change });
  if (answer.status !== 201) throw new Error(`no meeting: ${answer.status} ${answer.text}`);
  return (answer.body as { id: string }).id;
}

/** Scans the code that staff show at this moment. */
export async function signIn(
  app: TestApp,
  moderator: number,
  meetingId: string,
  person: number,
): Promise<void> {
  const code = await app.as(moderator).get(`/staff/meetings/${meetingId}/sign-in-code`).expect(200);
  const { qr } = code.body as { qr: string };
  await app.as(person).post(`/meetings/${meetingId}/sign-in`, { qr }).expect(200);
}

/** Lets the time in which minutes are confirmed run out. */
export function runMinutesClock(app: TestApp): Promise<void> {
  return app.app.get(MinutesClosing).run();
}
