import { setTimeout as sleep } from 'node:timers/promises';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { StaffClaimsService } from '@jiefang/bff/volunteering/claims/staff-claims.service';
import { buildStaff } from '../../../builders/bookings.js';
import { callerOf, faultsOfHours } from '../../../builders/hours.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildClaim, buildPost, buildVolunteer } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

describe('verifying many services at once', () => {
  const [app] = stage(1);
  let staff: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });

  it('never waits for a second connection while it holds one', async () => {
    const { shift } = await buildPost(
      app.database,
      {},
      { startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T03:00:00Z', capacity: 100 },
    );
    const claims: string[] = [];
    // More than the pool has connections.
    for (let n = 0; n < 60; n += 1) {
      const personId = await buildVolunteer(app.database);
      claims.push(
        encodeId('claim', await buildClaim(app.database, { shiftId: shift, personId, status: 'submitted' })),
      );
    }
    const service = app.app.get(StaffClaimsService);
    const verified = Promise.all(
      claims.map((id) => service.verify(callerOf(staff), `verify-edge-${id}`, id, { minutes: 120 })),
    );
    const outcome = await Promise.race([verified, sleep(20_000, 'still waiting', { ref: false })]);
    expect(outcome).toHaveLength(60);
    expect(await faultsOfHours(app.database)).toEqual([]);
  });

  it('credits a service once, however often and by whomever it is decided at the same moment', async () => {
    const person = await buildVolunteer(app.database);
    const second = await buildStaff(app.database, 'volunteer_coordinator');
    const { shift } = await buildPost(
      app.database,
      {},
      { startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T03:00:00Z' },
    );
    const id = encodeId(
      'claim',
      await buildClaim(app.database, { shiftId: shift, personId: person, status: 'submitted' }),
    );
    const answers = await Promise.all([
      ...[staff, second, staff, second].map((one) =>
        app.as(one).post(`/staff/claims/${id}/verify`, { minutes: 120 }),
      ),
      app.as(second).post(`/staff/claims/${id}/reject`, { reason: '没有来过' }),
    ]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
    const rows = await app.database.query<{ minutes: number }>(
      'SELECT minutes FROM hours_ledger WHERE person_id = ?',
      [person],
    );
    expect(rows.length).toBeLessThanOrEqual(1);
    expect(await faultsOfHours(app.database)).toEqual([]);
  });
});
