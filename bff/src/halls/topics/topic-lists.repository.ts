import { Injectable } from '@nestjs/common';
import { TOPIC_STAGES, type TopicStatus } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import type { TopicQueue } from './topic-requests.dto.js';
import type { TopicRow, TopicStage } from './topic-rows.js';
import { TOPIC_COLUMNS, toTopic, type StoredTopic } from './topics.repository.js';

/** Topics that nothing more happens to, as a hall's page sets them apart. */
export const CLOSED_TOPICS: readonly TopicStatus[] = ['archived', 'declined', 'merged', 'failed'];

/** SQL over lists of topics: keys are picked from an index, whole rows are read for the page alone. Newest first. */
@Injectable()
export class TopicListsRepository {
  /** Shown topics of a community. */
  async findShown(
    sql: Sql,
    divisionCode: string,
    filter: { stage: TopicStage | null; closed: boolean; text: string | null },
    before: number | null,
    limit: number,
  ): Promise<TopicRow[]> {
    const where = ['k.division_code = ?', 'k.shown = 1'];
    const values: unknown[] = [divisionCode];
    const statuses = TOPIC_STAGES.find((stage) => stage.code === filter.stage)?.statuses;
    if (statuses !== undefined) {
      where.push("(k.status IN (?) OR (k.status = 'suspended' AND k.suspended_from IN (?)))");
      values.push(statuses, statuses);
    }
    if (filter.closed) {
      where.push('k.status IN (?)');
      values.push(CLOSED_TOPICS);
    }
    if (filter.text !== null) {
      where.push('k.title LIKE ?');
      values.push(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`);
    }
    return this.page(sql, where, values, before, limit);
  }

  /** What a person raised, whatever became of it. */
  findOfPerson(sql: Sql, personId: number, before: number | null, limit: number): Promise<TopicRow[]> {
    return this.page(sql, ['k.initiator_id = ?'], [personId], before, limit);
  }

  /** A queue of staff, over the division's subtree. */
  findQueue(
    sql: Sql,
    divisionCode: string,
    queue: TopicQueue,
    before: number | null,
    limit: number,
  ): Promise<TopicRow[]> {
    return this.page(
      sql,
      ["k.division_code LIKE CONCAT(?, '%')", QUEUE_CONDITIONS[queue]],
      [divisionCode],
      before,
      limit,
    );
  }

  private async page(
    sql: Sql,
    where: readonly string[],
    values: readonly unknown[],
    before: number | null,
    limit: number,
  ): Promise<TopicRow[]> {
    const rows = await sql.query<StoredTopic>(
      `SELECT ${TOPIC_COLUMNS} FROM (
         SELECT k.id FROM topic k WHERE ${where.join(' AND ')} ${before === null ? '' : 'AND k.id < ?'}
          ORDER BY k.id DESC LIMIT ?) p JOIN topic t ON t.id = p.id ORDER BY t.id DESC`,
      [...values, ...(before === null ? [] : [before]), limit],
    );
    return rows.map(toTopic);
  }
}

/** `endorsed`: enough have endorsed, the announcement is due. */
const QUEUE_CONDITIONS: Record<TopicQueue, string> = {
  review: "k.status IN ('submitted', 'under_review')",
  endorsed: "k.status = 'endorsing' AND k.endorsed_no = k.text_no",
  running: `(k.status IN ('announced', 'deliberating', 'finalised', 'voting', 'counted', 'publicised', 'effective',
    'implementing', 'evaluated', 'suspended') OR (k.status = 'endorsing' AND NOT k.endorsed_no <=> k.text_no))`,
  declined: "k.status = 'declined' AND k.review_asked_at IS NOT NULL AND k.reviewed_at IS NULL",
  late: 'k.late_since IS NOT NULL',
  // Where ballots or opinions are taken by phone and on paper, or wait for their second reader.
  assisted: `(k.status = 'voting' OR EXISTS (SELECT 1 FROM assisted_entry a
    WHERE a.topic_id = k.id AND a.status = 'waiting'))`,
  all: "k.status <> 'draft'",
};
