import path from 'node:path';
import { APP_CONFIG } from '@jiefang/bff/common/tokens';
import type { AppConfig } from '@jiefang/bff/config/app-config';
import { connectDatabase, createDataSource } from '@jiefang/bff/database/data-source';
import { seedDemo } from '@jiefang/bff/demo/seed';
import { importDivisions } from '@jiefang/bff/divisions/importer';
import { ClaimClock } from '@jiefang/bff/volunteering/claims/claim-clock';
import { holdClock } from '../../builders/bookings.js';
import { faultsOfHours, runHoursClock } from '../../builders/hours.js';
import { createApp, TEST_SECRET, type TestApp } from '../../support/app.js';
import { TestClock } from '../../support/clock.js';

const DIVISIONS = path.resolve(__dirname, '../../../bff/data/divisions');
const YANAN = '350602002002';

/** Every one of these counts rows that contradict each other or a rule. */
const CONTRADICTIONS: Record<string, string> = {
  'shifts whose places are miscounted': `SELECT COUNT(*) AS n FROM shift s
     WHERE s.claimed <> (SELECT COUNT(*) FROM claim c WHERE c.shift_id = s.id AND c.live = 1)
        OR s.waiting <> (SELECT COUNT(*) FROM shift_wait w WHERE w.shift_id = s.id AND w.status = 'waiting')`,
  'people in two places at once': `SELECT COUNT(*) AS n FROM claim a JOIN claim b
     ON a.person_id = b.person_id AND a.id < b.id AND a.live = 1 AND b.live = 1
        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`,
  'claims beside their shifts': `SELECT COUNT(*) AS n FROM claim c JOIN shift s ON s.id = c.shift_id
     WHERE c.starts_at <> s.starts_at OR c.ends_at <> s.ends_at OR c.task_id <> s.task_id`,
  'claims made out of time': `SELECT COUNT(*) AS n FROM claim c JOIN shift s ON s.id = c.shift_id
     WHERE c.created_at < s.opens_at OR c.created_at >= s.closes_at`,
  'steps out of order': `SELECT COUNT(*) AS n FROM claim_event a JOIN claim_event b
     ON a.claim_id = b.claim_id AND a.id < b.id AND a.at > b.at`,
  'claims whose last step is another status': `SELECT COUNT(*) AS n FROM claim c
     WHERE c.status <> COALESCE((SELECT e.status FROM claim_event e WHERE e.claim_id = c.id ORDER BY e.id DESC LIMIT 1),
                                'claimed')`,
  'more minutes than the service took': `SELECT COUNT(*) AS n FROM claim
     WHERE verified_minutes > CEIL(TIMESTAMPDIFF(SECOND, checked_in_at, finished_at) / 60)`,
  'services without the training they ask for': `SELECT COUNT(*) AS n FROM claim c JOIN task t ON t.id = c.task_id
     WHERE JSON_CONTAINS(t.requirements, '"patrol"', '$.trainings')
       AND NOT EXISTS (SELECT 1 FROM volunteer_training v WHERE v.person_id = c.person_id AND v.training = 'patrol'
                          AND v.passed_on <= DATE(c.starts_at))`,
  'patrols outside their service': `SELECT COUNT(*) AS n FROM patrol p JOIN claim c ON c.id = p.claim_id
     WHERE p.started_at < c.checked_in_at OR p.finished_at <> c.finished_at OR p.status <> 'finished'`,
  'patrols without consent': `SELECT COUNT(*) AS n FROM patrol p LEFT JOIN consent c ON c.id = p.consent_id
     WHERE c.person_id IS NULL OR c.person_id <> p.person_id OR c.purpose <> 'track' OR c.granted_at > p.started_at`,
  'people who verified themselves': 'SELECT COUNT(*) AS n FROM claim WHERE verified_by = person_id',
  'row numbers that were not taken': `SELECT COUNT(*) AS n FROM claim
     WHERE id >= (SELECT next_id FROM id_block WHERE name = 'claim')`,
  'published risks without insurance': `SELECT COUNT(*) AS n FROM task WHERE risk_notice <> '' AND insured = 0`,
};

/** A Monday morning, a night before a Sunday, an afternoon in the middle of the autumn holidays. */
const STARTS = ['2026-11-23T01:05:00Z', '2026-11-21T18:30:00Z', '2026-10-04T06:00:00Z'];

describe.each(STARTS)('volunteering in the demo city of %s', (start) => {
  let app: TestApp;
  const people = new Map<string, number>();
  const seed = async (at: string): Promise<string[]> => {
    const lines: string[] = [];
    const url = app.app.get<AppConfig>(APP_CONFIG).databaseUrl;
    const dataSource = await connectDatabase(createDataSource({ url, poolSize: 2 }));
    try {
      await importDivisions(dataSource, DIVISIONS);
      await seedDemo(dataSource, (line) => lines.push(line), { appSecret: TEST_SECRET, now: new Date(at) });
    } finally {
      await dataSource.destroy();
    }
    return lines;
  };
  const read = async <T>(who: string, rest: string): Promise<T> => {
    const answer = await app.as(people.get(`demo-${who}`)).get(rest);
    expect({ rest, status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({
      rest,
      status: 200,
      text: '',
    });
    return answer.body as T;
  };
  const contradictions = async (): Promise<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const [name, sql] of Object.entries(CONTRADICTIONS)) {
      const n = (await app.database.query<{ n: number }>(sql))[0]?.n ?? -1;
      if (n !== 0) found[name] = n;
    }
    return found;
  };

  beforeAll(async () => {
    app = await createApp({ clock: new TestClock(new Date(start)) });
    await holdClock(app);
    await seed(start);
    const rows = await app.database.query<{ id: number; openid: string }>(
      "SELECT id, openid FROM person WHERE openid LIKE 'demo-%'",
    );
    for (const row of rows) people.set(row.openid, row.id);
  }, 90_000);
  afterAll(() => app.close());

  it('contradicts nothing, and its ledger is proved', async () => {
    expect(await contradictions()).toEqual({});
    expect(await faultsOfHours(app.database)).toEqual([]);
    const rows = await app.database.query<{ status: string }>('SELECT DISTINCT status FROM claim');
    expect(rows.map((row) => row.status)).toEqual(
      expect.arrayContaining([
        'claimed',
        'submitted',
        'queried',
        'verified',
        'released',
        'abandoned',
        'no_show',
        'rejected',
      ]),
    );
  });

  it('gives 林阿姨 hours in every status, a certificate that a stranger can check, and something to do', async () => {
    interface Item {
      status: string;
      kind: string;
    }
    const hours = await read<{ items: Item[]; balance: Record<string, number> }>(
      'verified',
      '/me/hours?limit=50',
    );
    expect(new Set(hours.items.map((item) => item.status))).toEqual(
      new Set(['provisional', 'publicised', 'recorded', 'reversed']),
    );
    expect(hours.items.some((item) => item.kind === 'adjustment')).toBe(true);

    const { items } = await read<{
      items: { id: string; status: string; number: string; code: string; minutes: number }[];
    }>('verified', '/me/certificates');
    const [certificate] = items;
    expect(certificate?.status).toBe('issued');
    const check = await app
      .as()
      .get(`/certificates/check?number=${certificate?.number}&code=${certificate?.code}`);
    expect(check.body).toMatchObject({ status: 'issued', minutes: certificate?.minutes });
    expect((check.body as { issuer: string }).issuer).toMatch(/芗城区.*西桥街道延安社区居民委员会/);
    const { path: link } = await read<{ path: string }>('verified', `/certificates/${certificate?.id}/link`);
    const paper = await app.as().get(link.replace('/api/v1', ''));
    expect(paper.status).toBe(200);

    const upcoming = await read<{ items: { status: string; actions: string[] }[] }>(
      'verified',
      '/me/claims?scope=upcoming',
    );
    expect(upcoming.items.map((claim) => claim.status).sort()).toEqual(['claimed', 'claimed', 'queried']);
    const waits = await read<{ items: { position: number | null }[] }>('verified', '/me/shift-waits');
    expect(waits.items.map((wait) => wait.position)).toEqual([2]);
  });

  it('gives the coordinator submissions with evidence, an objection, a certificate to decide', async () => {
    interface Submission {
      volunteer: { number: string };
      actions: string[];
      evidence: { patrolId: string; grade: string; checkpoints: { reached: boolean }[] } | null;
    }
    const todo = await read<Record<string, { count: number } | number>>(
      'coordinator',
      `/staff/divisions/${YANAN}/volunteering-todo`,
    );
    expect(todo).toMatchObject({ objections: { count: 1 }, certificates: { count: 1 }, livePatrols: 0 });
    const { items } = await read<{ items: Submission[] }>(
      'coordinator',
      `/staff/divisions/${YANAN}/submissions?limit=50`,
    );
    const grades = items.flatMap((item) => (item.evidence === null ? [] : item.evidence.grade));
    expect(grades).toEqual(expect.arrayContaining(['strong', 'fair']));
    const strong = items.find((item) => item.evidence?.grade === 'strong')?.evidence;
    expect(strong?.checkpoints.map((one) => one.reached)).toEqual([true, true, true, true, true]);
    const line = await read<{ segments: unknown[][]; route: unknown }>(
      'coordinator',
      `/patrols/${strong?.patrolId}/line`,
    );
    expect(line.segments.flat().length).toBeGreaterThan(20);

    const objections = await read<{ items: { actions: string[] }[] }>(
      'coordinator',
      `/staff/divisions/${YANAN}/objections`,
    );
    expect(objections.items.map((one) => one.actions)).toEqual([['answer']]);
    const publication = await read<{ items: unknown[] }>('resident', `/hours/publication?community=${YANAN}`);
    expect(publication.items.length).toBeGreaterThan(0);
  });

  it('offers tasks of every kind, some free and some full', async () => {
    interface Card {
      task: { kind: string; urgency: string };
      placesLeft: number;
    }
    const { items } = await read<{ items: Card[] }>('verified', `/tasks?community=${YANAN}&limit=50`);
    expect(new Set(items.map((card) => card.task.kind))).toEqual(
      new Set(['patrol', 'visit', 'clean_up', 'duty_post', 'other']),
    );
    expect(items.some((card) => card.task.urgency === 'emergency')).toBe(true);
    expect(items.some((card) => card.placesLeft > 0)).toBe(true);
    expect(items.some((card) => card.placesLeft === 0)).toBe(true);
  });

  it('adds nothing when it starts again, and stays alive and proved when it starts weeks later', async () => {
    expect(await seed(start)).toEqual([]);
    const later = new Date(new Date(start).getTime() + 17 * 86_400_000);
    app.clock.set(later);
    const lines = await seed(later.toISOString());
    expect(lines.filter((line) => line.includes('认领'))).toHaveLength(1);
    expect(await contradictions()).toEqual({});
    expect(await faultsOfHours(app.database)).toEqual([]);
    // What the product's own clocks find to do on such a city keeps it sound, and makes nobody a no-show.
    const missed = "SELECT COUNT(*) AS n FROM claim WHERE status = 'no_show'";
    const before = await app.database.query(missed);
    await app.app.get(ClaimClock).run();
    await runHoursClock(app);
    expect(await app.database.query(missed)).toEqual(before);
    expect(await contradictions()).toEqual({});
    expect(await faultsOfHours(app.database)).toEqual([]);
    const [open] = await app.database.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM claim WHERE status IN ('claimed', 'in_progress') AND ends_at <= ?",
      [later],
    );
    expect(open?.n).toBe(0);
    const days = await app.database.query(
      'SELECT DISTINCT DATE(starts_at) AS day FROM shift WHERE starts_at > ?',
      [later],
    );
    expect(days.length).toBeGreaterThan(11);
    const next = await read<{ claim: { status: string } | null }>('verified', '/me/next-service');
    expect(next.claim?.status).toBe('claimed');
  });
});
