import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { actionWords } from '@jiefang/bff/identity/audit-log/audit-words';
import {
  BOOKING_STATUSES,
  BOOKING_TRANSITIONS,
  HOLDING_STATUSES,
  type BookingActor,
  type BookingStatus,
} from '@jiefang/shared/bookings';
import { instantAt } from '@jiefang/shared/time';
import {
  auditedActs,
  book,
  buildPlace,
  buildStaff,
  DAY,
  heldUnits,
  stored,
  toldKinds,
} from '../../builders/bookings.js';
import { buildBooking } from '../../builders/catalogue.js';
import { buildPerson } from '../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

const START = 600;

/** Every act that moves a booking: where it leads, who does it, when it is in time, how it is asked for. */
const ACTS: Record<
  string,
  { to: BookingStatus; actor: BookingActor; minute: number; path: (id: string) => string; body: object }
> = {
  approve: {
    to: 'confirmed',
    actor: 'staff',
    minute: START - 180,
    path: (id) => `/staff/bookings/${id}/approve`,
    body: {},
  },
  reject: {
    to: 'rejected',
    actor: 'staff',
    minute: START - 180,
    path: (id) => `/staff/bookings/${id}/reject`,
    body: { reason: '场地另有安排' },
  },
  'cancel for the centre': {
    to: 'cancelled',
    actor: 'staff',
    minute: START - 180,
    path: (id) => `/staff/bookings/${id}/cancel`,
    body: { reason: '设备坏了' },
  },
  'check in': {
    to: 'checked_in',
    actor: 'staff',
    minute: START - 10,
    path: (id) => `/staff/bookings/${id}/check-in`,
    body: { identityChecked: true },
  },
  'mark as no-show': {
    to: 'no_show',
    actor: 'staff',
    minute: START + 5,
    path: (id) => `/staff/bookings/${id}/mark-no-show`,
    body: {},
  },
  cancel: {
    to: 'cancelled',
    actor: 'resident',
    minute: START - 180,
    path: (id) => `/bookings/${id}/cancel`,
    body: {},
  },
};

const TABLE = Object.keys(ACTS).flatMap((act) => BOOKING_STATUSES.map((from) => [act, from] as const));

describe('staff and bookings', () => {
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

  const has = async (status: BookingStatus): Promise<string> => {
    const row = await buildBooking(app.database, {
      venueId: place.venue,
      centreId: place.centre,
      day: DAY,
      startMinute: START,
      endMinute: START + 60,
      personId: person,
      status,
    });
    return encodeId('booking', row);
  };

  it.each(TABLE)('%s: from %s only where the table allows it', async (act, from) => {
    const { to, actor, minute, path, body } = ACTS[act] as (typeof ACTS)[string];
    const id = await has(from);
    const before = await heldUnits(app.database, id);
    const { id: row } = await stored(app.database, id);
    const told = (await toldKinds(app.database, person)).length;
    app.clock.set(instantAt(DAY, minute));
    const answer = await app.as(actor === 'staff' ? staff : person).post(path(id), body);
    const lawful = BOOKING_TRANSITIONS[from][to]?.includes(actor) === true;
    const audited = await auditedActs(app.database, 'booking', row);
    const steps = await app.database.query('SELECT id FROM booking_event WHERE booking_id = ?', [row]);
    if (lawful) {
      expect(answer.status).toBe(200);
      expect(answer.body.status).toBe(to);
      expect((await stored(app.database, id)).status).toBe(to);
      expect(await heldUnits(app.database, id)).toEqual(
        (HOLDING_STATUSES as BookingStatus[]).includes(to) ? before : [],
      );
      expect(steps).toHaveLength(1);
      expect((await toldKinds(app.database, person)).length).toBe(told + 1);
      expect(audited.map((a) => a.actorId)).toEqual(actor === 'staff' ? [staff] : []);
    } else {
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({
        code: 'BOOKING_STATE',
        message: expect.stringMatching(/\p{Script=Han}/u),
      });
      expect((await stored(app.database, id)).status).toBe(from);
      expect(await heldUnits(app.database, id)).toEqual(before);
      expect(steps).toHaveLength(0);
      expect((await toldKinds(app.database, person)).length).toBe(told);
      expect(audited).toEqual([]);
    }
  });

  it.each(Object.entries(ACTS).filter(([, act]) => act.actor === 'staff'))(
    '%s is no business of the next street, of the resident or of a visitor',
    async (_name, { path, body, minute }) => {
      const id = await has('confirmed');
      app.clock.set(instantAt(DAY, minute));
      const neighbour = await buildStaff(app.database, 'administrator', OTHER_STREET_COMMUNITY);
      const editor = await buildStaff(app.database, 'editor');
      for (const outsider of [neighbour, editor, person]) {
        const { body: refusal } = await app.as(outsider).post(path(id), body).expect(403);
        expect(refusal.code).toBe('FORBIDDEN');
      }
      await app.as().post(path(id), body).expect(401);
      expect((await stored(app.database, id)).status).toBe('confirmed');
    },
  );

  it('keeps the time of each act: no late approval, no early no-show, no calling off of what is over', async () => {
    const pending = await has('pending');
    app.clock.set(instantAt(DAY, START));
    expect((await app.as(staff).post(`/staff/bookings/${pending}/approve`).expect(409)).body.code).toBe(
      'BOOKING_STATE',
    );
    place = await buildPlace(app.database);
    const confirmed = await has('confirmed');
    app.clock.set(instantAt(DAY, START - 1));
    await app.as(staff).post(`/staff/bookings/${confirmed}/mark-no-show`).expect(409);
    app.clock.set(instantAt(DAY, START + 60));
    await app.as(staff).post(`/staff/bookings/${confirmed}/cancel`, { reason: '设备坏了' }).expect(409);
    expect((await stored(app.database, confirmed)).status).toBe('confirmed');
    await app.as(staff).post(`/staff/bookings/${confirmed}/mark-no-show`).expect(200);
  });

  it('offers staff exactly the acts that then succeed', async () => {
    const names = {
      approve: 'approve',
      reject: 'reject',
      'check in': 'check_in',
      'cancel for the centre': 'cancel_for_centre',
      'mark as no-show': 'mark_no_show',
    } as const;
    for (const [act, action] of Object.entries(names)) {
      place = await buildPlace(app.database);
      const { minute, path, body } = ACTS[act] as (typeof ACTS)[string];
      const id = await has(act === 'approve' || act === 'reject' ? 'pending' : 'confirmed');
      app.clock.set(instantAt(DAY, minute));
      const board = await app
        .as(staff)
        .get(`/staff/centres/${encodeId('centre', place.centre)}/board?date=${DAY}`)
        .expect(200);
      expect(board.body.venues[0].bookings[0]).toMatchObject({
        id,
        actions: expect.arrayContaining([action]),
      });
      await app.as(staff).post(path(id), body).expect(200);
    }
  });

  it('lets nobody approve, reject or call off their own booking', async () => {
    const id = encodeId(
      'booking',
      await buildBooking(app.database, {
        venueId: place.venue,
        centreId: place.centre,
        day: DAY,
        startMinute: START,
        endMinute: START + 60,
        personId: staff,
        status: 'pending',
      }),
    );
    for (const act of ['approve', 'reject', 'cancel']) {
      const { body } = await app
        .as(staff)
        .post(`/staff/bookings/${id}/${act}`, act === 'approve' ? {} : { reason: '自己来' })
        .expect(403);
      expect(body.code).toBe('FORBIDDEN');
    }
    expect((await stored(app.database, id)).status).toBe('pending');
    const colleague = await buildStaff(app.database);
    await app.as(colleague).post(`/staff/bookings/${id}/approve`).expect(200);
  });

  it('wants a reason that the resident can read', async () => {
    const id = await has('pending');
    for (const body of [{}, { reason: ' ' }, { reason: 'x' }, { reason: '字'.repeat(101) }, { reason: 7 }]) {
      const answer = await app.as(staff).post(`/staff/bookings/${id}/reject`, body).expect(400);
      expect(answer.body.details[0].field).toBe('reason');
    }
    await app.as(staff).post(`/staff/bookings/${id}/reject`, { reason: '当天布置会场' }).expect(200);
    const seen = await app.as(person).get(`/bookings/${id}`).expect(200);
    expect(seen.body).toMatchObject({ status: 'rejected', statusReason: '当天布置会场', actions: [] });
  });

  describe('the list of approvals', () => {
    it('shows a division its own, the oldest first, page by page', async () => {
      const community = '350602009001';
      const street = await buildStaff(app.database, 'venue_manager', '350602009');
      const here = await buildPlace(app.database, { approval: true }, { divisionCode: community });
      const there = await buildPlace(app.database, { approval: true }, { divisionCode: '350602009002' });
      const elsewhere = await buildPlace(
        app.database,
        { approval: true },
        { divisionCode: OTHER_STREET_COMMUNITY },
      );
      const ids: string[] = [];
      for (const [index, venue] of [here, there, here, there, here].entries()) {
        app.clock.advance(index === 3 ? 0 : 1000);
        ids.push(await book(app, person, venue.venue, 480 + index * 60, 540 + index * 60));
      }
      await book(app, person, elsewhere.venue, 540, 600);
      const seen: string[] = [];
      let cursor: string | null = null;
      const sizes: number[] = [];
      do {
        const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await app
          .as(street)
          .get(
            `/staff/divisions/350602009/approvals?limit=2${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
          )
          .expect(200);
        seen.push(...page.body.items.map((item) => item.id));
        sizes.push(page.body.items.length);
        cursor = page.body.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(ids);
      expect(sizes).toEqual([2, 2, 1]);
      const below = await app.as(street).get(`/staff/divisions/${community}/approvals`).expect(200);
      expect(below.body.items.map((item: { id: string }) => item.id)).toEqual([ids[0], ids[2], ids[4]]);
    });

    it('proves the permission for the very division asked for', async () => {
      const community = await buildStaff(app.database, 'venue_manager', '350602009001');
      for (const code of ['350602009', '350602009002', '3506', '35', '']) {
        const answer = await app.as(community).get(`/staff/divisions/${code}/approvals`);
        expect([403, 404]).toContain(answer.status);
      }
      await app.as(person).get('/staff/divisions/350602009001/approvals').expect(403);
    });

    it.each([
      '350602002002%',
      '350602002002_',
      '350602002002中',
      "350602002002' OR '1'='1",
      '350602002002abc',
      '35060200200299999999',
    ])('answers %s with nothing and never with an error of ours', async (code) => {
      await buildBooking(app.database, {
        venueId: place.venue,
        centreId: place.centre,
        day: DAY,
        startMinute: START,
        endMinute: START + 60,
        personId: person,
        status: 'pending',
      });
      const answer = await app.as(staff).get(`/staff/divisions/${encodeURIComponent(code)}/approvals`);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ code: 'NOT_FOUND', requestId: expect.any(String) });
    });

    it.each([
      ['rubbish', 'rubbish'],
      ['a number too big for a date', [1e300, 1]],
      ['a negative time', [-8e15, 1]],
      ['words', ['a', 'b']],
      ['too few values', [1]],
      ['an object', { a: 1 }],
    ])('refuses a cursor that it did not issue: %s', async (_name, value) => {
      const cursor =
        typeof value === 'string' ? value : Buffer.from(JSON.stringify(value)).toString('base64url');
      for (const path of [
        `/staff/divisions/${COMMUNITY}/approvals`,
        `/staff/divisions/${COMMUNITY}/appeals`,
      ]) {
        const answer = await app.as(staff).get(`${path}?cursor=${cursor}`);
        expect(answer.status).toBe(400);
        expect(answer.body.code).toBe('INVALID_INPUT');
      }
      const own = await app.as(person).get(`/me/bookings?cursor=${cursor}`);
      expect(own.status).toBe(400);
    });
  });

  it('gives a repeated decision its first answer', async () => {
    const id = await has('pending');
    const key = 'approve-once-1';
    const first = await app.as(staff).post(`/staff/bookings/${id}/approve`, {}, key).expect(200);
    const again = await app.as(staff).post(`/staff/bookings/${id}/approve`, {}, key).expect(200);
    expect(again.body).toEqual(first.body);
    await app.as(staff).post(`/staff/bookings/${id}/approve`, {}, 'approve-twice-1').expect(409);
    const { id: row } = await stored(app.database, id);
    expect(await auditedActs(app.database, 'booking', row)).toEqual([
      { action: 'booking.approve', actorId: staff },
    ]);
  });

  it('names its acts as the audit log reads them', async () => {
    const rows = await app.database.query<{ action: string }>('SELECT DISTINCT action FROM audit_entry');
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect(
      rows.map(({ action }) => [action, actionWords(action)]).filter(([, words]) => words === '其他操作'),
    ).toEqual([]);
  });
});
