import type { HideReason } from '@jiefang/shared/topics';

/** What a case can be about; `no` of a subject is the version of its text. */
export const CASE_SUBJECTS = ['opinion', 'topic', 'objection'] as const;
export type CaseSubjectKind = (typeof CASE_SUBJECTS)[number];

/** `check`: WeChat did not let the text through. `report`: somebody reported it. `import`: decided before it came here. */
export const CASE_SOURCES = ['check', 'report', 'import'] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

/** `open` and `claimed` wait for a decision, `appealed` for a second one; `closed` is after the appeal. */
export const CASE_STATUSES = ['open', 'claimed', 'decided', 'appealed', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const CASE_DECISIONS = ['hide', 'keep'] as const;
export type CaseDecision = (typeof CASE_DECISIONS)[number];

/** `uphold` leaves the decision as it is, `overturn` shows the text again. */
export const APPEAL_DECISIONS = ['uphold', 'overturn'] as const;
export type AppealDecision = (typeof APPEAL_DECISIONS)[number];

/** Days within which an author may appeal. */
export const APPEAL_DAYS = 15;
/** Minutes after which a claim that led nowhere may be taken by another moderator. */
export const CLAIM_MINUTES = 30;

/** A case as stored. */
export interface CaseRow {
  id: number;
  divisionCode: string;
  topicId: number;
  subjectKind: CaseSubjectKind;
  subjectId: number;
  subjectNo: number;
  authorId: number | null;
  source: CaseSource;
  verdict: string | null;
  status: CaseStatus;
  reports: number;
  claimedBy: number | null;
  claimedAt: Date | null;
  decision: CaseDecision | null;
  reason: HideReason | null;
  words: string | null;
  decidedBy: number | null;
  decidedAt: Date | null;
  appeal: string | null;
  appealedAt: Date | null;
  appealDecision: AppealDecision | null;
  appealWords: string | null;
  appealDecidedBy: number | null;
  appealDecidedAt: Date | null;
  createdAt: Date;
}
