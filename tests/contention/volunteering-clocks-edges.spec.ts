import { buildStaff, deliver } from '../builders/bookings.js';
import { credit, faultsOfHours, hoursId, runHoursClock } from '../builders/hours.js';
import { buildDivision } from '../builders/people.js';
import { COMMUNITY } from '../builders/venues.js';
import { buildClaim, buildPost, buildVolunteer, runClaimClock } from '../builders/volunteering.js';
import { stage } from '../support/stage.js';
import { claimFaultsIn, NO_CLAIM_FAULTS } from './claim-proof.js';

jest.setTimeout(180_000);

/** The lease of a clock may run out while it works: two at once must not do anything twice. */
describe('two clocks at the same moment', () => {
  const [app, replica] = stage(2);
  let staff: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });

  const count = async (from: string, values: unknown[] = []): Promise<number> =>
    Number((await app.database.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, values))[0]?.n);

  it('note each no-show, hand in each forgotten service and pause each person once', async () => {
    const people: number[] = [];
    for (let n = 0; n < 10; n += 1) people.push(await buildVolunteer(app.database));
    for (const day of ['2026-11-17', '2026-11-18', '2026-11-19']) {
      const { shift } = await buildPost(app.database, {}, { startsAt: `${day}T01:00:00Z`, capacity: 20 });
      for (const personId of people) await buildClaim(app.database, { shiftId: shift, personId });
    }
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-20T01:00:00Z', capacity: 20 });
    for (const personId of people) {
      await buildClaim(app.database, { shiftId: shift, personId, status: 'in_progress' });
    }
    await Promise.all([
      runClaimClock(app),
      runClaimClock(replica),
      ...people.map((one, n) => (n % 2 === 0 ? app : replica).as(one).post('/me/volunteer/leave')),
    ]);
    await Promise.all([runClaimClock(app), runClaimClock(replica)]);
    expect(await count("claim WHERE status = 'no_show'")).toBe(30);
    expect(await count("claim WHERE status = 'submitted'")).toBe(10);
    expect(await count('volunteer_pause')).toBe(10);
    expect(await count("outbox WHERE kind = 'claim_no_show'")).toBe(30);
    expect(await count("outbox WHERE kind = 'claim_pause_started'")).toBe(10);
    expect(await count("claim_event WHERE status = 'no_show'")).toBe(30);
    expect(await count("claim_event WHERE status = 'submitted'")).toBe(10);
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
  });

  it('publicise and record each service once, while staff reverse and neighbours object', async () => {
    const person = await buildVolunteer(app.database);
    const neighbour = await buildVolunteer(app.database);
    const items: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const day = `2026-10-${String((n % 28) + 1).padStart(2, '0')}`;
      items.push(await credit(app, person, staff, { day, minutes: 60 }));
    }
    await deliver(app);
    app.clock.set('2026-11-24T01:00:00Z');
    const reversing = items
      .slice(0, 10)
      .map((id, n) =>
        (n % 2 === 0 ? app : replica)
          .as(staff)
          .post(`/staff/hours/${hoursId(id)}/reverse`, { reason: '登记错了' }),
      );
    const first = await Promise.all([runHoursClock(app), runHoursClock(replica), ...reversing]);
    expect(first.slice(2).map((answer) => (answer as { status: number }).status)).toEqual(
      Array(10).fill(200),
    );
    await Promise.all([runHoursClock(app), runHoursClock(replica)]);
    expect(await count("hours_item WHERE status = 'publicised'")).toBe(30);

    app.clock.set('2026-11-27T15:59:00Z');
    const objecting = items
      .slice(10, 20)
      .map((id, n) =>
        (n % 2 === 0 ? app : replica)
          .as(neighbour)
          .post(`/hours/${hoursId(id)}/objections`, { text: '那天没有看到人' }),
      );
    const objected = (await Promise.all(objecting)).filter((answer) => answer.status === 201).length;
    app.clock.set('2026-11-28T01:00:00Z');
    await Promise.all([runHoursClock(app), runHoursClock(replica)]);
    expect(await count("hours_item WHERE status = 'recorded'")).toBe(30 - objected);
    expect(await count("hours_ledger WHERE act = 'recorded'")).toBe(30 - objected);
    expect(
      await count('(SELECT person_id FROM outbox GROUP BY person_id, dedupe HAVING COUNT(*) > 1) twice'),
    ).toBe(0);
    expect(await faultsOfHours(app.database)).toEqual([]);
  });
});
