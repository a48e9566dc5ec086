import { execFile } from 'node:child_process';
import path from 'node:path';
import { buildStaff } from '../../../builders/bookings.js';
import {
  buildVerified,
  credit,
  faultsOfHours,
  hoursId,
  runHoursClock,
  tamper,
} from '../../../builders/hours.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { TEST_SECRET } from '../../../support/app.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(120_000);

const COMMAND = path.resolve(__dirname, '../../../../bff/dist/cli/verify.js');

describe('the proof of the hours ledger', () => {
  const [app] = stage(1);
  let staff: number;
  let volunteer: number;
  let number: string;
  let ids: number[];

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });
  /** A volunteer with four rows: two services, one of them publicised, and the other reversed. */
  beforeEach(async () => {
    await tamper(app.database, async () => {
      for (const table of ['hours_ledger', 'hours_head', 'hours_item', 'claim']) {
        await app.database.execute(`DELETE FROM ${table}`);
      }
    });
    volunteer = await buildVolunteer(app.database);
    number = (
      (
        await app.database.query<{ number: string }>('SELECT number FROM volunteer WHERE person_id = ?', [
          volunteer,
        ])
      )[0] as {
        number: string;
      }
    ).number;
    // Made before nine: the first is publicised, the second only comes into being.
    app.clock.set('2026-11-20T10:00:00Z');
    const first = await credit(app, volunteer, staff, { minutes: 60 });
    app.clock.set('2026-11-23T01:00:00Z');
    await runHoursClock(app);
    const second = await credit(app, volunteer, staff, { minutes: 30, day: '2026-11-21' });
    await app
      .as(staff)
      .post(`/staff/hours/${hoursId(second)}/reverse`, { reason: '登记错了' })
      .expect(200);
    ids = (
      await app.database.query<{ id: number }>(
        'SELECT id FROM hours_ledger WHERE person_id = ? ORDER BY seq',
        [volunteer],
      )
    ).map((row) => row.id);
    expect(ids).toHaveLength(4);
    expect(first).toBeGreaterThan(0);
    expect(await faultsOfHours(app.database)).toEqual([]);
  });

  const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const { host, port, username, password, database } = app.database.dataSource
        .options as unknown as Record<string, string>;
      const url = `mysql://${username}:${password}@${host}:${port}/${database}`;
      const env = { ...process.env, DATABASE_URL: url, APP_SECRET: TEST_SECRET };
      const child = execFile(process.execPath, [COMMAND, ...args], { env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });

  const ledger = 'hours_ledger';
  /** What somebody with the database's password might do, the row it must be named by, and words of what differs. */
  const deeds: [string, (id: (n: number) => number) => [string, unknown[]][], number | null, RegExp][] = [
    [
      'changes minutes',
      (id) => [[`UPDATE ${ledger} SET minutes = 600 WHERE id = ?`, [id(0)]]],
      0,
      /row 1 \(service, 600 minutes/,
    ],
    [
      'changes a reason',
      (id) => [[`UPDATE ${ledger} SET reason = '别的' WHERE id = ?`, [id(3)]]],
      3,
      /row 4 \(reversal/,
    ],
    [
      'changes who did it',
      (id) => [[`UPDATE ${ledger} SET actor_id = 99999999 WHERE id = ?`, [id(3)]]],
      3,
      /row 4/,
    ],
    [
      'changes when',
      (id) => [[`UPDATE ${ledger} SET at = at + INTERVAL 1 DAY WHERE id = ?`, [id(0)]]],
      0,
      /row 1/,
    ],
    [
      'changes a MAC',
      (id) => [[`UPDATE ${ledger} SET mac = UNHEX(REPEAT('00', 32)) WHERE id = ?`, [id(1)]]],
      1,
      /row 2/,
    ],
    ['deletes a row', (id) => [[`DELETE FROM ${ledger} WHERE id = ?`, [id(1)]]], 2, /row 2 is missing/],
    [
      'deletes the first row',
      (id) => [[`DELETE FROM ${ledger} WHERE id = ?`, [id(0)]]],
      1,
      /row 1 is missing/,
    ],
    [
      'deletes the last row',
      (id) => [[`DELETE FROM ${ledger} WHERE id = ?`, [id(3)]]],
      2,
      /row 4 is missing at the end/,
    ],
    [
      'deletes two rows',
      (id) => [[`DELETE FROM ${ledger} WHERE id IN (?, ?)`, [id(1), id(2)]]],
      3,
      /rows 2 to 3 are missing/,
    ],
    [
      'deletes the last row and sets the head back',
      (id) => [
        [`DELETE FROM ${ledger} WHERE id = ?`, [id(3)]],
        [
          `UPDATE hours_head h JOIN ${ledger} l ON l.id = ? SET h.seq = 3, h.minutes = 90, h.last_mac = l.mac`,
          [id(2)],
        ],
      ],
      2,
      /hours_head does not match its MAC/,
    ],
    [
      'inserts a row at the end',
      (id) => [
        [
          `INSERT INTO ${ledger} (person_id, seq, act, item_id, minutes, day, claim_id, division_code, unit_id, tier, actor_id, reason, at, mac)
           SELECT person_id, 5, act, item_id, minutes, day, claim_id, division_code, unit_id, tier, actor_id, reason, at, mac
             FROM ${ledger} WHERE id = ?`,
          [id(0)],
        ],
      ],
      null,
      /row 5 \(service, 60 minutes, 2026-11-20\) does not match its MAC/,
    ],
    [
      'swaps two rows',
      (id) => [
        [`UPDATE ${ledger} SET seq = 99 WHERE id = ?`, [id(0)]],
        [`UPDATE ${ledger} SET seq = 1 WHERE id = ?`, [id(1)]],
        [`UPDATE ${ledger} SET seq = 2 WHERE id = ?`, [id(0)]],
      ],
      0,
      /row 2 \(service, 60 minutes/,
    ],
    [
      'changes the head',
      () => [['UPDATE hours_head SET minutes = 6000', []]],
      3,
      /hours_head does not match its MAC/,
    ],
    ['deletes the head', () => [['DELETE FROM hours_head', []]], 3, /not written down/],
    [
      'changes an item’s minutes',
      () => [["UPDATE hours_item SET minutes = 90 WHERE status = 'publicised'", []]],
      1,
      /minutes is 90, the ledger says 60/,
    ],
    [
      'records an item early',
      () => [["UPDATE hours_item SET status = 'recorded' WHERE status = 'publicised'", []]],
      1,
      /status is recorded, the ledger says publicised/,
    ],
    [
      'brings a reversed item back',
      () => [["UPDATE hours_item SET status = 'provisional' WHERE status = 'reversed'", []]],
      3,
      /status is provisional, the ledger says reversed/,
    ],
    [
      'shortens a publication',
      () => [["UPDATE hours_item SET publication_ends_on = '2026-11-23' WHERE status = 'publicised'", []]],
      1,
      /publicationEndsOn/,
    ],
    [
      'changes what was done',
      () => [["UPDATE hours_item SET content = '别的' WHERE status = 'publicised'", []]],
      1,
      /content is 别的, the ledger says 路口值守/,
    ],
    [
      'deletes an item',
      () => [["DELETE FROM hours_item WHERE status = 'publicised'", []]],
      0,
      /is not in hours_item/,
    ],
    [
      'changes a claim’s minutes',
      () => [['UPDATE claim SET verified_minutes = 61 WHERE verified_minutes = 60', []]],
      0,
      /says 61 minutes, the ledger 60/,
    ],
    [
      'takes a verification back',
      () => [["UPDATE claim SET status = 'rejected' WHERE verified_minutes = 60", []]],
      0,
      /is rejected, the ledger has 60 minutes/,
    ],
    [
      'deletes a claim',
      () => [['DELETE FROM claim WHERE verified_minutes = 60', []]],
      0,
      /is gone, the ledger has 60 minutes/,
    ],
  ];

  it.each(deeds)('names the row when somebody %s', async (_, deed, row, words) => {
    await tamper(app.database, async () => {
      for (const [statement, values] of deed((n) => ids[n] as number))
        await app.database.execute(statement, values);
    });
    const faults = await faultsOfHours(app.database);
    expect(faults.map((fault) => fault.volunteer)).toEqual(faults.map(() => number));
    expect(faults.filter((fault) => words.test(fault.what))).toEqual([
      expect.objectContaining(row === null ? { ledgerId: expect.any(Number) } : { ledgerId: ids[row] }),
    ]);
  });

  it('names a verified claim that never reached the ledger, and everything when a person’s rows are gone', async () => {
    await buildVerified(app.database, volunteer, staff, { minutes: 45 });
    expect(await faultsOfHours(app.database)).toEqual([
      {
        kind: 'claim',
        ledgerId: null,
        volunteer: number,
        personId: volunteer,
        what: expect.stringMatching(/is verified with 45 minutes, the ledger has no service of it/),
      },
    ]);
    await tamper(app.database, async () => {
      for (const table of [ledger, 'hours_head', 'hours_item'])
        await app.database.execute(`DELETE FROM ${table}`);
    });
    expect((await faultsOfHours(app.database)).map((fault) => fault.kind)).toEqual([
      'claim',
      'claim',
      'claim',
    ]);
  });

  it('fails with any other secret', async () => {
    expect((await faultsOfHours(app.database, `${TEST_SECRET}!`)).length).toBeGreaterThan(0);
  });

  it('is what `npm run verify -- hours` says, with its exit code', async () => {
    const good = await run('hours');
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(good.out).toMatch(/^4 rows of 1 people, 2 items, 60 minutes, in [\d.]+ s: everything agrees\.\n$/);
    expect(JSON.parse((await run('hours', '--json')).out)).toMatchObject({
      suite: 'hours',
      pass: true,
      rows: 4,
      faults: [],
    });
    await tamper(app.database, () =>
      app.database.execute(`UPDATE ${ledger} SET minutes = 600 WHERE id = ?`, [ids[0]]),
    );
    const bad = await run('hours');
    expect(bad.code).toBe(1);
    expect(bad.out).toContain(
      `ledger row ${ids[0]}, volunteer ${number}: row 1 (service, 600 minutes, 2026-11-20) does not match`,
    );
    const json = JSON.parse((await run('hours', '--json')).out);
    expect(json).toMatchObject({
      pass: false,
      faults: expect.arrayContaining([expect.objectContaining({ ledgerId: ids[0], volunteer: number })]),
    });
    expect(json.faultCount).toBe(json.faults.length);
  });

  it.each([[[]], [['planets']], [['hours', 'more']], [['hours', '--fast']]])(
    'refuses %j with its usage',
    async (args) => {
      expect(await run(...args)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('Usage: npm run verify'),
      });
    },
  );

  it('is kept by the database itself: rows are neither changed nor deleted', async () => {
    for (const statement of [`UPDATE ${ledger} SET minutes = 1`, `DELETE FROM ${ledger}`]) {
      await expect(app.database.execute(statement)).rejects.toThrow('append-only');
    }
  });
});
