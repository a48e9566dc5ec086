import type { PatrolStatus } from '@jiefang/shared/volunteering';

/** A point as it travels: [epoch ms, latitude, longitude, accuracy m | null, altitude m | null, m/s | null]. */
export type Point = [number, number, number, number | null, number | null, number | null];

/** A point under its number. */
export interface Numbered {
  seq: number;
  point: Point;
}

/** Points that are sent together; the one at index n has the number `firstSeq` + n. */
export interface Batch {
  firstSeq: number;
  points: Point[];
}

/** Small text storage of the device that says when it is full. */
export interface TextStore {
  read: (key: string) => string | null;
  /** False when there was no room: then nothing was changed. */
  write: (key: string, text: string) => boolean;
  remove: (key: string) => void;
}

/** What the person did, told to the server as soon as there is a network. `at` is ISO-8601 UTC. */
export type Step =
  | { kind: 'pause' | 'resume'; at: string; key: string }
  | { kind: 'finish'; at: string; key: string; note: string };

/** What is known of a patrol without asking the server. */
export interface PatrolFacts {
  id: string;
  claimId: string;
  status: PatrolStatus;
  startedAt: string;
  finishedAt: string | null;
  pauses: { pausedAt: string; resumedAt: string | null }[];
}

/** How an unfinished patrol stands for one who is elsewhere in the app; `stopped`: unfinished, but no position is kept. */
export type Standing = 'recording' | 'paused' | 'stopped';

/** Why nothing is delivered now. The points stay on the phone, but for `closed` and `erased`. */
export type Trouble =
  /** No network, or the server is busy: tried again by itself. */
  | 'offline'
  /** Somebody must sign in again. */
  | 'login'
  /** Another phone records this patrol now. */
  | 'device'
  /** The consent was taken back. */
  | 'consent'
  /** Verified or too old: nothing more is taken, what is left is forgotten. */
  | 'closed'
  /** The track was deleted at the person's wish. */
  | 'erased'
  /** It is not the patrol of the one who is signed in now: it waits for the one who walked. */
  | 'stranger'
  /** The server does not understand: a newer app is needed. */
  | 'refused';
