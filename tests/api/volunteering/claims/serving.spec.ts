import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { toWgs84 } from '@jiefang/shared/geo';
import { MINUTE_MS } from '@jiefang/shared/time';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { buildStaff, deliver } from '../../../builders/bookings.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import {
  buildClaim,
  buildPost,
  buildVolunteer,
  claim,
  claimStatus,
  PLACE,
  placesOf,
} from '../../../builders/volunteering.js';
import { expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

/** Metres north of the gathering place. */
const north = (metres: number, accuracy = 5) => ({
  location: {
    latitude: PLACE.latitude + metres / 111_195,
    longitude: PLACE.longitude,
    accuracy,
    coordinateSystem: 'GCJ-02',
  },
});

describe('serving', () => {
  const [app] = stage(1);

  /** With the inbox quiet: what is delivered meanwhile is no change of the refused request's. */
  const untouched = async (...[send, code]: [Parameters<typeof expectUntouched>[1], ErrorCode]) => {
    await deliver(app);
    return expectUntouched(app.database, send, code);
  };
  let staff: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });

  /** A claim of a shift that begins in ten minutes. */
  async function soon(task = {}): Promise<{ person: number; id: string; shift: number }> {
    const person = await buildVolunteer(app.database);
    const { shift } = await buildPost(app.database, task, { startsAt: '2026-11-23T01:15:00Z' });
    return { person, shift, id: await claim(app, person, shift) };
  }

  it('begins by being there, in either coordinate system, and ends when they say so', async () => {
    const { person, id } = await soon();
    const { body } = await app.as(person).post(`/claims/${id}/check-in`, north(150)).expect(200);
    expect(body).toMatchObject({
      status: 'in_progress',
      checkInMethod: 'location',
      checkedInAt: '2026-11-23T01:05:00.000Z',
      actions: ['finish'],
      timeline: [{ status: 'claimed' }, { status: 'in_progress' }],
    });
    app.clock.advance(90 * MINUTE_MS);
    const done = await app.as(person).post(`/claims/${id}/finish`, { note: '帮了三位老人' }).expect(200);
    expect(done.body).toMatchObject({
      status: 'submitted',
      note: '帮了三位老人',
      finishedAt: '2026-11-23T02:35:00.000Z',
      actions: [],
    });

    app.clock.advance(-90 * MINUTE_MS);
    const other = await soon();
    const place = toWgs84(PLACE);
    await app
      .as(other.person)
      .post(`/claims/${other.id}/check-in`, {
        location: { ...place, accuracy: 20, coordinateSystem: 'WGS-84' },
      })
      .expect(200);
    const [row] = await app.database.query<{ metres: number }>(
      'SELECT check_in_metres AS metres FROM claim WHERE id = ?',
      [decodeId('claim', other.id)],
    );
    expect(row?.metres).toBeLessThanOrEqual(1);
  });

  it('forgives an uncertain position up to a hundred metres, and refuses one that says nothing', async () => {
    const { person, id } = await soon();
    const send = (body: object) => () => app.as(person).post(`/claims/${id}/check-in`, body);
    await untouched(send(north(260, 50)), 'CLAIM_TOO_FAR');
    await untouched(send(north(310, 200)), 'CLAIM_TOO_FAR');
    await untouched(send(north(10, 201)), 'CLAIM_LOCATION_POOR');
    const far = await untouched(send(north(5000)), 'CLAIM_TOO_FAR');
    expect(far.body).toMatchObject({
      message: '你离集合点还有约 5.0 公里。',
      rule: { no: 7, title: '签到' },
    });
    await app.as(person).post(`/claims/${id}/check-in`, north(290, 150)).expect(200);
    await untouched(send(north(0)), 'CLAIM_STATE');
  });

  it.each([
    ['nothing', {}],
    ['both', { ...north(0), qr: '123456' }],
    ['a pole beyond the pole', { location: { ...north(0).location, latitude: 91 } }],
    ['text for a number', { location: { ...north(0).location, latitude: '24.5' } }],
    ['a negative accuracy', { location: { ...north(0).location, accuracy: -1 } }],
    ['no coordinate system', { location: { ...north(0).location, coordinateSystem: undefined } }],
    ['another coordinate system', { location: { ...north(0).location, coordinateSystem: 'BD-09' } }],
    ['a list for a place', { location: [24.5, 117.6] }],
  ])('is not begun with %s', async (_, body) => {
    const { person, id } = await soon();
    const send = () => app.as(person).post(`/claims/${id}/check-in`, body);
    await untouched(send, 'INVALID_INPUT');
  });

  it('begins from half an hour before until the end', async () => {
    const { person, id } = await soon();
    const send = () => app.as(person).post(`/claims/${id}/check-in`, north(0));
    app.clock.set('2026-11-23T00:44:59Z');
    const early = await untouched(send, 'CLAIM_CHECK_IN_EARLY');
    expect(early.body.message).toBe('今天 08:45 起可以签到。');
    app.clock.set('2026-11-23T03:15:00Z');
    await untouched(send, 'CLAIM_CHECK_IN_LATE');
    app.clock.set('2026-11-23T03:14:59Z');
    await send().expect(200);
  });

  it('begins with the code on the staff phone, fresh and of this shift', async () => {
    const { person, id, shift } = await soon();
    const other = await soon();
    const code = async (of: number) =>
      (
        await app
          .as(staff)
          .get(`/staff/shifts/${encodeId('shift', of)}/check-in-code`)
          .expect(200)
      ).body as {
        qr: string;
        manualCode: string;
        expiresAt: string;
      };
    const { qr, manualCode, expiresAt } = await code(shift);
    expect(expiresAt).toBe('2026-11-23T01:05:30.000Z');
    const send = (text: string) => () => app.as(person).post(`/claims/${id}/check-in`, { qr: text });
    await untouched(send((await code(other.shift)).qr), 'CLAIM_CODE_INVALID');
    await untouched(send(`${qr.slice(0, -1)}_`), 'CLAIM_CODE_INVALID');
    await untouched(send('JF1.hello'), 'CLAIM_CODE_INVALID');
    app.clock.advance(MINUTE_MS);
    await untouched(send(qr), 'CLAIM_CODE_EXPIRED');
    await send((await code(shift)).qr)().expect(200);
    app.clock.set('2026-11-23T01:06:20Z');
    await app
      .as(other.person)
      .post(`/claims/${other.id}/check-in`, { qr: (await code(other.shift)).manualCode })
      .expect(200);
    expect(manualCode).toMatch(/^\d{6}$/);
  });

  it('is given back in time, late, and not once it has begun', async () => {
    const person = await buildVolunteer(app.database);
    const post = await buildPost(
      app.database,
      { releaseByMinutes: 120 },
      { startsAt: '2026-11-23T04:00:00Z' },
    );
    const id = await claim(app, person, post.shift);
    expect((await app.as(person).get(`/claims/${id}`)).body.releaseNote).toContain('没有影响');
    const { body } = await app.as(person).post(`/claims/${id}/release`, { reason: '家里有事' }).expect(200);
    expect(body).toMatchObject({ status: 'released', statusReason: '家里有事', actions: [] });
    expect(await placesOf(app.database, post.shift)).toEqual({ claimed: 0, waiting: 0 });

    const again = await claim(app, person, post.shift);
    app.clock.set('2026-11-23T02:00:01Z');
    expect((await app.as(person).get(`/claims/${again}`)).body).toMatchObject({
      actions: ['abandon'],
      releaseNote: '离开始不到 2 小时，现在让出会记为临时放弃。',
    });
    expect((await app.as(person).post(`/claims/${again}/release`)).body.status).toBe('abandoned');

    const last = await claim(app, person, post.shift);
    app.clock.set('2026-11-23T04:00:00Z');
    const late = () => app.as(person).post(`/claims/${last}/release`);
    const answer = await untouched(late, 'CLAIM_STATE');
    expect(answer.body.message).toBe('班次已经开始，不能再让出。');
    expect(await claimStatus(app.database, last)).toBe('claimed');
    const [steps] = await app.database.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM claim_event WHERE claim_id IN (?)',
      [[id, again, last].map((one) => decodeId('claim', one))],
    );
    expect(steps?.n).toBe(2);
  });

  it('answers a question of staff', async () => {
    const person = await buildVolunteer(app.database);
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-22T01:00:00Z' });
    const row = await buildClaim(app.database, { shiftId: shift, personId: person, status: 'submitted' });
    const id = encodeId('claim', row);
    await app.as(staff).post(`/staff/claims/${id}/query`, { question: '为什么提前走了？' }).expect(200);
    const asked = await app.as(person).get(`/claims/${id}`).expect(200);
    expect(asked.body).toMatchObject({
      status: 'queried',
      question: '为什么提前走了？',
      actions: ['answer'],
    });
    await untouched(() => app.as(person).post(`/claims/${id}/answer`, { text: '' }), 'INVALID_INPUT');
    const { body } = await app.as(person).post(`/claims/${id}/answer`, { text: '送老人去医院' }).expect(200);
    expect(body).toMatchObject({ status: 'submitted', answer: '送老人去医院', actions: [] });
  });
});
