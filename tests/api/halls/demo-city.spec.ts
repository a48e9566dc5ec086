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
import { createApp, TEST_SECRET, type TestApp } from '../../support/app.js';
import { TestClock } from '../../support/clock.js';

jest.setTimeout(90_000);

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
      await seedDemo(dataSource, (line) => lines.push(line), {
        appSecret: TEST_SECRET,
        now: new Date(at),
      });
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
    expect(lines.filter((line) => line.includes('个议题'))).toHaveLength(1);
    const rows = await app.database.query<{ id: number; openid: string }>(
      "SELECT id, openid FROM person WHERE openid LIKE 'demo-%'",
    );
    for (const row of rows) people.set(row.openid, row.id);
  }, 240_000);
  afterAll(() => app.close());

  it('contradict nothing', async () => {
    expect(await contradictions(start)).toEqual({});
  });

  it('have a record that proves for every topic, and a daily root above them', async () => {
    expect((await topicIds()).length).toBeGreaterThanOrEqual(15);
    expect(await faultyRecords()).toEqual([]);
    await app.app.get(RecordRoots).run();
    expect(await faultyRecords()).toEqual([]);
  });

  it('stand on every stretch of the path', async () => {
    const rows = await app.database.query<{ title: string; status: string }>(
      'SELECT title, status FROM topic',
    );
    expect(Object.fromEntries(rows.map((row) => [row.title, row.status]))).toEqual({
      小区大门要不要装门禁: 'implementing',
      老年食堂的菜价和口味: 'evaluated',
      垃圾分类点迁到配电房旁边: 'failed',
      '延安北路 126 号加装电梯': 'counted',
      停车位怎么划线: 'publicised',
      广场舞的时间和音量: 'voting',
      党群中心二楼图书角的开放时间: 'finalised',
      电动车充电棚建在哪: 'deliberating',
      '文昌苑 2 栋到北门的路灯不亮': 'implementing',
      把地下室租给健身房: 'declined',
      文昌苑楼下添几张长椅: 'endorsing',
      给老人加几个歇脚的凳子: 'merged',
      '3 栋门口下水道返水': 'under_review',
      遛狗不牵绳怎么管: 'returned',
      楼下早点铺凌晨四点开卷帘门: 'under_review',
      快递柜放到门卫室旁边: 'submitted',
    });
    const hall = await read<Record<string, unknown>>(undefined, `/halls/${YANAN}`);
    expect(hall).toMatchObject({
      promises: { onTime: 2, kept: 2, late: 1, broken: 1 },
      lateTopics: 1,
    });
    const lift = await read<{ tally: unknown }>(
      undefined,
      `/topics/${await idOf('延安北路 126 号加装电梯')}`,
    );
    expect(lift.tally).toMatchObject({ passed: true, areas: { for: expect.any(Number) as number } });
    const waste = await read<{ statusReason: string }>(
      undefined,
      `/topics/${await idOf('垃圾分类点迁到配电房旁边')}`,
    );
    expect(waste.statusReason).toMatch(/参加/);
  });

  it('give 林阿姨 a vote to cast, a topic to improve, a merge to answer', async () => {
    const vote = await read<{ open: boolean; memberships: { voted: boolean }[] }>(
      'verified',
      `/topics/${await idOf('广场舞的时间和音量')}/vote`,
    );
    expect(vote).toMatchObject({ open: true, memberships: [{ voted: false }] });
    const own = await read<{ items: { status: string }[] }>('verified', '/me/topics');
    expect(own.items.map((item) => item.status)).toEqual(['returned']);
    const merges = await read<{ items: unknown[] }>('verified', '/me/merges');
    expect(merges.items).toHaveLength(1);
    const inbox = await read<{ items: { kind: string; createdAt: string }[] }>(
      'verified',
      '/me/notices?limit=50',
    );
    expect(inbox.items.map((item) => item.kind)).toEqual(
      expect.arrayContaining(['topic_returned', 'topic_voting']),
    );
    const times = inbox.items.map((item) => item.createdAt);
    expect([...times].sort().reverse()).toEqual(times);
  });

  it('have sixty opinions about the shed, with stubs, and work for both moderators', async () => {
    const shed = await idOf('电动车充电棚建在哪');
    const page = await read<{ items: { status: string; replies: number; agree: number }[] }>(
      undefined,
      `/topics/${shed}/opinions?limit=50`,
    );
    expect(page.items.length).toBeGreaterThanOrEqual(40);
    expect(page.items.filter((one) => one.status === 'hidden')).toHaveLength(2);
    expect(page.items.some((one) => one.replies > 1)).toBe(true);
    const [all] = await app.database.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM opinion o JOIN topic t ON t.id = o.topic_id WHERE t.title = '电动车充电棚建在哪'",
    );
    expect(all?.n).toBeGreaterThanOrEqual(60);
    const todo = await read<Record<string, { count: number }>>(
      'moderator',
      `/staff/divisions/${YANAN}/halls-todo`,
    );
    expect(todo).toMatchObject({ cases: { count: 2 }, objections: { count: 1 } });
    const appeals = await read<{ items: unknown[] }>(
      'street-moderator',
      `/staff/divisions/${STREET}/cases?queue=appeals`,
    );
    expect(appeals.items).toHaveLength(1);
    const declined = await read<{ items: unknown[] }>(
      'street-moderator',
      `/staff/divisions/${STREET}/topics?queue=declined`,
    );
    expect(declined.items).toHaveLength(1);
    const meetings = await read<{ items: { status: string; attendees: number; speeches: number }[] }>(
      undefined,
      `/topics/${shed}/meetings`,
    );
    expect(meetings.items).toMatchObject([{ status: 'closed', speeches: 4 }, { status: 'called' }]);
    const finalised = await idOf('党群中心二楼图书角的开放时间');
    const { minutes } = await read<{ minutes: unknown }>(undefined, `/topics/${finalised}/minutes`);
    expect(minutes).toMatchObject({ status: 'confirmed', minority: [{ cites: [{}, {}] }] });
  });

  it('stay alive and proved when the city starts again, and weeks later', async () => {
    expect(await seed(start)).toEqual([]);
    const later = new Date(new Date(start).getTime() + 17 * 86_400_000);
    app.clock.set(later);
    await app.app.get(TopicClock).run();
    const lines = await seed(later.toISOString());
    expect(lines.filter((line) => line.includes('新议题'))).toHaveLength(1);
    const [running] = await app.database.query<{ votes: number; talks: number }>(
      "SELECT SUM(status = 'voting' AND votes_until > ?) AS votes, SUM(status = 'deliberating') AS talks FROM topic",
      [later],
    );
    expect(Number(running?.votes)).toBe(1);
    expect(Number(running?.talks)).toBeGreaterThan(0);
    await app.app.get(TopicClock).run();
    expect(await faultyRecords()).toEqual([]);
    // Raised while the city slept, told when it woke: younger rows with older dates.
    const { 'topics out of order': _, ...others } = await contradictions(later.toISOString());
    expect(others).toEqual({});
    expect((await seed(later.toISOString())).filter((line) => line.includes('新议题'))).toEqual([]);
  });
});
