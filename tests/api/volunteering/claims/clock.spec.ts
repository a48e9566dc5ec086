import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { fromJson } from '@jiefang/bff/database/database';
import { toldKinds } from '../../../builders/bookings.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import {
  buildClaim,
  buildPost,
  buildVolunteer,
  claim,
  claimStatus,
  placesOf,
  runClaimClock,
} from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

describe('what time does to claims', () => {
  const [app] = stage(1);
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '东铺头社区');
  });

  it('reminds an hour before, once, and again after a move', async () => {
    const person = await buildVolunteer(app.database);
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T04:00:00Z' });
    const id = await claim(app, person, shift);
    app.clock.set('2026-11-23T02:59:00Z');
    await runClaimClock(app);
    expect(await toldKinds(app.database, person)).toEqual([]);
    app.clock.set('2026-11-23T03:00:00Z');
    await runClaimClock(app);
    await runClaimClock(app);
    expect(await toldKinds(app.database, person)).toEqual(['claim_reminder']);
    const [row] = await app.database.query<{ payload: unknown }>(
      'SELECT payload FROM outbox WHERE person_id = ?',
      [person],
    );
    expect(fromJson(row?.payload)).toMatchObject({
      claimId: decodeId('claim', id),
      placeName: '延安北路口',
      startsAt: '2026-11-23T04:00:00.000Z',
    });
  });

  it('does not remind of what was claimed within the last hour', async () => {
    const person = await buildVolunteer(app.database);
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:50:00Z' });
    await claim(app, person, shift);
    await runClaimClock(app);
    expect(await toldKinds(app.database, person)).toEqual([]);
  });

  it('marks who did not come at the end of the shift, and nobody who did', async () => {
    const [missing, present] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:30:00Z' });
    const absent = await claim(app, missing, shift);
    const served = await claim(app, present, shift);
    const here = { latitude: 24.51, longitude: 117.65, accuracy: 5, coordinateSystem: 'GCJ-02' };
    await app.as(present).post(`/claims/${served}/check-in`, { location: here }).expect(200);
    app.clock.set('2026-11-23T03:29:59Z');
    await runClaimClock(app);
    expect(await claimStatus(app.database, absent)).toBe('claimed');
    app.clock.set('2026-11-23T03:30:00Z');
    await runClaimClock(app);
    expect(await claimStatus(app.database, absent)).toBe('no_show');
    expect(await claimStatus(app.database, served)).toBe('in_progress');
    expect(await toldKinds(app.database, missing)).toEqual(['claim_no_show']);
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 1, waiting: 0 });

    app.clock.set('2026-11-23T09:29:00Z');
    await runClaimClock(app);
    expect(await claimStatus(app.database, served)).toBe('in_progress');
    app.clock.set('2026-11-23T09:30:00Z');
    await runClaimClock(app);
    const { body } = await app.as(present).get(`/claims/${served}`).expect(200);
    expect(body).toMatchObject({
      status: 'submitted',
      finishedAt: '2026-11-23T03:30:00.000Z',
      note: '没有点“结束”，按班次结束的时间提交',
    });
    await runClaimClock(app);
    const [row] = await app.database.query<{ settled: Date | null }>(
      'SELECT settled_at AS settled FROM shift WHERE id = ?',
      [shift],
    );
    expect(row?.settled).not.toBeNull();
  });

  it('pauses after three no-shows in ninety days at one division, for thirty days, once', async () => {
    const person = await buildVolunteer(app.database);
    /** A shift that ended on the day without them. */
    const miss = async (day: string, divisionCode = COMMUNITY): Promise<void> => {
      const { shift } = await buildPost(app.database, { divisionCode }, { startsAt: `${day}T01:00:00Z` });
      await buildClaim(app.database, { shiftId: shift, personId: person });
      app.clock.set(`${day}T04:00:00Z`);
      await runClaimClock(app);
    };
    const pauses = () =>
      app.database.query<{ division: string; endsAt: Date; reason: string }>(
        'SELECT division_code AS division, ends_at AS endsAt, reason FROM volunteer_pause WHERE person_id = ?',
        [person],
      );
    await miss('2026-08-20');
    await miss('2026-11-01');
    await miss('2026-11-05', OTHER_STREET_COMMUNITY);
    await miss('2026-11-19');
    expect(await pauses()).toEqual([]);
    await miss('2026-11-20');
    expect(await pauses()).toEqual([
      { division: COMMUNITY, endsAt: new Date('2026-12-20T04:00:00Z'), reason: '90 天内 3 次没有到' },
    ]);
    expect((await toldKinds(app.database, person)).at(-1)).toBe('claim_pause_started');
    app.clock.set('2026-11-23T01:05:00Z');
    const { shift } = await buildPost(app.database);
    const answer = await app.as(person).post('/claims', { shiftId: encodeId('shift', shift) });
    expect(answer.body.code).toBe('CLAIM_PAUSED');
    // Those three have had their pause; a lifted one does not bring them back.
    await app.database.execute("UPDATE volunteer_pause SET lifted_at = '2026-11-21' WHERE person_id = ?", [
      person,
    ]);
    await miss('2026-11-22');
    expect(await pauses()).toHaveLength(1);
  });
});
