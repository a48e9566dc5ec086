import { buildStaff } from '../../../builders/bookings.js';
import { credit, hoursId, runHoursClock } from '../../../builders/hours.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

/** What the desk sees of certificates whose hours were taken back after they were issued. */
describe('a certificate whose hours changed', () => {
  const [app] = stage(1);
  let staff: number;
  let volunteer: number;
  let items: [patrol: number, visit: number];

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });
  /** Two services, publicised on Monday the 16th and recorded on Friday the 20th; it is the 30th. */
  beforeEach(async () => {
    volunteer = await buildVolunteer(app.database, { name: '林秀兰', idNumber: '350602199005010026' });
    app.clock.set('2026-11-13T10:00:00Z');
    items = [
      await credit(app, volunteer, staff, { minutes: 125, day: '2026-11-12' }),
      await credit(app, volunteer, staff, { minutes: 60, day: '2026-11-13' }),
    ];
    await record('2026-11-16', '2026-11-20');
    app.clock.set('2026-11-30T02:00:00Z');
  });

  /** Publicises and records what is due on these days. */
  const record = async (publicised: string, recorded: string): Promise<void> => {
    for (const day of [publicised, recorded]) {
      app.clock.set(`${day}T01:00:00Z`);
      await runHoursClock(app);
    }
  };
  const issue = async (toDay = '2026-11-30'): Promise<string> => {
    const wish = { fromDay: '2026-11-01', toDay, purpose: '' };
    const id = (await app.as(volunteer).post('/me/certificates', wish).expect(201)).body.id as string;
    const words = { responsible: '陈志远', contact: '0596-2020001' };
    await app.as(staff).post(`/staff/certificates/${id}/issue`, words).expect(200);
    app.clock.advance(60_000);
    return id;
  };
  const correct = (item: number, act: 'reverse' | 'adjust', body: object = {}) =>
    app
      .as(staff)
      .post(`/staff/hours/${hoursId(item)}/${act}`, { reason: '查实没有到', ...body })
      .expect(200);
  const adjust = async (item: number, minutes: number): Promise<number> => {
    await correct(item, 'adjust', { minutes });
    const [row] = await app.database.query<{ id: number }>(
      'SELECT MAX(id) AS id FROM hours_item WHERE corrects_id = ?',
      [item],
    );
    return row?.id ?? 0;
  };
  const takenBack = async (id: string): Promise<number | undefined> => {
    const { body } = await app
      .as(staff)
      .get(`/staff/divisions/${COMMUNITY}/certificates?limit=50`)
      .expect(200);
    const all = body.items as { id: string; takenBackMinutes: number }[];
    return all.find((one) => one.id === id)?.takenBackMinutes;
  };

  it('shows nothing while its hours stand', async () => {
    expect(await takenBack(await issue())).toBe(0);
  });

  it('shows the minutes that were taken back, until it is revoked', async () => {
    const id = await issue();
    await correct(items[0], 'reverse');
    expect(await takenBack(id)).toBe(125);
    await adjust(items[1], -20);
    expect(await takenBack(id)).toBe(145);
    const { body } = await app
      .as(staff)
      .post(`/staff/certificates/${id}/revoke`, { reason: '时长冲正' })
      .expect(200);
    expect(body).toMatchObject({ status: 'revoked', takenBackMinutes: 0 });
  });

  it('shows nothing of days, of services and of minutes that are not on it', async () => {
    const early = await issue('2026-11-12');
    await correct(items[1], 'reverse');
    expect(await takenBack(early)).toBe(0);
    const later = await credit(app, volunteer, staff, { minutes: 30, day: '2026-11-11' });
    const added = await adjust(items[0], 40);
    const id = await issue();
    await correct(later, 'reverse');
    await correct(added, 'reverse');
    expect([await takenBack(early), await takenBack(id)]).toEqual([0, 0]);
  });

  it('counts what was known when it was issued, and what was given back since', async () => {
    await correct(items[1], 'reverse');
    const added = await adjust(items[0], 40);
    await record('2026-12-01', '2026-12-07');
    app.clock.set('2026-12-10T02:00:00Z');
    const id = await issue();
    expect(await takenBack(id)).toBe(0);
    await correct(added, 'reverse');
    const less = await adjust(items[0], -15);
    expect(await takenBack(id)).toBe(55);
    await correct(less, 'reverse');
    expect(await takenBack(id)).toBe(40);
  });
});
