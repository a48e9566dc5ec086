import { Injectable } from '@nestjs/common';
import type { RollSource } from '@jiefang/shared/rule-packs';
import type { Sql } from '../../database/database.js';
import type { TopicRow } from './topic-rows.js';

/** What the caller is to one topic. */
export interface Personal {
  endorsed: boolean;
  /** Memberships of the roll that the caller may vote for, and how many of them have voted. */
  memberships: number;
  marked: number;
}

const NOBODY: Personal = { endorsed: false, memberships: 0, marked: 0 };

/** Facts about one topic that its page shows beside its row. */
export interface PageFacts {
  recordSeq: number;
  recordHash: Buffer | null;
  versions: number;
  held: number;
  minutes: number;
  meetings: number;
  objections: number;
  openObjections: number;
  followUps: number;
  rollSource: RollSource | null;
}

/** What the caller could do on one topic's page beside what its row tells. */
export interface PersonalActions {
  mergeAsked: boolean;
  objecting: boolean;
  rateable: boolean;
  meetingNow: boolean;
  minutesWaiting: boolean;
}

/** Reads beside the topics' own rows: of many topics at once for lists, of one for its page. */
@Injectable()
export class TopicFactsRepository {
  /** Sizes of rolls by their row number. */
  async rollSizes(sql: Sql, rollIds: readonly number[]): Promise<Map<number, number>> {
    if (rollIds.length === 0) return new Map();
    const rows = await sql.query<{ id: number; size: number }>('SELECT id, size FROM roll WHERE id IN (?)', [
      rollIds,
    ]);
    return new Map(rows.map((row) => [row.id, row.size]));
  }

  /** What the person is to each of the topics. */
  async personal(
    sql: Sql,
    personId: number,
    topics: readonly Pick<TopicRow, 'id' | 'textNo' | 'rollId' | 'endorsedNo'>[],
  ): Promise<Map<number, Personal>> {
    const found = new Map(topics.map((topic) => [topic.id, { ...NOBODY }]));
    if (topics.length === 0) return found;
    const endorsed = await sql.query<{ topicId: number; textNo: number }>(
      `SELECT topic_id AS topicId, text_no AS textNo FROM endorsement
        WHERE person_id = ? AND topic_id IN (?) AND withdrawn_at IS NULL`,
      [personId, topics.map((topic) => topic.id)],
    );
    for (const topic of topics) {
      const mine = found.get(topic.id);
      if (mine === undefined) continue;
      mine.endorsed = endorsed.some(
        (one) => one.topicId === topic.id && (one.textNo === topic.textNo || one.textNo === topic.endorsedNo),
      );
    }
    const rollIds = topics.flatMap((topic) => topic.rollId ?? []);
    if (rollIds.length === 0) return found;
    // An owner without an account at the freezing is found by the phone bound since.
    const rows = await sql.query<{ topicId: number; memberships: number; marked: number }>(
      `SELECT r.topic_id AS topicId, COUNT(*) AS memberships, COUNT(m.member_no) AS marked
         FROM (SELECT roll_id, member_no FROM roll_voter WHERE person_id = ? AND roll_id IN (?)
               UNION
               SELECT roll_id, member_no FROM roll_voter
                WHERE phone_hash = (SELECT phone_hash FROM person WHERE id = ?) AND person_id IS NULL
                  AND roll_id IN (?)) v
         JOIN roll r ON r.id = v.roll_id
         LEFT JOIN ballot_mark m ON m.topic_id = r.topic_id AND m.member_no = v.member_no
        GROUP BY r.topic_id`,
      [personId, rollIds, personId, rollIds],
    );
    for (const row of rows) {
      const mine = found.get(row.topicId);
      if (mine !== undefined) Object.assign(mine, { memberships: row.memberships, marked: row.marked });
    }
    return found;
  }

  async page(sql: Sql, topic: Pick<TopicRow, 'id' | 'rollId'>): Promise<PageFacts> {
    const [row] = await sql.query<PageFacts>(
      `SELECT (SELECT seq FROM record_head WHERE topic_id = ?) AS recordSeq,
              (SELECT hash FROM record_head WHERE topic_id = ?) AS recordHash,
              (SELECT COUNT(*) FROM topic_text WHERE topic_id = ? AND record_seq IS NOT NULL) AS versions,
              (SELECT COUNT(*) FROM topic_text WHERE topic_id = ? AND verdict = 'held') AS held,
              (SELECT COUNT(*) FROM minutes WHERE topic_id = ? AND status <> 'draft') AS minutes,
              (SELECT COUNT(*) FROM meeting WHERE topic_id = ? AND status <> 'cancelled') AS meetings,
              (SELECT COUNT(*) FROM topic_objection WHERE topic_id = ? AND status NOT IN ('held', 'hidden')) AS objections,
              (SELECT COUNT(*) FROM topic_objection WHERE topic_id = ? AND live = 1) AS openObjections,
              (SELECT COUNT(*) FROM follow_up WHERE topic_id = ?) AS followUps,
              (SELECT source FROM roll WHERE id = ?) AS rollSource`,
      [...Array.from({ length: 9 }, () => topic.id), topic.rollId],
    );
    if (row === undefined) throw new Error('a SELECT without a FROM gave no row');
    return { ...row, recordSeq: row.recordSeq ?? 0 };
  }

  /** What waits for this person on this topic. `early` is when one may sign in to a meeting that begins later. */
  async actions(
    sql: Sql,
    topicId: number,
    personId: number,
    now: Date,
    early: Date,
  ): Promise<PersonalActions> {
    const [row] = await sql.query<Record<keyof PersonalActions, number>>(
      `SELECT EXISTS (SELECT 1 FROM merge_consent
                       WHERE topic_id = ? AND person_id = ? AND status = 'asked') AS mergeAsked,
              EXISTS (SELECT 1 FROM topic_objection WHERE topic_id = ? AND person_id = ? AND live = 1) AS objecting,
              EXISTS (SELECT 1 FROM follow_up f LEFT JOIN follow_up_rating r
                        ON r.follow_up_id = f.id AND r.person_id = ?
                       WHERE f.topic_id = ? AND f.status = 'done' AND r.person_id IS NULL) AS rateable,
              EXISTS (SELECT 1 FROM meeting m LEFT JOIN meeting_attendee a
                        ON a.meeting_id = m.id AND a.person_id = ?
                       WHERE m.topic_id = ? AND m.status IN ('called', 'open') AND m.starts_at <= ? AND m.ends_at >= ?
                         AND a.id IS NULL) AS meetingNow,
              EXISTS (SELECT 1 FROM minutes n JOIN meeting m ON m.topic_id = n.topic_id
                        JOIN meeting_attendee a ON a.meeting_id = m.id AND a.person_id = ?
                        LEFT JOIN minutes_confirmation c
                          ON c.topic_id = n.topic_id AND c.no = n.no AND c.attendee_id = a.id
                       WHERE n.topic_id = ? AND n.status = 'confirming' AND c.attendee_id IS NULL) AS minutesWaiting`,
      [
        topicId,
        personId,
        topicId,
        personId,
        personId,
        topicId,
        personId,
        topicId,
        early,
        now,
        personId,
        topicId,
      ],
    );
    return {
      mergeAsked: row?.mergeAsked === 1,
      objecting: row?.objecting === 1,
      rateable: row?.rateable === 1,
      meetingNow: row?.meetingNow === 1,
      minutesWaiting: row?.minutesWaiting === 1,
    };
  }
}
