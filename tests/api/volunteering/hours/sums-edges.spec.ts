import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { buildStaff, deliver } from '../../../builders/bookings.js';
import { credit, faultsOfHours, hoursId, runHoursClock } from '../../../builders/hours.js';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

const DISTRICT = COMMUNITY.slice(0, 6);

describe('a correction that is itself taken back', () => {
  const [app] = stage(1);
  let staff: number;
  let district: number;
  let volunteer: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
    district = await buildStaff(app.database, 'volunteer_coordinator', DISTRICT);
  });
  beforeEach(async () => {
    volunteer = await buildVolunteer(app.database, { name: '林秀兰' });
    await deliver(app);
  });
  afterEach(async () => expect(await faultsOfHours(app.database)).toEqual([]));

  async function adjust(item: string, minutes: number): Promise<string> {
    const { body } = await app
      .as(staff)
      .post(`/staff/hours/${item}/adjust`, { minutes, reason: '登记错了' })
      .expect(200);
    return (body as { id: string }).id;
  }
  const reverse = (person: number, item: string) =>
    app.as(person).post(`/staff/hours/${item}/reverse`, { reason: '更正错了' });

  it('never leaves a service with less than nothing', async () => {
    const service = hoursId(await credit(app, volunteer, staff, { minutes: 60 }));
    const more = await adjust(service, 30);
    await adjust(service, -90);
    await deliver(app);
    await expectUntouched(app.database, () => reverse(staff, more), 'HOURS_MINUTES');
  });

  it('is upheld by an objection only where something is left to take', async () => {
    const service = hoursId(await credit(app, volunteer, staff, { minutes: 60 }));
    const more = await adjust(service, 30);
    await adjust(service, -90);
    app.clock.set('2026-11-24T01:00:00Z');
    await runHoursClock(app);
    const neighbour = await buildPerson(app.database);
    const { body } = await app
      .as(neighbour)
      .post(`/hours/${more}/objections`, { text: '这半小时没有做事' })
      .expect(201);
    await deliver(app);
    await expectUntouched(
      app.database,
      () =>
        app
          .as(district)
          .post(`/staff/objections/${body.id}/answer`, { decision: 'upheld', answer: '核实过了' }),
      'HOURS_MINUTES',
    );
  });

  it('asks for the tier of the day that comes of it', async () => {
    const first = hoursId(await credit(app, volunteer, staff, { minutes: 480 }));
    const less = await adjust(first, -240);
    await credit(app, volunteer, staff, { minutes: 240 });
    await deliver(app);
    // 480 minutes of the day stand; without the correction there would be 720.
    await expectUntouched(app.database, () => reverse(staff, less), 'HOURS_TIER');
    await reverse(district, less).expect(200);
  });

  it('never makes more than a day of one day', async () => {
    const first = hoursId(await credit(app, volunteer, district, { minutes: 1000 }));
    const { body } = await app
      .as(district)
      .post(`/staff/hours/${first}/adjust`, { minutes: -900, reason: '登记错了' })
      .expect(200);
    await credit(app, volunteer, district, { minutes: 1000 });
    await deliver(app);
    await expectUntouched(app.database, () => reverse(district, body.id), 'HOURS_MINUTES');
  });

  it('is told as what it is: less, not more', async () => {
    const service = hoursId(await credit(app, volunteer, staff, { minutes: 60 }));
    const less = await adjust(service, -30);
    app.clock.set('2026-11-24T01:00:00Z');
    await runHoursClock(app);
    app.clock.set('2026-11-28T01:00:00Z');
    await runHoursClock(app);
    await deliver(app);
    const bodies = await app.database.query<{ body: string }>(
      `SELECT body FROM notice WHERE person_id = ? AND kind IN ('hours_publicised', 'hours_recorded') AND link_id = ?`,
      [volunteer, decodeId('hours', less)],
    );
    expect(bodies.map((one) => one.body)).toHaveLength(2);
    for (const { body } of bodies) expect(body).toMatch(/减少|减去/);
  });
});
