import { Injectable } from '@nestjs/common';
import type { PublicIdKind } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import type { CaseRow, CaseSubjectKind } from '../cases/case-types.js';
import { refKey, type CaseSubject, type SubjectText } from './case-subject.js';
import { ObjectionSubject } from './objection-subject.js';
import { OpinionSubject } from './opinion-subject.js';
import { TopicSubject } from './topic-subject.js';

/** Kind of the public id of each subject. */
export const SUBJECT_ID_KINDS = {
  opinion: 'opinion',
  topic: 'topic',
  objection: 'topic_objection',
} as const satisfies Record<CaseSubjectKind, PublicIdKind>;

/** The kinds of texts that cases are about. */
@Injectable()
export class CaseSubjects {
  private readonly subjects: Record<CaseSubjectKind, CaseSubject>;

  constructor(opinion: OpinionSubject, topic: TopicSubject, objection: ObjectionSubject) {
    this.subjects = { opinion, topic, objection };
  }

  of(kind: CaseSubjectKind): CaseSubject {
    return this.subjects[kind];
  }

  /** The text each case is about, by the case's row number: one statement for each kind. */
  async textsOf(sql: Sql, cases: readonly CaseRow[]): Promise<Map<number, SubjectText>> {
    const found = new Map<number, SubjectText>();
    for (const subject of Object.values(this.subjects)) {
      const own = cases.filter((one) => one.subjectKind === subject.kind);
      const refs = own.map((one) => ({ id: one.subjectId, no: one.subjectNo }));
      const texts = await subject.texts(sql, refs);
      for (const one of own) {
        const text = texts.get(refKey({ id: one.subjectId, no: one.subjectNo }));
        if (text !== undefined) found.set(one.id, text);
      }
    }
    return found;
  }
}
