import { buildStaff, deliver } from '../../../builders/bookings.js';
import { credit, hoursId, runHoursClock } from '../../../builders/hours.js';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildClaim, buildPost, buildVolunteer } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

/** Queues of staff: as many statements for twelve rows as for two. */
describe('statements that a queue sends', () => {
  const [app] = stage(1);
  let staff: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });

  async function statementsOf(path: string, rows: number): Promise<number> {
    const query = jest.spyOn(app.database, 'query');
    const { body } = await app.as(staff).get(path).expect(200);
    const sent = query.mock.calls
      .map(([statement]) => statement)
      .filter((statement) => /claim|hours_|volunteer|division|role_grant/.test(statement)).length;
    query.mockRestore();
    expect((body as { items: unknown[] }).items).toHaveLength(rows);
    return sent;
  }

  it('of submissions do not grow with it', async () => {
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-20T01:00:00Z', capacity: 50 });
    const submit = async (): Promise<void> => {
      const personId = await buildVolunteer(app.database);
      await buildClaim(app.database, { shiftId: shift, personId, status: 'submitted' });
    };
    const path = `/staff/divisions/${COMMUNITY}/submissions`;
    for (let n = 0; n < 2; n += 1) await submit();
    const few = await statementsOf(path, 2);
    for (let n = 0; n < 10; n += 1) await submit();
    expect(await statementsOf(path, 12)).toBe(few);
  });

  it('of objections do not grow with it', async () => {
    const volunteer = await buildVolunteer(app.database);
    const items: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      items.push(await credit(app, volunteer, staff, { day: `2026-11-${String(n + 1).padStart(2, '0')}` }));
    }
    app.clock.set('2026-11-24T01:00:00Z');
    await runHoursClock(app);
    const neighbour = await buildPerson(app.database);
    const object = (id: number) =>
      app
        .as(neighbour)
        .post(`/hours/${hoursId(id)}/objections`, { text: '那天没有看到人' })
        .expect(201);
    const path = `/staff/divisions/${COMMUNITY}/objections`;
    for (const id of items.slice(0, 2)) await object(id);
    await deliver(app);
    const few = await statementsOf(path, 2);
    for (const id of items.slice(2)) await object(id);
    await deliver(app);
    expect(await statementsOf(path, 12)).toBe(few);
  });
});
