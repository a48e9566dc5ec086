/** Resources of the 议事厅 as residents see them. Instants are ISO-8601 UTC, days 'YYYY-MM-DD', areas hundredths of a square metre. */
import type { RollSource } from '@jiefang/shared/rule-packs';
import type { Participation, Tally } from '@jiefang/shared/tally';
import type {
  BallotChoice,
  FollowUpStatus,
  HallChannel,
  HideReason,
  PromiseState,
  SpeakerRole,
  Stance,
  TopicStatus,
} from '@jiefang/shared/topics';
import type { Attachment, StageCode, TopicCard, TopicName } from '@/lib/api/halls';
import type { Coded } from '@/lib/api/types';

export interface Hall {
  division: Coded;
  endorseThreshold: number;
  promises: Record<PromiseTotal, number>;
  topics: { open: number; decided: number };
  lateTopics: number;
}
export type PromiseTotal = 'onTime' | 'kept' | 'late' | 'broken';

/** What the reader can do about a topic now. */
export type TopicAction =
  | 'edit'
  | 'submit'
  | 'withdraw'
  | 'endorse'
  | 'unendorse'
  | 'answer_merge'
  | 'speak'
  | 'react'
  | 'vote'
  | 'object'
  | 'rate'
  | 'review'
  | 'report'
  | 'sign_in'
  | 'confirm_minutes';

export interface PathStage {
  code: StageCode;
  word: string;
  state: 'done' | 'now' | 'next';
  at: string | null;
}

/** A duty with its due instant, running or stopped. */
export interface Duty {
  kind: string;
  word: string;
  dueAt: string;
  stoppedAt: string | null;
  late: boolean;
}

export interface TopicRules {
  code: string;
  version: number;
  name: string;
  basis: string;
  secret: boolean;
  source: RollSource | null;
  sentences: string[];
}

export interface Topic extends TopicCard {
  body: string;
  /** `hash` is there once the text is frozen; `held`: a newer text of the reader's own waits for a person. */
  text: { no: number; hash: string | null; createdAt: string; count: number; held: boolean; hidden: boolean };
  statusReason: string | null;
  answer: string | null;
  mergedInto: TopicName | null;
  suspendedFrom: TopicStatus | null;
  path: PathStage[];
  windows: {
    endorseUntil: string | null;
    deliberatesFrom: string | null;
    deliberatesUntil: string | null;
    votesFrom: string | null;
    votesUntil: string | null;
    publicationUntil: string | null;
    effectiveOn: string | null;
  };
  clocks: Duty[];
  rules: TopicRules | null;
  tally: Tally | null;
  record: { seq: number; hash: string };
  minutes: boolean;
  meetings: number;
  objections: { open: number; total: number };
  followUps: number;
  actions: TopicAction[];
}

export interface TopicText {
  no: number;
  title: string;
  body: string;
  hash: string;
  createdAt: string;
}

export interface Merge {
  topic: TopicName;
  target: TopicName;
  askedAt: string;
}

export interface Opinion {
  id: string;
  parentId: string | null;
  author: { nickname: string; role: SpeakerRole; roleWord: string } | null;
  stance: Stance;
  text: string | null;
  textNo: number;
  editedAt: string | null;
  /** `held` is told to its author only. */
  status: 'visible' | 'hidden' | 'erased' | 'held';
  /** The author's newer text waits for a person. */
  pending: boolean;
  hidden: { reason: HideReason; word: string; caseId: string | null } | null;
  channel: HallChannel;
  agree: number;
  disagree: number;
  pass: number;
  replies: number;
  createdAt: string;
  mine: { own: boolean; reaction: Reaction | null } | null;
  actions: ('edit' | 'react' | 'reply' | 'report' | 'appeal')[];
}
export type Reaction = -1 | 0 | 1;
export type OpinionSort = 'newest' | 'agreed' | 'contested';
export interface OpinionText {
  no: number;
  text: string | null;
  createdAt: string;
  held: boolean;
}
/** Counters of an opinion as a reaction leaves them. */
export interface Reacted {
  agree: number;
  disagree: number;
  pass: number;
  mine: Reaction | null;
}
/** One of the reader's own, with where it was said. */
export type MyOpinion = Opinion & { topic: TopicName };

export type SubjectKind = 'opinion' | 'topic' | 'objection';
/** A text of the reader's that moderators looked at. */
export interface MyCase {
  id: string;
  topic: TopicName;
  subject: { kind: SubjectKind; id: string };
  text: string | null;
  status: string;
  decision: 'hide' | 'keep' | null;
  reasonWord: string | null;
  words: string | null;
  decidedAt: string | null;
  appeal: string | null;
  appealDecision: 'uphold' | 'overturn' | null;
  appealWords: string | null;
  createdAt: string;
  actions: 'appeal'[];
}

export type Capacity = 'self' | 'household' | 'owner' | 'co_owner' | 'proxy' | 'representative';
/** One vote of the roll that the reader may cast. */
export interface Membership {
  no: number;
  capacity: Capacity;
  label: string;
  area: number | null;
  voted: boolean;
  /** Of an open ballot only. */
  choice: BallotChoice | null;
  receipt: string | null;
  castAt: string | null;
}
export interface Vote {
  topicId: string;
  title: string;
  /** Null until the text is final. */
  textHash: string | null;
  secret: boolean;
  from: string | null;
  until: string | null;
  open: boolean;
  memberships: Membership[];
  participation: Participation;
}
export interface BallotCast {
  member: number;
  receipt: string | null;
  changed: boolean;
}
export interface Receipt {
  found: true;
  choice: BallotChoice;
  /** False: a later ballot of the same member took its place. */
  counted: boolean;
  channel: HallChannel;
}

export interface RollFacts {
  source: RollSource;
  size: number;
  area: number | null;
  hash: string;
  frozenAt: string;
  buildings: { building: string; size: number; area: number | null }[];
  mine: { no: number; capacity: Capacity; label: string }[];
}

export interface MeetingCard {
  id: string;
  startsAt: string;
  endsAt: string;
  place: string;
  agenda: string;
  status: 'called' | 'open' | 'closed' | 'cancelled';
  attendees: number;
  speeches: number;
  signedIn: boolean | null;
}
export interface Speech {
  id: string;
  no: number;
  speaker: string;
  role: SpeakerRole;
  stance: Stance;
  text: string | null;
  attachments: Attachment[];
}
export interface Meeting extends Omit<MeetingCard, 'attendees' | 'speeches'> {
  topic: TopicName;
  attendees: { id: string; name: string; role: SpeakerRole; method: string }[];
  speeches: Speech[];
}

export interface Cite {
  kind: 'speech' | 'opinion';
  id: string;
  label: string;
}
export interface Sentence {
  text: string;
  cites: Cite[];
}
export interface Minutes {
  no: number;
  sentences: Sentence[];
  minority: Sentence[];
  status: 'draft' | 'confirming' | 'confirmed';
  confirmUntil: string | null;
  confirmations: {
    attendeeId: string;
    name: string;
    /** Null while there is no answer, which is no consent. */
    agrees: boolean | null;
    comment: string | null;
    method: 'app' | 'paper' | null;
  }[];
  mine: 'waiting' | 'answered' | null;
}

export interface Objection {
  id: string;
  author: { nickname: string } | null;
  text: string | null;
  status: 'held' | 'open' | 'upheld' | 'dismissed' | 'hidden' | 'erased';
  answer: string | null;
  answeredAt: string | null;
  createdAt: string;
  mine: boolean;
}

export interface FollowUp {
  id: string;
  title: string;
  responsible: string;
  dueOn: string;
  status: FollowUpStatus;
  state: PromiseState;
  doneOn: string | null;
  dropReason: string | null;
  progress: { text: string; photos: Attachment[]; at: string }[];
  rating: { count: number; average: number | null; mine: number | null };
  actions: 'rate'[];
}
export type HallPromise = FollowUp & { topic: TopicName };

export interface RecordItem {
  seq: number;
  at: string;
  act: string;
  word: string;
  actor: { role: string; roleWord: string; ref: string | null };
  hash: string;
  texts: { name: string; word: string; text: string | null; state: 'shown' | 'withheld' | 'erased' }[];
  summary: string;
}
export interface RecordPage {
  head: { seq: number; hash: string };
  items: RecordItem[];
  nextCursor: string | null;
}
