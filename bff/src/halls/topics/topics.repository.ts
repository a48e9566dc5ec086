import { Injectable } from '@nestjs/common';
import type { TopicStatus } from '@jiefang/shared/topics';
import { fromJson, type Sql } from '../../database/database.js';
import type { StoredTally, TopicChange, TopicRow } from './topic-rows.js';

/** Columns of a topic under the alias `t`, for every query that reads whole topics. */
export const TOPIC_COLUMNS = `t.id, t.division_code AS divisionCode, t.initiator_id AS initiatorId, t.track, t.status,
  t.status_at AS statusAt, t.status_reason AS statusReason, t.suspended_from AS suspendedFrom,
  t.suspended_at AS suspendedAt, t.title, t.text_no AS textNo, t.text_hash AS textHash, t.shown,
  t.merged_into AS mergedInto, t.endorse_threshold AS endorseThreshold, t.endorsements,
  t.endorse_until AS endorseUntil, t.endorsed_no AS endorsedNo, t.declined_by AS declinedBy,
  t.review_asked_at AS reviewAskedAt, t.review_text AS reviewText, t.reviewed_at AS reviewedAt, t.stages_at AS stagesAt, t.pack, t.secret,
  t.roll_id AS rollId, t.deliberates_from AS deliberatesFrom, t.deliberates_until AS deliberatesUntil,
  t.votes_from AS votesFrom, t.votes_until AS votesUntil, t.extended, t.tally,
  t.publication_until AS publicationUntil, t.effective_on AS effectiveOn, t.rated_until AS ratedUntil, t.answer,
  t.opinions, t.stance_for AS stanceFor, t.stance_against AS stanceAgainst, t.stance_neutral AS stanceNeutral,
  t.open_objections AS openObjections, t.late_since AS lateSince, t.created_at AS createdAt,
  t.updated_at AS updatedAt, t.version`;

/** A topic as the driver gives it. */
export type StoredTopic = Omit<TopicRow, 'shown' | 'secret' | 'extended' | 'stagesAt' | 'pack' | 'tally'> & {
  shown: number;
  secret: number;
  extended: number;
  stagesAt: unknown;
  pack: unknown;
  tally: unknown;
};

export function toTopic(row: StoredTopic): TopicRow {
  return {
    ...row,
    shown: row.shown === 1,
    secret: row.secret === 1,
    extended: row.extended === 1,
    stagesAt: row.stagesAt === null ? {} : fromJson<TopicRow['stagesAt']>(row.stagesAt),
    pack: row.pack === null ? null : fromJson<TopicRow['pack']>(row.pack),
    tally: row.tally === null ? null : fromJson<StoredTally>(row.tally),
  };
}

const COLUMN_OF: Record<keyof TopicChange, string> = {
  track: 'track',
  title: 'title',
  textNo: 'text_no',
  textHash: 'text_hash',
  mergedInto: 'merged_into',
  endorseThreshold: 'endorse_threshold',
  endorsements: 'endorsements',
  endorseUntil: 'endorse_until',
  endorsedNo: 'endorsed_no',
  declinedBy: 'declined_by',
  reviewAskedAt: 'review_asked_at',
  reviewText: 'review_text',
  reviewedAt: 'reviewed_at',
  pack: 'pack',
  secret: 'secret',
  rollId: 'roll_id',
  deliberatesFrom: 'deliberates_from',
  deliberatesUntil: 'deliberates_until',
  votesFrom: 'votes_from',
  votesUntil: 'votes_until',
  extended: 'extended',
  tally: 'tally',
  publicationUntil: 'publication_until',
  effectiveOn: 'effective_on',
  ratedUntil: 'rated_until',
  answer: 'answer',
};

/** The status a step leaves behind, with what belongs to it. */
export interface TopicMove {
  status: TopicStatus;
  statusAt: Date;
  statusReason: string | null;
  suspendedFrom: TopicStatus | null;
  suspendedAt: Date | null;
  shown: boolean;
  stagesAt: TopicRow['stagesAt'];
}

/** SQL over topics one by one. Lists and queues are TopicListsRepository's. */
@Injectable()
export class TopicsRepository {
  async findById(sql: Sql, id: number): Promise<TopicRow | null> {
    return (await this.findByIds(sql, [id])).at(0) ?? null;
  }

  /** The same row, held until the transaction ends. */
  async findByIdForUpdate(tx: Sql, id: number): Promise<TopicRow | null> {
    const rows = await tx.query<StoredTopic>(
      `SELECT ${TOPIC_COLUMNS} FROM topic t WHERE t.id = ? FOR UPDATE`,
      [id],
    );
    return rows.map(toTopic).at(0) ?? null;
  }

  async findByIds(sql: Sql, ids: readonly number[]): Promise<TopicRow[]> {
    if (ids.length === 0) return [];
    const rows = await sql.query<StoredTopic>(`SELECT ${TOPIC_COLUMNS} FROM topic t WHERE t.id IN (?)`, [
      ids,
    ]);
    return rows.map(toTopic);
  }

  /** A new draft with its first text in force. */
  async insert(
    tx: Sql,
    topic: Pick<TopicRow, 'divisionCode' | 'initiatorId' | 'track' | 'title' | 'endorseThreshold'>,
    at: Date,
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO topic (division_code, initiator_id, track, status, status_at, title, endorse_threshold, created_at,
         updated_at) VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?)`,
      [topic.divisionCode, topic.initiatorId, topic.track, at, topic.title, topic.endorseThreshold, at, at],
    );
    return insertId;
  }

  /** One step of the path. False when the topic was no longer at `from`. */
  async move(
    tx: Sql,
    id: number,
    from: TopicStatus,
    to: TopicMove,
    change: TopicChange,
    at: Date,
  ): Promise<boolean> {
    const set = columnsOf(change);
    const { affectedRows } = await tx.execute(
      `UPDATE topic SET status = ?, status_at = ?, status_reason = ?, suspended_from = ?, suspended_at = ?, shown = ?,
         stages_at = ?,
         ${set.names.map((name) => `${name} = ?, `).join('')} version = version + 1, updated_at = ?
        WHERE id = ? AND status = ?`,
      [
        to.status,
        to.statusAt,
        to.statusReason,
        to.suspendedFrom,
        to.suspendedAt,
        to.shown ? 1 : 0,
        JSON.stringify(to.stagesAt),
        ...set.values,
        at,
        id,
        from,
      ],
    );
    return affectedRows === 1;
  }

  /** Changes that are no step of the path: endorsements counted, a review asked for. */
  async change(tx: Sql, id: number, change: TopicChange, at: Date): Promise<void> {
    const set = columnsOf(change);
    await tx.execute(
      `UPDATE topic SET ${set.names.map((name) => `${name} = ?, `).join('')} updated_at = ? WHERE id = ?`,
      [...set.values, at, id],
    );
  }

  /** Sets or clears since when a duty on the topic is late. */
  async setLateSince(tx: Sql, id: number, at: Date | null): Promise<void> {
    await tx.execute('UPDATE topic SET late_since = ? WHERE id = ?', [at, id]);
  }
}

function columnsOf(change: TopicChange): { names: string[]; values: unknown[] } {
  const names = (Object.keys(change) as (keyof TopicChange)[]).filter((name) => change[name] !== undefined);
  return {
    names: names.map((name) => COLUMN_OF[name]),
    values: names.map((name) => {
      const value = change[name];
      if (name === 'pack' || name === 'tally') return value === null ? null : JSON.stringify(value);
      return typeof value === 'boolean' ? Number(value) : value;
    }),
  };
}
