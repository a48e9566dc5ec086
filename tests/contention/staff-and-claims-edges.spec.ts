import { encodeId } from '@jiefang/bff/common/ids/public-id';
import {
  buildTaskPeople,
  formOf,
  publishTask,
  shiftForm,
  type StaffTask,
} from '../api/volunteering/tasks/support.js';
import { buildPost, buildVolunteer } from '../builders/volunteering.js';
import type { TestApp } from '../support/app.js';
import { stage } from '../support/stage.js';
import { claimFaultsIn, NO_CLAIM_FAULTS } from './claim-proof.js';

jest.setTimeout(180_000);

/** What a form says of a shift. */
type FormShift = { startsAt: string; endsAt: string; closesAt: string; capacity: number };

/** Staff move, cancel and enlarge shifts on one replica while people claim, wait, release and leave on both. */
describe('staff at work in a rush', () => {
  const [app, replica] = stage(2);
  let coordinator: number;
  let volunteers: number[];

  beforeAll(async () => {
    ({ coordinator } = await buildTaskPeople(app.database));
    volunteers = [];
    for (let n = 0; n < 24; n += 1) volunteers.push(await buildVolunteer(app.database));
  });

  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);

  /** Claims given back keep the times they had. */
  async function faults(): Promise<Record<string, number>> {
    const found = await claimFaultsIn(app.database);
    const [row] = await app.database.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM claim c JOIN shift s ON s.id = c.shift_id
        WHERE c.live = 1 AND (c.starts_at <> s.starts_at OR c.ends_at <> s.ends_at)`,
    );
    return { ...found, elsewhere: row?.n ?? -1 };
  }

  async function edited(task: StaffTask, change: (shift: FormShift) => object) {
    const { body } = await app.as(coordinator).get(`/staff/tasks/${task.id}`).expect(200);
    const form = formOf(body as StaffTask);
    const shifts = (form.shifts as FormShift[]).map((shift) => ({ ...shift, ...change(shift) }));
    return app.as(coordinator).put(`/staff/tasks/${task.id}`, { ...form, shifts });
  }

  it('moves a shift onto a claim that is being made elsewhere, never so that somebody is in two places', async () => {
    for (let round = 0; round < 12; round += 1) {
      const task = await publishTask(app, coordinator, {
        shifts: [shiftForm('2026-11-25T01:00:00.000Z', { capacity: 50 })],
      });
      const shift = task.shifts[0]?.id as string;
      const other = await buildPost(
        app.database,
        {},
        { startsAt: '2026-11-25T06:00:00Z', endsAt: '2026-11-25T08:00:00Z', capacity: 50 },
      );
      const people = volunteers.slice(0, 10);
      const [move, ...answers] = await Promise.all([
        edited(task, () => ({
          startsAt: '2026-11-25T06:30:00.000Z',
          endsAt: '2026-11-25T08:30:00.000Z',
          closesAt: '2026-11-25T06:30:00.000Z',
        })),
        ...people.flatMap((one, n) => [
          side(n).as(one).post('/claims', { shiftId: shift }),
          side(n + 1)
            .as(one)
            .post('/claims', { shiftId: encodeId('shift', other.shift) }),
        ]),
      ]);
      expect([200, 409, 422]).toContain(move.status);
      expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
      expect(await faults()).toEqual(NO_CLAIM_FAULTS);
      for (const id of [shift, encodeId('shift', other.shift)]) {
        await app.as(coordinator).post(`/staff/shifts/${id}/cancel`, { reason: '换下一轮' }).expect(200);
      }
    }
  });

  it('cancels, enlarges and loses volunteers while others wait', async () => {
    for (let round = 0; round < 8; round += 1) {
      const task = await publishTask(app, coordinator, {
        shifts: [
          shiftForm('2026-11-26T01:00:00.000Z', { capacity: 2 }),
          shiftForm('2026-11-26T02:00:00.000Z', { capacity: 2 }),
          shiftForm('2026-11-26T06:00:00.000Z', { capacity: 2 }),
        ],
      });
      const ids = task.shifts.map((shift) => shift.id);
      const claims = (
        await Promise.all(
          volunteers.map((one, n) =>
            side(n)
              .as(one)
              .post('/claims', { shiftId: ids[n % 3] as string }),
          ),
        )
      ).map((answer, n) => ({ answer, person: volunteers[n] as number }));
      await Promise.all(
        volunteers.map((one, n) =>
          side(n)
            .as(one)
            .post(`/shifts/${ids[(n + 1) % 3]}/wait`),
        ),
      );
      const holders = claims.filter(({ answer }) => answer.status === 201);
      const answers = await Promise.all([
        edited(task, ({ capacity }) => ({ capacity: capacity + 3 })),
        app.as(coordinator).post(`/staff/shifts/${ids[round % 3]}/cancel`, { reason: '下雨了' }),
        ...holders.map(({ answer, person }, n) =>
          side(n)
            .as(person)
            .post(`/claims/${(answer.body as { id: string }).id}/release`),
        ),
        ...volunteers.slice(0, 6).map((one, n) => side(n).as(one).post('/me/volunteer/leave')),
        ...volunteers.slice(6).map((one, n) =>
          side(n)
            .as(one)
            .post('/claims', { shiftId: ids[(n + 2) % 3] as string }),
        ),
      ]);
      expect(answers.filter((answer) => answer.status >= 500).map((answer) => answer.text)).toEqual([]);
      expect(await faults()).toEqual(NO_CLAIM_FAULTS);
      const gone = await app.database.query(
        `SELECT c.id FROM claim c JOIN volunteer v ON v.person_id = c.person_id
          WHERE v.status = 'left' AND c.status IN ('claimed', 'in_progress')
         UNION ALL
         SELECT w.id FROM shift_wait w JOIN volunteer v ON v.person_id = w.person_id
          WHERE v.status = 'left' AND w.status = 'waiting'`,
      );
      expect(gone).toEqual([]);
      await app.as(coordinator).post(`/staff/tasks/${task.id}/cancel`, { reason: '换下一轮' }).expect(200);
      await app.database.execute("UPDATE volunteer SET status = 'active' WHERE person_id IN (?)", [
        volunteers,
      ]);
    }
  });
});
