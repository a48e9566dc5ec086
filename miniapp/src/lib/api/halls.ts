/** 议事厅 as several features share it. Instants are ISO-8601 UTC, days 'YYYY-MM-DD', areas hundredths of a square metre. */
import type { TopicStatus, TopicTrack } from '@jiefang/shared/topics';
import type { Coded, Named } from './types';

export type StageCode = 'raise' | 'accept' | 'deliberate' | 'vote' | 'publicise' | 'implement';

/** A duty of staff that was not done in time. */
export interface LateDuty {
  kind: string;
  word: string;
  dueAt: string;
}

/** A topic as lists show it. */
export interface TopicCard {
  id: string;
  title: string;
  track: TopicTrack;
  status: TopicStatus;
  /** Null once it has left the path. */
  stage: StageCode | null;
  community: Coded;
  initiator: { nickname: string };
  createdAt: string;
  statusAt: string;
  /** End of the window that is open now. */
  until: string | null;
  endorsements: { count: number; needed: number } | null;
  stances: { for: number; against: number; neutral: number };
  rollSize: number | null;
  late: LateDuty[];
  mine: { initiator: boolean; endorsed: boolean; canVote: boolean; voted: boolean } | null;
}

/** A topic by its name. */
export interface TopicName {
  id: Named['id'];
  title: string;
}

/** A photo or a document; `path` serves it, null where only staff may see it. */
export interface Attachment {
  id: string;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
  path: string | null;
}
