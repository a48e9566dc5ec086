import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { countRows } from '../../../builders/identity.js';
import { buildPost, buildVolunteer } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';
import { buildTaskPeople, formOf, publishTask, shiftForm, shiftId, type TaskPeople } from './support.js';

jest.setTimeout(60_000);

/** Staff change a shift while people grab it, each on another replica. */
describe('an edit and the taps that meet it', () => {
  const apps = stage(2);
  const [app, other] = apps;
  let people: TaskPeople;
  let crowd: number[];

  beforeAll(async () => {
    people = await buildTaskPeople(app.database);
    crowd = [];
    for (let n = 0; n < 24; n += 1) crowd.push(await buildVolunteer(app.database));
  });
  beforeEach(async () => {
    await app.database.execute("UPDATE claim SET status = 'released' WHERE status = 'claimed'");
    await app.database.execute('UPDATE shift SET claimed = 0');
  });

  const tap = (index: number, shift: string) =>
    (index % 2 === 0 ? app : other).as(crowd[index]).post('/claims', { shiftId: shift });

  it('never leave more claims than places', async () => {
    for (let round = 0; round < 4; round += 1) {
      const task = await publishTask(app, people.coordinator, {
        shifts: [shiftForm(`2026-11-2${5 + round}T01:00:00.000Z`, { capacity: 24 })],
      });
      const [shift] = task.shifts;
      const form = formOf(task, { shifts: [{ ...task.shifts.map(shiftOf)[0], capacity: 5 }] });
      const [edited, ...taps] = await Promise.all([
        app.as(people.coordinator).put(`/staff/tasks/${task.id}`, form),
        ...crowd.map((_, index) => tap(index, shift?.id ?? '')),
      ]);
      expect([200, 409]).toContain(edited.status);
      const [row] = await app.database.query<{ capacity: number; claimed: number }>(
        'SELECT capacity, claimed FROM shift WHERE id = ?',
        [decodeId('shift', shift?.id ?? '')],
      );
      const granted = taps.filter((answer) => answer.status === 201).length;
      expect(row?.claimed).toBe(granted);
      expect(granted).toBe(row?.capacity);
      expect(row?.capacity).toBe(edited.status === 200 ? 5 : 24);
    }
  });

  it('never put somebody in two places when a shift moves', async () => {
    const { shift: fixed } = await buildPost(
      app.database,
      {},
      { startsAt: '2026-11-30T06:00:00Z', capacity: 100 },
    );
    const task = await publishTask(app, people.coordinator, {
      shifts: [shiftForm('2026-11-30T01:00:00.000Z', { capacity: 100 })],
    });
    const [own] = task.shifts.map(shiftOf);
    const moved = { ...own, startsAt: '2026-11-30T05:00:00Z', endsAt: '2026-11-30T07:00:00Z' };
    await Promise.all([
      app.as(people.coordinator).put(`/staff/tasks/${task.id}`, formOf(task, { shifts: [moved] })),
      ...crowd.flatMap((_, index) => [tap(index, own?.id ?? ''), tap(index, shiftId(fixed))]),
    ]);
    expect(
      await countRows(
        app.database,
        `claim a JOIN claim b ON b.person_id = a.person_id AND b.id > a.id AND b.live = 1
           AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at WHERE a.live = 1`,
      ),
    ).toBe(0);
    expect(
      await countRows(
        app.database,
        `claim c JOIN shift s ON s.id = c.shift_id
          WHERE c.live = 1 AND (c.starts_at <> s.starts_at OR c.ends_at <> s.ends_at)`,
      ),
    ).toBe(0);
  });

  it('leave nobody with a place in what was cancelled', async () => {
    const task = await publishTask(app, people.coordinator, {
      shifts: [shiftForm('2026-11-25T01:00:00.000Z', { capacity: 10 })],
    });
    const [shift] = task.shifts;
    await Promise.all([
      ...crowd.slice(0, 12).map((_, index) => tap(index, shift?.id ?? '')),
      app.as(people.coordinator).post(`/staff/tasks/${task.id}/cancel`, { reason: '台风来了' }),
      ...crowd.slice(12).map((_, index) => tap(12 + index, shift?.id ?? '')),
    ]);
    const id = decodeId('task', task.id);
    expect(await countRows(app.database, 'claim WHERE task_id = ? AND live = 1', [id])).toBe(0);
    expect(await countRows(app.database, 'shift WHERE task_id = ? AND claimed <> 0', [id])).toBe(0);
    const released = await countRows(app.database, "claim WHERE task_id = ? AND status = 'released'", [id]);
    const told = await countRows(
      app.database,
      "outbox WHERE kind = 'claim_cancelled' AND payload LIKE '%台风来了%' AND payload LIKE ?",
      [`%${task.title}%`],
    );
    expect(told).toBe(released);
  });
});

function shiftOf<
  S extends {
    id: string;
    startsAt: string;
    endsAt: string;
    opensAt: string;
    closesAt: string;
    capacity: number;
  },
>({ id, startsAt, endsAt, opensAt, closesAt, capacity }: S) {
  return { id, startsAt, endsAt, opensAt, closesAt, capacity };
}
