import { randomUUID } from 'node:crypto';
import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { CheckInCodes } from '@jiefang/bff/venues/bookings/check-in-codes';
import { instantAt } from '@jiefang/shared/time';
import {
  auditedActs,
  book,
  buildPlace,
  buildStaff,
  DAY,
  MONDAY_MORNING,
  stored,
  toldKinds,
} from '../../builders/bookings.js';
import { buildPerson } from '../../builders/people.js';
import { buildVenue, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

const START = 600;

describe('check-in at the desk', () => {
  const [app] = stage(1);
  let staff: number;
  let person: number;
  let place: { centre: number; venue: number };
  let id: string;

  beforeEach(async () => {
    place = await buildPlace(app.database);
    staff = await buildStaff(app.database);
    person = await buildPerson(app.database);
    id = await book(app, person, place.venue, START, START + 120);
    app.clock.set(instantAt(DAY, START - 20));
  });

  const code = async (booking = id, owner = person): Promise<{ qr: string; manualCode: string }> =>
    (await app.as(owner).get(`/bookings/${booking}/check-in-code`).expect(200)).body as {
      qr: string;
      manualCode: string;
    };
  const scan = (body: object, centre = place.centre, by = staff, key: string = randomUUID()) =>
    app.as(by).post(`/staff/centres/${encodeId('centre', centre)}/check-in`, body, key);
  const expectRefused = async (
    answer: { status: number; body: { code: string; message: string; requestId: string } },
    code: string,
    booking = id,
  ): Promise<void> => {
    expect(answer.body.code).toBe(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.message).toMatch(/\p{Script=Han}/u);
    expect(answer.body.requestId).toMatch(/^[0-9a-f]+$/);
    expect((await stored(app.database, booking)).status).toBe('confirmed');
  };

  it('takes the code on the screen, tells the resident and records who did it', async () => {
    const { qr } = await code();
    const { body } = await scan({ qr }).expect(200);
    expect(body.booking).toMatchObject({
      id,
      status: 'checked_in',
      venue: { id: encodeId('venue', place.venue) },
    });
    const row = await stored(app.database, id);
    expect(row.status).toBe('checked_in');
    expect(await toldKinds(app.database, person)).toEqual(['booking_confirmed', 'booking_checked_in']);
    expect(await auditedActs(app.database, 'booking', row.id)).toEqual([
      { action: 'booking.check_in', actorId: staff },
    ]);
    const seen = await app.as(person).get(`/bookings/${id}`).expect(200);
    expect(seen.body.timeline.map((step: { status: string }) => step.status)).toEqual([
      'confirmed',
      'checked_in',
    ]);
  });

  it('takes the code shown just before it rotated, and no older one', async () => {
    const { qr } = await code();
    app.clock.advance(60_000);
    await expectRefused(await scan({ qr }), 'CHECK_IN_CODE_EXPIRED');
    app.clock.advance(-30_000);
    await scan({ qr }).expect(200);
  });

  it('refuses a code from the future of its own clock', async () => {
    app.clock.advance(30_000);
    const { qr } = await code();
    app.clock.advance(-30_000);
    await expectRefused(await scan({ qr }), 'CHECK_IN_CODE_EXPIRED');
  });

  it.each([
    [
      'a forged code',
      (qr: string) => `${qr.slice(0, -1)}${qr.endsWith('A') ? 'B' : 'A'}`,
      'CHECK_IN_CODE_INVALID',
    ],
    [
      'another step under the same code',
      (qr: string) => qr.replace(/\.([0-9a-z]+)\./, '.zzzzzz.'),
      'CHECK_IN_CODE_INVALID',
    ],
    ['a web address', () => 'https://example.com/a', 'CHECK_IN_CODE_INVALID'],
    ['SQL', () => "JF1.' OR 1=1 --.1.AAAAAAAAAAAAAAAA", 'CHECK_IN_CODE_INVALID'],
    ['emptiness', () => '', 'CHECK_IN_CODE_INVALID'],
    ['too much', () => 'x'.repeat(500), 'INVALID_INPUT'],
  ])('refuses %s', async (_name, change, expected) => {
    const { qr } = await code();
    await expectRefused(await scan({ qr: change(qr) }), expected);
  });

  it("refuses one booking's code under another booking's id", async () => {
    const other = await buildPerson(app.database);
    app.clock.set(MONDAY_MORNING);
    const sameCentre = await buildVenue(app.database, { centreId: place.centre });
    const otherId = await book(app, other, sameCentre, START, START + 60);
    app.clock.set(instantAt(DAY, START - 20));
    const { qr } = await code();
    const swapped = qr.replace(id, otherId);
    await expectRefused(await scan({ qr: swapped }), 'CHECK_IN_CODE_INVALID', otherId);
    expect((await stored(app.database, id)).status).toBe('confirmed');
    await expectRefused(
      await scan({ qr: qr.replace(id, encodeId('booking', 999_999_999)) }),
      'CHECK_IN_CODE_INVALID',
    );
  });

  it('refuses a code issued for another venue, though the booking is the same', async () => {
    const codes = app.app.get(CheckInCodes);
    const row = decodeId('booking', id);
    const { qr } = codes.issue({ bookingId: row, venueId: place.venue + 1 }, id, app.clock.now());
    await expectRefused(await scan({ qr }), 'CHECK_IN_CODE_INVALID');
  });

  it('sends a booking of another centre to its own desk', async () => {
    const elsewhere = await buildPlace(app.database);
    const { qr } = await code();
    const answer = await scan({ qr }, elsewhere.centre);
    await expectRefused(answer, 'CHECK_IN_OTHER_CENTRE');
    const { manualCode } = await code();
    await expectRefused(await scan({ manualCode }, elsewhere.centre), 'CHECK_IN_CODE_INVALID');
  });

  it('refuses the same code a second time', async () => {
    const { qr } = await code();
    await scan({ qr }).expect(200);
    const again = await scan({ qr }).expect(409);
    expect(again.body.code).toBe('BOOKING_STATE');
    expect(again.body.message).toContain('已经签到');
    await app.as(person).get(`/bookings/${id}/check-in-code`).expect(409);
  });

  it('gives a repeated request its first answer, also after the code has rotated', async () => {
    const { qr } = await code();
    const key = randomUUID();
    const first = await scan({ qr }, place.centre, staff, key).expect(200);
    app.clock.advance(10 * 60_000);
    const repeat = await scan({ qr }, place.centre, staff, key).expect(200);
    expect(repeat.body).toEqual(first.body);
    const other = await scan({ manualCode: '123456' }, place.centre, staff, key).expect(409);
    expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await auditedActs(app.database, 'booking', decodeId('booking', id))).toHaveLength(1);
  });

  it('checks one in once when two desks scan at the same moment', async () => {
    const { qr } = await code();
    const colleague = await buildStaff(app.database);
    const answers = await Promise.all([scan({ qr }), scan({ qr }, place.centre, colleague)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await auditedActs(app.database, 'booking', decodeId('booking', id))).toHaveLength(1);
  });

  it('opens thirty minutes before and closes fifteen minutes after the start, to the second', async () => {
    app.clock.set(new Date(instantAt(DAY, START - 30).getTime() - 1000));
    await expectRefused(await scan({ qr: (await code()).qr }), 'CHECK_IN_TOO_EARLY');
    app.clock.set(instantAt(DAY, START + 15));
    await expectRefused(await scan({ qr: (await code()).qr }), 'CHECK_IN_TOO_LATE');
    app.clock.set(new Date(instantAt(DAY, START + 15).getTime() - 1000));
    await scan({ qr: (await code()).qr }).expect(200);
  });

  it('takes the six digits for a minute and a half', async () => {
    const { manualCode } = await code();
    expect(manualCode).toMatch(/^\d{6}$/);
    app.clock.advance(90_000);
    await expectRefused(await scan({ manualCode }), 'CHECK_IN_CODE_INVALID');
    app.clock.advance(-30_000);
    const { body } = await scan({ manualCode }).expect(200);
    expect(body.booking.id).toBe(id);
  });

  it('asks which one when the digits fit two bookings, and then takes them for the one picked', async () => {
    const codes = app.app.get(CheckInCodes);
    const now = app.clock.now();
    // The birthday of six digits: among some thousand numbers two bookings share theirs.
    const seen = new Map<string, number>();
    let pair: [number, number] | undefined;
    for (let row = 70_000_000; pair === undefined; row += 1) {
      const digits = codes.issue({ bookingId: row, venueId: place.venue }, '', now).manualCode;
      const twin = seen.get(digits);
      if (twin === undefined) seen.set(digits, row);
      else pair = [twin, row];
    }
    app.clock.set(MONDAY_MORNING);
    const other = await buildPerson(app.database, { nickname: '老陈' });
    const bookings = [
      await book(app, other, place.venue, START + 120, START + 150),
      await book(app, other, place.venue, START + 150, START + 180),
    ];
    app.clock.set(now);
    for (const [index, booking] of bookings.entries()) {
      const from = decodeId('booking', booking);
      await app.database.execute('UPDATE booking SET id = ?, starts_at = ? WHERE id = ?', [
        pair[index],
        instantAt(DAY, START),
        from,
      ]);
    }
    const manualCode = codes.issue({ bookingId: pair[0], venueId: place.venue }, '', now).manualCode;
    const asked = await scan({ manualCode }).expect(409);
    expect(asked.body.code).toBe('CHECK_IN_AMBIGUOUS');
    const candidates = asked.body.candidates as { bookingId: string; personName: string }[];
    expect(candidates.map((c) => decodeId('booking', c.bookingId)).sort()).toEqual([...pair].sort());
    expect(candidates[0]?.personName).toBe('老陈');
    const picked = encodeId('booking', pair[1]);
    const { body } = await app
      .as(staff)
      .post(`/staff/bookings/${picked}/check-in`, { manualCode })
      .expect(200);
    expect(body).toMatchObject({ id: picked, status: 'checked_in' });
    expect((await stored(app.database, encodeId('booking', pair[0]))).status).toBe('confirmed');
  });

  it('takes a look at the ID in place of a phone, and says so in the record', async () => {
    const path = `/staff/bookings/${id}/check-in`;
    await expectRefused(await app.as(staff).post(path, {}), 'INVALID_INPUT');
    await expectRefused(await app.as(staff).post(path, { identityChecked: false }), 'INVALID_INPUT');
    await expectRefused(await app.as(staff).post(path, { manualCode: '000000' }), 'CHECK_IN_CODE_INVALID');
    await app.as(staff).post(path, { identityChecked: true }).expect(200);
    const [entry] = await app.database.query<{ by: string }>(
      "SELECT JSON_VALUE(detail, '$.by') AS `by` FROM audit_entry WHERE target_type = 'booking' AND target_id = ?",
      [String(decodeId('booking', id))],
    );
    expect(entry?.by).toBe('identity');
  });

  it('is no business of the next street, of a resident or of a visitor', async () => {
    const { qr } = await code();
    const neighbour = await buildStaff(app.database, 'venue_manager', OTHER_STREET_COMMUNITY);
    for (const outsider of [neighbour, person]) {
      await expectRefused(await scan({ qr }, place.centre, outsider), 'FORBIDDEN');
      await expectRefused(
        await app.as(outsider).post(`/staff/bookings/${id}/check-in`, { identityChecked: true }),
        'FORBIDDEN',
      );
    }
    await app
      .as()
      .post(`/staff/centres/${encodeId('centre', place.centre)}/check-in`, { qr })
      .expect(401);
    await expectRefused(await scan({}), 'INVALID_INPUT');
    await expectRefused(await scan({ qr, manualCode: '123456' }), 'INVALID_INPUT');
    await scan({ qr }, 99_999_999).expect(404);
  });
});
