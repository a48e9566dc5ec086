import fc from 'fast-check';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import {
  BOOKING_TRANSITIONS,
  HOLDING_STATUSES,
  type BookingActor,
  type BookingStatus,
} from '@jiefang/shared/bookings';
import { MINUTE_MS } from '@jiefang/shared/time';
import { buildPlace, buildStaff, holdClock, MONDAY_MORNING, runClock, wish } from '../builders/bookings.js';
import { buildPerson } from '../builders/people.js';
import { faultsIn, NO_FAULTS } from '../contention/ledger-proof.js';
import { createApp, type TestApp } from '../support/app.js';

jest.setTimeout(240_000);

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);

interface WishStep {
  kind: 'book' | 'wait';
  who: number;
  from: number;
  length: number;
}

interface ActStep {
  kind: 'cancel' | 'approve' | 'reject' | 'callOff' | 'checkIn' | 'markNoShow';
  who: number;
  which: number;
}

/** One thing that happens. Numbers choose among what is there, so that every walk can be cut shorter. */
type Step = WishStep | ActStep | { kind: 'pass'; minutes: number } | { kind: 'tick' };

const WHO_ACTS: Record<Step['kind'], BookingActor[]> = {
  book: ['resident'],
  wait: ['resident'],
  // Whatever frees a run may promote, and nothing else.
  cancel: ['resident'],
  approve: ['staff'],
  reject: ['staff'],
  callOff: ['staff'],
  checkIn: ['staff'],
  markNoShow: ['staff'],
  pass: [],
  tick: ['clock'],
};

const who = fc.nat(3);
const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant<'book'>('book'),
      who,
      from: fc.nat(8),
      length: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant<'wait'>('wait'),
      who,
      from: fc.nat(8),
      length: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom('cancel', 'approve', 'reject', 'callOff', 'checkIn', 'markNoShow'),
      who,
      which,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.constantFrom(1, 10, 15, 30, 90, 600),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tick' as const) }) },
);

describe('any walk over bookings', () => {
  let app: TestApp;
  let staff: number;
  const people: number[] = [];

  beforeAll(async () => {
    console.info(`PROPERTY_SEED=${seed}`);
    app = await createApp();
    await holdClock(app);
    staff = await buildStaff(app.database);
    for (let n = 0; n < 4; n += 1) people.push(await buildPerson(app.database));
  });
  afterAll(() => app.close());

  const statuses = async (venue: number): Promise<Map<number, BookingStatus>> =>
    new Map(
      (
        await app.database.query<{ id: number; status: BookingStatus }>(
          'SELECT id, status FROM booking WHERE venue_id = ? ORDER BY id',
          [venue],
        )
      ).map((row) => [row.id, row.status]),
    );

  async function take(one: Step, venue: number): Promise<number | null> {
    if (one.kind === 'pass') {
      app.clock.advance(one.minutes * MINUTE_MS);
      return null;
    }
    if (one.kind === 'tick') {
      await runClock(app);
      return null;
    }
    const person = people[one.who % people.length] as number;
    if ('which' in one) return decideOne(one, person, venue);
    const from = 540 + one.from * 30;
    const body = wish(venue, from, from + one.length * 30, '2026-11-23');
    return (await app.as(person).post(one.kind === 'book' ? '/bookings' : '/waitlist', body)).status;
  }

  /** An act on one of the venue's bookings; null when there is none yet. */
  async function decideOne(one: ActStep, person: number, venue: number): Promise<number | null> {
    const ids = [...(await statuses(venue)).keys()];
    if (ids.length === 0) return null;
    const id = encodeId('booking', ids[one.which % ids.length] as number);
    const reason = { reason: '场地另有安排' };
    switch (one.kind) {
      case 'cancel':
        return (await app.as(person).post(`/bookings/${id}/cancel`)).status;
      case 'approve':
        return (await app.as(staff).post(`/staff/bookings/${id}/approve`)).status;
      case 'reject':
        return (await app.as(staff).post(`/staff/bookings/${id}/reject`, reason)).status;
      case 'callOff':
        return (await app.as(staff).post(`/staff/bookings/${id}/cancel`, reason)).status;
      case 'checkIn':
        return (await app.as(staff).post(`/staff/bookings/${id}/check-in`, { identityChecked: true })).status;
      case 'markNoShow':
        return (await app.as(staff).post(`/staff/bookings/${id}/mark-no-show`)).status;
    }
  }

  /** The units that the stored bookings ought to hold, and those that are held. */
  async function unitsOf(venue: number): Promise<[string[], string[]]> {
    const rows = await app.database.query<{ id: number; from: number; to: number; status: BookingStatus }>(
      'SELECT id, start_unit AS `from`, end_unit AS `to`, status FROM booking WHERE venue_id = ?',
      [venue],
    );
    const held = await app.database.query<{ id: number; unit: number }>(
      'SELECT booking_id AS id, unit FROM booking_unit WHERE venue_id = ?',
      [venue],
    );
    const live = rows.filter((row) => (HOLDING_STATUSES as BookingStatus[]).includes(row.status));
    return [
      // Thirty minutes of cleaning: one unit after each run.
      live
        .flatMap(({ id, from, to }) => Array.from({ length: to + 1 - from }, (_, n) => `${from + n}:${id}`))
        .sort(),
      held.map(({ id, unit }) => `${unit}:${id}`).sort(),
    ];
  }

  it.each([true, false])(
    'keeps to the table of steps, and its units to its runs (approval: %s)',
    async (approval) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22 }), async (walk) => {
          app.clock.set(MONDAY_MORNING);
          // No pauses here: they would only make the walks shorter.
          const { venue } = await buildPlace(app.database, {
            approval,
            cleaningMinutes: 30,
            latestLeadMinutes: 0,
            noShowLimit: 10_000,
          });
          let before = new Map<number, BookingStatus>();
          for (const one of walk) {
            const status = await take(one, venue);
            if (status !== null) expect(status).toBeLessThan(500);
            const after = await statuses(venue);
            for (const [id, to] of after) {
              const from = before.get(id);
              if (from === undefined) expect(to).toBe(approval ? 'pending' : 'confirmed');
              else if (from !== to) {
                expect(BOOKING_TRANSITIONS[from][to] ?? []).toEqual(
                  expect.arrayContaining(WHO_ACTS[one.kind]),
                );
              }
            }
            expect([...before.keys()].filter((id) => !after.has(id))).toEqual([]);
            const [wanted, held] = await unitsOf(venue);
            expect(held).toEqual(wanted);
            before = after;
          }
        }),
        { seed, numRuns: 20 },
      );
      expect(await faultsIn(app.database)).toMatchObject({
        ...NO_FAULTS,
        waitingForFreeRuns: expect.any(Number),
      });
    },
  );
});
