import path from 'node:path';
import { FieldCipher } from '@jiefang/bff/common/crypto/field-cipher';
import { seedDemo } from '@jiefang/bff/demo/seed';
import { DEMO_PEOPLE } from '@jiefang/bff/demo/people';
import { importDivisions } from '@jiefang/bff/divisions/importer';
import { TEST_SECRET } from '../../support/app.js';
import { workerDatabase, type TestDatabase } from '../../support/database.js';

describe('the demo city', () => {
  const now = new Date('2026-11-23T03:10:00Z');
  let database: TestDatabase;
  let lines: string[] = [];

  const seed = (at: Date): Promise<void> =>
    seedDemo(database.dataSource, (line) => lines.push(line), { appSecret: TEST_SECRET, now: at });
  const query = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    database.dataSource.query<T[]>(sql, values);
  const count = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await query<{ n: number }>(sql, values))[0]?.n ?? -1;

  beforeAll(async () => {
    database = await workerDatabase();
    await importDivisions(database.dataSource, path.resolve(__dirname, '../../../bff/data/divisions'));
    const started = Date.now();
    await seed(now);
    expect(Date.now() - started).toBeLessThan(30_000);
  }, 60_000);
  afterAll(() => database.dataSource.destroy());

  /** Every one of these counts rows that contradict each other; shared with the check after later starts. */
  const contradictions: Record<string, string> = {
    'units of a booking that holds none': `SELECT COUNT(*) AS n FROM booking_unit u LEFT JOIN booking b ON b.id = u.booking_id
       WHERE b.id IS NULL OR b.status NOT IN ('pending', 'confirmed', 'checked_in', 'completed')`,
    'live bookings without their units': `SELECT COUNT(*) AS n FROM booking b
       WHERE b.status IN ('pending', 'confirmed', 'checked_in', 'completed')
         AND (SELECT COUNT(*) FROM booking_unit u
               WHERE u.venue_id = b.venue_id AND u.day = b.day AND u.booking_id = b.id AND u.kind <> 1) <> b.end_unit - b.start_unit`,
    'runs that overlap': `SELECT COUNT(*) AS n FROM booking a JOIN booking b
       ON a.venue_id = b.venue_id AND a.day = b.day AND a.id < b.id AND a.start_unit < b.end_unit AND b.start_unit < a.end_unit
       WHERE a.status IN ('pending', 'confirmed', 'checked_in', 'completed')
         AND b.status IN ('pending', 'confirmed', 'checked_in', 'completed')`,
    'units that do not stand for their times': `SELECT COUNT(*) AS n FROM booking b JOIN venue v ON v.id = b.venue_id
       WHERE b.starts_at <> TIMESTAMPADD(MINUTE, b.start_unit * v.unit_minutes - 480, b.day)
          OR b.ends_at <> TIMESTAMPADD(MINUTE, b.end_unit * v.unit_minutes - 480, b.day)`,
    'bookings made after they began': 'SELECT COUNT(*) AS n FROM booking WHERE created_at >= starts_at',
    'steps out of order': `SELECT COUNT(*) AS n FROM booking_event a JOIN booking_event b
       ON a.booking_id = b.booking_id AND a.id < b.id AND a.at > b.at`,
    'bookings whose last step is another status': `SELECT COUNT(*) AS n FROM booking b JOIN booking_event e ON e.booking_id = b.id
       WHERE e.id = (SELECT MAX(id) FROM booking_event x WHERE x.booking_id = b.id) AND e.status <> b.status`,
    'companions miscounted': `SELECT COUNT(*) AS n FROM booking b
       WHERE companion_count <> (SELECT COUNT(*) FROM booking_companion c WHERE c.booking_id = b.id)`,
    'bookings in a closure': `SELECT COUNT(*) AS n FROM booking b JOIN closure c ON c.centre_id = b.centre_id
       AND (c.venue_id IS NULL OR c.venue_id = b.venue_id) AND c.starts_at < b.ends_at AND b.starts_at < c.ends_at
       WHERE b.status IN ('pending', 'confirmed', 'checked_in', 'completed')`,
    'residents-only rooms held by strangers': `SELECT COUNT(*) AS n FROM booking b JOIN venue v ON v.id = b.venue_id
       WHERE JSON_VALUE(v.policy, '$.audience') = 'community' AND b.channel IN ('app', 'waitlist')
         AND NOT EXISTS (SELECT 1 FROM residency r WHERE r.person_id = b.person_id AND r.status = 'approved'
                            AND r.community_code LIKE CONCAT(b.division_code, '%'))`,
    'approved residents without a household':
      "SELECT COUNT(*) AS n FROM residency WHERE status = 'approved' AND household_id IS NULL",
    'row numbers that were not taken': `SELECT COUNT(*) AS n FROM booking
       WHERE id >= (SELECT next_id FROM id_block WHERE name = 'booking')`,
  };

  it.each(Object.entries(contradictions))('has no %s', async (_, sql) => {
    expect(await count(sql)).toBe(0);
  });

  it('has centres, venues, residents and bookings in every status', async () => {
    expect(
      await count(
        "SELECT COUNT(DISTINCT division_code) AS n FROM centre WHERE division_code LIKE '350602002%'",
      ),
    ).toBe(13);
    expect(await count('SELECT COUNT(*) AS n FROM venue')).toBeGreaterThan(40);
    expect(await count("SELECT COUNT(*) AS n FROM residency WHERE status = 'approved'")).toBeGreaterThan(200);
    expect(await count("SELECT COUNT(*) AS n FROM residency WHERE status = 'pending'")).toBeGreaterThan(3);
    const statuses = await query<{ status: string }>('SELECT DISTINCT status FROM booking');
    expect(statuses.map((row) => row.status).sort()).toEqual([
      'cancelled',
      'checked_in',
      'completed',
      'confirmed',
      'late_cancelled',
      'no_show',
      'pending',
      'rejected',
      'released',
    ]);
    expect(await count('SELECT COUNT(*) AS n FROM booking WHERE starts_at > ?', [now])).toBeGreaterThan(200);
    expect(await count("SELECT COUNT(*) AS n FROM waitlist_entry WHERE status = 'waiting'")).toBe(3);
    expect(await count("SELECT COUNT(*) AS n FROM booking_pause WHERE appeal_status = 'pending'")).toBe(1);
    expect(await count('SELECT COUNT(*) AS n FROM closure WHERE starts_at > ?', [now])).toBe(2);
    expect(await count('SELECT COUNT(*) AS n FROM audit_entry')).toBeGreaterThan(20);
  });

  it('gives the verified resident a booking tomorrow, past ones and notices', async () => {
    const [lin] = await query<{ id: number }>("SELECT id FROM person WHERE openid = 'demo-verified'");
    const tomorrow = await query<{ status: string; companion_count: number }>(
      'SELECT status, companion_count FROM booking WHERE person_id = ? AND day = ?',
      [lin?.id, '2026-11-24'],
    );
    expect(tomorrow).toEqual([{ status: 'confirmed', companion_count: 2 }]);
    expect(
      await count('SELECT COUNT(*) AS n FROM booking WHERE person_id = ? AND day < ?', [
        lin?.id,
        '2026-11-23',
      ]),
    ).toBe(7);
    expect(
      await count('SELECT COUNT(*) AS n FROM notice WHERE person_id = ? AND read_at IS NULL', [lin?.id]),
    ).toBe(5);
  });

  it('offers a person for every part, each with a login of their own', async () => {
    expect(new Set(DEMO_PEOPLE.map((person) => person.role))).toEqual(
      new Set(['visitor', 'resident', 'verified', 'staff']),
    );
    const grants = await query('SELECT role, division_code AS division FROM role_grant ORDER BY id');
    expect(grants).toEqual([
      { role: 'administrator', division: '350602002' },
      { role: 'venue_manager', division: '350602002002' },
      { role: 'dispatcher', division: '350602002002' },
      { role: 'volunteer_coordinator', division: '350602002002' },
      { role: 'moderator', division: '350602002002' },
      { role: 'moderator', division: '350602002' },
      { role: 'venue_manager', division: '350602003' },
    ]);
    // The newcomer is nobody until the first login.
    const unborn = DEMO_PEOPLE.filter((person) => ['visitor', 'newcomer'].includes(person.key)).length;
    const openids = DEMO_PEOPLE.map((person) => person.openid).filter((openid) => openid !== '');
    expect(await count('SELECT COUNT(*) AS n FROM person WHERE openid IN (?)', [openids])).toBe(
      DEMO_PEOPLE.length - unborn,
    );
  });

  it('keeps the roster entry that the resident can claim with', async () => {
    const cipher = new FieldCipher(TEST_SECRET);
    const rows = await query<{ phone_hash: Buffer; name_hash: Buffer }>(
      `SELECT m.phone_hash, m.name_hash FROM roster_member m JOIN household h ON h.id = m.household_id
        WHERE h.community_code = '350602002002' AND h.building = '文昌苑3栋' AND h.room = '502'`,
    );
    const [resident] = await query<{ phone_hash: Buffer }>(
      "SELECT phone_hash FROM person WHERE openid = 'demo-resident'",
    );
    expect(rows).toEqual([
      { phone_hash: resident?.phone_hash, name_hash: cipher.lookupHash('name', '陈志强') },
    ]);
  });

  it('adds nothing when it starts again, and fills the new days when it starts later', async () => {
    const before = await count('SELECT COUNT(*) AS n FROM booking');
    lines = [];
    await seed(now);
    expect(await count('SELECT COUNT(*) AS n FROM booking')).toBe(before);
    expect(lines).toEqual([]);

    const later = new Date('2026-12-01T03:10:00Z');
    await seed(later);
    expect(await count('SELECT COUNT(*) AS n FROM booking')).toBeGreaterThan(before + 100);
    expect(
      await count(
        "SELECT COUNT(DISTINCT day) AS n FROM booking WHERE day > '2026-12-01' AND day <= '2026-12-10'",
      ),
    ).toBe(9);
    const [lin] = await query<{ id: number }>("SELECT id FROM person WHERE openid = 'demo-verified'");
    expect(
      await count(
        "SELECT COUNT(*) AS n FROM booking WHERE person_id = ? AND day = '2026-12-02' AND status = 'confirmed'",
        [lin?.id],
      ),
    ).toBe(1);
    const found: Record<string, number> = {};
    for (const [name, sql] of Object.entries(contradictions)) found[name] = await count(sql);
    expect(Object.values(found).filter((n) => n > 0)).toEqual([]);
  });
});
