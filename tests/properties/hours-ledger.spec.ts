import fc from 'fast-check';
import type { HoursStatus } from '@jiefang/shared/hours';
import { DAY_MS } from '@jiefang/shared/time';
import { buildStaff } from '../builders/bookings.js';
import { credit, faultsOfHours, holdHoursClock, hoursId, runHoursClock } from '../builders/hours.js';
import { buildDivision, buildPerson } from '../builders/people.js';
import { COMMUNITY } from '../builders/venues.js';
import { buildVolunteer } from '../builders/volunteering.js';
import { createApp, type TestApp } from '../support/app.js';

jest.setTimeout(240_000);

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);

/** One thing that happens to a person's hours. Numbers choose among what is there, so that a walk can be cut shorter. */
type Step =
  | { kind: 'credit'; minutes: number; day: number }
  | { kind: 'adjust'; which: number; minutes: number }
  | { kind: 'reverse' | 'object' | 'uphold' | 'dismiss'; which: number }
  | { kind: 'pass'; days: number };

const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('credit' as const),
      minutes: fc.integer({ min: 1, max: 600 }),
      day: fc.nat(5),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      which,
      minutes: fc.integer({ min: -300, max: 300 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom('reverse', 'object', 'uphold', 'dismiss'), which }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 6 }) }),
  },
);

/** What may follow on what; the rest cannot happen. */
const NEXT: Record<HoursStatus, HoursStatus[]> = {
  provisional: ['publicised', 'reversed'],
  publicised: ['recorded', 'reversed'],
  recorded: ['reversed'],
  reversed: [],
};

interface Item {
  id: number;
  status: HoursStatus;
  minutes: number;
}

describe('any walk over a person’s hours', () => {
  let app: TestApp;
  let verifier: number;
  let staff: number;
  const neighbours: number[] = [];

  beforeAll(async () => {
    console.info(`PROPERTY_SEED=${seed}`);
    app = await createApp();
    await holdHoursClock(app);
    await buildDivision(app.database, COMMUNITY, '延安社区');
    verifier = await buildStaff(app.database, 'administrator', COMMUNITY.slice(0, 4));
    staff = await buildStaff(app.database, 'administrator', COMMUNITY.slice(0, 4));
    for (let n = 0; n < 3; n += 1) neighbours.push(await buildPerson(app.database));
  });
  afterAll(() => app.close());

  const items = (person: number): Promise<Item[]> =>
    app.database.query<Item>('SELECT id, status, minutes FROM hours_item WHERE person_id = ? ORDER BY id', [
      person,
    ]);

  async function openObjection(person: number, pick: number): Promise<string | null> {
    const { body } = await app.as(staff).get(`/staff/divisions/${COMMUNITY}/objections?limit=50`).expect(200);
    const own = new Set((await items(person)).map((item) => hoursId(item.id)));
    const open = (body.items as { id: string; item: { id: string } }[]).filter((one) => own.has(one.item.id));
    return open[pick % Math.max(open.length, 1)]?.id ?? null;
  }

  async function take(one: Step, person: number): Promise<number | null> {
    if (one.kind === 'credit') {
      await credit(app, person, verifier, {
        minutes: one.minutes,
        day: `2026-11-${16 + one.day}`,
        tier: 'district',
      });
      return null;
    }
    if (one.kind === 'pass') {
      app.clock.advance(one.days * DAY_MS);
      await runHoursClock(app);
      return null;
    }
    const all = await items(person);
    const item = all[one.which % Math.max(all.length, 1)];
    if (item === undefined) return null;
    const path = `/staff/hours/${hoursId(item.id)}`;
    switch (one.kind) {
      case 'adjust':
        return (await app.as(staff).post(`${path}/adjust`, { minutes: one.minutes, reason: '核对后更正' }))
          .status;
      case 'reverse':
        return (await app.as(staff).post(`${path}/reverse`, { reason: '登记错了' })).status;
      case 'object': {
        const neighbour = neighbours[one.which % neighbours.length] as number;
        return (
          await app.as(neighbour).post(`/hours/${hoursId(item.id)}/objections`, { text: '我没有看到他' })
        ).status;
      }
      default: {
        const objection = await openObjection(person, one.which);
        if (objection === null) return null;
        const decision = one.kind === 'uphold' ? 'upheld' : 'dismissed';
        return (
          await app.as(staff).post(`/staff/objections/${objection}/answer`, { decision, answer: '核对过了' })
        ).status;
      }
    }
  }

  it('keeps the balance the sum of the rows, the states lawful, and the chain whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (walk) => {
        app.clock.set('2026-11-23T02:00:00Z');
        const person = await buildVolunteer(app.database);
        let before = new Map<number, HoursStatus>();
        for (const one of walk) {
          const status = await take(one, person);
          if (status !== null) expect(status).toBeLessThan(500);
          const after = new Map((await items(person)).map((item) => [item.id, item.status]));
          for (const [id, to] of after) {
            const from = before.get(id) ?? 'provisional';
            if (from !== to) expect(NEXT[from]).toContain(to);
          }
          expect([...before.keys()].filter((id) => !after.has(id))).toEqual([]);
          before = after;
        }
        const { body } = await app.as(person).get('/me/hours?limit=50').expect(200);
        const { recorded, publicised, provisional } = body.balance as Record<string, number>;
        const [ledger] = await app.database.query<{ minutes: string | number }>(
          'SELECT COALESCE(SUM(minutes), 0) AS minutes FROM hours_ledger WHERE person_id = ?',
          [person],
        );
        const live = (await items(person)).filter((item) => item.status !== 'reversed');
        const sum = live.reduce((total, item) => total + item.minutes, 0);
        expect((recorded ?? 0) + (publicised ?? 0) + (provisional ?? 0)).toBe(Number(ledger?.minutes));
        expect(sum).toBe(Number(ledger?.minutes));
        const services = await app.database.query<{ minutes: string | number }>(
          `SELECT SUM(minutes) AS minutes FROM hours_item WHERE person_id = ? AND status <> 'reversed'
            GROUP BY COALESCE(corrects_id, id)`,
          [person],
        );
        for (const service of services) expect(Number(service.minutes)).toBeGreaterThanOrEqual(0);
        expect(await faultsOfHours(app.database)).toEqual([]);
      }),
      { seed, numRuns: 40 },
    );
  });
});
