import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { deliver, toldKinds } from '../../../builders/bookings.js';
import {
  buildPost,
  buildVolunteer,
  claim,
  placesOf,
  runClaimClock,
  waitFor,
} from '../../../builders/volunteering.js';
import { expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

describe('waiting for a place', () => {
  const [app] = stage(1);

  /** With the inbox quiet: what is delivered meanwhile is no change of the refused request's. */
  const untouched = async (...[send, code]: [Parameters<typeof expectUntouched>[1], ErrorCode]) => {
    await deliver(app);
    return expectUntouched(app.database, send, code);
  };

  /** A full shift with one place, and whoever holds it. */
  async function full(task = {}): Promise<{ shift: number; holder: number; id: string }> {
    const { shift } = await buildPost(app.database, task, { capacity: 1 });
    const holder = await buildVolunteer(app.database);
    return { shift, holder, id: await claim(app, holder, shift, { riskAccepted: true }) };
  }

  const mine = async (person: number) =>
    (await app.as(person).get('/me/shift-waits').expect(200)).body.items as {
      status: string;
      position: number | null;
      claimId: string | null;
      refusedReason: string | null;
      actions: string[];
    }[];

  it('goes in the order of arrival, and the first gets the place with all its rules', async () => {
    const { shift, holder, id } = await full();
    const [first, second] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    await waitFor(app, first, shift);
    await waitFor(app, second, shift);
    expect((await mine(second))[0]).toMatchObject({ status: 'waiting', position: 2, actions: ['leave'] });
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 1, waiting: 2 });

    await app.as(holder).post(`/claims/${id}/release`).expect(200);
    const [promoted] = await mine(first);
    expect(promoted).toMatchObject({ status: 'promoted', position: null, actions: [] });
    expect((await mine(second))[0]).toMatchObject({ status: 'waiting', position: 1 });
    const { body } = await app.as(first).get(`/claims/${promoted?.claimId}`).expect(200);
    expect(body).toMatchObject({ status: 'claimed', timeline: [{ status: 'claimed', note: '候补到了' }] });
    expect(await toldKinds(app.database, first)).toEqual(['claim_promoted']);
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 1, waiting: 1 });
  });

  it('passes over who has taken another task meanwhile, and says so', async () => {
    const { shift, holder, id } = await full();
    const [busy, next] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    await waitFor(app, busy, shift);
    await waitFor(app, next, shift);
    await claim(app, busy, (await buildPost(app.database)).shift);
    await app.as(holder).post(`/claims/${id}/release`).expect(200);
    expect((await mine(busy))[0]).toMatchObject({
      status: 'refused',
      refusedReason: expect.stringContaining('时间和这个重叠'),
    });
    expect((await mine(next))[0]?.status).toBe('promoted');
    expect(await toldKinds(app.database, busy)).toEqual(['shift_wait_refused']);
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 1, waiting: 0 });
  });

  it('is not overtaken by a newcomer when staff make room', async () => {
    const { shift } = await full();
    const waiting = await buildVolunteer(app.database);
    await waitFor(app, waiting, shift);
    await app.database.execute('UPDATE shift SET capacity = 2 WHERE id = ?', [shift]);
    const newcomer = await buildVolunteer(app.database);
    const answer = await app.as(newcomer).post('/claims', { shiftId: encodeId('shift', shift) });
    expect(answer.body).toMatchObject({ code: 'CLAIM_FULL', canWait: true });
    await runClaimClock(app);
    expect((await mine(waiting))[0]?.status).toBe('promoted');
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 2, waiting: 0 });
  });

  it('is not offered again to who is in it', async () => {
    const { shift } = await full();
    const [waiting, elsewhere] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    await waitFor(app, waiting, shift);
    await waitFor(app, elsewhere, (await full()).shift);
    const tap = async (person: number) =>
      (await app.as(person).post('/claims', { shiftId: encodeId('shift', shift) })).body as object;
    expect(await tap(waiting)).toMatchObject({ code: 'CLAIM_FULL', canWait: false });
    expect(await tap(elsewhere)).toMatchObject({ code: 'CLAIM_FULL', canWait: true });
  });

  it('can be left, once', async () => {
    const { shift, holder, id } = await full();
    const person = await buildVolunteer(app.database);
    const wait = await waitFor(app, person, shift);
    const stranger = () => app.as(holder).post(`/shift-waits/${wait}/leave`);
    await untouched(stranger, 'NOT_FOUND');
    const { body } = await app.as(person).post(`/shift-waits/${wait}/leave`).expect(200);
    expect(body).toMatchObject({ id: wait, status: 'left', actions: [] });
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 1, waiting: 0 });
    const again = () => app.as(person).post(`/shift-waits/${wait}/leave`);
    await untouched(again, 'SHIFT_WAIT_STATE');
    await app.as(holder).post(`/claims/${id}/release`).expect(200);
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 0, waiting: 0 });
    await waitFor(app, person, (await full()).shift);
  });

  it('is refused twice, with places left, and to who holds one', async () => {
    const { shift, holder } = await full();
    const path = `/shifts/${encodeId('shift', shift)}/wait`;
    const person = await buildVolunteer(app.database);
    await waitFor(app, person, shift);
    await untouched(() => app.as(person).post(path), 'SHIFT_WAITING');
    await untouched(() => app.as(holder).post(path), 'CLAIM_ALREADY');
    const free = await buildPost(app.database);
    const open = `/shifts/${encodeId('shift', free.shift)}/wait`;
    await untouched(() => app.as(person).post(open), 'SHIFT_HAS_PLACES');
    await untouched(() => app.as(person).post('/shifts/nonsense/wait'), 'NOT_FOUND');
    const bad = () => app.as(person).post(path, { personId: holder });
    await untouched(bad, 'INVALID_INPUT');
  });

  it('answers a repeat with the same place', async () => {
    const { shift } = await full();
    const person = await buildVolunteer(app.database);
    const path = `/shifts/${encodeId('shift', shift)}/wait`;
    const answers = await Promise.all([
      app.as(person).post(path, {}, 'wait-key-001'),
      app.as(person).post(path, {}, 'wait-key-001'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 1, waiting: 1 });
  });

  it('asks for the risk to be read before', async () => {
    const { shift } = await full({ riskNotice: '夜间车多。', insured: true });
    const person = await buildVolunteer(app.database);
    const path = `/shifts/${encodeId('shift', shift)}/wait`;
    await untouched(() => app.as(person).post(path), 'CLAIM_RISK');
    await app.as(person).post(path, { riskAccepted: true }).expect(201);
  });

  it('ends when claiming closes, and people are told', async () => {
    const { shift } = await full();
    const person = await buildVolunteer(app.database);
    await waitFor(app, person, shift);
    app.clock.set('2026-11-24T00:59:59Z');
    await runClaimClock(app);
    expect((await mine(person))[0]?.status).toBe('waiting');
    app.clock.set('2026-11-24T01:00:00Z');
    await runClaimClock(app);
    await runClaimClock(app);
    expect((await mine(person))[0]).toMatchObject({ status: 'expired', position: null });
    expect(await toldKinds(app.database, person)).toEqual(['shift_wait_expired']);
    expect((await placesOf(app.database, shift)).waiting).toBe(0);
  });

  it('serves a long queue completely when many places come free', async () => {
    const { shift } = await buildPost(app.database, {}, { capacity: 1 });
    const holder = await buildVolunteer(app.database);
    const id = await claim(app, holder, shift);
    const people: number[] = [];
    for (let n = 0; n < 60; n += 1) {
      const person = await buildVolunteer(app.database);
      await waitFor(app, person, shift);
      people.push(person);
    }
    await app.database.execute('UPDATE shift SET capacity = 55 WHERE id = ?', [shift]);
    await app.as(holder).post(`/claims/${id}/release`).expect(200);
    await runClaimClock(app);
    expect(await placesOf(app.database, shift)).toEqual({ claimed: 55, waiting: 5 });
    const rows = await app.database.query<{ id: number; personId: number }>(
      'SELECT id, person_id AS personId FROM claim WHERE shift_id = ? AND live = 1',
      [shift],
    );
    expect(new Set(rows.map((row) => row.personId))).toEqual(new Set(people.slice(0, 55)));
    expect(rows.map((row) => row.id)).not.toContain(decodeId('claim', id));
  });
});
