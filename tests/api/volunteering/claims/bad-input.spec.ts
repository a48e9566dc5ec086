import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { buildDivision, buildPerson, buildResidency } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import {
  buildClaim,
  buildPost,
  buildTraining,
  buildUnit,
  buildVolunteer,
  claim,
  claimStatus,
} from '../../../builders/volunteering.js';
import { expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

/** Everything below is refused with status, code, sentence and request id, and no row of the database changes. */
describe('bad input of volunteers', () => {
  const [app] = stage(1);
  let person: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    person = await buildVolunteer(app.database);
  });

  type Post = Parameters<typeof buildPost>;
  const SHIFTS: [string, ErrorCode, Post[1], Post[2]][] = [
    ['before opening', 'CLAIM_NOT_OPEN', {}, { opensAt: '2026-11-23T01:05:01Z' }],
    ['after closing', 'CLAIM_CLOSED', {}, { closesAt: '2026-11-23T01:05:00Z' }],
    ['of a cancelled shift', 'SHIFT_CANCELLED', {}, { status: 'cancelled' }],
    ['of a cancelled task', 'SHIFT_CANCELLED', { status: 'cancelled' }, {}],
    ['of a draft', 'NOT_FOUND', { status: 'draft' }, {}],
    ['that is too old for them', 'CLAIM_AGE', { requirements: { minAge: 37 } }, {}],
    ['that is too young for them', 'CLAIM_AGE', { requirements: { minAge: 15, maxAge: 35 } }, {}],
    ['without the training', 'CLAIM_TRAINING', { requirements: { trainings: ['patrol'] } }, {}],
    ['of another unit', 'CLAIM_UNIT', { requirements: { unitIds: [424_242] } }, {}],
    ['for residents', 'CLAIM_RESIDENTS', { requirements: { residentsOnly: true } }, {}],
    ['without having read the risk', 'CLAIM_RISK', { riskNotice: '夜间车多。', insured: true }, {}],
    ['that is full', 'CLAIM_FULL', {}, { capacity: 0 }],
  ];
  it.each(SHIFTS)('a claim %s is refused', async (_, code, task, shift) => {
    const post = await buildPost(app.database, task, shift);
    const body = { shiftId: encodeId('shift', post.shift) };
    await expectUntouched(app.database, () => app.as(person).post('/claims', body), code);
  });
  it.each(SHIFTS.filter(([, code]) => code !== 'CLAIM_FULL'))(
    'a wait %s is refused',
    async (_, code, task, shift) => {
      const post = await buildPost(app.database, task, { ...shift, capacity: 0 });
      const path = `/shifts/${encodeId('shift', post.shift)}/wait`;
      await expectUntouched(app.database, () => app.as(person).post(path), code);
    },
  );

  it('says when a shift opens', async () => {
    const post = await buildPost(app.database, {}, { opensAt: '2026-11-23T12:00:00Z' });
    const answer = await app.as(person).post('/claims', { shiftId: encodeId('shift', post.shift) });
    expect(answer.body).toMatchObject({
      code: 'CLAIM_NOT_OPEN',
      message: '今天 20:00 开放认领。',
      rule: { no: 1, title: '开放认领的时间' },
      opensAt: '2026-11-23T12:00:00.000Z',
    });
  });

  it('trainings that ran out the day before, and homes elsewhere, do not count', async () => {
    const other = await buildVolunteer(app.database, { unitId: await buildUnit(app.database) });
    await buildTraining(app.database, other, 'patrol', '2026-11-23');
    await buildResidency(app.database, other, OTHER_STREET_COMMUNITY);
    const cases = [
      ['CLAIM_TRAINING', { trainings: ['patrol'] }],
      ['CLAIM_RESIDENTS', { residentsOnly: true }],
      ['CLAIM_UNIT', { unitIds: [1_000_000] }],
    ] as const;
    for (const [code, requirements] of cases) {
      const { shift } = await buildPost(app.database, { requirements: requirements as object });
      const body = { shiftId: encodeId('shift', shift) };
      await expectUntouched(app.database, () => app.as(other).post('/claims', body), code);
    }
  });

  it.each([
    ['no volunteer', 'VOLUNTEER_REQUIRED', null],
    ['who has left', 'VOLUNTEER_REQUIRED', { status: 'left' as const }],
    [
      'whose guardian has not agreed',
      'VOLUNTEER_GUARDIAN',
      { status: 'awaiting_guardian' as const, birthDay: '2010-05-01' },
    ],
  ] as const)('somebody %s claims nothing', async (_, code, volunteer) => {
    const { shift } = await buildPost(app.database);
    const one =
      volunteer === null ? await buildPerson(app.database) : await buildVolunteer(app.database, volunteer);
    const body = { shiftId: encodeId('shift', shift) };
    await expectUntouched(app.database, () => app.as(one).post('/claims', body), code);
  });

  it('somebody who is paused claims nothing there, and anything elsewhere', async () => {
    const one = await buildVolunteer(app.database);
    await app.database.execute(
      `INSERT INTO volunteer_pause (person_id, division_code, starts_at, ends_at, reason) VALUES
         (?, '350602002', '2026-11-01', '2026-11-30', '多次没到'), (?, '350602', '2026-10-01', '2026-11-01', '过去的')`,
      [one, one],
    );
    const here = await buildPost(app.database);
    const body = { shiftId: encodeId('shift', here.shift) };
    const answer = await expectUntouched(
      app.database,
      () => app.as(one).post('/claims', body),
      'CLAIM_PAUSED',
    );
    expect(answer.body).toMatchObject({ message: '你在这里的认领暂停到11月30日。', rule: { no: 5 } });
    await claim(app, one, (await buildPost(app.database, { divisionCode: OTHER_STREET_COMMUNITY })).shift);
    await app.database.execute("UPDATE volunteer_pause SET lifted_at = '2026-11-22' WHERE person_id = ?", [
      one,
    ]);
    await claim(app, one, (await buildPost(app.database, {}, { startsAt: '2026-11-25T01:00:00Z' })).shift);
  });

  const BODIES: [string, object][] = [
    ['on another’s behalf', { personId: 1 }],
    ['with a status', { status: 'verified' }],
    ['with a word for yes', { riskAccepted: 'yes' }],
    ['with SQL for the shift', { shiftId: "1' OR '1'='1" }],
    ['with a number for the shift', { shiftId: 7 }],
    ['with nothing for the shift', { shiftId: null }],
  ];
  it.each(BODIES)('a claim %s is not read', async (_, change) => {
    const { shift } = await buildPost(app.database);
    const body = { shiftId: encodeId('shift', shift), ...change };
    await expectUntouched(app.database, () => app.as(person).post('/claims', body), 'INVALID_INPUT');
  });

  it('what does not exist, has no key, or comes from nobody is refused', async () => {
    const { shift } = await buildPost(app.database);
    const body = { shiftId: encodeId('shift', shift) };
    const sql = app.database;
    await expectUntouched(
      sql,
      () => app.as(person).post('/claims', { shiftId: encodeId('shift', 9e6) }),
      'NOT_FOUND',
    );
    await expectUntouched(
      sql,
      () => app.as(person).post('/claims', { shiftId: encodeId('task', 1) }),
      'NOT_FOUND',
    );
    await expectUntouched(
      sql,
      () => app.as(person).post('/claims', body, 'short'),
      'IDEMPOTENCY_KEY_MISSING',
    );
    await expectUntouched(sql, () => app.as().post('/claims', body), 'UNAUTHENTICATED');
    await expectUntouched(sql, () => app.as().get('/me/claims'), 'UNAUTHENTICATED');
    await expectUntouched(sql, () => app.as(person).get('/me/claims?cursor=abc'), 'INVALID_INPUT');
    await expectUntouched(sql, () => app.as(person).get('/me/claims?scope=all'), 'INVALID_INPUT');
  });

  it('another’s claim is shown to nobody and moved by nobody', async () => {
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:10:00Z' });
    const id = await claim(app, person, shift);
    const stranger = app.as(await buildVolunteer(app.database));
    await expectUntouched(app.database, () => stranger.get(`/claims/${id}`), 'NOT_FOUND');
    const acts: [string, object][] = [
      ['release', {}],
      ['check-in', { qr: '123456' }],
      ['finish', {}],
      ['answer', { text: '是的' }],
    ];
    for (const [act, body] of acts) {
      await expectUntouched(app.database, () => stranger.post(`/claims/${id}/${act}`, body), 'NOT_FOUND');
    }
    expect(await claimStatus(app.database, id)).toBe('claimed');
  });

  it('steps out of turn are refused', async () => {
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:10:00Z' });
    const id = await claim(
      app,
      await buildVolunteer(app.database, { personId: await buildPerson(app.database) }),
      shift,
    );
    const [owner] = await app.database.query<{ id: number }>(
      'SELECT person_id AS id FROM claim ORDER BY created_at DESC, id DESC LIMIT 1',
    );
    const own = app.as(owner?.id);
    await expectUntouched(app.database, () => own.post(`/claims/${id}/finish`), 'CLAIM_STATE');
    await expectUntouched(
      app.database,
      () => own.post(`/claims/${id}/answer`, { text: '是的' }),
      'CLAIM_STATE',
    );
    for (const status of ['submitted', 'verified', 'rejected', 'released', 'no_show'] as const) {
      const one = await buildVolunteer(app.database);
      const post = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:10:00Z' });
      const row = await buildClaim(app.database, { shiftId: post.shift, personId: one, status });
      const path = `/claims/${encodeId('claim', row)}`;
      await expectUntouched(app.database, () => app.as(one).post(`${path}/release`), 'CLAIM_STATE');
      await expectUntouched(app.database, () => app.as(one).post(`${path}/finish`), 'CLAIM_STATE');
      const here = {
        location: { latitude: 24.51, longitude: 117.65, accuracy: 5, coordinateSystem: 'GCJ-02' },
      };
      await expectUntouched(app.database, () => app.as(one).post(`${path}/check-in`, here), 'CLAIM_STATE');
    }
  });
});
