import request from 'supertest';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { CheckInCodes } from '@jiefang/bff/venues/bookings/check-in-codes';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { instantAt } from '@jiefang/shared/time';
import { at, book, buildPlace, buildStaff, DAY, deliver, stored, wish } from '../../builders/bookings.js';
import { buildBooking, buildClosure } from '../../builders/catalogue.js';
import { nextOpenid } from '../../builders/identity.js';
import { buildDivision, buildPerson, buildResidency } from '../../builders/people.js';
import { buildVenue, COMMUNITY } from '../../builders/venues.js';
import { contentsOf, expectRefusal, expectUntouched } from '../../support/refusal.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

/** Everything below is refused with status, code, sentence and request id, and no row of the database changes. */
describe('bad input of residents', () => {
  const [app] = stage(1);
  let person: number;
  let place: { centre: number; venue: number };
  let free: string;
  let taken: string;

  beforeAll(async () => {
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    person = await buildPerson(database);
    place = await buildPlace(database, { minMinutes: 60, maxMinutes: 120, earliestLeadDays: 7 });
    free = encodeId('venue', place.venue);
    taken = encodeId('venue', await buildVenue(database, { centreId: place.centre }));
    await buildClosure(database, {
      centreId: place.centre,
      startsAt: instantAt(DAY, 780),
      endsAt: instantAt(DAY, 840),
      createdBy: person,
    });
    await deliver(app);
  });

  const run = (startMinute: number, endMinute: number, day = DAY) =>
    wish(place.venue, startMinute, endMinute, day);
  const RUNS: [string, ErrorCode, () => object][] = [
    ['past', 'BOOKING_IN_PAST', () => run(480, 540, '2026-11-22')],
    ['begun this very minute', 'BOOKING_IN_PAST', () => run(480, 540, '2026-11-23')],
    ['closed', 'BOOKING_CLOSED', () => run(750, 810)],
    ['outside the hours', 'BOOKING_OUTSIDE_HOURS', () => run(420, 480)],
    ['misaligned', 'BOOKING_MISALIGNED', () => run(550, 610)],
    ['with seconds', 'BOOKING_RUN_INVALID', () => ({ ...run(540, 600), startsAt: '2026-11-24T01:00:30Z' })],
    ['too short', 'BOOKING_TOO_SHORT', () => run(540, 570)],
    ['too long', 'BOOKING_TOO_LONG', () => run(540, 690)],
    ['too far ahead', 'BOOKING_TOO_EARLY', () => run(540, 600, '2026-12-01')],
    ['too close', 'BOOKING_TOO_LATE', () => run(570, 630, '2026-11-23')],
    ['of zero length', 'BOOKING_RUN_INVALID', () => run(540, 540)],
    ['backwards', 'BOOKING_RUN_INVALID', () => run(600, 540)],
    ['across midnight', 'BOOKING_RUN_INVALID', () => run(1410, 1470)],
    [
      'with another offset',
      'INVALID_INPUT',
      () => ({ ...run(540, 600), startsAt: '2026-11-24T10:00:00+09:00' }),
    ],
    ['without any offset', 'INVALID_INPUT', () => ({ ...run(540, 600), endsAt: '2026-11-24T10:00:00' })],
    [
      'on a day that is none',
      'INVALID_INPUT',
      () => ({ ...run(540, 600), startsAt: '2026-02-30T01:00:00Z' }),
    ],
    ['for more people than fit', 'BOOKING_CAPACITY', () => ({ ...run(540, 600), attendees: 31 })],
    ['with wrong types', 'INVALID_INPUT', () => ({ ...run(540, 600), attendees: '8', purpose: { a: 1 } })],
    ['with a list for text', 'INVALID_INPUT', () => ({ ...run(540, 600), purpose: ['合唱'] })],
    ['with nothing for a number', 'INVALID_INPUT', () => ({ ...run(540, 600), attendees: null })],
    ['with half a person', 'INVALID_INPUT', () => ({ ...run(540, 600), attendees: 2.5 })],
    ['with an unknown field', 'INVALID_INPUT', () => ({ ...run(540, 600), status: 'confirmed' })],
    ['for another', 'INVALID_INPUT', () => ({ ...run(540, 600), personId: 1 })],
    ['with SQL for the venue', 'INVALID_INPUT', () => ({ ...run(540, 600), venueId: "1' OR '1'='1" })],
    ['with a control character', 'INVALID_INPUT', () => ({ ...run(540, 600), purpose: 'a\u0000b' })],
    ['with half an emoji', 'INVALID_INPUT', () => ({ ...run(540, 600), purpose: '\ud83c' })],
    ['with 61 emoji', 'INVALID_INPUT', () => ({ ...run(540, 600), purpose: '🎉'.repeat(61) })],
  ];
  it.each(RUNS)('a run %s is not booked', async (_, code, body) => {
    await expectUntouched(app.database, () => app.as(person).post('/bookings', body()), code);
  });

  it.each(RUNS)('a run %s is not waited for', async (_, code, body) => {
    await expectUntouched(app.database, () => app.as(person).post('/waitlist', body()), code);
  });

  it('a body of ten megabytes is not read', async () => {
    const purpose = '合'.repeat(4_000_000);
    const send = () => app.as(person).post('/bookings', { ...run(540, 600), purpose });
    await expectUntouched(app.database, send, 'BODY_TOO_LARGE');
  });

  it("another's booking is shown to nobody and moved by nobody", async () => {
    const id = await book(app, person, place.venue, 540, 600);
    await deliver(app);
    const stranger = app.as(await buildPerson(app.database));
    for (const path of ['', '/check-in-code', '/calendar-link', '/calendar.ics']) {
      await expectUntouched(app.database, () => stranger.get(`/bookings/${id}${path}`), 'NOT_FOUND');
    }
    for (const act of ['cancel', 'invites', 'leave']) {
      await expectUntouched(app.database, () => stranger.post(`/bookings/${id}/${act}`), 'NOT_FOUND');
    }
    const visitor = () => app.as().post(`/bookings/${id}/cancel`);
    await expectUntouched(app.database, visitor, 'UNAUTHENTICATED');
    expect((await stored(app.database, id)).status).toBe('confirmed');
  });

  const login = (code: string) => request(app.url).post('/api/v1/auth/login').send({ code });
  const CODES: [string, () => string][] = [
    ['expired', () => app.wechat.issueCode({ openid: nextOpenid(), ageSeconds: 301 })],
    ['foreign', () => app.wechat.issueCode({ openid: nextOpenid(), appId: 'wx0000000000000000' })],
    ['phone', () => app.wechat.issueCode({ openid: nextOpenid(), kind: 'phone' })],
    ['made-up', () => 'nonsense'],
  ];
  it.each(CODES)('a %s code logs nobody in', async (_, code) => {
    await expectUntouched(app.database, () => login(code()), 'LOGIN_CODE_INVALID');
  });

  it('a used code logs nobody in', async () => {
    const code = app.wechat.issueCode({ openid: nextOpenid() });
    expect((await login(code)).status).toBe(200);
    await expectUntouched(app.database, () => login(code), 'LOGIN_CODE_INVALID');
  });

  it.each<[string, object]>([
    ['script', { name: '<script>alert(1)</script>' }],
    ['SQL', { name: "王'; DROP TABLE residency; --" }],
    ['an emoji', { name: '王🎉' }],
    ['SQL for a room', { room: "1' OR '1'='1" }],
    ['an invisible letter', { name: '王\u3164' }],
    ['a list', { name: ['王秀英'] }],
  ])('a claimed home with %s in it is not taken', async (_, change) => {
    const body = { communityCode: COMMUNITY, building: '3栋', room: '502', name: '王秀英', ...change };
    await expectUntouched(app.database, () => app.as(person).post('/me/residencies', body), 'INVALID_INPUT');
  });

  it.each([
    '<b>街坊</b>',
    "'; DROP TABLE person; --",
    '\u202e街坊',
    '🎉'.repeat(21),
    '',
    5,
    null,
    { $ne: '' },
  ])('a nickname of %j is not taken', async (nickname) => {
    await expectUntouched(app.database, () => app.as(person).patch('/me', { nickname }), 'INVALID_INPUT');
  });

  it('the same key with another body is refused, also under another address', async () => {
    const key = 'bad-input-key-1';
    const body = { ...wish(place.venue, 660, 720), venueId: taken };
    const first = await app.as(person).post('/bookings', body, key).expect(201);
    await deliver(app);
    expect((await app.as(person).post('/bookings', body, key).expect(201)).body).toEqual(first.body);
    for (const other of [
      { ...body, attendees: 9 },
      { ...body, venueId: free },
    ]) {
      const send = () => app.as(person).post('/bookings', other, key);
      await expectUntouched(app.database, send, 'IDEMPOTENCY_KEY_REUSED');
    }
    const elsewhere = () => app.as(person).post('/waitlist', body, key);
    await expectUntouched(app.database, elsewhere, 'IDEMPOTENCY_KEY_REUSED');
  });
});

describe('bad input at the desk', () => {
  const [app] = stage(1);
  let staff: number;
  let neighbour: number;
  let person: number;
  let place: { centre: number; venue: number };
  let confirmed: string;
  /** Ids by the name they have in the paths below. */
  let ids: Record<string, string>;

  beforeAll(async () => {
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    staff = await buildStaff(database, 'administrator');
    // The next street's administrator may do all of this, there.
    neighbour = await buildStaff(database, 'administrator', '350602003');
    person = await buildPerson(database);
    place = await buildPlace(database);
    const row = { venueId: place.venue, centreId: place.centre, day: DAY, personId: person };
    const [first, pending] = [
      await buildBooking(database, { ...row, startMinute: 600, endMinute: 660 }),
      await buildBooking(database, { ...row, startMinute: 660, endMinute: 720, status: 'pending' }),
    ];
    confirmed = encodeId('booking', first);
    const closure = await buildClosure(database, {
      centreId: place.centre,
      startsAt: instantAt(DAY, 780),
      endsAt: instantAt(DAY, 840),
      createdBy: staff,
    });
    const now = app.clock.now();
    const { insertId: pause } = await database.execute(
      `INSERT INTO booking_pause (person_id, centre_id, division_code, starts_at, ends_at, reason, last_booking_id,
         appeal_text, appeal_status, appeal_at) VALUES (?)`,
      [
        [
          person,
          place.centre,
          COMMUNITY,
          now,
          instantAt('2026-12-20', 0),
          '爽约 3 次',
          first,
          '孩子住院了',
          'open',
          now,
        ],
      ],
    );
    await buildResidency(database, person, COMMUNITY);
    const [residency] = await database.query<{ id: number }>('SELECT id FROM residency WHERE person_id = ?', [
      person,
    ]);
    const [grant] = await database.query<{ id: number }>('SELECT id FROM role_grant WHERE person_id = ?', [
      staff,
    ]);
    ids = {
      booking: confirmed,
      pending: encodeId('booking', pending),
      centre: encodeId('centre', place.centre),
      venue: encodeId('venue', place.venue),
      closure: encodeId('closure', closure),
      pause: encodeId('pause', pause),
      residency: encodeId('residency', residency?.id ?? 0),
      role: encodeId('role', grant?.id ?? 0),
    };
    await deliver(app);
  });

  const at10 = { startsAt: at(900), endsAt: at(960), purpose: '合唱排练', attendees: 8 };
  const contact = { channel: 'phone', contactName: '王秀英', contactPhone: '0596-2020001' };
  const reason = { reason: '场地另有安排' };
  const ACTS: [path: string, body: object][] = [
    ['/staff/bookings/:pending/approve', {}],
    ['/staff/bookings/:pending/reject', reason],
    ['/staff/bookings/:booking/cancel', reason],
    ['/staff/bookings/:booking/mark-no-show', {}],
    ['/staff/bookings/:booking/check-in', { identityChecked: true }],
    ['/staff/centres/:centre/check-in', { manualCode: '123456' }],
    ['/staff/venues/:venue/bookings', { ...at10, ...contact }],
    ['/staff/centres/:centre/closures', { venueId: null, startsAt: at(900), endsAt: at(960), ...reason }],
    ['/staff/closures/:closure/end', {}],
    ['/staff/pauses/:pause/decide', { decision: 'upheld', ...reason }],
    ['/staff/residencies/:residency/approve', reason],
    ['/staff/residencies/:residency/reject', reason],
    ['/staff/residencies/:residency/unmask', { purpose: '核对房号' }],
    [`/staff/divisions/${COMMUNITY}/roles`, { phone: '13800000000', role: 'editor' }],
    ['/staff/roles/:role/revoke', {}],
  ];
  const filled = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');

  it.each(ACTS)('staff of the next street may not %s', async (path, body) => {
    await expectUntouched(app.database, () => app.as(neighbour).post(filled(path), body), 'FORBIDDEN');
  });

  it.each(ACTS)('nor may a resident, nor a visitor: %s', async (path, body) => {
    await expectUntouched(app.database, () => app.as(person).post(filled(path), body), 'FORBIDDEN');
    await expectUntouched(app.database, () => app.as().post(filled(path), body), 'UNAUTHENTICATED');
  });

  it.each([
    `/staff/centres/:centre/board?date=${DAY}`,
    '/staff/centres/:centre/closures',
    `/staff/divisions/${COMMUNITY}/approvals`,
    `/staff/divisions/${COMMUNITY}/appeals`,
    `/staff/divisions/${COMMUNITY}/residencies`,
    `/staff/divisions/${COMMUNITY}/roles`,
    `/staff/divisions/${COMMUNITY}/audit`,
    '/staff/divisions/350602/approvals',
    '/staff/divisions/35/audit',
  ])('they do not even see %s', async (path) => {
    await expectUntouched(app.database, () => app.as(neighbour).get(filled(path)), 'FORBIDDEN');
    await expectUntouched(app.database, () => app.as(person).get(filled(path)), 'FORBIDDEN');
  });

  const DESK: [string, ErrorCode, object][] = [
    ['past', 'BOOKING_IN_PAST', { startsAt: at(480, '2026-11-22'), endsAt: at(540, '2026-11-22') }],
    ['closed', 'BOOKING_CLOSED', { startsAt: at(780), endsAt: at(840) }],
    ['taken', 'BOOKING_TAKEN', { startsAt: at(600), endsAt: at(660) }],
    ['misaligned', 'BOOKING_MISALIGNED', { startsAt: at(905), endsAt: at(965) }],
    ['across midnight', 'BOOKING_RUN_INVALID', { startsAt: at(1410), endsAt: at(1470) }],
    ['without a phone', 'INVALID_INPUT', { contactPhone: '王秀英' }],
    ['with SQL for a phone', 'INVALID_INPUT', { contactPhone: "0596' OR '1'='1" }],
    ['through the app', 'INVALID_INPUT', { channel: 'app' }],
    ['with an unknown field', 'INVALID_INPUT', { personId: 1 }],
    ['for an invisible name', 'INVALID_INPUT', { contactName: '\u200b' }],
  ];
  it.each(DESK)('a run %s is not booked for anybody', async (_, code, change) => {
    const send = () =>
      app.as(staff).post(filled('/staff/venues/:venue/bookings'), { ...at10, ...contact, ...change });
    await expectUntouched(app.database, send, code);
  });

  it('a forged, foreign or replayed QR checks nobody in', async () => {
    app.clock.set(instantAt(DAY, 580));
    const { qr } = (await app.as(person).get(`/bookings/${confirmed}/check-in-code`).expect(200)).body as {
      qr: string;
    };
    const codes = app.app.get(CheckInCodes);
    const { id } = await stored(app.database, confirmed);
    const otherVenue = codes.issue(
      { bookingId: id, venueId: place.venue + 1 },
      confirmed,
      app.clock.now(),
    ).qr;
    const elsewhere = await buildPlace(app.database);
    const scan = (code: string, centre = place.centre) =>
      app.as(staff).post(`/staff/centres/${encodeId('centre', centre)}/check-in`, { qr: code });
    const forged = `${qr.slice(0, -1)}${qr.endsWith('A') ? 'B' : 'A'}`;
    for (const code of [
      forged,
      otherVenue,
      "JF1.' OR 1=1 --.1.AAAAAAAAAAAAAAAA",
      '🎉',
      'https://example.com/a',
    ]) {
      await expectUntouched(app.database, () => scan(code), 'CHECK_IN_CODE_INVALID');
    }
    await expectUntouched(app.database, () => scan(qr, elsewhere.centre), 'CHECK_IN_OTHER_CENTRE');
    app.clock.advance(60_000);
    await expectUntouched(app.database, () => scan(qr), 'CHECK_IN_CODE_EXPIRED');
    app.clock.advance(-60_000);
    expect((await scan(qr)).status).toBe(200);
    await deliver(app);
    await expectUntouched(app.database, () => scan(qr), 'BOOKING_STATE');
  });
});

describe('the proof that nothing changed', () => {
  const [app] = stage(1);

  it('sees a row that comes, goes or changes, and an answer that is no refusal', async () => {
    const empty = await contentsOf(app.database);
    const person = await buildPerson(app.database);
    const one = await contentsOf(app.database);
    expect(one).not.toEqual(empty);
    await app.database.execute("UPDATE person SET nickname = '别的名字' WHERE id = ?", [person]);
    const renamed = await contentsOf(app.database);
    expect(renamed).not.toEqual(one);
    const venue = await buildVenue(app.database);
    const open = await contentsOf(app.database);
    await app.database.execute("UPDATE venue SET status = 'suspended' WHERE id = ?", [venue]);
    expect(await contentsOf(app.database)).not.toEqual(open);
    const me = await app.as(person).get('/me');
    expect(() => expectRefusal(me, 'NOT_FOUND')).toThrow();
  });
});
