import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import { OPINION_COLUMNS } from './opinions.repository.js';
import type { ShownOpinionRow } from './opinion-rows.js';

export const OPINION_SORTS = ['newest', 'agreed', 'contested'] as const;
export type OpinionSort = (typeof OPINION_SORTS)[number];

/** Where a page begins: after the opinion with this row number, which had this count when it was shown. */
export interface OpinionKey {
  count: number;
  id: number;
}

/** The column that sorts, in the indexes (topic_id, parent_id, listed, column, id). */
const SORTED_BY = { agreed: 'agree', contested: 'contested' } as const;

const SHOWN = `${OPINION_COLUMNS}, o.contested, COALESCE(o.author_name, p.nickname) AS nickname, r.value AS reaction,
  (o.author_id = ? AND EXISTS (SELECT 1 FROM opinion_text v
     WHERE v.opinion_id = o.id AND v.no > o.text_no AND v.verdict = 'held')) AS pending,
  c.id AS caseId, c.status AS caseStatus, c.decided_at AS caseDecidedAt`;
/** A stub names the case that hid it: the last one that did. */
const BESIDE = `LEFT JOIN person p ON p.id = o.author_id
  LEFT JOIN opinion_reaction r ON r.opinion_id = o.id AND r.person_id = ?
  LEFT JOIN moderation_case c ON c.id = IF(o.status = 'hidden', (SELECT MAX(d.id) FROM moderation_case d
     WHERE d.subject_kind = 'opinion' AND d.subject_id = o.id AND d.decision = 'hide'), NULL)`;
/** No person has this number. */
const NOBODY = 0;

/** SQL of pages of opinions. Each page is one statement that reads as many rows as it shows, however long the list is. */
@Injectable()
export class OpinionPagesRepository {
  /** A page of one level of a topic. `viewerId` null is a visitor. */
  findPage(
    sql: Sql,
    topicId: number,
    parentId: number,
    sort: OpinionSort,
    after: OpinionKey | null,
    limit: number,
    viewerId: number | null,
  ): Promise<ShownOpinionRow[]> {
    const keys = sort === 'newest' ? newestKeys(after) : countedKeys(SORTED_BY[sort], after);
    const level = [topicId, parentId];
    const values = keys.more.flatMap((more) => [...level, ...more, limit]);
    const order = sort === 'newest' ? 'o.id DESC' : `k.n DESC, o.id DESC`;
    return sql.query<ShownOpinionRow>(
      `SELECT ${SHOWN} FROM (${keys.statement}) k JOIN opinion o ON o.id = k.id ${BESIDE}
        ORDER BY ${order} LIMIT ?`,
      [viewerId ?? NOBODY, ...values, viewerId ?? NOBODY, limit],
    );
  }

  /** What the viewer wrote on this level and a person has not looked at yet, newest first. */
  findOwnHeld(
    sql: Sql,
    topicId: number,
    parentId: number,
    viewerId: number,
    limit: number,
  ): Promise<ShownOpinionRow[]> {
    return sql.query<ShownOpinionRow>(
      `SELECT ${SHOWN} FROM opinion o FORCE INDEX (opinion_author) ${BESIDE}
        WHERE o.topic_id = ? AND o.parent_id = ? AND o.author_id = ? AND o.status = 'held'
        ORDER BY o.id DESC LIMIT ?`,
      [viewerId, viewerId, topicId, parentId, viewerId, limit],
    );
  }

  /** What a person wrote on any topic, newest first. */
  findByAuthor(sql: Sql, authorId: number, afterId: number | null, limit: number): Promise<OwnOpinionRow[]> {
    return sql.query<OwnOpinionRow>(
      `SELECT ${SHOWN}, t.title AS topicTitle, t.status AS topicStatus FROM opinion o ${BESIDE}
         JOIN topic t ON t.id = o.topic_id
        WHERE o.author_id = ? ${afterId === null ? '' : 'AND o.id < ?'} ORDER BY o.id DESC LIMIT ?`,
      [authorId, authorId, authorId, ...(afterId === null ? [] : [afterId]), limit],
    );
  }

  async findOne(sql: Sql, id: number, viewerId: number | null): Promise<ShownOpinionRow | null> {
    const rows = await sql.query<ShownOpinionRow>(`SELECT ${SHOWN} FROM opinion o ${BESIDE} WHERE o.id = ?`, [
      viewerId ?? NOBODY,
      viewerId ?? NOBODY,
      id,
    ]);
    return rows.at(0) ?? null;
  }
}

/** An own opinion with the topic it is about. */
export type OwnOpinionRow = ShownOpinionRow & { topicTitle: string; topicStatus: string };

interface Keys {
  statement: string;
  /** Values of each part after topic and parent, before its limit. */
  more: number[][];
}

function newestKeys(after: OpinionKey | null): Keys {
  return {
    statement: `SELECT id FROM opinion FORCE INDEX (opinion_newest)
      WHERE topic_id = ? AND parent_id = ? AND listed = 1 ${after === null ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ?`,
    more: [after === null ? [] : [after.id]],
  };
}

/**
 * The rest of those with the same count, then those with less: each part begins at its place in the index. As one
 * condition it would be a filter over all that have the same count, and most opinions have none.
 */
function countedKeys(column: 'agree' | 'contested', after: OpinionKey | null): Keys {
  const part = (condition: string): string =>
    `SELECT id, ${column} AS n FROM opinion FORCE INDEX (opinion_${column === 'agree' ? 'agreed' : 'contested'})
      WHERE topic_id = ? AND parent_id = ? AND listed = 1 ${condition} ORDER BY ${column} DESC, id DESC LIMIT ?`;
  if (after === null) return { statement: part(''), more: [[]] };
  return {
    statement: `(${part(`AND ${column} = ? AND id < ?`)}) UNION ALL (${part(`AND ${column} < ?`)})`,
    more: [[after.count, after.id], [after.count]],
  };
}
