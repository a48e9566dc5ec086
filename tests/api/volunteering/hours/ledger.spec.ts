import { Hours } from '@jiefang/bff/volunteering/hours/hours';
import { HoursLedger } from '@jiefang/bff/volunteering/hours/hours-ledger';
import { buildStaff } from '../../../builders/bookings.js';
import { buildVerified, credit, faultsOfHours, hoursId, runHoursClock } from '../../../builders/hours.js';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(120_000);

describe('the writer of the hours ledger', () => {
  const [app, replica] = stage(2);
  let staff: number;
  let volunteer: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });
  beforeEach(async () => {
    volunteer = await buildVolunteer(app.database);
  });

  it('builds nothing on a chain whose end was tampered with, and keeps nobody else’s hours back', async () => {
    const other = await buildVolunteer(app.database);
    app.clock.set('2026-11-23T02:00:00Z');
    const [own, others] = [await credit(app, volunteer, staff), await credit(app, other, staff)];
    await app.database.execute('UPDATE hours_head SET minutes = 6000 WHERE person_id = ?', [volunteer]);
    await expect(credit(app, volunteer, staff, { day: '2026-11-18' })).rejects.toThrow(
      'changed from outside',
    );
    app.clock.set('2026-11-24T01:00:00Z');
    await runHoursClock(app);
    const status = async (id: number) =>
      (await app.database.query<{ status: string }>('SELECT status FROM hours_item WHERE id = ?', [id]))[0]
        ?.status;
    expect(await status(own)).toBe('provisional');
    expect(await status(others)).toBe('publicised');
    expect((await faultsOfHours(app.database)).map((fault) => fault.kind)).toEqual(['head', 'claim']);
    await app.database.execute('UPDATE hours_head SET minutes = 120 WHERE person_id = ?', [volunteer]);
    await app.database.execute(
      "DELETE FROM claim WHERE status = 'verified' AND id NOT IN (SELECT claim_id FROM hours_item)",
    );
    expect(await faultsOfHours(app.database)).toEqual([]);
  });

  it('finds one chain when two processes write to it at once', async () => {
    const count = 40;
    const claims: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const day = `2026-10-${String((n % 28) + 1).padStart(2, '0')}`;
      claims.push(await buildVerified(app.database, volunteer, staff, { minutes: n + 1, day }));
    }
    await Promise.all(
      claims.map((claimId, n) => {
        const { app: nest, database } = n % 2 === 0 ? app : replica;
        return database.transaction((tx) =>
          nest.get(Hours).credit(tx, {
            claimId,
            personId: volunteer,
            minutes: n + 1,
            day: `2026-10-${String((n % 28) + 1).padStart(2, '0')}`,
            content: '值守',
            divisionCode: COMMUNITY,
            unitId: null,
            tier: 'community',
            actorId: staff,
            at: app.clock.now(),
          }),
        );
      }),
    );
    expect(await faultsOfHours(app.database)).toEqual([]);
    const [head] = await app.database.query<{ seq: number; minutes: number }>(
      'SELECT seq, minutes FROM hours_head WHERE person_id = ?',
      [volunteer],
    );
    expect(head).toEqual({ seq: count, minutes: (count * (count + 1)) / 2 });
  });

  it('is the same whether a person’s first row is written by one process or by two', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => buildVolunteer(app.database)));
    const at = app.clock.now();
    await Promise.all(
      people.flatMap((personId) =>
        [app, replica].map(({ app: nest, database }) =>
          database.transaction((tx) =>
            nest.get(HoursLedger).append(tx, [
              {
                personId,
                act: 'recorded',
                itemId: 1,
                minutes: 0,
                day: '2026-11-20',
                claimId: null,
                divisionCode: COMMUNITY,
                unitId: null,
                tier: null,
                actorId: null,
                reason: null,
                at,
              },
            ]),
          ),
        ),
      ),
    );
    const heads = await app.database.query<{ seq: number }>(
      'SELECT seq FROM hours_head WHERE person_id IN (?)',
      [people],
    );
    expect(heads).toEqual(people.map(() => ({ seq: 2 })));
    expect((await faultsOfHours(app.database)).map((fault) => fault.kind)).toEqual(people.map(() => 'item'));
  });

  it('stays whole when staff, objectors and the clocks of two processes reach for the same items at once', async () => {
    const [one, two] = [
      await buildStaff(app.database, 'administrator', '3506'),
      await buildStaff(app.database, 'administrator', '3506'),
    ];
    const objectors = await Promise.all(Array.from({ length: 3 }, () => buildPerson(app.database)));
    for (let round = 0; round < 6; round += 1) {
      app.clock.set('2026-11-20T10:00:00Z');
      const ids: number[] = [];
      for (let n = 0; n < 4; n += 1) {
        ids.push(
          await credit(app, volunteer, staff, { minutes: 60, day: `2026-10-${10 + n}`, tier: 'district' }),
        );
      }
      app.clock.set('2026-11-23T01:00:00Z');
      await Promise.all([runHoursClock(app), runHoursClock(replica)]);
      const objections = await Promise.all(
        ids.slice(0, 3).map(async (id, n) => {
          const { body } = await app
            .as(objectors[n])
            .post(`/hours/${hoursId(id)}/objections`, { text: '那天没有看到他' })
            .expect(201);
          return (body as { id: string }).id;
        }),
      );
      app.clock.set('2026-11-27T01:00:00Z');
      const reverse = (on: typeof app, who: number, id: number) =>
        on.as(who).post(`/staff/hours/${hoursId(id)}/reverse`, { reason: '登记错了' });
      const adjust = (on: typeof app, who: number, id: number) =>
        on.as(who).post(`/staff/hours/${hoursId(id)}/adjust`, { minutes: -40, reason: '中途离开' });
      const answer = (on: typeof app, who: number, objection: string | undefined, decision: string) =>
        on.as(who).post(`/staff/objections/${objection}/answer`, { decision, answer: '核对过了' });
      const [a, b, c, d] = ids as [number, number, number, number];
      const answers = await Promise.all([
        reverse(app, one, a),
        reverse(replica, two, a),
        answer(app, two, objections[0], 'upheld'),
        answer(replica, one, objections[1], 'upheld'),
        answer(app, two, objections[1], 'dismissed'),
        adjust(app, one, b),
        adjust(replica, two, c),
        adjust(app, one, c),
        answer(replica, one, objections[2], 'dismissed'),
        reverse(replica, one, d),
        adjust(app, two, d),
        runHoursClock(app).then(() => null),
        runHoursClock(replica).then(() => null),
      ]);
      const statuses = answers.map((result) => result?.status ?? 0);
      expect(Math.max(...statuses)).toBeLessThan(500);
      // Of two who take the same forty of sixty minutes, one does; of several who take an item back, one does.
      expect([statuses[6], statuses[7]].sort()).toEqual([200, 422]);
      expect(statuses.slice(0, 2).filter((status) => status === 200).length).toBeLessThanOrEqual(1);
      expect([statuses[3], statuses[4]].sort()).toEqual([200, 409]);
    }
    const faults = await faultsOfHours(app.database);
    expect(faults.filter((fault) => fault.personId === volunteer)).toEqual([]);
    const { body } = await app.as(volunteer).get('/me/hours').expect(200);
    const { recorded, publicised, provisional } = body.balance as Record<string, number>;
    const [ledger] = await app.database.query<{ minutes: string }>(
      'SELECT SUM(minutes) AS minutes FROM hours_ledger WHERE person_id = ?',
      [volunteer],
    );
    expect((recorded ?? 0) + (publicised ?? 0) + (provisional ?? 0)).toBe(Number(ledger?.minutes));
  });
});
