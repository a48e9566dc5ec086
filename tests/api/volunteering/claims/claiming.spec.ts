import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildPerson, buildResidency } from '../../../builders/people.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import {
  buildClaim,
  buildPost,
  buildShift,
  buildTraining,
  buildUnit,
  buildVolunteer,
  claim,
} from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

describe('claiming a place', () => {
  const [app] = stage(1);
  beforeAll(() => buildDivision(app.database, COMMUNITY, '延安社区'));

  it('answers at once, counts the place and shows the claim', async () => {
    const person = await buildVolunteer(app.database);
    const { task, shift } = await buildPost(app.database, { title: '路口值守' }, { capacity: 3 });
    const answer = await app.as(person).post('/claims', { shiftId: encodeId('shift', shift) });
    expect(answer.body).toEqual({
      id: expect.any(String),
      shiftId: encodeId('shift', shift),
      status: 'claimed',
      startsAt: '2026-11-24T01:00:00.000Z',
      endsAt: '2026-11-24T03:00:00.000Z',
    });
    expect(answer.status).toBe(201);
    const [row] = await app.database.query<{ claimed: number }>('SELECT claimed FROM shift WHERE id = ?', [
      shift,
    ]);
    expect(row?.claimed).toBe(1);

    const { body } = await app.as(person).get(`/claims/${answer.body.id}`).expect(200);
    expect(body).toMatchObject({
      id: answer.body.id,
      status: 'claimed',
      task: { id: encodeId('task', task), title: '路口值守', kind: 'duty_post', placeName: '延安北路口' },
      releaseBy: '2026-11-23T23:00:00.000Z',
      checkInFrom: '2026-11-24T00:30:00.000Z',
      checkInUntil: '2026-11-24T03:00:00.000Z',
      contact: { name: '陈协调', phone: '0596-2020001' },
      timeline: [{ status: 'claimed', note: null }],
      actions: ['release'],
      hours: null,
      patrolId: null,
      hasRoute: false,
    });
    const list = await app.as(person).get('/me/claims').expect(200);
    expect(list.body.items.map((one: { id: string }) => one.id)).toEqual([answer.body.id]);
    const next = await app.as(person).get('/me/next-service').expect(200);
    expect(next.body.claim.id).toBe(answer.body.id);
  });

  it('answers a repeat with the same claim, and another wish under the key with a refusal', async () => {
    const person = await buildVolunteer(app.database);
    const { shift } = await buildPost(app.database);
    const other = await buildPost(app.database);
    const body = { shiftId: encodeId('shift', shift) };
    const [first, second] = await Promise.all([
      app.as(person).post('/claims', body, 'same-key-0001'),
      app.as(person).post('/claims', body, 'same-key-0001'),
    ]);
    const third = await app.as(person).post('/claims', body, 'same-key-0001');
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(second.body).toEqual(first.body);
    expect(third.body).toEqual(first.body);
    const wrong = await app
      .as(person)
      .post('/claims', { shiftId: encodeId('shift', other.shift) }, 'same-key-0001');
    expect(wrong).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const refused = await app.as(person).post('/claims', body, 'same-key-0002');
    expect(refused).toMatchObject({ status: 409, body: { code: 'CLAIM_ALREADY' } });
    await app.as(person).post(`/claims/${first.body.id}/release`).expect(200);
    const repeated = await app.as(person).post('/claims', body, 'same-key-0002');
    expect(repeated).toMatchObject({ status: 409, body: { code: 'CLAIM_ALREADY' } });
  });

  it('lets shifts touch and refuses overlaps, whatever the tasks', async () => {
    const person = await buildVolunteer(app.database);
    const { task, shift } = await buildPost(app.database);
    await claim(app, person, shift);
    const after = await buildShift(app.database, { taskId: task, startsAt: '2026-11-24T03:00:00Z' });
    const before = await buildShift(app.database, { taskId: task, startsAt: '2026-11-23T23:00:00Z' });
    await claim(app, person, after);
    await claim(app, person, before);
    for (const [startsAt, endsAt] of [
      ['2026-11-24T02:59:00Z', '2026-11-24T03:00:00Z'],
      ['2026-11-23T05:00:00Z', '2026-11-24T04:00:00Z'],
      ['2026-11-24T01:30:00Z', '2026-11-24T01:40:00Z'],
      ['2026-11-23T23:59:00Z', '2026-11-24T01:01:00Z'],
    ] as const) {
      const other = await buildPost(app.database, {}, { startsAt, endsAt });
      const answer = await app.as(person).post('/claims', { shiftId: encodeId('shift', other.shift) });
      expect(answer).toMatchObject({ status: 409, body: { code: 'CLAIM_OVERLAP', rule: { no: 3 } } });
    }
  });

  it('tells the loser at once and offers the queue', async () => {
    const { shift } = await buildPost(app.database, {}, { capacity: 1 });
    await claim(app, await buildVolunteer(app.database), shift);
    const late = await buildVolunteer(app.database);
    const answer = await app.as(late).post('/claims', { shiftId: encodeId('shift', shift) });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'CLAIM_FULL', canWait: true, rule: { no: 2, title: '名额' } },
    });
  });

  it('takes those who meet every requirement', async () => {
    const unit = await buildUnit(app.database);
    const person = await buildVolunteer(app.database, { unitId: unit, birthDay: '2008-11-24' });
    await buildTraining(app.database, person, 'first_aid', '2026-11-24');
    await buildResidency(app.database, person, COMMUNITY);
    const { shift } = await buildPost(app.database, {
      requirements: {
        minAge: 18,
        maxAge: 18,
        trainings: ['first_aid'],
        unitIds: [unit],
        residentsOnly: true,
      },
      riskNotice: '路面湿滑，请穿防滑鞋。',
      insured: true,
    });
    await claim(app, person, shift, { riskAccepted: true });
  });

  it('pages through past claims, the latest first', async () => {
    const person = await buildVolunteer(app.database);
    const ids: number[] = [];
    for (let day = 10; day < 15; day += 1) {
      const { shift } = await buildPost(app.database, {}, { startsAt: `2026-11-${day}T01:00:00Z` });
      ids.push(await buildClaim(app.database, { shiftId: shift, personId: person, status: 'verified' }));
    }
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/me/claims?scope=past&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = await app.as(person).get(path).expect(200);
      seen.push(...page.body.items.map((one: { id: string }) => decodeId('claim', one.id)));
      cursor = page.body.nextCursor as string | null;
    }
    expect(seen).toEqual([...ids].reverse());
    expect((await app.as(person).get('/me/claims').expect(200)).body.items).toEqual([]);
    expect((await app.as(await buildPerson(app.database)).get('/me/next-service')).body).toEqual({
      claim: null,
    });
  });
});
