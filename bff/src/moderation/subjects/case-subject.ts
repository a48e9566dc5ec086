import type { HideReason } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import type { CaseSubjectKind } from '../cases/case-types.js';

/** A text that somebody reports. */
export interface ReportableText {
  topicId: number;
  /** The version that everybody reads. */
  no: number;
  authorId: number | null;
  /** `hidden` has a stub already; `unseen` is nothing that others can see. */
  state: 'visible' | 'hidden' | 'unseen';
}

/** Which version of which subject is meant. */
export interface SubjectRef {
  id: number;
  no: number;
}

/** What a moderator reads of a subject; both are null when they were erased. */
export interface SubjectText {
  text: string | null;
  nickname: string | null;
  createdAt: Date;
}

/** The key of a ref among the texts found. */
export function refKey({ id, no }: SubjectRef): string {
  return `${id}|${no}`;
}

/**
 * One kind of text that cases are about. Nothing here changes words: a text is let through, hidden behind a stub, or
 * shown again. Callers hold the topic's row.
 */
export interface CaseSubject {
  readonly kind: CaseSubjectKind;
  find(sql: Sql, id: number): Promise<ReportableText | null>;
  texts(sql: Sql, refs: readonly SubjectRef[]): Promise<Map<string, SubjectText>>;
  /** Lets a held version be read. False when it was not held. */
  release(tx: Sql, ref: SubjectRef): Promise<boolean>;
  /** Hides the subject, or the held version alone where only that was in question. False when there was nothing to hide. */
  hide(tx: Sql, ref: SubjectRef, reason: HideReason, reported: boolean): Promise<boolean>;
  /** Shows again what `hide` hid. False when it was not hidden. */
  restore(tx: Sql, ref: SubjectRef): Promise<boolean>;
}
