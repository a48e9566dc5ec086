import { buildBooking, buildClosure, centreId, venueForm, venueId } from '../../builders/catalogue.js';
import { buildCentre, buildVenue } from '../../builders/venues.js';
import type { TestApp } from '../../support/app.js';
import { createEditingWorld, DAY, SHORT, type EditingWorld } from './editing-support.js';

describe('staff edit venues', () => {
  let app: TestApp;
  let manager: number;
  let stranger: number;
  let lastAudit: EditingWorld['lastAudit'];
  let everything: EditingWorld['everything'];

  beforeAll(async () => {
    ({ app, manager, stranger, lastAudit, everything } = await createEditingWorld());
  });
  afterAll(() => app.close());

  const read = async (id: string) => (await app.as(manager).get(`/staff/venues/${id}`).expect(200)).body;

  it('creates at the end of the list, with the count of the centre', async () => {
    const centre = await buildCentre(app.database);
    const path = `/staff/centres/${centreId(centre)}/venues`;
    const names = ['合唱室', '书画室', '棋牌室'];
    for (const name of names) await app.as(manager).post(path, venueForm({ name })).expect(201);
    const { body } = await app
      .as()
      .get(`/centres/${centreId(centre)}`)
      .expect(200);
    expect(body.venues.map((venue: { name: string }) => venue.name)).toEqual(names);
    expect(body.venueCount).toBe(3);
    expect((await lastAudit()).action).toBe('venue.create');
  });

  it('edits what was read; an older version is stale', async () => {
    const id = venueId(await buildVenue(app.database));
    const { version } = await read(id);
    const edit = venueForm(
      { version, name: '新名字', opening: SHORT, status: 'suspended' },
      { maxMinutes: 240, weeklyPerPerson: null },
    );
    const { body } = await app.as(manager).put(`/staff/venues/${id}`, edit).expect(200);
    expect(body).toMatchObject({
      name: '新名字',
      status: 'suspended',
      policy: { maxMinutes: 240, weeklyPerPerson: null },
      opening: SHORT,
    });
    expect(body.version).not.toBe(version);
    expect(await read(id)).toEqual(body);
    const stale = await app
      .as(manager)
      .put(`/staff/venues/${id}`, { ...edit, name: '晚到的' })
      .expect(409);
    expect(stale.body.code).toBe('STALE_VERSION');
    expect((await app.as().get(`/venues/${id}`)).body).toMatchObject({
      name: '新名字',
      bookable: { refusal: { code: 'VENUE_SUSPENDED' } },
    });
    const detail = await lastAudit();
    expect(detail.after).toMatchObject({ name: '新名字', policy: { maxMinutes: 240 } });
    expect(detail.before.policy.maxMinutes).toBe(180);
  });

  it('is closed to the next street', async () => {
    const id = venueId(await buildVenue(app.database));
    const before = await everything();
    await app.as(stranger).get(`/staff/venues/${id}`).expect(403);
    const { body } = await app
      .as(stranger)
      .put(`/staff/venues/${id}`, venueForm({ version: 1 }))
      .expect(403);
    expect(body).toMatchObject({ code: 'FORBIDDEN', requestId: expect.any(String) });
    await app
      .as(manager)
      .put('/staff/venues/xxxxxxxx', venueForm({ version: 1 }))
      .expect(404);
    expect(await everything()).toBe(before);
  });

  it.each([
    ['nobody', { capacity: 0 }, 'capacity'],
    ['a fraction of a person', { capacity: 1.5 }, 'capacity'],
    ['units of 20 minutes', { unitMinutes: 20 }, 'unitMinutes'],
    ['an unknown status', { status: 'broken' }, 'status'],
    ['no policy', { policy: undefined }, 'policy'],
    ['a policy as list', { policy: [] }, 'policy'],
    ['an unknown rule', { policy: { ...(venueForm().policy as object), free: true } }, 'policy.free'],
    ['hours as text', { opening: '全天' }, 'opening'],
    ['no hours at all', { opening: undefined }, 'opening'],
  ])('refuses %s', async (_, change, field) => {
    const centre = centreId(await buildCentre(app.database));
    const before = await everything();
    const { body } = await app
      .as(manager)
      .post(`/staff/centres/${centre}/venues`, venueForm(change))
      .expect(400);
    expect(body.code).toBe('INVALID_INPUT');
    expect(body.details.map((detail: { field: string }) => detail.field).join()).toContain(field);
    expect(await everything()).toBe(before);
  });

  it.each([
    [{ audience: 'all' }, 'policy.audience'],
    [{ reservedPercent: 101 }, 'policy.reservedPercent'],
    [{ reservedPercent: '10' }, 'policy.reservedPercent'],
    [{ weeklyPerPerson: 0 }, 'policy.weeklyPerPerson'],
    [{ earliestLeadDays: -1 }, 'policy.earliestLeadDays'],
    [{ noShowLimit: null }, 'policy.noShowLimit'],
    [{ approval: 'yes' }, 'policy.approval'],
  ])('refuses the policy field %j', async (policy, field) => {
    const centre = centreId(await buildCentre(app.database));
    const form = venueForm({}, policy as object);
    const { body } = await app.as(manager).post(`/staff/centres/${centre}/venues`, form).expect(400);
    expect(body.details[0].field).toBe(field);
  });

  it('refuses a policy that contradicts itself, naming every field', async () => {
    const centre = centreId(await buildCentre(app.database));
    const form = venueForm({}, { minMinutes: 120, maxMinutes: 75, releaseAfterMinutes: 240 });
    const { body } = await app.as(manager).post(`/staff/centres/${centre}/venues`, form).expect(422);
    expect(body.code).toBe('POLICY_INVALID');
    expect(new Set(body.details.map((detail: { field: string }) => detail.field))).toEqual(
      new Set(['policy.maxMinutes', 'policy.releaseAfterMinutes']),
    );
  });

  it('does not change the unit under live bookings or wishes', async () => {
    const { database } = app;
    const centre = await buildCentre(database);
    const venue = await buildVenue(database, { centreId: centre });
    const id = venueId(venue);
    await buildBooking(database, {
      venueId: venue,
      centreId: centre,
      day: '2026-11-20',
      startMinute: 600,
      endMinute: 660,
    });
    const first = await app
      .as(manager)
      .put(`/staff/venues/${id}`, venueForm({ version: 1, unitMinutes: 15 }))
      .expect(200);
    expect(first.body.unitMinutes).toBe(15);
    await buildBooking(database, {
      venueId: venue,
      centreId: centre,
      day: DAY,
      startMinute: 600,
      endMinute: 660,
      unitMinutes: 15,
    });
    const { body } = await app
      .as(manager)
      .put(`/staff/venues/${id}`, venueForm({ version: first.body.version }))
      .expect(409);
    expect(body).toMatchObject({ code: 'VENUE_IN_USE', requestId: expect.any(String) });
    expect((await read(id)).unitMinutes).toBe(15);
  });

  it('keeps bookings that its own shorter hours leave outside', async () => {
    const { database } = app;
    const centre = await buildCentre(database);
    const venue = await buildVenue(database, { centreId: centre });
    await buildBooking(database, {
      venueId: venue,
      centreId: centre,
      day: DAY,
      startMinute: 1200,
      endMinute: 1260,
      channel: 'phone',
    });
    const edit = venueForm({ version: 1, opening: SHORT });
    const refused = await app
      .as(manager)
      .put(`/staff/venues/${venueId(venue)}`, edit)
      .expect(409);
    expect(refused.body.bookings[0]).toMatchObject({ personName: '林**', channel: 'phone' });
    const { body } = await app
      .as(manager)
      .put(`/staff/venues/${venueId(venue)}`, { ...edit, confirmOutsideHours: true })
      .expect(200);
    expect(body.keptOutsideHours).toBe(1);
    const day = (await app.as().get(`/venues/${venueId(venue)}/days/${DAY}`)).body;
    expect(day.opening).toEqual([{ openMinute: 480, closeMinute: 1200 }]);
  });

  it('wants an idempotency key', async () => {
    const id = venueId(await buildVenue(app.database));
    const { body } = await app
      .as(manager)
      .put(`/staff/venues/${id}`, venueForm({ version: 1 }), 'short')
      .expect(400);
    expect(body.code).toBe('IDEMPOTENCY_KEY_MISSING');
  });

  it('counts a closure elsewhere as a change that an editor must have seen', async () => {
    const centre = await buildCentre(app.database);
    const venue = await buildVenue(app.database, { centreId: centre });
    const startsAt = new Date('2026-12-01T00:00:00Z');
    await buildClosure(app.database, {
      centreId: centre,
      startsAt,
      endsAt: new Date('2026-12-02T00:00:00Z'),
      createdBy: manager,
    });
    const { body } = await app
      .as(manager)
      .put(`/staff/venues/${venueId(venue)}`, venueForm({ version: 1 }))
      .expect(409);
    expect(body.code).toBe('STALE_VERSION');
  });
});
