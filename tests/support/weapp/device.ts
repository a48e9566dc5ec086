import { toWgs84, type Place } from '@jiefang/shared/geo';
import type { BridgeCalls, PhoneFix, PhoneMove } from './bridge-types.js';

/** A call of `wx` the mini-program made, in order. */
export interface WxCall {
  api: string;
  options: Record<string, unknown>;
}

/** Where a phone is, and what it says about it. */
export type PhonePlace = Place & Partial<Pick<PhoneFix, 'accuracy' | 'altitude' | 'speed'>>;

/** The person with the phone, and WeChat behind it: what they answer when the mini-program asks. May be changed at any time. */
export interface WeappPerson {
  /** Code for `wx.login`; throws to refuse. */
  login: () => Promise<string> | string;
  /** Code for a button with `open-type="getPhoneNumber"`; null when the person declines. */
  phone: () => Promise<string | null> | string | null;
  /** Where the phone is (GCJ-02, metres), or null when the person does not allow it. */
  location: PhonePlace | null;
  /** Whether the person lets the mini-program follow the phone while another app is open. */
  followInBackground: boolean;
  /** Answer to each subscribe-message template. */
  subscribe: (templateId: string) => 'accept' | 'reject' | 'ban';
  /** Pictures to choose, as data addresses; null when the person cancels. */
  images: string[] | null;
  /** The file to choose out of a chat, as a data address; null when the person cancels. */
  file: { name: string; path: string } | null;
}

/** Someone who allows everything but has no account yet: `login` must be given for tests that log in. */
export function defaultPerson(): WeappPerson {
  return {
    login: () => {
      throw new Error('This test gave the phone nobody to log in as');
    },
    phone: () => null,
    location: { latitude: 24.5108, longitude: 117.6471 },
    followInBackground: true,
    subscribe: () => 'accept',
    images: [
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    ],
    file: null,
  };
}

/** A WeChat person whose codes come from the simulated WeChat at `weChatUrl`. */
export function simulatedPerson(weChatUrl: string, openid: string, phone: string | null): WeappPerson {
  const code = async (kind: 'login' | 'phone'): Promise<string> => {
    const response = await fetch(`${weChatUrl}/__fake/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid, kind, ...(phone ? { phone } : {}) }),
    });
    if (!response.ok) throw new Error(`The simulated WeChat gave no code: ${response.status}`);
    return ((await response.json()) as { code: string }).code;
  };
  return { ...defaultPerson(), login: () => code('login'), phone: () => (phone ? code('phone') : null) };
}

/** A place of the phone in both systems, as WeChat tells it. */
export function moveTo({
  latitude,
  longitude,
  accuracy = 30,
  altitude = 0,
  speed = 0,
}: PhonePlace): PhoneMove {
  const more = { accuracy, altitude, speed };
  const gcj02 = { latitude, longitude };
  return { gcj02: { ...gcj02, ...more }, wgs84: { ...toWgs84(gcj02), ...more } };
}

const refusal = (error: unknown): { fail: string } => ({
  fail: error instanceof Error ? error.message : String(error),
});

/** Answers one of the phone's questions for the person. */
export async function answerFor(
  person: WeappPerson,
  name: 'login' | 'phone' | 'location' | 'follow' | 'subscribe' | 'images' | 'file',
  payload: unknown,
): Promise<BridgeCalls[typeof name]['out']> {
  try {
    switch (name) {
      case 'login':
        return { code: await person.login() };
      case 'phone': {
        const code = await person.phone();
        return code === null ? { fail: 'user deny' } : { code };
      }
      case 'location':
        return person.location === null
          ? { fail: 'auth deny' }
          : moveTo(person.location)[(payload as BridgeCalls['location']['in']).type];
      case 'follow': {
        const { background } = payload as BridgeCalls['follow']['in'];
        return person.location === null || (background && !person.followInBackground)
          ? { fail: 'auth deny' }
          : { ok: true };
      }
      case 'subscribe': {
        const { tmplIds } = payload as BridgeCalls['subscribe']['in'];
        return Object.fromEntries(tmplIds.map((id) => [id, person.subscribe(id)]));
      }
      case 'images': {
        const { count } = payload as BridgeCalls['images']['in'];
        return person.images ? { paths: person.images.slice(0, count) } : { fail: 'cancel' };
      }
      case 'file':
        return person.file ?? { fail: 'cancel' };
    }
  } catch (error) {
    return refusal(error);
  }
}
