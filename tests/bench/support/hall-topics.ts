import type { DataSource } from 'typeorm';
import { insertAll, randomNumbers } from './city.js';

export const ORDERS = ['newest', 'agreed', 'contested'] as const;
export type Order = (typeof ORDERS)[number];

/** A topic whose pages are measured. */
export interface SaidTopic {
  id: number;
  /** Row numbers of its opinions. */
  ids: number[];
  /** For each order the sort keys [count, id] of all opinions, first to last. */
  keys: Record<Order, [number, number][]>;
}

const COMMUNITY = '350602002002';
const AT = new Date('2026-11-01T00:00:00Z');
const WORDS = '楼下的充电棚离窗户太近，晚上有人说话也睡不好，能不能往东门那边挪一挪？';
/** One opinion in so many is a stub. */
const HIDDEN_EVERY = 25;
/** Row numbers of a topic's opinions begin here times its own number. */
const BLOCK = 1_000_000;

/**
 * A topic under deliberation with so many opinions of the first level by everybody in turn. Most are agreed with by
 * nobody, as it is in life, so that many have the same place in an order but for their number.
 */
export async function buildSaidTopic(
  dataSource: DataSource,
  { id, opinions, people }: { id: number; opinions: number; people: number },
): Promise<SaidTopic> {
  const random = randomNumbers(id);
  await insertAll(
    dataSource,
    'topic',
    'id, division_code, initiator_id, track, status, status_at, title, shown, endorse_threshold, created_at, updated_at',
    [[id, COMMUNITY, 1, 'deep', 'deliberating', AT, '电动车充电棚建在哪？', 1, 0, AT, AT]],
  );
  const rows = Array.from({ length: opinions }, (_, index) => ({
    id: id * BLOCK + index,
    agree: random(3) === 0 ? random(30) : 0,
    disagree: random(3) === 0 ? random(30) : 0,
    hidden: index % HIDDEN_EVERY === 0,
    author: 1 + (index % people),
  }));
  await insertAll(
    dataSource,
    'opinion',
    'id, topic_id, author_id, role, stance, status, text, hide_reason, agree, disagree, created_at, updated_at',
    rows.map((row) => [
      row.id,
      id,
      row.author,
      'resident',
      'neutral',
      row.hidden ? 'hidden' : 'visible',
      `${WORDS}${row.id}`,
      row.hidden ? 'abuse' : null,
      row.agree,
      row.disagree,
      AT,
      AT,
    ]),
  );
  await insertAll(
    dataSource,
    'opinion_text',
    'opinion_id, no, text, verdict, created_at',
    rows.map((row) => [row.id, 1, `${WORDS}${row.id}`, 'pass', AT]),
  );
  await insertAll(
    dataSource,
    'moderation_case',
    'division_code, topic_id, subject_kind, subject_id, author_id, source, status, decision, reason, decided_at, created_at',
    rows
      .filter((row) => row.hidden)
      .map((row) => [
        COMMUNITY,
        id,
        'opinion',
        row.id,
        row.author,
        'report',
        'decided',
        'hide',
        'abuse',
        AT,
        AT,
      ]),
  );
  // As many rows to look among for what the reader thinks, whatever the topic's size.
  await insertAll(
    dataSource,
    'opinion_reaction',
    'opinion_id, person_id, value, updated_at',
    rows.flatMap((row) => [1, 2, 3].map((n) => [row.id, 1 + ((row.id * 7 + n * 101) % people), 1, AT])),
  );
  const keysBy = (count: (row: (typeof rows)[number]) => number): [number, number][] =>
    rows.map((row): [number, number] => [count(row), row.id]).sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  return {
    id,
    ids: rows.map((row) => row.id),
    keys: {
      newest: keysBy(() => 0),
      agreed: keysBy((row) => row.agree),
      contested: keysBy((row) => Math.min(row.agree, row.disagree)),
    },
  };
}
