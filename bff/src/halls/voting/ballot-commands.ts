import type { BallotChoice, HallChannel } from '@jiefang/shared/topics';
import type { Caller } from '../../common/auth/caller.js';

/** A resident's own ballot. What of it is hashed for its key is decided under the lock: a secret choice is not. */
export interface CastCommand {
  kind: 'cast';
  key: string;
  personId: number;
  topicId: number;
  /** Number of the roll's member for whom it is cast. */
  member: number;
  choice: BallotChoice;
  /** Hex of the text that the voter saw. */
  textHash: string;
  /** When the request reached the server; that decides whether it was in time. */
  arrivedAt: Date;
}

/** A ballot taken by phone or on paper, read alike by two members of staff. */
export interface AssistedCommand {
  kind: 'assisted';
  key: string;
  topicId: number;
  member: number;
  choice: BallotChoice;
  channel: Exclude<HallChannel, 'app'>;
  entryId: number;
  divisionCode: string;
  /** The second reader. */
  caller: Caller;
  /** When the first reader entered it. */
  arrivedAt: Date;
}

export type BallotCommand = CastCommand | AssistedCommand;

/** What a voter is told. `receipt` is null for a secret ballot; `changed` when it replaces an earlier open one. */
export interface BallotCast {
  member: number;
  receipt: string | null;
  changed: boolean;
}
