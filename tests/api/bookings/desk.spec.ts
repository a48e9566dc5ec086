import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { instantAt } from '@jiefang/shared/time';
import {
  at,
  auditedActs,
  buildPlace,
  buildStaff,
  DAY,
  stored,
  toldKinds,
  wish,
} from '../../builders/bookings.js';
import { buildPerson } from '../../builders/people.js';
import { buildVenue, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

describe('a booking made at the desk', () => {
  const [app] = stage(1);
  let staff: number;
  let person: number;
  let place: { centre: number; venue: number };

  beforeAll(async () => {
    staff = await buildStaff(app.database);
    person = await buildPerson(app.database);
  });
  beforeEach(async () => {
    place = await buildPlace(app.database);
  });

  const desk = (venue: number, from: number, to: number, change: object = {}) => {
    const { venueId: _venue, ...run } = wish(venue, from, to);
    return app.as(staff).post(`/staff/venues/${encodeId('venue', venue)}/bookings`, {
      ...run,
      channel: 'phone',
      contactName: '王秀英',
      contactPhone: '0596-2020001',
      ...change,
    });
  };

  it('keeps name and phone encrypted, shows them masked, and is audited', async () => {
    const { body } = await desk(place.venue, 540, 600).expect(201);
    expect(body).toMatchObject({
      status: 'confirmed',
      channel: 'phone',
      startsAt: at(540),
      actions: ['cancel_for_centre'],
    });
    expect(body.personName).toContain('*');
    expect(body.personName).not.toContain('王秀英');
    expect(body.phoneMasked).not.toContain('2020001');
    const row = await stored(app.database, body.id);
    const [plain] = await app.database.query<{ name: Buffer; phone: Buffer; person: number | null }>(
      'SELECT contact_name_cipher AS name, contact_phone_cipher AS phone, person_id AS person FROM booking WHERE id = ?',
      [row.id],
    );
    expect(plain?.person).toBeNull();
    expect(plain?.name.toString('utf8')).not.toContain('王秀英');
    expect(plain?.phone.toString('utf8')).not.toContain('2020001');
    expect(await auditedActs(app.database, 'booking', row.id)).toEqual([
      { action: 'booking.create', actorId: staff },
    ]);
  });

  it('may use the share that is kept from online booking, and walk in at the last minute', async () => {
    const venue = await buildVenue(app.database, {
      centreId: place.centre,
      policy: { reservedPercent: 100, reservedUntilHours: 24 },
    });
    const day = '2026-11-26';
    const online = await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600, day))
      .expect(409);
    expect(online.body.code).toBe('BOOKING_RESERVED');
    await desk(venue, 540, 600, { startsAt: at(540, day), endsAt: at(600, day) }).expect(201);
    app.clock.set(instantAt(DAY, 535));
    await desk(venue, 540, 600).expect(201);
    app.clock.set(instantAt(DAY, 600));
    expect((await desk(venue, 540, 570).expect(422)).body.code).toBe('BOOKING_IN_PAST');
  });

  it('belongs to the person whose phone it is, and counts for their week', async () => {
    const phone = '13950600001';
    const elder = await buildPerson(app.database, { phone });
    const venue = await buildVenue(app.database, {
      centreId: place.centre,
      policy: { weeklyPerPerson: 1 },
    });
    const { body } = await desk(venue, 540, 600, { contactPhone: phone }).expect(201);
    const own = await app.as(elder).get(`/bookings/${body.id}`).expect(200);
    expect(own.body).toMatchObject({ onBehalf: true, channel: 'phone', status: 'confirmed' });
    expect(await toldKinds(app.database, elder)).toEqual(['booking_confirmed']);
    const online = await app
      .as(elder)
      .post('/bookings', wish(venue, 660, 720))
      .expect(409);
    expect(online.body.code).toBe('BOOKING_QUOTA_PERSON');
    expect((await desk(venue, 660, 720, { contactPhone: phone }).expect(409)).body.code).toBe(
      'BOOKING_QUOTA_PERSON',
    );
    await app.as(elder).post(`/bookings/${body.id}/cancel`).expect(200);
    await desk(venue, 660, 720, { contactPhone: phone }).expect(201);
  });

  it('takes a unit for a venue that only units may use', async () => {
    const venue = await buildVenue(app.database, { centreId: place.centre, policy: { audience: 'units' } });
    expect(
      (
        await app
          .as(person)
          .post('/bookings', wish(venue, 540, 600))
          .expect(403)
      ).body.code,
    ).toBe('BOOKING_UNITS_ONLY');
    const { body } = await desk(venue, 540, 600, { channel: 'counter', unitName: '老年大学' }).expect(201);
    expect(body).toMatchObject({ personName: '老年大学', channel: 'counter' });
  });

  it('is refused by every rule of the place, and for the next street', async () => {
    await desk(place.venue, 540, 600).expect(201);
    expect((await desk(place.venue, 570, 630).expect(409)).body.code).toBe('BOOKING_TAKEN');
    expect((await desk(place.venue, 420, 480).expect(422)).body.code).toBe('BOOKING_OUTSIDE_HOURS');
    expect((await desk(place.venue, 600, 660, { attendees: 31 }).expect(422)).body.code).toBe(
      'BOOKING_CAPACITY',
    );
    for (const change of [
      { channel: 'app' },
      { contactPhone: '123' },
      { contactName: '' },
      { personId: 1 },
    ]) {
      await desk(place.venue, 600, 660, change).expect(400);
    }
    const other = await buildPlace(app.database, {}, { divisionCode: OTHER_STREET_COMMUNITY });
    await desk(other.venue, 540, 600).expect(403);
    expect(await app.database.query('SELECT id FROM booking WHERE venue_id = ?', [other.venue])).toHaveLength(
      0,
    );
    expect(await app.database.query('SELECT id FROM booking WHERE venue_id = ?', [place.venue])).toHaveLength(
      1,
    );
  });
});
