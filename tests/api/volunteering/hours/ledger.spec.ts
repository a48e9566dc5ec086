import { Hours } from '@jiefang/bff/volunteering/hours/hours';
import { HoursLedger } from '@jiefang/bff/volunteering/hours/hours-ledger';
import { buildStaff } from '../../../builders/bookings.js';
import {
  buildVerified,
  credit,
  faultsOfHours,
  holdHoursClock,
  runHoursClock,
} from '../../../builders/hours.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(120_000);

describe('the writer of the hours ledger', () => {
  const [app, replica] = stage(2);
  let staff: number;
  let volunteer: number;

  beforeAll(async () => {
    await holdHoursClock(app);
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
});
