import fc from 'fast-check';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { CLAIM_TRANSITIONS, type ClaimActor, type ClaimStatus } from '@jiefang/shared/volunteering';
import { MINUTE_MS } from '@jiefang/shared/time';
import { buildStaff, holdClock, MONDAY_MORNING } from '../builders/bookings.js';
import { buildDivision } from '../builders/people.js';
import { buildShift, buildTask, buildVolunteer, runClaimClock } from '../builders/volunteering.js';
import { COMMUNITY } from '../builders/venues.js';
import { claimFaultsIn, NO_CLAIM_FAULTS } from '../contention/claim-proof.js';
import { createApp, type TestApp } from '../support/app.js';

jest.setTimeout(240_000);

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);

const VOLUNTEER_ACTS = ['release', 'checkIn', 'finish', 'answer'] as const;
const STAFF_ACTS = ['staffCheckIn', 'staffFinish', 'verify', 'query', 'reject', 'markNoShow'] as const;

interface WishStep {
  kind: 'claim' | 'wait';
  who: number;
  shift: number;
}

type Act = (typeof VOLUNTEER_ACTS)[number] | (typeof STAFF_ACTS)[number];

interface ActStep {
  /** `on`: whatever brings the claim further. */
  kind: Act | 'on';
  which: number;
}

/** One thing that happens. Numbers choose among what is there, so that every walk can be cut shorter. */
type Step = WishStep | ActStep | { kind: 'pass'; minutes: number } | { kind: 'tick' };

/** What brings a claim further; there may be several ways on. */
const WAYS_ON: Partial<Record<ClaimStatus, Act[]>> = {
  claimed: ['checkIn', 'staffCheckIn'],
  in_progress: ['finish', 'staffFinish'],
  submitted: ['verify', 'query', 'reject'],
  queried: ['answer', 'verify', 'reject'],
};

/** Who may have caused a change during a step. */
const whoActs = (kind: Step['kind']): ClaimActor[] => {
  if (kind === 'tick') return ['clock'];
  if (kind === 'on') return [];
  if ((STAFF_ACTS as readonly string[]).includes(kind)) return ['staff'];
  return kind === 'pass' ? [] : ['volunteer'];
};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('claim' as const), who: fc.nat(3), shift: fc.nat(2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), who: fc.nat(3), shift: fc.nat(2) }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom<ActStep['kind']>(...VOLUNTEER_ACTS, ...STAFF_ACTS),
      which: fc.nat(20),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constant('on' as const), which: fc.nat(20) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.constantFrom(5, 20, 40, 90),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tick' as const) }) },
);

describe('any walk over claims', () => {
  let app: TestApp;
  let staff: number;
  let people: number[] = [];

  beforeAll(async () => {
    console.info(`PROPERTY_SEED=${seed}`);
    app = await createApp();
    await holdClock(app);
    await buildDivision(app.database, COMMUNITY);
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });
  afterAll(() => app.close());

  interface Stored {
    status: ClaimStatus;
    personId: number;
  }

  const stored = async (shifts: readonly number[]): Promise<Map<number, Stored>> =>
    new Map(
      (
        await app.database.query<Stored & { id: number }>(
          'SELECT id, status, person_id AS personId FROM claim WHERE shift_id IN (?) ORDER BY id',
          [shifts],
        )
      ).map((row) => [row.id, row]),
    );

  async function take(one: Step, shifts: readonly number[]): Promise<number | null> {
    if (one.kind === 'pass') {
      app.clock.advance(one.minutes * MINUTE_MS);
      return null;
    }
    if (one.kind === 'tick') {
      await runClaimClock(app);
      return null;
    }
    if ('which' in one) return actOn(one, shifts);
    const person = app.as(people[one.who % people.length]);
    const shift = encodeId('shift', shifts[one.shift % shifts.length] as number);
    return one.kind === 'claim'
      ? (await person.post('/claims', { shiftId: shift })).status
      : (await person.post(`/shifts/${shift}/wait`)).status;
  }

  /** An act on one of the claims; null when there is none yet. */
  async function actOn(one: ActStep, shifts: readonly number[]): Promise<number | null> {
    const rows = [...(await stored(shifts))];
    if (rows.length === 0) return null;
    const [row, { personId, status }] = rows[one.which % rows.length] as [number, Stored];
    const ways = WAYS_ON[status] ?? [];
    const act = one.kind === 'on' ? ways[one.which % ways.length] : one.kind;
    if (act === undefined) return null;
    const id = encodeId('claim', row);
    const own = (act: string, body = {}) => app.as(personId).post(`/claims/${id}/${act}`, body);
    const desk = (act: string, body = {}) => app.as(staff).post(`/staff/claims/${id}/${act}`, body);
    const here = { latitude: 24.51, longitude: 117.65, accuracy: 5, coordinateSystem: 'GCJ-02' };
    const at = new Date(app.clock.now().getTime() - MINUTE_MS).toISOString();
    const sends: Record<Act, () => PromiseLike<{ status: number }>> = {
      release: () => own('release'),
      checkIn: () => own('check-in', { location: here }),
      finish: () => own('finish'),
      answer: () => own('answer', { text: '去了医院' }),
      staffCheckIn: () => desk('check-in'),
      staffFinish: () => desk('finish', { at, note: '一起收的队' }),
      verify: () => desk('verify', { minutes: 1, reason: '按实际' }),
      query: () => desk('query', { question: '几点走的？' }),
      reject: () => desk('reject', { reason: '没有到现场' }),
      markNoShow: () => desk('mark-no-show'),
    };
    return (await sends[act]()).status;
  }

  it('keeps to the table of steps, and its counters to its claims', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 50, size: 'max' }), async (walk) => {
        app.clock.set(MONDAY_MORNING);
        // New people for each walk: what one did before must not stand in the way of the next.
        people = await Promise.all([0, 1, 2, 3].map(() => buildVolunteer(app.database)));
        const task = await buildTask(app.database, { releaseByMinutes: 30, checkInOpensMinutes: 60 });
        const shifts: number[] = [];
        for (const [from, capacity] of [
          ['2026-11-23T01:45:00Z', 1],
          ['2026-11-23T02:45:00Z', 2],
          ['2026-11-23T03:45:00Z', 2],
        ] as const)
          shifts.push(await buildShift(app.database, { taskId: task, startsAt: from, capacity }));
        let before = new Map<number, Stored>();
        for (const one of walk) {
          const status = await take(one, shifts);
          if (status !== null) expect(status).toBeLessThan(500);
          const after = await stored(shifts);
          for (const [id, { status: to }] of after) {
            const from = before.get(id)?.status;
            if (from === undefined) expect(to).toBe('claimed');
            else if (from !== to) {
              seen.add(`${from} to ${to}`);
              expect([from, to, CLAIM_TRANSITIONS[from][to]?.length ?? 0]).not.toEqual([from, to, 0]);
              expect(CLAIM_TRANSITIONS[from][to] ?? []).toEqual(expect.arrayContaining(whoActs(one.kind)));
            }
          }
          expect([...before.keys()].filter((id) => !after.has(id))).toEqual([]);
          before = after;
        }
        expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
      }),
      { seed, numRuns: 40 },
    );
    // A walk that goes nowhere proves nothing.
    console.info([...seen].sort().join(', '));
    expect(seen.size).toBeGreaterThan(6);
  });

  it('credits exactly what was verified', async () => {
    const [row] = await app.database.query<{ differing: number }>(
      `SELECT COUNT(*) AS differing FROM claim c LEFT JOIN hours_ledger l ON l.claim_id = c.id AND l.act = 'service'
        WHERE (c.status = 'verified') <> (l.id IS NOT NULL) OR (l.id IS NOT NULL AND l.minutes <> c.verified_minutes)`,
    );
    expect(row?.differing).toBe(0);
  });
});
