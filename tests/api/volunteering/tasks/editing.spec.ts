import { randomUUID } from 'node:crypto';
import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildClaim, buildPost, buildUnit, buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import {
  buildTaskPeople,
  createTask,
  formOf,
  publishTask,
  routeForm,
  shiftForm,
  STREET,
  taskForm,
  type StaffTask,
  type TaskPeople,
} from './support.js';

describe('staff write tasks', () => {
  const [app] = stage(1);
  let people: TaskPeople;
  beforeAll(async () => {
    people = await buildTaskPeople(app.database);
  });

  const create = (change: object, code = COMMUNITY, person = people.coordinator, key = randomUUID()) =>
    app.as(person).post(`/staff/divisions/${code}/tasks`, taskForm(change), key);
  const update = (task: StaffTask, change: object, person = people.coordinator) =>
    app.as(person).put(`/staff/tasks/${task.id}`, formOf(task, change));
  const shiftRow = (task: StaffTask, index = 0): number => decodeId('shift', task.shifts[index]?.id ?? '');
  const fieldsOf = (body: { details: { field: string }[] }): string[] =>
    body.details.map((detail) => detail.field);

  it('as drafts that no resident sees', async () => {
    const unit = await buildUnit(app.database);
    const requirements = {
      minAge: 18,
      maxAge: null,
      trainings: ['patrol'],
      unitIds: [encodeId('unit', unit)],
      residentsOnly: true,
    };
    const key = randomUUID();
    const form = { kind: 'patrol', route: routeForm(), requirements };
    const { body } = await create(form, STREET, people.coordinator, key).expect(201);
    expect(body).toMatchObject({
      status: 'draft',
      version: 1,
      kind: 'patrol',
      community: { code: STREET },
      createdBy: { nickname: '陈协调' },
      createdAt: '2026-11-23T01:05:00.000Z',
      publishedAt: null,
      cancelReason: null,
      actions: ['edit', 'publish', 'cancel', 'copy', 'repeat'],
      requirements: { units: [{ id: encodeId('unit', unit) }] },
      shifts: [{ claimed: 0, checkedIn: 0, submitted: 0, verified: 0, placesLeft: 5 }],
    });
    // Half a kilometre north, half a kilometre east.
    expect(body.route.lengthMetres).toBe(1062);
    expect((await create(form, STREET, people.coordinator, key)).body).toEqual(body);
    expectRefusal(await app.as(people.resident).get(`/tasks/${body.id as string}`), 'NOT_FOUND');
    expect((await app.as(people.coordinator).get(`/staff/tasks/${body.id as string}`)).body).toEqual(body);
  });

  it('within their own divisions only', async () => {
    for (const person of [people.stranger, people.resident])
      await expectUntouched(app.database, () => create({}, COMMUNITY, person), 'FORBIDDEN');
    await expectUntouched(app.database, () => create({}, OTHER_STREET_COMMUNITY), 'FORBIDDEN');
    await expectUntouched(app.database, () => create({}, 'x'), 'NOT_FOUND');
    await expectUntouched(app.database, () => create({}, `${STREET}777`), 'NOT_FOUND');
    const task = await createTask(app, people.coordinator);
    await expectUntouched(app.database, () => update(task, {}, people.stranger), 'FORBIDDEN');
    expectRefusal(await app.as(people.stranger).get(`/staff/tasks/${task.id}`), 'FORBIDDEN');
    expectRefusal(await app.as(people.resident).get(`/staff/divisions/${STREET}/tasks`), 'FORBIDDEN');
    expectRefusal(await app.as().get(`/staff/tasks/${task.id}`), 'UNAUTHENTICATED');
  });

  it.each([
    ['kind', { kind: 'party' }],
    ['urgency', { urgency: 'soon' }],
    ['title', { title: '' }],
    ['title', { title: '字'.repeat(41) }],
    ['title', { title: 'a\u202eb' }],
    ['address', { address: '' }],
    ['location', { location: null }],
    ['location.latitude', { location: { latitude: 91, longitude: 117 } }],
    ['location.longitude', { location: { latitude: 24, longitude: '117' } }],
    ['geofenceMetres', { geofenceMetres: 29 }],
    ['geofenceMetres', { geofenceMetres: 1001 }],
    ['route.line', { route: { line: 'x', checkpoints: [] } }],
    ['route.line.0.latitude', { route: { line: [{ latitude: null, longitude: 117 }], checkpoints: [] } }],
    ['requirements', { requirements: [] }],
    ['requirements.trainings', { requirements: { ...anybody(), trainings: ['juggling'] } }],
    ['requirements.unitIds', { requirements: { ...anybody(), unitIds: ['zzzzzzzz'] } }],
    ['requirements.unitIds', { requirements: { ...anybody(), unitIds: [1] } }],
    ['requirements.minAge', { requirements: { ...anybody(), minAge: 3 } }],
    ['insured', { insured: 'yes' }],
    ['contactPhone', { contactPhone: 'call me' }],
    ['releaseByMinutes', { releaseByMinutes: -1 }],
    ['shifts.0.startsAt', { shifts: [shiftForm(undefined, { startsAt: '2026-11-25 09:00' })] }],
    ['shifts.0.capacity', { shifts: [shiftForm(undefined, { capacity: 0 })] }],
    ['shifts.0.capacity', { shifts: [shiftForm(undefined, { capacity: 10_001 })] }],
    ['shifts', { shifts: Array.from({ length: 61 }, () => shiftForm()) }],
    ['surprise', { surprise: 1 }],
  ])('and are told of a wrong %s', async (field, change) => {
    const { body } = await expectUntouched(app.database, () => create(change), 'INVALID_INPUT');
    expect(fieldsOf(body)).toContain(field);
  });

  it.each([
    ['route', { kind: 'patrol' }],
    ['requirements.maxAge', { requirements: { ...anybody(), minAge: 30, maxAge: 20 } }],
    [
      'route.checkpoints.0.no',
      {
        route: {
          line: [
            { latitude: 24.51, longitude: 117.65 },
            { latitude: 24.52, longitude: 117.65 },
          ],
          checkpoints: [
            { no: 2, name: '北门', latitude: 24.51, longitude: 117.65, radiusMetres: 30, dwellSeconds: 0 },
          ],
        },
      },
    ],
    ['route.checkpoints.0', { location: { latitude: 24.6, longitude: 117.65 }, route: routeForm() }],
  ])('that fit together: %s', async (field, change) => {
    const { body } = await expectUntouched(app.database, () => create(change), 'TASK_INVALID');
    expect(fieldsOf(body)).toContain(field);
  });

  it.each([
    ['startsAt', shiftForm('2026-11-23T01:05:00Z')],
    ['endsAt', shiftForm(undefined, { endsAt: '2026-11-25T01:00:00Z' })],
    ['endsAt', shiftForm(undefined, { endsAt: '2026-11-26T01:01:00Z' })],
    ['closesAt', shiftForm(undefined, { opensAt: '2026-11-25T01:00:00Z' })],
    ['closesAt', shiftForm(undefined, { closesAt: '2026-11-25T03:01:00Z' })],
    ['id', shiftForm(undefined, { id: 'zzzzzzzz' })],
  ])('with shifts whose %s makes sense', async (field, shift) => {
    const { body } = await expectUntouched(
      app.database,
      () => create({ shifts: [shiftForm(), shift] }),
      'SHIFT_INVALID',
    );
    expect(fieldsOf(body)).toContain(`shifts.1.${field}`);
  });

  it('and change what they have read, nothing else', async () => {
    const task = await createTask(app, people.coordinator, {
      shifts: [shiftForm(), shiftForm('2026-11-26T01:00:00Z')],
    });
    const edited = await update(task, {
      title: '路口护学二队',
      shifts: [{ ...formShift(task, 0), capacity: 8 }, shiftForm('2026-11-27T01:00:00Z')],
    }).expect(200);
    expect(edited.body).toMatchObject({ title: '路口护学二队', version: 2 });
    expect(
      (edited.body as StaffTask).shifts.map((shift) => [shift.startsAt.slice(0, 10), shift.capacity]),
    ).toEqual([
      ['2026-11-25', 8],
      ['2026-11-27', 5],
    ]);
    // The draft's shift that was left out never existed for anybody.
    expect(await countRows(app.database, 'shift WHERE task_id = ?', [decodeId('task', task.id)])).toBe(2);
    await expectUntouched(app.database, () => update(task, { title: '别的标题' }), 'STALE_VERSION');
    const other = await createTask(app, people.coordinator);
    const foreign = { ...formShift(other, 0) };
    const { body } = await expectUntouched(
      app.database,
      () => update(edited.body as StaffTask, { shifts: [foreign] }),
      'SHIFT_INVALID',
    );
    expect(fieldsOf(body)).toEqual(['shifts.0.id']);
    const [entry] = await app.database.query<{ action: string }>(
      "SELECT action FROM audit_entry WHERE target_type = 'task' AND target_id = ? ORDER BY id DESC LIMIT 1",
      [decodeId('task', task.id)],
    );
    expect(entry?.action).toBe('task.update');
  });

  it('two at once: one of them', async () => {
    const task = await createTask(app, people.coordinator);
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((name) => update(task, { title: `标题${name}` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  });

  describe('that people have claimed', () => {
    it('and tell them of another time, their claim moving along', async () => {
      const task = await publishTask(app, people.coordinator, {
        shifts: [shiftForm(), shiftForm('2026-11-26T01:00:00Z')],
      });
      const [early, late] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
      const claim = await buildClaim(app.database, { shiftId: shiftRow(task, 0), personId: early });
      await buildClaim(app.database, { shiftId: shiftRow(task, 1), personId: late });
      const shifts = [
        { ...formShift(task, 0), startsAt: '2026-11-25T02:00:00Z', endsAt: '2026-11-25T04:00:00Z' },
        formShift(task, 1),
      ];
      await update(task, { shifts }).expect(200);
      const [told] = await messagesTo(app.database, early);
      expect(told).toMatchObject({
        kind: 'claim_changed',
        payload: { claimId: claim, startsAt: '2026-11-25T02:00:00.000Z', reason: '时间改了。' },
      });
      expect(await messagesTo(app.database, late)).toEqual([]);
      const [row] = await app.database.query<{ startsAt: Date }>(
        'SELECT starts_at AS startsAt FROM claim WHERE id = ?',
        [claim],
      );
      expect(row?.startsAt.toISOString()).toBe('2026-11-25T02:00:00.000Z');
    });

    it('and tell everybody who still has to come of another place', async () => {
      const task = await publishTask(app, people.coordinator);
      const holder = await buildVolunteer(app.database);
      const gone = await buildVolunteer(app.database);
      await buildClaim(app.database, { shiftId: shiftRow(task), personId: holder });
      await buildClaim(app.database, { shiftId: shiftRow(task), personId: gone, status: 'released' });
      const { body } = await update(task, { placeName: '南门岗亭' }).expect(200);
      await update(body as StaffTask, { placeName: '南门岗亭', intro: '早高峰。' }).expect(200);
      expect(await messagesTo(app.database, holder)).toMatchObject([
        { kind: 'claim_changed', payload: { placeName: '南门岗亭', reason: '地点改了。' } },
      ]);
      expect(await messagesTo(app.database, gone)).toEqual([]);
    });

    it('but put nobody in two places at once', async () => {
      const { database } = app;
      const task = await publishTask(app, people.coordinator, {
        shifts: [shiftForm('2026-11-25T01:00:00Z'), shiftForm('2026-11-25T03:00:00Z')],
      });
      const { shift: elsewhere } = await buildPost(
        database,
        { title: '探访老人' },
        { startsAt: '2026-11-25T06:00:00Z' },
      );
      const volunteer = await buildVolunteer(database);
      const claim = await buildClaim(database, { shiftId: shiftRow(task, 0), personId: volunteer });
      await buildClaim(database, { shiftId: shiftRow(task, 1), personId: volunteer });
      await buildClaim(database, { shiftId: elsewhere, personId: volunteer });
      const later = (hours: number) => ({
        shifts: [0, 1].map((index) => {
          const { startsAt, endsAt, ...rest } = formShift(task, index);
          const by = (instant: string): string =>
            new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
          return { ...rest, startsAt: by(startsAt), endsAt: by(endsAt) };
        }),
      });
      const { body } = await expectUntouched(app.database, () => update(task, later(2)), 'SHIFT_INVALID');
      expect(body.message).toBe('有 1 位已认领的志愿者在新的时间有别的任务。');
      expect(body.overlaps).toMatchObject([{ otherTask: '探访老人', startsAt: '2026-11-25T06:00:00.000Z' }]);
      expect(body.overlaps[0].claimId).not.toBe(encodeId('claim', claim));
      // Both an hour later touch each other and the third, which is allowed.
      await update(task, later(1)).expect(200);
    });

    it('and keep the places that are taken', async () => {
      const task = await publishTask(app, people.coordinator, {
        shifts: [shiftForm(undefined, { capacity: 2 })],
      });
      for (let n = 0; n < 2; n += 1)
        await buildClaim(app.database, {
          shiftId: shiftRow(task),
          personId: await buildVolunteer(app.database),
        });
      await expectUntouched(
        app.database,
        () => update(task, { shifts: [{ ...formShift(task, 0), capacity: 1 }] }),
        'SHIFT_IN_USE',
      );
      const { body } = await expectUntouched(
        app.database,
        () => update(task, { shifts: [] }),
        'SHIFT_IN_USE',
      );
      expect(body.next).toContain('取消班次');
    });

    it('and serve whoever waits when there are more places', async () => {
      const { database } = app;
      const task = await publishTask(app, people.coordinator, {
        shifts: [shiftForm(undefined, { capacity: 1 })],
      });
      await buildClaim(database, { shiftId: shiftRow(task), personId: await buildVolunteer(database) });
      const waiting = await buildVolunteer(database);
      await app
        .as(waiting)
        .post(`/shifts/${task.shifts[0]?.id ?? ''}/wait`)
        .expect(201);
      const { body } = await update(task, { shifts: [{ ...formShift(task, 0), capacity: 2 }] }).expect(200);
      expect((body as StaffTask).shifts[0]).toMatchObject({ capacity: 2, claimed: 2, waiting: 0 });
      expect((await messagesTo(database, waiting)).map((message) => message.kind)).toEqual([
        'claim_promoted',
      ]);
    });
  });

  it('leave what is over as it was, and may leave it out', async () => {
    const task = await publishTask(app, people.coordinator, {
      shifts: [shiftForm(), shiftForm('2026-11-28T01:00:00Z')],
    });
    app.clock.set('2026-11-26T01:00:00Z');
    const { body } = await update(task, { title: '还是护学', shifts: [formShift(task, 1)] }).expect(200);
    expect((body as StaffTask).shifts.map((shift) => shift.status)).toEqual(['open', 'open']);
    const over = { ...formShift(task, 0), capacity: 9 };
    await expectUntouched(
      app.database,
      () => update(body as StaffTask, { shifts: [over, formShift(task, 1)] }),
      'SHIFT_INVALID',
    );
  });

  it('never publish a risk without insurance, not by an edit either', async () => {
    const task = await publishTask(app, people.coordinator);
    await expectUntouched(app.database, () => update(task, { riskNotice: '夜间视线差' }), 'TASK_UNINSURED');
    await update(task, { riskNotice: '夜间视线差', insured: true }).expect(200);
  });
});

function anybody(): object {
  return { minAge: 15, maxAge: null, trainings: [], unitIds: [], residentsOnly: false };
}

function formShift(task: StaffTask, index: number) {
  const { id, startsAt, endsAt, opensAt, closesAt, capacity } = task.shifts[
    index
  ] as StaffTask['shifts'][number];
  return { id, startsAt, endsAt, opensAt, closesAt, capacity };
}
