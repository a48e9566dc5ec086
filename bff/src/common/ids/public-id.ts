import Sqids from 'sqids';
import { DomainError } from '../errors/domain-error.js';

/** Kinds of public ids; the number is part of the id, so that one kind's id is never taken for another's. */
const KINDS = {
  person: 1,
  residency: 2,
  role: 3,
  centre: 4,
  venue: 5,
  closure: 6,
  booking: 7,
  waitlist: 8,
  pause: 9,
  notice: 10,
  unit: 11,
  task: 12,
  shift: 13,
  claim: 14,
  shift_wait: 15,
  patrol: 16,
  hours: 17,
  objection: 18,
  certificate: 19,
  volunteer_pause: 20,
  topic: 21,
  opinion: 22,
  meeting: 23,
  attendee: 24,
  speech: 25,
  topic_objection: 26,
  follow_up: 27,
  case: 28,
  assisted: 29,
  attachment: 30,
  owners_import: 31,
  roll: 32,
} as const;
export type PublicIdKind = keyof typeof KINDS;

const sqids = new Sqids({
  alphabet: 'k3G7QAe51FCsPW92uEOyq4Bg6Sp8YzVTmnU0liwDdHXLajZrfxNhobJIRcMvKt',
  minLength: 8,
  blocklist: new Set(),
});

/** Kinds of which there are few and each is asked for all the time; working an id out costs microseconds. */
const REMEMBERED: readonly PublicIdKind[] = ['centre', 'venue', 'shift', 'task', 'patrol', 'topic'];
const MAX_REMEMBERED = 50_000;
const remembered = { ids: new Map<string, string>(), numbers: new Map<string, number>() };

function remember(kind: PublicIdKind, id: number, publicId: string): void {
  if (!REMEMBERED.includes(kind)) return;
  if (remembered.ids.size >= MAX_REMEMBERED) {
    remembered.ids.clear();
    remembered.numbers.clear();
  }
  remembered.ids.set(`${kind}${id}`, publicId);
  remembered.numbers.set(`${kind}${publicId}`, id);
}

/** The short opaque id that leaves the server in place of a row's number. It hides counts; it grants nothing. */
export function encodeId(kind: PublicIdKind, id: number): string {
  const known = REMEMBERED.includes(kind) ? remembered.ids.get(`${kind}${id}`) : undefined;
  if (known !== undefined) return known;
  const publicId = sqids.encode([KINDS[kind], id]);
  remember(kind, id, publicId);
  return publicId;
}

/** The row number behind a public id; NOT_FOUND for anything that is not the canonical id of this kind. */
export function decodeId(kind: PublicIdKind, publicId: string): number {
  const known = remembered.numbers.get(`${kind}${publicId}`);
  if (known !== undefined) return known;
  const numbers = /^[0-9A-Za-z]{8,24}$/.test(publicId) ? sqids.decode(publicId) : [];
  const [kindNumber, id] = numbers;
  if (
    numbers.length !== 2 ||
    kindNumber !== KINDS[kind] ||
    id === undefined ||
    encodeId(kind, id) !== publicId
  ) {
    throw new DomainError('NOT_FOUND');
  }
  return id;
}
