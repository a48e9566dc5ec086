import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { instantAt } from '@jiefang/shared/time';
import { buildPlace, buildStaff, DAY } from '../../builders/bookings.js';
import { buildBooking } from '../../builders/catalogue.js';
import { buildPerson } from '../../builders/people.js';
import { COMMUNITY } from '../../builders/venues.js';
import { expectUntouched } from '../../support/refusal.js';
import { stage } from '../../support/stage.js';

/** Nobody decides about themselves: what the server refuses then, it does not offer either. */
describe('what staff are offered about their own affairs', () => {
  const [app] = stage(1);
  let place: Awaited<ReturnType<typeof buildPlace>>;
  let staff: number;
  let colleague: number;

  beforeAll(async () => {
    place = await buildPlace(app.database);
    staff = await buildStaff(app.database, 'administrator');
    colleague = await buildStaff(app.database, 'administrator');
  });

  let start = 540;
  const booking = async (status: 'pending' | 'confirmed'): Promise<{ id: number; publicId: string }> => {
    start += 60;
    const id = await buildBooking(app.database, {
      venueId: place.venue,
      centreId: place.centre,
      day: DAY,
      startMinute: start,
      endMinute: start + 60,
      personId: staff,
      status,
    });
    return { id, publicId: encodeId('booking', id) };
  };
  /** The actions a list offers somebody about one of its items. */
  const offered = async (person: number, path: string, key: string, id: string): Promise<string[]> => {
    const { body } = await app.as(person).get(`/staff/divisions/${COMMUNITY}/${path}`).expect(200);
    const items = body.items as (Record<string, string> & { actions: string[] })[];
    return items.find((item) => item[key] === id)?.actions ?? ['not in the list'];
  };
  const onTheBoard = async (person: number, id: string): Promise<string[]> => {
    const centre = encodeId('centre', place.centre);
    const { body } = await app.as(person).get(`/staff/centres/${centre}/board?date=${DAY}`).expect(200);
    const venues = body.venues as { bookings: { id: string; actions: string[] }[] }[];
    const found = venues.flatMap((venue) => venue.bookings).find((item) => item.id === id);
    return found?.actions ?? ['not on the board'];
  };

  it('is no decision about a booking, in the approvals and on the board', async () => {
    const { publicId } = await booking('pending');
    expect(await offered(staff, 'approvals', 'id', publicId)).toEqual([]);
    expect(await onTheBoard(staff, publicId)).toEqual([]);
    expect(await offered(colleague, 'approvals', 'id', publicId)).toEqual(['approve', 'reject']);
    const confirmed = await booking('confirmed');
    expect(await onTheBoard(staff, confirmed.publicId)).toEqual([]);
    expect(await onTheBoard(colleague, confirmed.publicId)).toEqual(['cancel_for_centre']);
  });

  it('is no word on whether they came', async () => {
    const { publicId } = await booking('confirmed');
    app.clock.set(instantAt(DAY, start + 1));
    const { qr, manualCode } = (await app.as(staff).get(`/bookings/${publicId}/check-in-code`).expect(200))
      .body as {
      qr: string;
      manualCode: string;
    };
    const one = `/staff/bookings/${publicId}`;
    const desk = `/staff/centres/${encodeId('centre', place.centre)}/check-in`;
    const acts: [string, object][] = [
      [`${one}/mark-no-show`, {}],
      [`${one}/check-in`, { identityChecked: true }],
      [`${one}/check-in`, { manualCode }],
      [desk, { qr }],
    ];
    for (const [path, body] of acts)
      await expectUntouched(app.database, () => app.as(staff).post(path, body), 'FORBIDDEN');
    expect(await onTheBoard(staff, publicId)).toEqual([]);
    expect(await onTheBoard(colleague, publicId)).toEqual(['check_in', 'mark_no_show', 'cancel_for_centre']);
    await app.as(colleague).post(`${one}/mark-no-show`).expect(200);
  });

  it('is no answer to an appeal', async () => {
    const { id } = await booking('confirmed');
    const { insertId } = await app.database.execute(
      `INSERT INTO booking_pause (person_id, centre_id, division_code, starts_at, ends_at, reason, last_booking_id,
        appeal_text, appeal_status, appeal_at)
       VALUES (?, ?, ?, '2026-11-20 00:00', '2026-12-20 00:00', '90 天内爽约 3 次', ?, '在医院。', 'pending', '2026-11-21 00:00')`,
      [staff, place.centre, COMMUNITY, id],
    );
    const pause = encodeId('pause', insertId);
    expect(await offered(staff, 'appeals', 'pauseId', pause)).toEqual([]);
    expect(await offered(colleague, 'appeals', 'pauseId', pause)).toEqual(['decide']);
  });

  it('leaves others as they were', async () => {
    const person = await buildPerson(app.database);
    const id = await buildBooking(app.database, {
      venueId: place.venue,
      centreId: place.centre,
      day: DAY,
      startMinute: 1080,
      endMinute: 1140,
      personId: person,
      status: 'pending',
    });
    expect(await offered(staff, 'approvals', 'id', encodeId('booking', id))).toEqual(['approve', 'reject']);
  });
});
