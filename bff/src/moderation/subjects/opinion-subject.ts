import { Injectable } from '@nestjs/common';
import type { HideReason } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import { OpinionWriter } from '../../halls/opinions/opinion-writer.js';
import { Opinions } from '../../halls/opinions/opinions.js';
import {
  refKey,
  type CaseSubject,
  type ReportableText,
  type SubjectRef,
  type SubjectText,
} from './case-subject.js';

/** Opinions as the subject of cases. */
@Injectable()
export class OpinionSubject implements CaseSubject {
  readonly kind = 'opinion';

  constructor(
    private readonly opinions: Opinions,
    private readonly writer: OpinionWriter,
  ) {}

  async find(sql: Sql, id: number): Promise<ReportableText | null> {
    const opinion = await this.opinions.find(sql, id);
    if (opinion === null) return null;
    const { topicId, textNo: no, authorId, status } = opinion;
    const state = status === 'visible' || status === 'hidden' ? status : 'unseen';
    return { topicId, no, authorId, state };
  }

  async texts(sql: Sql, refs: readonly SubjectRef[]): Promise<Map<string, SubjectText>> {
    const rows = await this.opinions.textsOf(sql, refs);
    return new Map(rows.map((row) => [refKey(row), row]));
  }

  async release(tx: Sql, { id }: SubjectRef): Promise<boolean> {
    const opinion = await this.opinions.lock(tx, id);
    return opinion !== null && (await this.writer.release(tx, opinion));
  }

  /** A held edit that nobody reported is refused alone: the opinion keeps the words it had. */
  async hide(tx: Sql, { id, no }: SubjectRef, reason: HideReason, reported: boolean): Promise<boolean> {
    const opinion = await this.opinions.lock(tx, id);
    if (opinion === null) return false;
    const onlyVersion = !reported && opinion.status === 'visible' && no > opinion.textNo;
    return onlyVersion ? this.writer.refuseVersion(tx, opinion) : this.writer.hide(tx, opinion, reason);
  }

  async restore(tx: Sql, { id, no }: SubjectRef): Promise<boolean> {
    const opinion = await this.opinions.lock(tx, id);
    if (opinion === null) return false;
    return opinion.status === 'hidden'
      ? this.writer.restore(tx, opinion)
      : this.writer.restoreVersion(tx, opinion, no);
  }
}
