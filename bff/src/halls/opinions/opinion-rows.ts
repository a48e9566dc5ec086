import type { HallChannel, HideReason, SpeakerRole, Stance, TopicStatus } from '@jiefang/shared/topics';

/** `held` waits for a person to look at it and is its author's alone; the others stand in their place in the list. */
export const OPINION_STATUSES = ['visible', 'hidden', 'erased', 'held'] as const;
export type OpinionStatus = (typeof OPINION_STATUSES)[number];

/** Parent of the first level. */
export const FIRST_LEVEL = 0;

/** What became of a version: `pass` by the check, `released` by a person, `hidden` by a decision, `erased` by law. */
export type OpinionVerdict = 'pass' | 'held' | 'released' | 'hidden' | 'erased';

/** An opinion as stored. `updatedAt` is when the text in force was written. */
export interface OpinionRow {
  id: number;
  topicId: number;
  /** FIRST_LEVEL, or the opinion that this one replies to. */
  parentId: number;
  authorId: number | null;
  role: SpeakerRole;
  channel: HallChannel;
  stance: Stance;
  status: OpinionStatus;
  text: string | null;
  /** The version in force; a newer one that is held is not in force yet. */
  textNo: number;
  /** The entry of the record that has the first version's text. */
  recordSeq: number | null;
  hideReason: HideReason | null;
  agree: number;
  disagree: number;
  pass: number;
  replies: number;
  createdAt: Date;
  updatedAt: Date;
}

/** An opinion with what its page shows beside it. */
export interface ShownOpinionRow extends OpinionRow {
  contested: number;
  nickname: string | null;
  /** What the caller thinks of it. */
  reaction: -1 | 0 | 1 | null;
  /** The caller's own newer text waits for a person. */
  pending: number;
  caseId: number | null;
  caseStatus: string | null;
  caseDecidedAt: Date | null;
}

/** One version of an opinion's text. */
export interface OpinionTextRow {
  opinionId: number;
  no: number;
  text: string | null;
  verdict: OpinionVerdict;
  recordSeq: number | null;
  createdAt: Date;
}

/** As much of a topic as its opinions ask about. */
export interface OpinionTopic {
  id: number;
  divisionCode: string;
  initiatorId: number;
  title: string;
  status: TopicStatus;
  shown: number;
}
