import path from 'node:path';
import { APP_CONFIG } from '@jiefang/bff/common/tokens';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { AppConfig } from '@jiefang/bff/config/app-config';
import { connectDatabase, createDataSource } from '@jiefang/bff/database/data-source';
import { seedDemo } from '@jiefang/bff/demo/seed';
import { importDivisions } from '@jiefang/bff/divisions/importer';
import { RecordExport } from '@jiefang/bff/halls/record/record-export';
import { RecordRoots } from '@jiefang/bff/halls/record/record-roots';
import { TopicClock } from '@jiefang/bff/halls/topics/topic-clock';
import { verifyRecord } from '@jiefang/shared/record';
import { holdClock } from '../../builders/bookings.js';
import { exported } from '../../builders/record.js';
import { createApp, TEST_SECRET, type TestApp } from '../../support/app.js';
import { TestClock } from '../../support/clock.js';

const DIVISIONS = path.resolve(__dirname, '../../../bff/data/divisions');
const YANAN = '350602002002';
const STREET = '350602002';

/** Every one of these counts rows that contradict each other or a rule. */
const CONTRADICTIONS: Record<string, string> = {
  'endorsements that are miscounted': `SELECT COUNT(*) AS n FROM topic t WHERE t.endorsements <>
     (SELECT COUNT(*) FROM endorsement e WHERE e.topic_id = t.id AND e.text_no = t.text_no AND e.withdrawn_at IS NULL)`,
  'people who endorsed their own topic': `SELECT COUNT(*) AS n FROM endorsement e JOIN topic t ON t.id = e.topic_id
     WHERE e.person_id = t.initiator_id`,
  'reactions that are miscounted': `SELECT COUNT(*) AS n FROM opinion o WHERE o.agree <>
     (SELECT COUNT(*) FROM opinion_reaction r WHERE r.opinion_id = o.id AND r.value = 1)`,
  'replies that are miscounted': `SELECT COUNT(*) AS n FROM opinion o WHERE o.parent_id = 0 AND o.replies <>
     (SELECT COUNT(*) FROM opinion r WHERE r.parent_id = o.id AND r.listed = 1)`,
  'reactions to one’s own words': `SELECT COUNT(*) AS n FROM opinion_reaction r JOIN opinion o ON o.id = r.opinion_id
     WHERE r.person_id = o.author_id`,
  'marks that are miscounted': `SELECT COUNT(*) AS n FROM ballot_box b
     WHERE b.marks <> (SELECT COUNT(*) FROM ballot_mark m WHERE m.topic_id = b.topic_id)`,
  'ballots off the roll': `SELECT COUNT(*) AS n FROM open_ballot b JOIN topic t ON t.id = b.topic_id
     WHERE NOT EXISTS (SELECT 1 FROM roll_voter v WHERE v.roll_id = t.roll_id AND v.member_no = b.member_no
                          AND v.person_id = b.cast_by)`,
  'ballots out of time': `SELECT COUNT(*) AS n FROM open_ballot b JOIN topic t ON t.id = b.topic_id
     WHERE b.cast_at < t.votes_from OR b.cast_at >= t.votes_until`,
  'objections that are miscounted': `SELECT COUNT(*) AS n FROM topic t WHERE t.open_objections <>
     (SELECT COUNT(*) FROM topic_objection o WHERE o.topic_id = t.id AND o.status = 'open')`,
  'entries out of order': `SELECT COUNT(*) AS n FROM record_entry a JOIN record_entry b
     ON b.topic_id = a.topic_id AND b.seq = a.seq + 1 WHERE b.at < a.at`,
  'entries of the future': 'SELECT COUNT(*) AS n FROM record_entry WHERE at > ?',
  'topics out of order':
    'SELECT COUNT(*) AS n FROM topic a JOIN topic b ON b.id > a.id WHERE b.created_at < a.created_at',
  'staff who acted on their own topic': `SELECT COUNT(*) AS n FROM topic t JOIN role_grant g ON g.person_id = t.initiator_id`,
  'kept answers of a seed': 'SELECT COUNT(*) AS n FROM idempotency',
  'messages of the past that wait': 'SELECT COUNT(*) AS n FROM outbox WHERE done_at IS NULL AND due_at <= ?',
};

/** A Monday morning, a night before a Sunday, an afternoon in the middle of the autumn holidays. */
const STARTS = ['2026-11-23T01:05:00Z', '2026-11-21T18:30:00Z', '2026-10-04T06:00:00Z'];

describe.each(STARTS)('the halls in the demo city of %s', (start) => {
  let app: TestApp;
  const people = new Map<string, number>();
  const seed = async (at: string): Promise<string[]> => {
    const lines: string[] = [];
    const url = app.app.get<AppConfig>(APP_CONFIG).databaseUrl;
    const dataSource = await connectDatabase(createDataSource({ url, poolSize: 2 }));
    try {
      await importDivisions(dataSource, DIVISIONS);
      const began = Date.now();
      await seedDemo(dataSource, (line) => lines.push(`${Date.now() - began} ms ${line}`), {
        appSecret: TEST_SECRET,
        now: new Date(at),
      });
      lines.push(`${Date.now() - began} ms`);
    } finally {
      await dataSource.destroy();
    }
    return lines;
  };
  const read = async <T>(who: string | undefined, rest: string): Promise<T> => {
    const answer = await app.as(who === undefined ? undefined : people.get(`demo-${who}`)).get(rest);
    expect({ rest, status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({
      rest,
      status: 200,
      text: '',
    });
    return answer.body as T;
  };
  const topicIds = async (): Promise<number[]> =>
    (await app.database.query<{ id: number }>('SELECT id FROM topic ORDER BY id')).map((row) => row.id);
  const idOf = async (title: string): Promise<string> => {
    const [row] = await app.database.query<{ id: number }>('SELECT id FROM topic WHERE title = ?', [title]);
    return encodeId('topic', row?.id ?? 0);
  };
  /** What the verifier finds in the records of all topics, also of those that only their writers see. */
  const faultyRecords = async (): Promise<unknown[]> => {
    const faults: unknown[] = [];
    for (const id of await topicIds()) {
      let text = '';
      const title =
        (await app.database.query<{ title: string }>('SELECT title FROM topic WHERE id = ?', [id]))[0]
          ?.title ?? '';
      for await (const piece of await app.app.get(RecordExport).open({ id, title })) text += piece;
      const report = verifyRecord(text.trimEnd().split('\n'));
      if (!report.ok) faults.push({ id, faults: report.faults.slice(0, 3) });
    }
    return faults;
  };
  const contradictions = async (at: string): Promise<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const [name, sql] of Object.entries(CONTRADICTIONS)) {
      const values = sql.includes('?') ? [new Date(at)] : [];
      const n = (await app.database.query<{ n: number }>(sql, values))[0]?.n ?? -1;
      if (n !== 0) found[name] = n;
    }
    return found;
  };

  beforeAll(async () => {
    app = await createApp({ clock: new TestClock(new Date(start)) });
    await holdClock(app);
    const lines = await seed(start);
    console.log(lines.join('\n'));
    const rows = await app.database.query<{ id: number; openid: string }>(
      "SELECT id, openid FROM person WHERE openid LIKE 'demo-%'",
    );
    for (const row of rows) people.set(row.openid, row.id);
  }, 90_000);
  afterAll(() => app.close());

  it('contradict nothing', async () => {
    expect(await contradictions(start)).toEqual({});
  });

  it('have a record that proves for every topic', async () => {
    expect((await topicIds()).length).toBeGreaterThanOrEqual(15);
    expect(await faultyRecords()).toEqual([]);
  });
});
