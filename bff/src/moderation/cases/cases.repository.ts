import { Injectable } from '@nestjs/common';
import type { HideReason } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import { CLAIM_MINUTES, type AppealDecision, type CaseDecision, type CaseRow } from './case-types.js';
import type { NewCase } from './cases.js';

const COLUMNS = `c.id, c.division_code AS divisionCode, c.topic_id AS topicId, c.subject_kind AS subjectKind,
  c.subject_id AS subjectId, c.subject_no AS subjectNo, c.author_id AS authorId, c.source, c.verdict, c.status, c.reports,
  c.claimed_by AS claimedBy, c.claimed_at AS claimedAt, c.decision, c.reason, c.words, c.decided_by AS decidedBy,
  c.decided_at AS decidedAt, c.appeal, c.appealed_at AS appealedAt, c.appeal_decision AS appealDecision,
  c.appeal_words AS appealWords, c.appeal_decided_by AS appealDecidedBy, c.appeal_decided_at AS appealDecidedAt,
  c.created_at AS createdAt`;

/** A case with what lists show beside it. */
export type ListedCase = CaseRow & { topicTitle: string; claimedName: string | null };

const LISTED = `SELECT ${COLUMNS}, t.title AS topicTitle, p.nickname AS claimedName FROM moderation_case c
  JOIN topic t ON t.id = c.topic_id LEFT JOIN person p ON p.id = c.claimed_by`;

export const CASE_QUEUES = ['open', 'mine', 'appeals', 'decided'] as const;
export type CaseQueue = (typeof CASE_QUEUES)[number];

const QUEUES: Record<CaseQueue, { where: string; order: 'ASC' | 'DESC' }> = {
  open: { where: "c.status IN ('open', 'claimed')", order: 'ASC' },
  mine: { where: "c.status = 'claimed' AND c.claimed_by = ?", order: 'ASC' },
  appeals: { where: "c.status = 'appealed'", order: 'ASC' },
  decided: { where: "c.status IN ('decided', 'closed')", order: 'DESC' },
};

const MINUTE_MS = 60_000;

/** SQL of the tables `moderation_case` and `moderation_report`. Queries for staff take their division first. */
@Injectable()
export class CasesRepository {
  /** The live case of the subject, made when there is none. Returns its row number. */
  async insertOrJoin(sql: Sql, opened: NewCase, at: Date): Promise<number> {
    const { insertId } = await sql.execute(
      `INSERT INTO moderation_case (division_code, topic_id, subject_kind, subject_id, subject_no, author_id, source,
         verdict, status, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)
       ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), subject_no = GREATEST(subject_no, VALUES(subject_no)),
         verdict = COALESCE(VALUES(verdict), verdict)`,
      [
        opened.topic.divisionCode,
        opened.topic.id,
        opened.subjectKind,
        opened.subjectId,
        opened.no,
        opened.authorId,
        opened.source,
        opened.verdict,
        at,
      ],
    );
    return insertId;
  }

  async findById(sql: Sql, id: number): Promise<ListedCase | null> {
    return (await sql.query<ListedCase>(`${LISTED} WHERE c.id = ?`, [id])).at(0) ?? null;
  }

  async findByIdForUpdate(tx: Sql, id: number): Promise<CaseRow | null> {
    const rows = await tx.query<CaseRow>(
      `SELECT ${COLUMNS} FROM moderation_case c WHERE c.id = ? FOR UPDATE`,
      [id],
    );
    return rows.at(0) ?? null;
  }

  /** A queue of a division's subtree: what waits oldest first, what is done newest first. */
  findQueue(
    sql: Sql,
    divisionCode: string,
    queue: CaseQueue,
    personId: number,
    afterId: number | null,
    limit: number,
  ): Promise<ListedCase[]> {
    const { where, order } = QUEUES[queue];
    return sql.query<ListedCase>(
      `${LISTED} WHERE c.division_code LIKE CONCAT(?, '%') AND ${where}
          ${afterId === null ? '' : `AND c.id ${order === 'ASC' ? '>' : '<'} ?`}
        ORDER BY c.id ${order} LIMIT ?`,
      [divisionCode, ...(queue === 'mine' ? [personId] : []), ...(afterId === null ? [] : [afterId]), limit],
    );
  }

  /** Cases an author is told about: a text of theirs waits, or was hidden. Newest first. */
  findByAuthor(sql: Sql, authorId: number, afterId: number | null, limit: number): Promise<ListedCase[]> {
    return sql.query<ListedCase>(
      `${LISTED} WHERE c.author_id = ? AND (c.source = 'check' OR c.decision = 'hide')
          ${afterId === null ? '' : 'AND c.id < ?'} ORDER BY c.id DESC LIMIT ?`,
      [authorId, ...(afterId === null ? [] : [afterId]), limit],
    );
  }

  /** True when the case was free, or claimed so long ago that it is free again, and is this person's now. */
  async claim(tx: Sql, id: number, personId: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE moderation_case SET status = 'claimed', claimed_by = ?, claimed_at = ?
        WHERE id = ? AND (status = 'open' OR (status = 'claimed' AND (claimed_by = ? OR claimed_at < ?)))`,
      [personId, at, id, personId, new Date(at.getTime() - CLAIM_MINUTES * MINUTE_MS)],
    );
    return affectedRows === 1;
  }

  /** True when the person had the case and it is free now. */
  async release(tx: Sql, id: number, personId: number): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE moderation_case SET status = 'open', claimed_by = NULL, claimed_at = NULL
        WHERE id = ? AND status = 'claimed' AND claimed_by = ?`,
      [id, personId],
    );
    return affectedRows === 1;
  }

  /** True when the person had the case and it is decided now. */
  async decide(
    tx: Sql,
    id: number,
    personId: number,
    decided: { decision: CaseDecision; reason: HideReason | null; words: string | null },
    at: Date,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE moderation_case SET status = 'decided', decision = ?, reason = ?, words = ?, decided_by = ?, decided_at = ?
        WHERE id = ? AND status = 'claimed' AND claimed_by = ?`,
      [decided.decision, decided.reason, decided.words, personId, at, id, personId],
    );
    return affectedRows === 1;
  }

  /** True when the case was decided and nobody had appealed. */
  async appeal(tx: Sql, id: number, personId: number, text: string, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE moderation_case SET status = 'appealed', appeal = ?, appealed_by = ?, appealed_at = ?
        WHERE id = ? AND status = 'decided' AND decision = 'hide' AND appeal IS NULL`,
      [text, personId, at, id],
    );
    return affectedRows === 1;
  }

  /** True when the appeal waited. */
  async decideAppeal(
    tx: Sql,
    id: number,
    personId: number,
    decided: { decision: AppealDecision; words: string },
    at: Date,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE moderation_case SET status = 'closed', appeal_decision = ?, appeal_words = ?, appeal_decided_by = ?,
         appeal_decided_at = ? WHERE id = ? AND status = 'appealed'`,
      [decided.decision, decided.words, personId, at, id],
    );
    return affectedRows === 1;
  }

  /** A report on a case. A duplicate key is the same person's second. */
  async insertReport(
    tx: Sql,
    report: { caseId: number; personId: number; reason: HideReason; text: string },
    at: Date,
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO moderation_report (case_id, person_id, reason, text, at) VALUES (?, ?, ?, ?, ?)',
      [report.caseId, report.personId, report.reason, report.text, at],
    );
    await tx.execute('UPDATE moderation_case SET reports = reports + 1 WHERE id = ?', [report.caseId]);
  }

  /** What was reported, oldest first; by whom stays here. */
  findReports(sql: Sql, caseId: number): Promise<{ reason: HideReason; text: string; at: Date }[]> {
    return sql.query(
      'SELECT reason, text, at FROM moderation_report WHERE case_id = ? ORDER BY at, person_id LIMIT 200',
      [caseId],
    );
  }
}
