import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildPerson } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import {
  buildClaim,
  buildPost,
  buildShift,
  buildUnit,
  buildVolunteer,
} from '../../../builders/volunteering.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import { buildTaskPeople, routeForm, shiftId, taskId } from './support.js';

interface Shift {
  id: string;
  claimable: { allowed: boolean; refusal: { code: string; rule: { no: number } | null } | null };
  canWait: boolean;
  mine: { claimId: string | null; status: string | null; waitId: string | null } | null;
}

describe("a task's page", () => {
  const [app] = stage(1);
  beforeAll(() => buildTaskPeople(app.database));

  async function shiftsOf(task: number, person?: number): Promise<Shift[]> {
    const { body } = await app
      .as(person)
      .get(`/tasks/${taskId(task)}`)
      .expect(200);
    return (body as { shifts: Shift[] }).shifts;
  }

  it('says all there is to know before a tap', async () => {
    const { database } = app;
    const unit = await buildUnit(database, '供电公司');
    const { task, shift } = await buildPost(
      database,
      {
        kind: 'patrol',
        title: '夜间巡防',
        route: { ...routeForm(), lengthMetres: 1062 },
        riskNotice: '夜间视线差',
        insured: true,
        requirements: { minAge: 18, maxAge: 60, trainings: ['patrol'], unitIds: [unit], residentsOnly: true },
      },
      { capacity: 3 },
    );
    const { body } = await app
      .as()
      .get(`/tasks/${taskId(task)}`)
      .expect(200);
    expect(body).toMatchObject({
      id: taskId(task),
      title: '夜间巡防',
      kind: 'patrol',
      urgency: 'ordinary',
      status: 'published',
      placeName: '延安北路口',
      location: { latitude: 24.51, longitude: 117.65 },
      geofenceMetres: 200,
      requirements: {
        minAge: 18,
        maxAge: 60,
        trainings: [{ code: 'patrol', name: '巡防培训' }],
        units: [{ id: encodeId('unit', unit), name: '供电公司' }],
        residentsOnly: true,
      },
      riskNotice: '夜间视线差',
      insured: true,
      contact: { name: '陈协调', phone: '0596-2020001' },
      community: { code: COMMUNITY, name: '延安社区' },
      releaseByMinutes: 120,
      checkInOpensMinutes: 30,
    });
    expect(body.route.checkpoints).toHaveLength(2);
    expect(body.route.lengthMetres).toBe(1062);
    expect(body.rules.map((rule: { no: number }) => rule.no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const { text } of body.rules as { text: string }[]) expect(text).toMatch(/^[^A-Za-z]+。$/u);
    expect(body.rules[3].text).toBe(
      '18 到 60 岁，通过巡防培训，属于供电公司，是本辖区的认证居民，读过风险告知。',
    );
    expect(body.shifts).toEqual([
      {
        id: shiftId(shift),
        startsAt: '2026-11-24T01:00:00.000Z',
        endsAt: '2026-11-24T03:00:00.000Z',
        opensAt: '2026-01-03T00:00:00.000Z',
        closesAt: '2026-11-24T01:00:00.000Z',
        capacity: 3,
        placesLeft: 3,
        waiting: 0,
        status: 'open',
        claimable: { allowed: false, refusal: expect.objectContaining({ code: 'UNAUTHENTICATED' }) },
        canWait: false,
        mine: null,
      },
    ]);
    // Nothing about who else comes.
    expect(JSON.stringify(body)).not.toMatch(/personId|createdBy|version/);
  });

  it('says to each reader whether a tap would be granted', async () => {
    const { database } = app;
    const { task, shift } = await buildPost(database, { requirements: { minAge: 18 } }, { capacity: 1 });
    const later = await buildShift(database, {
      taskId: task,
      startsAt: '2026-11-26T01:00:00Z',
      opensAt: '2026-11-25T01:00:00Z',
    });
    const volunteer = await buildVolunteer(database);
    expect(await shiftsOf(task, volunteer)).toMatchObject([
      { id: shiftId(shift), claimable: { allowed: true, refusal: null }, canWait: false, mine: null },
      {
        id: shiftId(later),
        claimable: { allowed: false, refusal: { code: 'CLAIM_NOT_OPEN', rule: { no: 1 } } },
      },
    ]);
    const child = await buildVolunteer(database, { birthDay: '2010-01-01' });
    expect((await shiftsOf(task, child))[0]?.claimable.refusal).toMatchObject({
      code: 'CLAIM_AGE',
      rule: { no: 4 },
    });
    const resident = await buildPerson(database);
    expect((await shiftsOf(task, resident))[0]?.claimable.refusal?.code).toBe('VOLUNTEER_REQUIRED');

    const claim = await buildClaim(database, { shiftId: shift, personId: volunteer });
    expect((await shiftsOf(task, volunteer))[0]?.mine).toEqual({
      claimId: encodeId('claim', claim),
      status: 'claimed',
      waitId: null,
      waitPosition: null,
    });
    const late = await buildVolunteer(database);
    expect((await shiftsOf(task, late))[0]).toMatchObject({
      claimable: { allowed: false, refusal: { code: 'CLAIM_FULL' } },
      canWait: true,
    });
  });

  it('keeps a past shift for whoever served it, and nobody else', async () => {
    const { database } = app;
    const { task, shift } = await buildPost(database, {}, { startsAt: '2026-11-20T01:00:00Z' });
    const volunteer = await buildVolunteer(database);
    await buildClaim(database, { shiftId: shift, personId: volunteer, status: 'verified' });
    expect(await shiftsOf(task)).toEqual([]);
    expect(await shiftsOf(task, volunteer)).toMatchObject([{ mine: { status: 'verified' } }]);
  });

  it('is not there for a draft, and says so of a cancelled task', async () => {
    const { task: draft } = await buildPost(app.database, { status: 'draft' });
    expectRefusal(await app.as().get(`/tasks/${taskId(draft)}`), 'NOT_FOUND');
    const { task } = await buildPost(app.database, { status: 'cancelled' }, { status: 'cancelled' });
    const volunteer = await buildVolunteer(app.database);
    const { body } = await app
      .as(volunteer)
      .get(`/tasks/${taskId(task)}`)
      .expect(200);
    expect(body).toMatchObject({
      status: 'cancelled',
      shifts: [{ status: 'cancelled', claimable: { refusal: { code: 'SHIFT_CANCELLED' } } }],
    });
    for (const id of ['x', 'zzzzzzzz', '%00', shiftId(1)])
      expectRefusal(await app.as().get(`/tasks/${id}`), 'NOT_FOUND');
  });
});
