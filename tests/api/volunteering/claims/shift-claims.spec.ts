import { ClaimAdvice } from '@jiefang/bff/volunteering/claims/claim-advice';
import { ShiftClaims } from '@jiefang/bff/volunteering/claims/shift-claims';
import { toldKinds } from '../../../builders/bookings.js';
import {
  buildPost,
  buildVolunteer,
  claim,
  claimStatus,
  placesOf,
  waitFor,
} from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

const HERE = { latitude: 24.51, longitude: 117.65, accuracy: 5, coordinateSystem: 'GCJ-02' };

/** What the tasks domain asks of claims. */
describe('the claims of a whole shift', () => {
  const [app] = stage(1);
  const caller = (personId: number) => ({ personId, familyId: 0, requestId: 'r', address: '127.0.0.1' });

  it('are released when it is cancelled; who has begun keeps the claim', async () => {
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:15:00Z', capacity: 2 });
    const [begun, coming, waiting] = [
      await buildVolunteer(app.database),
      await buildVolunteer(app.database),
      await buildVolunteer(app.database),
    ];
    const one = await claim(app, begun, shift);
    const two = await claim(app, coming, shift);
    await waitFor(app, waiting, shift);
    await app.as(begun).post(`/claims/${one}/check-in`, { location: HERE }).expect(200);
    const claims = app.app.get(ShiftClaims);
    const released = await app.database.transaction((tx) =>
      claims.releaseAll(tx, [shift], '台风', caller(begun)),
    );
    expect(released).toBe(1);
    expect(await claimStatus(app.database, one)).toBe('in_progress');
    const { body } = await app.as(coming).get(`/claims/${two}`).expect(200);
    expect(body).toMatchObject({
      status: 'released',
      statusReason: '台风',
      timeline: [{ status: 'claimed' }, { status: 'released', note: '台风' }],
    });
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 1, waiting: 0 });
    expect(await toldKinds(app.database, coming)).toEqual(['claim_cancelled']);
    expect(await toldKinds(app.database, waiting)).toEqual(['shift_wait_expired']);
  });

  it('move with it, unless somebody would be in two places', async () => {
    const person = await buildVolunteer(app.database);
    const [moved, other] = [
      await buildPost(app.database),
      await buildPost(app.database, { title: '探访' }, { startsAt: '2026-11-24T04:00:00Z' }),
    ];
    const id = await claim(app, person, moved.shift);
    await claim(app, person, other.shift);
    const claims = app.app.get(ShiftClaims);
    const [startsAt, endsAt] = [new Date('2026-11-24T02:00:00Z'), new Date('2026-11-24T05:00:00Z')];
    await app.database.transaction(async (tx) => {
      await claims.lock(tx, [moved.shift]);
      expect(await claims.findOverlaps(tx, moved.shift, startsAt, endsAt)).toMatchObject([
        { otherTaskTitle: '探访' },
      ]);
      const early = new Date('2026-11-24T04:00:00Z');
      expect(await claims.findOverlaps(tx, moved.shift, startsAt, early)).toEqual([]);
      await claims.move(tx, moved.shift, startsAt, early);
      await claims.tellChanged(tx, [moved.shift], 'v2', '集合点改到南门。');
    });
    const { body } = await app.as(person).get(`/claims/${id}`).expect(200);
    expect(body).toMatchObject({ startsAt: '2026-11-24T02:00:00.000Z', endsAt: '2026-11-24T04:00:00.000Z' });
    expect(await toldKinds(app.database, person)).toEqual(['claim_changed']);
  });

  it('are advised of before the tap, as the lane would answer', async () => {
    const advice = app.app.get(ClaimAdvice);
    const [person, holder] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    const [free, full, later, draft] = [
      await buildPost(app.database),
      await buildPost(app.database, {}, { capacity: 1, startsAt: '2026-11-25T01:00:00Z' }),
      await buildPost(app.database, {}, { opensAt: '2026-11-24T00:00:00Z' }),
      await buildPost(app.database, { status: 'draft' }),
    ];
    await claim(app, holder, full.shift);
    const ids = [free, full, later, draft].map((post) => post.shift);
    const seen = await advice.of(app.database, person, ids);
    const codes = ids.map((id) => seen.get(id)?.refusal?.code ?? null);
    expect(codes).toEqual([null, 'CLAIM_FULL', 'CLAIM_NOT_OPEN', 'NOT_FOUND']);
    expect(seen.get(full.shift)?.canWait).toBe(true);
    await waitFor(app, person, full.shift);
    await claim(app, person, free.shift);
    const after = await advice.of(app.database, person, ids);
    expect(after.get(full.shift)).toMatchObject({ canWait: false, mine: { waitPosition: 1, claimId: null } });
    expect(after.get(free.shift)).toMatchObject({
      refusal: { code: 'CLAIM_ALREADY' },
      mine: { status: 'claimed', waitId: null },
    });
    const visitor = await advice.of(app.database, null, ids);
    expect(visitor.get(free.shift)?.refusal?.code).toBe('UNAUTHENTICATED');
  });
});
