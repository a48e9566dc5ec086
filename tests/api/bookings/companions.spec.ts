import { instantAt } from '@jiefang/shared/time';
import { book, buildPlace, buildStaff, DAY, stored, toldKinds } from '../../builders/bookings.js';
import { buildPerson } from '../../builders/people.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

describe('companions by share card', () => {
  const [app, replica] = stage(2);
  let host: number;
  let guest: number;
  let id: string;
  let token: string;

  beforeEach(async () => {
    const { venue } = await buildPlace(app.database);
    host = await buildPerson(app.database, { nickname: '老林' });
    guest = await buildPerson(app.database, { nickname: '小吴' });
    id = await book(app, host, venue, 600, 660, { attendees: 4 });
    token = (await app.as(host).post(`/bookings/${id}/invites`).expect(200)).body.token as string;
  });

  const accept = (person: number, which = token, on = app) => on.as(person).post(`/invites/${which}/accept`);
  const rows = async (): Promise<number> => {
    const { id: row } = await stored(app.database, id);
    return (await app.database.query('SELECT person_id FROM booking_companion WHERE booking_id = ?', [row]))
      .length;
  };

  it('shows a visitor where and when, and lets a logged-in neighbour come along', async () => {
    const card = await app.as().get(`/invites/${token}`).expect(200);
    expect(card.body).toEqual({
      booking: expect.objectContaining({ hostNickname: '老林', placesLeft: 3, status: 'confirmed' }),
      actions: ['accept'],
    });
    await app.as().post(`/invites/${token}/accept`).expect(401);
    const { body } = await accept(guest).expect(200);
    expect(body).toMatchObject({ id, isCompanion: true, actions: ['add_to_calendar', 'leave'] });
    const own = await app.as(host).get(`/bookings/${id}`).expect(200);
    expect(own.body.companions.map((c: { nickname: string }) => c.nickname)).toEqual(['小吴']);
    expect(own.body.companionLimit).toBe(3);
    expect(await toldKinds(app.database, host)).toEqual(['booking_confirmed', 'companion_joined']);
    const list = await app.as(guest).get('/me/bookings').expect(200);
    expect(list.body.items).toEqual([expect.objectContaining({ id, isCompanion: true })]);
    // Accepting again changes nothing.
    await accept(guest).expect(200);
    expect(await rows()).toBe(1);
  });

  it('gives exactly the places there are to thirty who accept at once on two replicas', async () => {
    const crowd = await Promise.all(Array.from({ length: 30 }, () => buildPerson(app.database)));
    const answers = await Promise.all(
      crowd.map((one, index) => accept(one, token, index % 2 === 0 ? app : replica)),
    );
    const won = answers.filter((answer) => answer.status === 200);
    expect(won).toHaveLength(3);
    for (const answer of answers.filter((one) => one.status !== 200)) {
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe('INVITE_FULL');
    }
    expect(await rows()).toBe(3);
    expect((await stored(app.database, id)).companions).toBe(3);
    expect((await app.as(host).post(`/bookings/${id}/invites`).expect(409)).body.code).toBe('INVITE_FULL');
    expect((await app.as().get(`/invites/${token}`).expect(200)).body.actions).toEqual([]);
  });

  it('is not for oneself', async () => {
    expect((await accept(host).expect(409)).body.code).toBe('INVITE_OWN');
    expect((await app.as(host).get(`/invites/${token}`).expect(200)).body.actions).toEqual([]);
    expect(await rows()).toBe(0);
  });

  it('refuses a forged card, and one made for another booking', async () => {
    const { venue } = await buildPlace(app.database);
    const other = await book(app, guest, venue, 600, 660);
    const mac = token.slice(token.indexOf('-') + 1);
    const flipped = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const forged of [flipped, `${other}-${mac}`, `${id}-`, id, '-', 'x'.repeat(150), `${id}-%00`]) {
      const stranger = await buildPerson(app.database);
      const answer = await accept(stranger, encodeURIComponent(forged));
      expect(answer.status).toBe(404);
      expect(answer.body.code).toBe('INVITE_INVALID');
      await app
        .as()
        .get(`/invites/${encodeURIComponent(forged)}`)
        .expect(404);
    }
    expect(await rows()).toBe(0);
  });

  it('frees a place when somebody leaves, and only then', async () => {
    await accept(guest).expect(200);
    await app.as(guest).post(`/bookings/${id}/leave`, {}, 'leave-key-1').expect(204);
    await app.as(guest).post(`/bookings/${id}/leave`, {}, 'leave-key-1').expect(204);
    expect(await rows()).toBe(0);
    expect((await stored(app.database, id)).companions).toBe(0);
    await app.as(guest).get(`/bookings/${id}`).expect(404);
    await app.as(guest).post(`/bookings/${id}/leave`).expect(404);
    await app.as(host).post(`/bookings/${id}/leave`).expect(404);
    expect((await stored(app.database, id)).companions).toBe(0);
    await accept(guest).expect(200);
    expect((await stored(app.database, id)).companions).toBe(1);
  });

  it('lets nobody step out of what has begun or is over', async () => {
    await accept(guest).expect(200);
    app.clock.set(instantAt(DAY, 600));
    const { body } = await app.as(guest).get(`/bookings/${id}`).expect(200);
    expect(body.actions).toEqual([]);
    expect((await app.as(guest).post(`/bookings/${id}/leave`).expect(409)).body.code).toBe('BOOKING_STATE');
    expect(await rows()).toBe(1);
    const late = await buildPerson(app.database);
    expect((await accept(late).expect(404)).body.code).toBe('INVITE_INVALID');
  });

  it('lets a companion look but not act', async () => {
    await accept(guest).expect(200);
    await app.as(guest).post(`/bookings/${id}/cancel`).expect(403);
    await app.as(guest).get(`/bookings/${id}/check-in-code`).expect(403);
    await app.as(guest).post(`/bookings/${id}/invites`).expect(403);
    expect((await stored(app.database, id)).status).toBe('confirmed');
  });

  it('ends with the booking, and tells who was to come along', async () => {
    await accept(guest).expect(200);
    await app.as(host).post(`/bookings/${id}/cancel`).expect(200);
    expect(await toldKinds(app.database, guest)).toEqual(['booking_cancelled']);
    const other = await buildPerson(app.database);
    expect((await accept(other).expect(404)).body.code).toBe('INVITE_INVALID');
    const card = await app.as(other).get(`/invites/${token}`).expect(200);
    expect(card.body).toMatchObject({ booking: { status: 'cancelled' }, actions: [] });
    await app.as(host).post(`/bookings/${id}/invites`).expect(409);
  });

  it('keeps the count right when joining and being checked in happen together', async () => {
    const staff = await buildStaff(app.database);
    app.clock.set(instantAt(DAY, 590));
    const crowd = await Promise.all(Array.from({ length: 6 }, () => buildPerson(app.database)));
    await Promise.all([
      ...crowd.map((one) => accept(one)),
      app.as(staff).post(`/staff/bookings/${id}/check-in`, { identityChecked: true }),
    ]);
    const { companions, status } = await stored(app.database, id);
    expect(status).toBe('checked_in');
    expect(companions).toBe(await rows());
    expect(companions).toBeLessThanOrEqual(3);
  });
});
