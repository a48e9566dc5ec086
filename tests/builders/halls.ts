import { genesisOf } from '@jiefang/bff/halls/record/record-chain';
import { RecordWriter } from '@jiefang/bff/halls/record/record-writer';
import { textHash } from '@jiefang/bff/halls/topics/topic-texts';
import type { Sql } from '@jiefang/bff/database/database';
import { rulePack, type RulePack } from '@jiefang/shared/rule-packs';
import { PUBLIC_TOPICS, type TopicStatus, type TopicTrack } from '@jiefang/shared/topics';
import { DAY_MS } from '@jiefang/shared/time';
import { MONDAY_MORNING } from './bookings.js';
import { buildPerson, buildResidency, grantRole, nextSerial } from './people.js';
import { COMMUNITY } from './venues.js';
import type { TestApp } from '../support/app.js';

export const STREET = COMMUNITY.slice(0, 9);

/** Days from Monday morning, as an instant. */
export const inDays = (days: number): Date => new Date(Date.parse(MONDAY_MORNING) + days * DAY_MS);

/** A person whose residence in the community was confirmed. Returns the row number. */
export async function buildResident(sql: Sql, communityCode = COMMUNITY): Promise<number> {
  const person = await buildPerson(sql);
  await buildResidency(sql, person, communityCode);
  return person;
}

/** A moderator of the community, or of whatever division is named. */
export async function buildModerator(sql: Sql, divisionCode = COMMUNITY): Promise<number> {
  const person = await buildPerson(sql);
  await grantRole(sql, person, 'moderator', divisionCode);
  return person;
}

/** A hall's own number of endorsers. */
export async function buildHall(
  sql: Sql,
  endorseThreshold: number,
  communityCode = COMMUNITY,
): Promise<void> {
  await sql.execute(
    `INSERT INTO hall (division_code, endorse_threshold, updated_at) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE endorse_threshold = VALUES(endorse_threshold)`,
    [communityCode, endorseThreshold, new Date(MONDAY_MORNING)],
  );
}

export interface TopicOptions {
  status?: TopicStatus;
  divisionCode?: string;
  /** A new verified resident when left out. */
  initiatorId?: number;
  track?: TopicTrack;
  title?: string;
  body?: string;
  endorseThreshold?: number;
  endorseUntil?: Date | null;
  /** A pack's code or a whole pack; none by default before the announcement, `household_majority` after. */
  pack?: string | RulePack | null;
  secret?: boolean;
  statusAt?: Date;
  suspendedFrom?: TopicStatus;
  deliberatesFrom?: Date;
  deliberatesUntil?: Date;
  votesFrom?: Date;
  votesUntil?: Date;
  publicationUntil?: Date;
  ratedUntil?: Date;
  tally?: Record<string, unknown> | null;
  verdict?: 'pass' | 'held' | 'hidden';
}

const BEFORE_ANNOUNCED: readonly TopicStatus[] = [
  'draft',
  'submitted',
  'under_review',
  'endorsing',
  'returned',
  'declined',
  'merged',
  'withdrawn',
];
const AFTER_FINALISED: readonly TopicStatus[] = [
  'finalised',
  'voting',
  'counted',
  'publicised',
  'effective',
  'implementing',
  'evaluated',
  'archived',
];
const AFTER_COUNTED: readonly TopicStatus[] = AFTER_FINALISED.slice(2);

/**
 * A topic as it stands at `status` on Monday morning, with its first text and an empty record; its windows are those
 * that fit the status (a deliberation that is over when finalised, a vote that runs when voting). With an application
 * the record begins with the text's version, as it does for a topic that was taken up. Returns the row number.
 */
export async function buildTopic(sql: Sql, options: TopicOptions = {}, app?: TestApp): Promise<number> {
  const status = options.status ?? 'deliberating';
  const divisionCode = options.divisionCode ?? COMMUNITY;
  const initiatorId = options.initiatorId ?? (await buildResident(sql, divisionCode));
  const title = options.title ?? `电动车充电棚建在哪？${nextSerial()}`;
  const body = options.body ?? '三栋楼下每晚都有人拉线充电，请大家商量一个地方。';
  const announced = !BEFORE_ANNOUNCED.includes(status);
  const pack =
    options.pack === undefined && announced
      ? rulePack('household_majority')
      : typeof options.pack === 'string'
        ? rulePack(options.pack)
        : (options.pack ?? null);
  const over = AFTER_FINALISED.includes(status);
  const counted = AFTER_COUNTED.includes(status);
  const votes = pack !== null && pack.decision !== null;
  const textSum = textHash({ title, body, no: 1 });
  const row = {
    division_code: divisionCode,
    initiator_id: initiatorId,
    track: options.track ?? 'deep',
    status,
    status_at: options.statusAt ?? inDays(-1),
    suspended_from: status === 'suspended' ? (options.suspendedFrom ?? 'deliberating') : null,
    suspended_at: status === 'suspended' ? (options.statusAt ?? inDays(-1)) : null,
    title: options.verdict === 'hidden' ? '（文字已隐藏）' : title,
    text_hash: over ? textSum : null,
    shown: PUBLIC_TOPICS.includes(status) ? 1 : 0,
    endorse_threshold: options.endorseThreshold ?? 0,
    endorse_until:
      options.endorseUntil === undefined
        ? status === 'endorsing'
          ? inDays(30)
          : null
        : options.endorseUntil,
    pack: pack === null ? null : JSON.stringify(pack),
    secret: options.secret === true ? 1 : 0,
    deliberates_from: announced
      ? (options.deliberatesFrom ?? inDays(status === 'announced' ? 3 : -10))
      : null,
    deliberates_until: announced
      ? (options.deliberatesUntil ?? inDays(over ? -1 : status === 'announced' ? 10 : 5))
      : null,
    votes_from: votes && over && status !== 'finalised' ? (options.votesFrom ?? inDays(-1)) : null,
    votes_until:
      votes && over && status !== 'finalised' ? (options.votesUntil ?? inDays(counted ? -0.01 : 6)) : null,
    tally:
      options.tally === undefined
        ? counted && votes
          ? JSON.stringify({ passed: true, sentences: [] })
          : null
        : options.tally === null
          ? null
          : JSON.stringify(options.tally),
    publication_until:
      options.publicationUntil ??
      (status === 'publicised' ? inDays(5) : counted && status !== 'counted' ? inDays(-1) : null),
    effective_on: counted && !['counted', 'publicised'].includes(status) ? '2026-11-22' : null,
    rated_until: options.ratedUntil ?? (status === 'evaluated' ? inDays(30) : null),
    created_at: inDays(-20),
    updated_at: inDays(-1),
  };
  const { insertId } = await sql.execute(`INSERT INTO topic (${Object.keys(row).join(', ')}) VALUES (?)`, [
    Object.values(row),
  ]);
  await sql.execute(
    `INSERT INTO topic_text (topic_id, no, title, body, hash, verdict, created_by, created_at)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?)`,
    [insertId, title, body, textSum, options.verdict ?? 'pass', initiatorId, inDays(-20)],
  );
  await openRecord(sql, insertId, app);
  if (app !== undefined && row.shown === 1) {
    const [seq] = await app.app.get(RecordWriter).append(sql, insertId, [
      {
        act: 'version',
        actor: { role: 'initiator', personId: initiatorId },
        body: { no: 1, hash: textSum.toString('hex') },
        contents: { title, body },
      },
    ]);
    await sql.execute('UPDATE topic_text SET record_seq = ? WHERE topic_id = ?', [seq, insertId]);
  }
  return insertId;
}

/** The head of a record nothing has been written to. */
async function openRecord(sql: Sql, topicId: number, app?: TestApp): Promise<void> {
  if (app !== undefined) return app.app.get(RecordWriter).open(sql, topicId);
  await sql.execute('INSERT INTO record_head (topic_id, seq, hash) VALUES (?, 0, ?)', [
    topicId,
    genesisOf(topicId),
  ]);
}

/** A roll of so many members, the first of them the people given, in order. Returns the row number. */
export async function buildRoll(
  sql: Sql,
  topicId: number,
  members: readonly { personId?: number; building?: string; area?: number | null }[],
  source = 'verified_residents',
): Promise<number> {
  const area = members.every((member) => typeof member.area === 'number')
    ? members.reduce((sum, member) => sum + (member.area ?? 0), 0)
    : null;
  const { insertId } = await sql.execute(
    `INSERT INTO roll (topic_id, source, size, area, hash, frozen_by, frozen_at) VALUES (?, ?, ?, ?, ?, 1, ?)`,
    [topicId, source, members.length, area, Buffer.alloc(32, 7), inDays(-10)],
  );
  for (const [index, member] of members.entries()) {
    const no = index + 1;
    await sql.execute(
      `INSERT INTO roll_member (roll_id, no, building, label_cipher, area, salt, commitment)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        insertId,
        no,
        member.building ?? '1幢',
        Buffer.alloc(16, no),
        member.area ?? null,
        Buffer.alloc(16, no),
        Buffer.alloc(32, no),
      ],
    );
    if (member.personId !== undefined)
      await sql.execute(
        `INSERT INTO roll_voter (roll_id, member_no, capacity, person_id) VALUES (?, ?, 'self', ?)`,
        [insertId, no, member.personId],
      );
  }
  await sql.execute('UPDATE topic SET roll_id = ? WHERE id = ?', [insertId, topicId]);
  await sql.execute(
    'INSERT INTO ballot_box (topic_id) VALUES (?) ON DUPLICATE KEY UPDATE topic_id = topic_id',
    [topicId],
  );
  return insertId;
}

/** What a topic's row says. */
export async function storedTopic(
  sql: Sql,
  topicId: number,
): Promise<{ status: TopicStatus; version: number; endorsements: number; textNo: number; shown: number }> {
  const [row] = await sql.query<{
    status: TopicStatus;
    version: number;
    endorsements: number;
    textNo: number;
    shown: number;
  }>('SELECT status, version, endorsements, text_no AS textNo, shown FROM topic WHERE id = ?', [topicId]);
  if (row === undefined) throw new Error('no such topic');
  return row;
}

/** The acts on a topic's record, oldest first. */
export async function recordActs(sql: Sql, topicId: number): Promise<string[]> {
  const rows = await sql.query<{ act: string }>(
    'SELECT act FROM record_entry WHERE topic_id = ? ORDER BY seq',
    [topicId],
  );
  return rows.map((row) => row.act);
}
