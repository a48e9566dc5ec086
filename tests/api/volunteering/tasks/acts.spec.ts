import { randomUUID } from 'node:crypto';
import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { buildPerson } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildClaim, buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import {
  buildTaskPeople,
  createTask,
  formOf,
  publishTask,
  shiftForm,
  SISTER,
  STREET,
  type StaffTask,
  type TaskPeople,
} from './support.js';

describe('staff', () => {
  const [app] = stage(1);
  let people: TaskPeople;
  beforeAll(async () => {
    people = await buildTaskPeople(app.database);
  });

  const act = (
    id: string,
    name: 'publish' | 'cancel' | 'copy' | 'repeat',
    body: object = {},
    person = people.coordinator,
    key = randomUUID(),
  ) => app.as(person).post(`/staff/tasks/${id}/${name}`, body, key);
  const shiftRow = (task: StaffTask, index = 0): number => decodeId('shift', task.shifts[index]?.id ?? '');
  const daysOf = (task: StaffTask): string[] => task.shifts.map((shift) => shift.startsAt.slice(0, 10));

  describe('publish', () => {
    it('a draft once, and then everybody sees it', async () => {
      const task = await createTask(app, people.coordinator);
      const key = randomUUID();
      const { body } = await act(task.id, 'publish', {}, people.coordinator, key).expect(200);
      expect(body).toMatchObject({
        status: 'published',
        publishedAt: '2026-11-23T01:05:00.000Z',
        actions: ['edit', 'cancel', 'copy', 'repeat'],
      });
      expect((await act(task.id, 'publish', {}, people.coordinator, key)).body).toEqual(body);
      await app.as().get(`/tasks/${task.id}`).expect(200);
      await expectUntouched(app.database, () => act(task.id, 'publish'), 'TASK_STATE');
      expect(
        await countRows(app.database, "audit_entry WHERE action = 'task.publish' AND target_id = ?", [
          decodeId('task', task.id),
        ]),
      ).toBe(1);
    });

    it('nothing that has a risk and no insurance, no shift, or no right to', async () => {
      const risky = await createTask(app, people.coordinator, { riskNotice: '夜间视线差' });
      await expectUntouched(app.database, () => act(risky.id, 'publish'), 'TASK_UNINSURED');
      const empty = await createTask(app, people.coordinator, { shifts: [] });
      await expectUntouched(app.database, () => act(empty.id, 'publish'), 'SHIFT_INVALID');
      const task = await createTask(app, people.coordinator);
      await expectUntouched(app.database, () => act(task.id, 'publish', {}, people.stranger), 'FORBIDDEN');
      await expectUntouched(app.database, () => act('zzzzzzzz', 'publish'), 'NOT_FOUND');
      app.clock.set('2026-11-25T01:00:00Z');
      await expectUntouched(app.database, () => act(task.id, 'publish'), 'SHIFT_INVALID');
    });
  });

  describe('cancel', () => {
    it('a task, and everybody who holds a place or waits is told', async () => {
      const { database } = app;
      const task = await publishTask(app, people.coordinator, {
        shifts: [shiftForm(undefined, { capacity: 1 }), shiftForm('2026-11-26T01:00:00Z')],
      });
      const [first, second, waiting] = [
        await buildVolunteer(database),
        await buildVolunteer(database),
        await buildVolunteer(database),
      ];
      await buildClaim(database, { shiftId: shiftRow(task, 0), personId: first });
      await buildClaim(database, { shiftId: shiftRow(task, 1), personId: second });
      await app
        .as(waiting)
        .post(`/shifts/${task.shifts[0]?.id ?? ''}/wait`)
        .expect(201);
      await expectUntouched(app.database, () => act(task.id, 'cancel', {}), 'INVALID_INPUT');
      await expectUntouched(
        app.database,
        () => act(task.id, 'cancel', { reason: '台风' }, people.stranger),
        'FORBIDDEN',
      );
      const { body } = await act(task.id, 'cancel', { reason: '台风来了' }).expect(200);
      expect(body).toMatchObject({
        status: 'cancelled',
        cancelReason: '台风来了',
        actions: ['copy'],
        shifts: [
          { status: 'cancelled', claimed: 0, waiting: 0 },
          { status: 'cancelled', claimed: 0 },
        ],
      });
      for (const person of [first, second])
        expect(await messagesTo(database, person)).toMatchObject([
          { kind: 'claim_cancelled', payload: { reason: '台风来了' } },
        ]);
      expect((await messagesTo(database, waiting)).map((message) => message.kind)).toEqual([
        'shift_wait_expired',
      ]);
      await expectUntouched(app.database, () => act(task.id, 'cancel', { reason: '再来一次' }), 'TASK_STATE');
      await expectUntouched(app.database, () => act(task.id, 'repeat', { weeks: 1 }), 'TASK_STATE');
      await expectUntouched(app.database, () => act(task.id, 'publish'), 'TASK_STATE');
    });

    it('a draft, but not what is over', async () => {
      const draft = await createTask(app, people.coordinator);
      expect((await act(draft.id, 'cancel', { reason: '不办了' }).expect(200)).body.status).toBe('cancelled');
      const task = await publishTask(app, people.coordinator);
      app.clock.set('2026-11-26T01:00:00Z');
      await expectUntouched(app.database, () => act(task.id, 'cancel', { reason: '不办了' }), 'TASK_STATE');
    });

    it('one shift, and leave the others', async () => {
      const { database } = app;
      const task = await publishTask(app, people.coordinator, {
        shifts: [shiftForm(), shiftForm('2026-11-26T01:00:00Z')],
      });
      const holder = await buildVolunteer(database);
      const under = await buildVolunteer(database);
      await buildClaim(database, { shiftId: shiftRow(task, 0), personId: holder });
      const kept = await buildClaim(database, {
        shiftId: shiftRow(task, 0),
        personId: under,
        status: 'in_progress',
      });
      const cancelShift = (person = people.coordinator, reason: object = { reason: '下大雨' }) =>
        app.as(person).post(`/staff/shifts/${task.shifts[0]?.id ?? ''}/cancel`, reason);
      await expectUntouched(app.database, () => cancelShift(people.stranger), 'FORBIDDEN');
      await expectUntouched(
        app.database,
        () => cancelShift(people.coordinator, { reason: '' }),
        'INVALID_INPUT',
      );
      const { body } = await cancelShift().expect(200);
      expect((body as StaffTask).shifts.map((shift) => shift.status)).toEqual(['cancelled', 'open']);
      expect(body.status).toBe('published');
      expect((await messagesTo(database, holder)).map((message) => message.kind)).toEqual([
        'claim_cancelled',
      ]);
      // Whoever is at it already is not sent away without the hours.
      expect(await countRows(database, "claim WHERE id = ? AND status = 'in_progress'", [kept])).toBe(1);
      await expectUntouched(app.database, () => cancelShift(), 'TASK_STATE');
      const volunteer = await buildVolunteer(database);
      const { body: page } = await app.as(volunteer).get(`/tasks/${task.id}`).expect(200);
      expect(
        page.shifts.map((shift: { claimable: { allowed: boolean } }) => shift.claimable.allowed),
      ).toEqual([false, true]);
    });
  });

  describe('copy', () => {
    it('a task with its open shifts, a number of days later, as a draft', async () => {
      const task = await publishTask(app, people.coordinator, {
        title: '周末清洁',
        shifts: [shiftForm('2026-11-25T16:30:00Z'), shiftForm('2026-11-26T01:00:00Z')],
      });
      await app
        .as(people.coordinator)
        .post(`/staff/shifts/${task.shifts[1]?.id ?? ''}/cancel`, { reason: '下大雨' })
        .expect(200);
      const { body } = await act(task.id, 'copy', { days: 30 }).expect(201);
      expect(body).toMatchObject({ status: 'draft', title: '周末清洁', version: 1 });
      expect(body.id).not.toBe(task.id);
      expect((body as StaffTask).shifts).toMatchObject([
        {
          startsAt: '2026-12-25T16:30:00.000Z',
          opensAt: '2026-12-20T00:00:00.000Z',
          closesAt: '2026-12-25T16:30:00.000Z',
          status: 'open',
          claimed: 0,
        },
      ]);
      for (const days of [-1, 367, 1.5, '3', null])
        await expectUntouched(app.database, () => act(task.id, 'copy', { days }), 'INVALID_INPUT');
      await expectUntouched(
        app.database,
        () => act(task.id, 'copy', { days: 7 }, people.stranger),
        'FORBIDDEN',
      );
    });
  });

  describe('repeat', () => {
    it('the last week in the weeks to come, at the same hour, and go on from there', async () => {
      const task = await publishTask(app, people.coordinator, {
        shifts: [shiftForm('2026-11-25T01:00:00Z'), shiftForm('2026-11-27T11:30:00Z')],
      });
      const { body } = await act(task.id, 'repeat', { weeks: 2 }).expect(200);
      expect(daysOf(body as StaffTask)).toEqual([
        '2026-11-25',
        '2026-11-27',
        '2026-12-02',
        '2026-12-04',
        '2026-12-09',
        '2026-12-11',
      ]);
      expect((body as StaffTask).shifts[5]?.startsAt).toBe('2026-12-11T11:30:00.000Z');
      const { body: again } = await act(task.id, 'repeat', { weeks: 1 }).expect(200);
      expect(daysOf(again as StaffTask).slice(6)).toEqual(['2026-12-16', '2026-12-18']);
      const { body: page } = await app.as().get(`/tasks/${task.id}`).expect(200);
      expect(page.shifts).toHaveLength(8);
    });

    it('at most sixty shifts that are not over, and only what there is', async () => {
      const task = await publishTask(app, people.coordinator, {
        shifts: [25, 26, 27].map((day) => shiftForm(`2026-11-${day}T01:00:00Z`)),
      });
      const { body } = await expectUntouched(
        app.database,
        () => act(task.id, 'repeat', { weeks: 20 }),
        'SHIFT_INVALID',
      );
      expect(body.message).toContain('60');
      await act(task.id, 'repeat', { weeks: 19 }).expect(200);
      const empty = await createTask(app, people.coordinator, { shifts: [] });
      await expectUntouched(app.database, () => act(empty.id, 'repeat', { weeks: 1 }), 'SHIFT_INVALID');
      for (const weeks of [0, 27, 1.5, '1'])
        await expectUntouched(app.database, () => act(task.id, 'repeat', { weeks }), 'INVALID_INPUT');
      await expectUntouched(
        app.database,
        () => act(task.id, 'repeat', { weeks: 1 }, people.stranger),
        'FORBIDDEN',
      );
    });

    it('twice at the same moment without a shift twice', async () => {
      const task = await publishTask(app, people.coordinator);
      await Promise.all([act(task.id, 'repeat', { weeks: 1 }), act(task.id, 'repeat', { weeks: 1 })]);
      const { body } = await app.as(people.coordinator).get(`/staff/tasks/${task.id}`).expect(200);
      expect(daysOf(body as StaffTask)).toEqual(['2026-11-25', '2026-12-02', '2026-12-09']);
    });
  });

  describe('list their tasks', () => {
    it('newest first, by status, by day, page by page, with who stands where', async () => {
      const { database } = app;
      const list = async (query: string, code = STREET): Promise<StaffTask[]> =>
        (await app.as(people.coordinator).get(`/staff/divisions/${code}/tasks?${query}`).expect(200)).body
          .items;
      const here = await publishTask(app, people.coordinator, { title: '统计用' }, SISTER);
      const draft = await createTask(app, people.coordinator, {}, SISTER);
      for (const status of ['claimed', 'in_progress', 'submitted', 'queried'] as const)
        await buildClaim(database, {
          shiftId: shiftRow(here),
          personId: await buildVolunteer(database),
          status,
        });
      await buildClaim(database, {
        shiftId: shiftRow(here),
        personId: await buildVolunteer(database),
        status: 'verified',
        verifiedMinutes: 60,
      });
      expect((await list('limit=50', SISTER)).map((task) => task.id)).toEqual([draft.id, here.id]);
      expect((await list('status=draft', SISTER)).map((task) => task.id)).toEqual([draft.id]);
      expect((await list('status=cancelled', SISTER)).map((task) => task.id)).toEqual([]);
      const [counted] = await list('status=published', SISTER);
      expect(counted?.shifts[0]).toMatchObject({ claimed: 5, checkedIn: 1, submitted: 2, verified: 1 });
      expect(await list('from=2026-11-25', SISTER)).toHaveLength(2);
      expect(await list('from=2026-11-26', SISTER)).toHaveLength(0);
      const all = await list('limit=50');
      expect(all.length).toBeGreaterThan(5);
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: StaffTask[]; nextCursor: string | null } = (
          await app
            .as(people.coordinator)
            .get(`/staff/divisions/${STREET}/tasks?limit=3${cursor && `&cursor=${cursor}`}`)
            .expect(200)
        ).body;
        seen.push(...page.items.map((task) => task.id));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(all.map((task) => task.id));
    });

    it('of their own division and nobody else’s', async () => {
      for (const person of [people.stranger, await buildPerson(app.database)])
        expectRefusal(await app.as(person).get(`/staff/divisions/${COMMUNITY}/tasks`), 'FORBIDDEN');
      const street = OTHER_STREET_COMMUNITY.slice(0, 9);
      expect(
        (await app.as(people.stranger).get(`/staff/divisions/${street}/tasks`).expect(200)).body,
      ).toEqual({
        items: [],
        nextCursor: null,
      });
      for (const query of ['status=x', 'from=2026-02-30', 'limit=0', 'cursor=WyJhIl0', 'x=1'])
        expectRefusal(
          await app.as(people.coordinator).get(`/staff/divisions/${STREET}/tasks?${query}`),
          'INVALID_INPUT',
        );
    });
  });

  describe('call the roster of an emergency', () => {
    it('reaching once who asked for it and lives below, and nobody else', async () => {
      const { database } = app;
      const asked = await buildVolunteer(database, { emergencyOptIn: true });
      const sister = await buildVolunteer(database, { emergencyOptIn: true, communityCode: SISTER });
      const others = [
        await buildVolunteer(database, { emergencyOptIn: false }),
        await buildVolunteer(database, { emergencyOptIn: true, communityCode: OTHER_STREET_COMMUNITY }),
        await buildVolunteer(database, { emergencyOptIn: true, status: 'awaiting_guardian' }),
        await buildVolunteer(database, { emergencyOptIn: true, status: 'left' }),
      ];
      const task = await publishTask(
        app,
        people.coordinator,
        { urgency: 'emergency', title: '防汛' },
        STREET,
      );
      for (const person of [asked, sister]) {
        expect(await messagesTo(database, person)).toEqual([
          {
            kind: 'emergency_call',
            payload: {
              taskId: decodeId('task', task.id),
              taskTitle: '防汛',
              placeName: '延安北路口',
              startsAt: '2026-11-25T01:00:00.000Z',
              endsAt: '2026-11-25T03:00:00.000Z',
              divisionName: `区划${STREET}`,
            },
          },
        ]);
      }
      for (const person of others) expect(await messagesTo(database, person)).toEqual([]);
      // More shifts are no second call; nobody was given a claim.
      await act(task.id, 'repeat', { weeks: 1 }).expect(200);
      expect(await messagesTo(database, asked)).toHaveLength(1);
      expect(await countRows(database, 'claim WHERE task_id = ?', [decodeId('task', task.id)])).toBe(0);
    });

    it('when an ordinary task becomes one', async () => {
      const { database } = app;
      const asked = await buildVolunteer(database, { emergencyOptIn: true, communityCode: SISTER });
      const task = await publishTask(app, people.coordinator, {}, SISTER);
      expect(await messagesTo(database, asked)).toEqual([]);
      const raise = async (urgency: string): Promise<void> => {
        const { body } = await app.as(people.coordinator).get(`/staff/tasks/${task.id}`).expect(200);
        await app
          .as(people.coordinator)
          .put(`/staff/tasks/${task.id}`, formOf(body as StaffTask, { urgency }))
          .expect(200);
      };
      await raise('emergency');
      expect(await messagesTo(database, asked)).toHaveLength(1);
      await raise('ordinary');
      await raise('emergency');
      expect(await messagesTo(database, asked)).toHaveLength(1);
    });
  });
});
