import { HIDE_REASON_WORDS } from '@jiefang/shared/topics';
import { encodeId } from '../../common/ids/public-id.js';
import { SUBJECT_ID_KINDS } from '../subjects/case-subjects.js';
import type { SubjectText } from '../subjects/case-subject.js';
import type { CaseAction, CaseCardView, MyCaseView } from './case.dto.js';
import { APPEAL_DAYS, CLAIM_MINUTES, type CaseRow } from './case-types.js';
import type { ListedCase } from './cases.repository.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A case as staff see it in a queue. */
export function caseCard(row: ListedCase, text: SubjectText | undefined, personId: number): CaseCardView {
  const { claimedBy } = row;
  const nickname = text?.nickname ?? null;
  return {
    id: encodeId('case', row.id),
    topic: { id: encodeId('topic', row.topicId), title: row.topicTitle },
    subject: {
      ...subjectRef(row),
      no: row.subjectNo,
      text: text?.text ?? null,
      author: nickname === null ? null : { nickname },
      createdAt: text?.createdAt.toISOString() ?? null,
    },
    source: row.source,
    verdict: row.verdict,
    status: row.status,
    reportCount: row.reports,
    claimedBy:
      row.status === 'claimed' && claimedBy !== null
        ? { nickname: row.claimedName ?? '', me: claimedBy === personId }
        : null,
    decision: row.decision,
    reason: row.reason,
    words: row.words,
    decidedAt: iso(row.decidedAt),
    appeal: row.appeal,
    appealedAt: iso(row.appealedAt),
    appealDecision: row.appealDecision,
    appealWords: row.appealWords,
    createdAt: row.createdAt.toISOString(),
  };
}

/** The same as its author sees it: what was decided, not by whom, nor who reported it. */
export function myCase(row: ListedCase, text: SubjectText | undefined, now: Date): MyCaseView {
  const open = row.status === 'claimed' ? 'open' : row.status;
  return {
    id: encodeId('case', row.id),
    topic: { id: encodeId('topic', row.topicId), title: row.topicTitle },
    subject: subjectRef(row),
    text: text?.text ?? null,
    status: open,
    decision: row.decision,
    reasonWord: row.reason === null ? null : HIDE_REASON_WORDS[row.reason],
    words: row.words,
    decidedAt: iso(row.decidedAt),
    appeal: row.appeal,
    appealDecision: row.appealDecision,
    appealWords: row.appealWords,
    createdAt: row.createdAt.toISOString(),
    actions: mayAppeal(row, now) ? ['appeal'] : [],
  };
}

/** Once, within the days after a decision to hide. */
export function mayAppeal(row: CaseRow, now: Date): boolean {
  return (
    row.status === 'decided' &&
    row.decision === 'hide' &&
    row.appeal === null &&
    row.decidedAt !== null &&
    now.getTime() <= row.decidedAt.getTime() + APPEAL_DAYS * DAY_MS
  );
}

/** True when a claim has been held so long that another may take the case. */
export function claimRanOut(row: CaseRow, now: Date): boolean {
  return row.claimedAt !== null && now.getTime() - row.claimedAt.getTime() > CLAIM_MINUTES * MINUTE_MS;
}

/** What this member of staff can do with the case now. */
export function caseActions(
  row: CaseRow,
  personId: number,
  conflict: string | null,
  now: Date,
): CaseAction[] {
  const mine = row.status === 'claimed' && row.claimedBy === personId;
  if (mine && conflict !== null) return ['release'];
  if (conflict !== null) return [];
  if (mine) return ['release', 'hide', 'keep'];
  if (row.status === 'open' || (row.status === 'claimed' && claimRanOut(row, now))) return ['claim'];
  if (row.status === 'appealed' && row.decidedBy !== personId) return ['uphold', 'overturn'];
  return [];
}

function subjectRef(row: CaseRow): { kind: CaseRow['subjectKind']; id: string } {
  return { kind: row.subjectKind, id: encodeId(SUBJECT_ID_KINDS[row.subjectKind], row.subjectId) };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
