import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { ShiftClaims } from '@jiefang/bff/volunteering/claims/shift-claims';
import {
  buildTask,
  buildPost,
  buildShift,
  buildVolunteer,
  claim,
  runClaimClock,
  waitFor,
} from '../builders/volunteering.js';
import type { TestApp } from '../support/app.js';
import { stage } from '../support/stage.js';
import { claimFaultsIn, NO_CLAIM_FAULTS } from './claim-proof.js';

jest.setTimeout(180_000);

/** A repeatable stream of numbers in [0, below). */
function stream(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe('many volunteers and two replicas', () => {
  const [app, replica] = stage(2);

  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);
  const wish = (shift: number) => ({ shiftId: encodeId('shift', shift) });
  const volunteers = (count: number): Promise<number[]> =>
    Promise.all(Array.from({ length: count }, () => buildVolunteer(app.database)));
  const codeOf = (answer: { body: unknown }): string | undefined => (answer.body as { code?: string }).code;

  it('give fifty places to exactly fifty of three hundred', async () => {
    const { shift } = await buildPost(app.database, {}, { capacity: 50 });
    const people = await volunteers(300);
    const answers = await Promise.all(people.map((one, n) => side(n).as(one).post('/claims', wish(shift))));
    const winners = answers.filter((answer) => answer.status === 201);
    expect(winners).toHaveLength(50);
    expect(new Set(answers.filter((a) => a.status !== 201).map(codeOf))).toEqual(new Set(['CLAIM_FULL']));
    const rows = await app.database.query<{ id: number }>('SELECT id FROM claim WHERE shift_id = ?', [shift]);
    expect(new Set(rows.map((row) => row.id))).toEqual(
      new Set(winners.map((answer) => decodeId('claim', answer.body.id as string))),
    );
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
  });

  it('give the last place once, over and over', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { shift } = await buildPost(app.database, {}, { capacity: 1 });
      const people = await volunteers(8);
      const answers = await Promise.all(people.map((one, n) => side(n).as(one).post('/claims', wish(shift))));
      expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    }
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
  });

  it('count a double tap once, with one key or two, on one replica or both', async () => {
    const { shift } = await buildPost(app.database, {}, { capacity: 100 });
    const people = await volunteers(30);
    const answers = await Promise.all(
      people.flatMap((one, n) => [
        app.as(one).post('/claims', wish(shift), `tap-${n}-same-key`),
        replica.as(one).post('/claims', wish(shift), `tap-${n}-same-key`),
        side(n).as(one).post('/claims', wish(shift)),
      ]),
    );
    for (let n = 0; n < people.length; n += 1) {
      const [one, two, other] = answers.slice(n * 3, n * 3 + 3);
      expect([one?.status, one?.body.id]).toEqual([two?.status, two?.body.id]);
      expect([one?.status, other?.status].sort()).toEqual([201, 409]);
    }
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
  });

  it('never put a person in two places, even in the same millisecond on both', async () => {
    const task = await buildTask(app.database);
    const shifts: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const startsAt = new Date(Date.parse('2026-11-24T01:00:00Z') + n * 45 * 60_000);
      shifts.push(await buildShift(app.database, { taskId: task, startsAt, capacity: 500 }));
    }
    const people = await volunteers(40);
    const answers = await Promise.all(
      people.flatMap((one) => shifts.map((shift, n) => side(n).as(one).post('/claims', wish(shift)))),
    );
    expect(answers.filter((answer) => ![201, 409].includes(answer.status))).toEqual([]);
    const lost = answers.filter((answer) => answer.status === 409).map(codeOf);
    expect(new Set(lost)).toEqual(new Set(['CLAIM_OVERLAP']));
    for (const one of people) {
      const [row] = await app.database.query<{ n: number }>(
        'SELECT COUNT(*) AS n FROM claim WHERE person_id = ? AND live = 1',
        [one],
      );
      expect([1, 2]).toContain(row?.n);
    }
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
  });

  it('promote a queue of twenty in its order while newcomers push', async () => {
    const { shift } = await buildPost(app.database, {}, { capacity: 1 });
    let owner = await buildVolunteer(app.database);
    let id = await claim(app, owner, shift);
    const queue = await volunteers(20);
    for (const [n, one] of queue.entries()) await waitFor(side(n), one, shift);
    for (const next of queue) {
      const newcomers = await volunteers(3);
      const [gone, ...late] = await Promise.all([
        side(next).as(owner).post(`/claims/${id}/release`),
        ...newcomers.map((one, n) => side(n).as(one).post('/claims', wish(shift))),
      ]);
      expect(gone.status).toBe(200);
      expect(late.map((answer) => answer.status)).toEqual([409, 409, 409]);
      const { body } = await app.as(next).get('/me/shift-waits').expect(200);
      expect(body.items[0].status).toBe('promoted');
      [owner, id] = [next, body.items[0].claimId as string];
    }
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
  });

  it('release a claim once, whoever asks how often', async () => {
    const { shift } = await buildPost(app.database, {}, { capacity: 3 });
    const people = await volunteers(3);
    for (const one of people) {
      const id = await claim(app, one, shift);
      const answers = await Promise.all(
        [0, 1, 2, 3].map((n) => side(n).as(one).post(`/claims/${id}/release`)),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    }
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
  });

  it('cancel a shift in the middle of a rush', async () => {
    const { shift } = await buildPost(app.database, {}, { capacity: 40 });
    const people = await volunteers(80);
    const cancel = app.database.transaction(async (tx) => {
      await tx.execute("UPDATE shift SET status = 'cancelled' WHERE id = ?", [shift]);
      const caller = { personId: 1, familyId: 0, requestId: 'r', address: '127.0.0.1' };
      return app.app.get(ShiftClaims).releaseAll(tx, [shift], '台风', caller);
    });
    const [released, ...answers] = await Promise.all([
      cancel,
      ...people.map((one, n) => side(n).as(one).post('/claims', wish(shift))),
    ]);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(released);
    const live = await app.database.query('SELECT id FROM claim WHERE shift_id = ? AND live = 1', [shift]);
    expect(live).toEqual([]);
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
  });

  it('hold every rule through hundreds of random taps, waits and releases', async () => {
    const seed = Number(process.env.CONTENTION_SEED ?? Date.now() % 1_000_000);
    console.info(`CONTENTION_SEED=${seed}`);
    const pick = stream(seed);
    const task = await buildTask(app.database);
    const shifts: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const startsAt = new Date(Date.parse('2026-11-24T00:00:00Z') + (n % 6) * 60 * 60_000);
      shifts.push(await buildShift(app.database, { taskId: task, startsAt, capacity: 1 + (n % 4) }));
    }
    const people = await volunteers(40);
    const held = new Map<string, number>();
    const released = new Set<string>();
    const odd: string[] = [];
    const counts = new Map<string, number>();

    const act = async (n: number): Promise<void> => {
      const person = people[pick(people.length)] as number;
      const shift = shifts[pick(shifts.length)] as number;
      const client = side(n).as(person);
      const mine = [...held].filter(([id, owner]) => owner === person && !released.has(id));
      const dice = pick(10);
      if (dice < 3 && mine.length > 0) {
        const [id] = mine[pick(mine.length)] as [string, number];
        const answer = await client.post(`/claims/${id}/release`);
        if (answer.status === 200) released.add(id);
        else if (answer.status !== 409) odd.push(answer.text);
        return;
      }
      const answer =
        dice < 5
          ? await client.post(`/shifts/${encodeId('shift', shift)}/wait`)
          : await client.post('/claims', wish(shift));
      const code = codeOf(answer) ?? (dice < 5 ? 'waiting' : 'claimed');
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (answer.status === 201 && dice >= 5) held.set(answer.body.id as string, person);
      else if (answer.status !== 201 && answer.status !== 409) odd.push(answer.text);
    };
    for (let wave = 0; wave < 12; wave += 1) {
      await Promise.all([
        ...Array.from({ length: 50 }, (_, n) => act(n)),
        ...(wave % 4 === 3 ? [runClaimClock(app)] : []),
      ]);
    }

    expect(odd).toEqual([]);
    expect(held.size).toBeGreaterThan(30);
    expect(counts.get('CLAIM_OVERLAP')).toBeGreaterThan(10);
    expect(await claimFaultsIn(app.database)).toEqual(NO_CLAIM_FAULTS);
    const rows = await app.database.query<{ id: number; personId: number; status: string }>(
      "SELECT id, person_id AS personId, status FROM claim WHERE channel = 'app' AND shift_id IN (?)",
      [shifts],
    );
    expect(rows).toHaveLength(held.size);
    const stored = new Map(rows.map((row) => [row.id, row]));
    for (const [id, person] of held) {
      const row = stored.get(decodeId('claim', id));
      expect(row?.personId).toBe(person);
      expect(row?.status).toBe(released.has(id) ? 'released' : 'claimed');
    }
    const promoted = await app.database.query("SELECT id FROM shift_wait WHERE status = 'promoted'");
    expect(promoted.length).toBeGreaterThan(0);
  });
});
