import { randomUUID } from 'node:crypto';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { countRows } from '../../../builders/identity.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildClaim, buildPost, buildUnit, buildVolunteer } from '../../../builders/volunteering.js';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import { idNumberOf, joinForm, profileForm } from './support.js';

describe('becoming a volunteer', () => {
  const [app] = stage(1);
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
  });

  const join = (person: number, change: Record<string, unknown> = {}, key = randomUUID()) =>
    app.as(person).post('/me/volunteer', joinForm(change), key);

  it('shows the pledge and the choices to everybody', async () => {
    const { body } = await app.as().get('/volunteering/pledge').expect(200);
    expect(body).toMatchObject({ version: 1, minAge: 15, guardianBelowAge: 18 });
    expect(body.text).toContain('志愿者');
    expect(body.skills).toContainEqual({ code: 'first_aid', name: '急救' });
    expect(body.trainings).toContainEqual({ code: 'patrol', name: '巡防培训' });
    expect(body.unitKinds).toContainEqual({ code: 'party_branch', name: '党支部' });
  });

  it('registers an adult at once, under a number of the county', async () => {
    const person = await buildPerson(app.database);
    expect((await app.as(person).get('/me/volunteer').expect(200)).body).toEqual({ volunteer: null });
    const { body } = await join(person, { idNumber: idNumberOf('1990-05-01') }).expect(201);
    expect(body).toMatchObject({
      number: expect.stringMatching(/^350602\d{6}$/),
      status: 'active',
      name: '林**',
      birthDay: '1990-05-01',
      idNumberMasked: expect.stringMatching(/^350\*{11}\d{3}[\dX]$/),
      community: { code: COMMUNITY, name: '延安社区' },
      unit: null,
      skills: ['first_aid'],
      trainings: [],
      emergencyOptIn: false,
      pledgedAt: '2026-11-23T01:05:00.000Z',
      guardian: null,
      pauses: [],
      actions: ['edit', 'leave'],
    });
    expect((await app.as(person).get('/me/volunteer').expect(200)).body).toEqual({ volunteer: body });
    const [stored] = await app.database.query<{ name: Buffer; number: Buffer }>(
      'SELECT name_cipher AS name, id_number_cipher AS number FROM volunteer WHERE person_id = ?',
      [person],
    );
    expect(stored?.name.toString('utf8')).not.toContain('林');
    expect(stored?.number.toString('latin1')).not.toContain('19900501');
  });

  it('answers a repeat with the same registration, and another try with a refusal', async () => {
    const person = await buildPerson(app.database);
    const key = randomUUID();
    const first = await join(person, {}, key).expect(201);
    expect((await join(person, {}, key)).body).toEqual(first.body);
    expectRefusal(await join(person, { name: '林大明' }, key), 'IDEMPOTENCY_KEY_REUSED');
    await expectUntouched(app.database, () => join(person), 'VOLUNTEER_EXISTS');
    expect(await countRows(app.database, 'volunteer WHERE person_id = ?', [person])).toBe(1);
  });

  it('registers once, however often one taps at the same moment', async () => {
    const person = await buildPerson(app.database);
    const answers = await Promise.all(Array.from({ length: 6 }, () => join(person)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    for (const answer of answers) if (answer.status !== 201) expectRefusal(answer, 'VOLUNTEER_EXISTS');
  });

  it('wants a bound phone, the pledge of today, and an age of fifteen', async () => {
    const phoneless = await buildPerson(app.database, { phone: null });
    await expectUntouched(app.database, () => join(phoneless), 'PHONE_REQUIRED');
    const person = await buildPerson(app.database);
    await expectUntouched(app.database, () => join(person, { pledgeVersion: 0 }), 'PLEDGE_OUTDATED');
    await expectUntouched(
      app.database,
      () => join(person, { birthDay: '2011-11-24' }),
      'VOLUNTEER_TOO_YOUNG',
    );
    const visitor = app.as().post('/me/volunteer', joinForm());
    expectRefusal(await visitor, 'UNAUTHENTICATED');
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: '   ' }],
    ['name', { name: '林'.repeat(21) }],
    ['name', { name: 'DROP;TABLE' }],
    ['name', { name: 7 }],
    ['birthDay', { birthDay: '1990-02-30' }],
    ['birthDay', { birthDay: '2026-11-24' }],
    ['birthDay', { birthDay: '1899-01-01' }],
    ['birthDay', { birthDay: null }],
    ['communityCode', { communityCode: '350602' }],
    ['communityCode', { communityCode: '999999999999' }],
    ['unitId', { unitId: 'zzzzzzzz' }],
    ['unitId', { unitId: 'x' }],
    ['skills', { skills: ['flying'] }],
    ['skills', { skills: ['driving', 'driving'] }],
    ['skills', { skills: 'driving' }],
    ['emergencyOptIn', { emergencyOptIn: 'yes' }],
    ['idNumber', { idNumber: '350602199005011231' }],
    ['idNumber', { idNumber: idNumberOf('1990-05-02') }],
    ['idNumber', { idNumber: '123' }],
    ['pledgeVersion', { pledgeVersion: '1' }],
    ['surprise', { surprise: 1 }],
  ])('refuses a wrong %s: %j', async (field, change) => {
    const person = await buildPerson(app.database);
    const { body } = await expectUntouched(app.database, () => join(person, change), 'INVALID_INPUT');
    expect(body.details.map((detail: { field: string }) => detail.field)).toContain(field);
  });

  it('belongs to a unit of the community or of a division above it', async () => {
    const { database } = app;
    const own = await buildUnit(database, '延安小学');
    const city = await buildUnit(database, '市电力公司', '3506');
    const foreign = await buildUnit(database, '新桥医院', OTHER_STREET_COMMUNITY);
    const { body } = await app.as().get(`/units?community=${COMMUNITY}`).expect(200);
    expect(body.items).toEqual([
      { id: encodeId('unit', own), name: '延安小学', kind: 'enterprise' },
      { id: encodeId('unit', city), name: '市电力公司', kind: 'enterprise' },
    ]);
    const person = await buildPerson(database);
    await expectUntouched(
      app.database,
      () => join(person, { unitId: encodeId('unit', foreign) }),
      'INVALID_INPUT',
    );
    const joined = await join(person, { unitId: encodeId('unit', city) }).expect(201);
    expect(joined.body.unit).toEqual({ id: encodeId('unit', city), name: '市电力公司' });
    expectRefusal(await app.as().get('/units?community=3506'), 'INVALID_INPUT');
    expectRefusal(await app.as().get('/units?community=999999999999'), 'NOT_FOUND');
  });

  it('changes the profile, keeps the number unless told, and takes it away when told', async () => {
    const person = await buildPerson(app.database);
    await join(person, { idNumber: idNumberOf('1990-05-01').toLowerCase() }).expect(201);
    const moved = await app
      .as(person)
      .put('/me/volunteer', profileForm({ communityCode: OTHER_STREET_COMMUNITY }))
      .expect(200);
    expect(moved.body).toMatchObject({
      community: { code: OTHER_STREET_COMMUNITY },
      skills: [],
      emergencyOptIn: true,
      idNumberMasked: expect.stringContaining('350'),
    });
    const without = await app
      .as(person)
      .put('/me/volunteer', profileForm({ idNumber: null }))
      .expect(200);
    expect(without.body.idNumberMasked).toBeNull();
    await expectUntouched(
      app.database,
      () => app.as(person).put('/me/volunteer', profileForm({ idNumber: idNumberOf('1991-05-01') })),
      'INVALID_INPUT',
    );
    const stranger = await buildPerson(app.database);
    await expectUntouched(
      app.database,
      () => app.as(stranger).put('/me/volunteer', profileForm()),
      'VOLUNTEER_REQUIRED',
    );
  });

  it('leaves, gives up its places in queues, and comes back under the same number', async () => {
    const { database } = app;
    const person = await buildPerson(database);
    const first = (await join(person).expect(201)).body;
    const { shift } = await buildPost(database);
    await database.execute('UPDATE shift SET waiting = 1 WHERE id = ?', [shift]);
    await database.execute(
      `INSERT INTO shift_wait (id, shift_id, person_id, status, created_at, updated_at)
       VALUES (?, ?, ?, 'waiting', '2026-11-22', '2026-11-22')`,
      [9_000_000 + person, shift, person],
    );
    const left = (await app.as(person).post('/me/volunteer/leave').expect(200)).body;
    expect(left).toMatchObject({ status: 'left', actions: [], emergencyOptIn: false });
    expect(await countRows(database, "shift_wait WHERE person_id = ? AND status = 'left'", [person])).toBe(1);
    expect(await countRows(database, 'shift WHERE id = ? AND waiting = 0', [shift])).toBe(1);
    await expectUntouched(
      app.database,
      () => app.as(person).post('/me/volunteer/leave'),
      'VOLUNTEER_REQUIRED',
    );
    app.clock.set('2026-12-01T01:00:00Z');
    const back = (await join(person, { name: '林小' }).expect(201)).body;
    expect(back).toMatchObject({
      number: first.number,
      status: 'active',
      name: '林*',
      pledgedAt: '2026-12-01T01:00:00.000Z',
    });
  });

  it('does not come back older than it left, unless an identity number proves it', async () => {
    const person = await buildPerson(app.database);
    await join(person, { birthDay: '2010-05-01' }).expect(201);
    await app.as(person).post('/me/volunteer/leave').expect(200);
    await expectUntouched(app.database, () => join(person, { birthDay: '2000-05-01' }), 'INVALID_INPUT');
    const idNumber = idNumberOf('2000-05-01');
    const back = await join(person, { birthDay: '2000-05-01', idNumber }).expect(201);
    expect(back.body).toMatchObject({ status: 'active', guardian: null });
  });

  it.each(['claimed', 'in_progress'] as const)('does not leave with a claim that is %s', async (status) => {
    const person = await buildVolunteer(app.database);
    const { shift } = await buildPost(app.database);
    await buildClaim(app.database, { shiftId: shift, personId: person, status });
    await expectUntouched(app.database, () => app.as(person).post('/me/volunteer/leave'), 'VOLUNTEER_BUSY');
  });
});
