import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** A text outside the record, before it goes. */
export interface ErasableRow {
  topicId: number;
  /** Whether its text was deleted already. */
  gone: boolean;
  /** Entries that commit to it. */
  seqs: number[];
}

interface SpeechLike {
  topicId: number;
  gone: 0 | 1;
  seq: number | null;
}

/** SQL that deletes the words of people and leaves everything else of them. */
@Injectable()
export class ErasuresRepository {
  async findOpinion(tx: Sql, id: number): Promise<ErasableRow | null> {
    const [row] = await tx.query<{ topicId: number; gone: 0 | 1 }>(
      `SELECT topic_id AS topicId, status = 'erased' AS gone FROM opinion WHERE id = ? FOR UPDATE`,
      [id],
    );
    if (row === undefined) return null;
    const texts = await tx.query<{ seq: number | null }>(
      `SELECT record_seq AS seq FROM opinion_text WHERE opinion_id = ?
        UNION SELECT record_seq FROM opinion WHERE id = ?`,
      [id, id],
    );
    return { ...row, gone: row.gone === 1, seqs: texts.flatMap(({ seq }) => seq ?? []) };
  }

  /** Every version, what was read from paper, and the name of somebody without an account. */
  async eraseOpinion(tx: Sql, id: number, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE opinion SET status = 'erased', text = NULL, author_name = NULL, updated_at = ? WHERE id = ?`,
      [at, id],
    );
    await tx.execute(`UPDATE opinion_text SET text = NULL, verdict = 'erased' WHERE opinion_id = ?`, [id]);
    await tx.execute(`UPDATE assisted_entry SET content_cipher = '' WHERE opinion_id = ?`, [id]);
  }

  async findSpeech(tx: Sql, id: number): Promise<ErasableRow | null> {
    return rowOf(
      await tx.query<SpeechLike>(
        `SELECT topic_id AS topicId, status = 'erased' AS gone, record_seq AS seq FROM speech WHERE id = ? FOR UPDATE`,
        [id],
      ),
    );
  }

  async eraseSpeech(tx: Sql, id: number): Promise<void> {
    await tx.execute(`UPDATE speech SET status = 'erased', text = NULL, speaker_name = NULL WHERE id = ?`, [
      id,
    ]);
  }

  async findObjection(tx: Sql, id: number): Promise<ErasableRow | null> {
    return rowOf(
      await tx.query<SpeechLike>(
        `SELECT topic_id AS topicId, text IS NULL AS gone, record_seq AS seq FROM topic_objection
          WHERE id = ? FOR UPDATE`,
        [id],
      ),
    );
  }

  /** Its status stays: an objection without words still has to be answered. */
  async eraseObjection(tx: Sql, id: number): Promise<void> {
    await tx.execute('UPDATE topic_objection SET text = NULL WHERE id = ?', [id]);
  }

  /**
   * Kept answers to anybody's requests, the author's, endorsers', moderators', that repeat what was written; a repeat is
   * then told nothing. They are looked for without a lock: the table is everybody's.
   */
  async forgetAnswers(tx: Sql, publicId: string): Promise<void> {
    const kept = await tx.query<{ personId: number; word: string }>(
      'SELECT person_id AS personId, idem_key AS word FROM idempotency WHERE status < 400 AND response LIKE ?',
      [`%"${publicId}"%`],
    );
    for (const { personId, word } of kept) {
      await tx.execute("UPDATE idempotency SET response = '{}' WHERE person_id = ? AND idem_key = ?", [
        personId,
        word,
      ]);
    }
  }

  async findContentNames(
    tx: Sql,
    topicId: number,
    seqs: readonly number[],
  ): Promise<{ seq: number; name: string }[]> {
    if (seqs.length === 0) return [];
    return tx.query(
      'SELECT seq, name FROM record_content WHERE topic_id = ? AND seq IN (?) ORDER BY seq, name',
      [topicId, seqs],
    );
  }
}

function rowOf([row]: readonly SpeechLike[]): ErasableRow | null {
  if (row === undefined) return null;
  const { topicId } = row;
  return { topicId, gone: row.gone === 1, seqs: row.seq === null ? [] : [row.seq] };
}
