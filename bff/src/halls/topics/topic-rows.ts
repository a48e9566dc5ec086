import type { TOPIC_STAGES, TopicClockKind, TopicStatus, TopicTrack } from '@jiefang/shared/topics';
import type { RulePack } from '@jiefang/shared/rule-packs';

/** A stage of the path, as a topic's page shows it. */
export type TopicStage = (typeof TOPIC_STAGES)[number]['code'];

/** A topic as it is stored. Instants are UTC; `effectiveOn` is a Shanghai day. */
export interface TopicRow {
  id: number;
  divisionCode: string;
  initiatorId: number;
  track: TopicTrack;
  status: TopicStatus;
  statusAt: Date;
  statusReason: string | null;
  suspendedFrom: TopicStatus | null;
  suspendedAt: Date | null;
  title: string;
  /** The text in force: what is shown, endorsed, voted on. A newer one that is held is not in force yet. */
  textNo: number;
  textHash: Buffer | null;
  shown: boolean;
  mergedInto: number | null;
  endorseThreshold: number;
  endorsements: number;
  endorseUntil: Date | null;
  /** The text whose endorsements have reached the threshold; null as long as none has. */
  endorsedNo: number | null;
  declinedBy: number | null;
  reviewAskedAt: Date | null;
  reviewText: string | null;
  reviewedAt: Date | null;
  /** When each stage of the path was first reached, as ISO instants. */
  stagesAt: Partial<Record<TopicStage, string>>;
  /** The frozen rules, with this topic's own lengths of the windows. */
  pack: RulePack | null;
  secret: boolean;
  rollId: number | null;
  deliberatesFrom: Date | null;
  deliberatesUntil: Date | null;
  votesFrom: Date | null;
  votesUntil: Date | null;
  extended: boolean;
  /** The counted result as shared/src/tally.ts gives it. */
  tally: StoredTally | null;
  publicationUntil: Date | null;
  effectiveOn: string | null;
  ratedUntil: Date | null;
  answer: string | null;
  opinions: number;
  stanceFor: number;
  stanceAgainst: number;
  stanceNeutral: number;
  openObjections: number;
  lateSince: Date | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** As much of a stored tally as a topic's path asks about. */
export interface StoredTally {
  passed: boolean;
  [more: string]: unknown;
}

/** What a topic may be given by an act, beside its status. */
export type TopicChange = Partial<
  Pick<
    TopicRow,
    | 'track'
    | 'title'
    | 'textNo'
    | 'textHash'
    | 'mergedInto'
    | 'endorseThreshold'
    | 'endorsements'
    | 'endorseUntil'
    | 'endorsedNo'
    | 'declinedBy'
    | 'reviewAskedAt'
    | 'reviewText'
    | 'reviewedAt'
    | 'pack'
    | 'secret'
    | 'rollId'
    | 'deliberatesFrom'
    | 'deliberatesUntil'
    | 'votesFrom'
    | 'votesUntil'
    | 'extended'
    | 'tally'
    | 'publicationUntil'
    | 'effectiveOn'
    | 'ratedUntil'
    | 'answer'
  >
>;

/**
 * What became of a text: `pass` by the check, `held` for a person to look at, `released` by that person, `hidden` by a
 * decision, `erased` by law.
 */
export type TextVerdict = 'pass' | 'held' | 'released' | 'hidden' | 'erased';
/** Verdicts with which a text may be shown. */
export const SHOWABLE: readonly TextVerdict[] = ['pass', 'released'];

/** One version of a topic's text. */
export interface TopicTextRow {
  topicId: number;
  no: number;
  title: string;
  body: string;
  hash: Buffer;
  verdict: TextVerdict;
  recordSeq: number | null;
  createdAt: Date;
}

/** A duty of staff with its due instant. */
export interface TopicClockRow {
  id: number;
  topicId: number;
  kind: TopicClockKind;
  startedAt: Date;
  dueAt: Date;
  stoppedAt: Date | null;
  lateAt: Date | null;
}
