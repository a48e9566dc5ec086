import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildStaff, deliver } from '../../../builders/bookings.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildPost, buildVolunteer, claim, placesOf, waitFor } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

/** Words that are another day's once they are read later. */
const SEEN_FROM_NOW = /今天|明天|昨天/;

describe('what the end of a wait says', () => {
  const [app] = stage(1);
  let staff: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });

  const noticesOf = (person: number) =>
    app.database.query<{ title: string; body: string }>(
      'SELECT title, body FROM notice WHERE person_id = ? ORDER BY id',
      [person],
    );

  it('stays true when it is read later: the day is written, never 今天 or 明天', async () => {
    const [holder, waiter] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-24T01:00:00Z', capacity: 1 });
    const held = await claim(app, holder, shift);
    await waitFor(app, waiter, shift);
    const other = await buildPost(app.database, {}, { startsAt: '2026-11-24T02:00:00Z' });
    await claim(app, waiter, other.shift);

    await app.as(holder).post(`/claims/${held}/release`).expect(200);
    await deliver(app);

    const { items } = (await app.as(waiter).get('/me/shift-waits').expect(200)).body;
    expect(items).toMatchObject([{ status: 'refused', refusedReason: expect.stringContaining('11月24日') }]);
    expect(items[0].refusedReason).not.toMatch(SEEN_FROM_NOW);
    const [notice] = await noticesOf(waiter);
    expect(notice?.body).not.toMatch(SEEN_FROM_NOW);
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 0, waiting: 0 });
  });

  it('names the cancellation when the shift was cancelled, not a lack of places', async () => {
    const [holder, waiter] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    const { shift } = await buildPost(app.database, {}, { capacity: 1 });
    await claim(app, holder, shift);
    await waitFor(app, waiter, shift);
    await app
      .as(staff)
      .post(`/staff/shifts/${encodeId('shift', shift)}/cancel`, { reason: '台风停止活动' })
      .expect(200);
    await deliver(app);
    const [notice] = await noticesOf(waiter);
    expect(notice?.body).toContain('取消');
    expect(notice?.body).toContain('台风停止活动');
    expect(notice?.body).not.toContain('没有空出名额');
  });
});

describe('a minor who waited for a guardian', () => {
  const [app] = stage(1);
  beforeAll(() => buildDivision(app.database, COMMUNITY, '延安社区'));

  it('needs none any more on the eighteenth birthday, wherever they tap first', async () => {
    const minor = await buildVolunteer(app.database, {
      status: 'awaiting_guardian',
      birthDay: '2008-11-24',
    });
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-25T01:00:00Z' });
    const body = { shiftId: encodeId('shift', shift) };
    expect((await app.as(minor).post('/claims', body)).body).toMatchObject({ code: 'VOLUNTEER_GUARDIAN' });
    app.clock.set('2026-11-23T16:00:00Z');
    await app.as(minor).post('/claims', body).expect(201);
  });
});
