import { randomUUID } from 'node:crypto';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import { joinForm } from './support.js';

describe('a minor and a guardian', () => {
  const [app] = stage(1);
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
  });

  async function minor(birthDay = '2010-05-01'): Promise<number> {
    const person = await buildPerson(app.database);
    await app.as(person).post('/me/volunteer', joinForm({ birthDay })).expect(201);
    return person;
  }

  async function linkOf(person: number): Promise<string> {
    const { body } = await app.as(person).post('/me/volunteer/guardian-link').expect(200);
    return (body as { token: string }).token;
  }

  const consent = (guardian: number | undefined, token: string, change: object = {}, key = randomUUID()) =>
    app
      .as(guardian)
      .post(
        `/guardian-requests/${token}/consent`,
        { guardianName: '王芳', relation: '母亲', ...change },
        key,
      );

  it('waits for the guardian, who agrees by a link', async () => {
    const child = await minor();
    const waiting = (await app.as(child).get('/me/volunteer').expect(200)).body.volunteer;
    expect(waiting).toMatchObject({
      status: 'awaiting_guardian',
      guardian: { relation: null, consentedAt: null, method: null },
      actions: ['edit', 'leave', 'send_guardian_link'],
    });
    const { body: link } = await app.as(child).post('/me/volunteer/guardian-link').expect(200);
    expect(link).toEqual({
      token: expect.stringMatching(/^[\w-]{32}\.\w+$/),
      path: `/pages-volunteer/guardian/index?token=${link.token}`,
      expiresAt: '2026-11-30T01:05:00.000Z',
    });
    const asked = (await app.as().get(`/guardian-requests/${link.token}`).expect(200)).body;
    expect(asked).toMatchObject({ minorName: '林**', minorAge: 16, status: 'open', own: false });
    expect(asked.pledgeText).toContain('志愿者');
    expect((await app.as(child).get(`/guardian-requests/${link.token}`)).body.own).toBe(true);

    const guardian = await buildPerson(app.database);
    const { body } = await consent(guardian, link.token).expect(200);
    expect(body).toMatchObject({ status: 'consented', own: false });
    const { volunteer } = (await app.as(child).get('/me/volunteer').expect(200)).body;
    expect(volunteer).toMatchObject({
      status: 'active',
      guardian: { relation: '母亲', consentedAt: '2026-11-23T01:05:00.000Z', method: 'link' },
    });
    expect(await messagesTo(app.database, child)).toEqual([
      { kind: 'guardian_consented', payload: { relation: '母亲' } },
    ]);
    // Once: the same guardian may tap again, nobody else.
    await consent(guardian, link.token).expect(200);
    const other = await buildPerson(app.database);
    await expectUntouched(app.database, () => consent(other, link.token), 'GUARDIAN_INVALID');
    expect(await messagesTo(app.database, child)).toHaveLength(1);
  });

  it('is not its own guardian, nor is another minor, nor somebody without a phone', async () => {
    const child = await minor();
    const token = await linkOf(child);
    await expectUntouched(app.database, () => consent(child, token), 'GUARDIAN_SELF');
    const friend = await minor();
    await expectUntouched(app.database, () => consent(friend, token), 'FORBIDDEN');
    const phoneless = await buildPerson(app.database, { phone: null });
    await expectUntouched(app.database, () => consent(phoneless, token), 'PHONE_REQUIRED');
    expectRefusal(await consent(undefined, token), 'UNAUTHENTICATED');
  });

  it('keeps nothing in the database that opens the link, and gives a repeat the same one', async () => {
    const child = await minor();
    const key = randomUUID();
    const first = (await app.as(child).post('/me/volunteer/guardian-link', {}, key).expect(200)).body;
    const again = (await app.as(child).post('/me/volunteer/guardian-link', {}, key).expect(200)).body;
    expect(again).toEqual(first);
    expect(await countRows(app.database, 'idempotency WHERE response LIKE ?', [`%${first.token}%`])).toBe(0);
  });

  it('sends a new link that makes the one before useless, and any link ends after seven days', async () => {
    const child = await minor();
    const guardian = await buildPerson(app.database);
    const old = await linkOf(child);
    const token = await linkOf(child);
    await expectUntouched(app.database, () => consent(guardian, old), 'GUARDIAN_INVALID');
    expectRefusal(await app.as().get(`/guardian-requests/${old}`), 'GUARDIAN_INVALID');
    app.clock.set('2026-11-30T01:05:00Z');
    expect((await app.as().get(`/guardian-requests/${token}`).expect(200)).body.status).toBe('expired');
    await expectUntouched(app.database, () => consent(guardian, token), 'GUARDIAN_INVALID');
    // The end is part of what was hashed.
    const [secret] = token.split('.');
    expectRefusal(await app.as().get(`/guardian-requests/${secret}.zzzzzz`), 'GUARDIAN_INVALID');
    expectRefusal(await app.as().get('/guardian-requests/x'), 'GUARDIAN_INVALID');
  });

  it.each([
    ['guardianName', { guardianName: '' }],
    ['guardianName', { guardianName: '123' }],
    ['relation', { relation: '' }],
    ['relation', { relation: '亲'.repeat(11) }],
  ])('refuses a wrong %s: %j', async (field, change) => {
    const token = await linkOf(await minor());
    const guardian = await buildPerson(app.database);
    const { body } = await expectUntouched(
      app.database,
      () => consent(guardian, token, change),
      'INVALID_INPUT',
    );
    expect(body.details[0].field).toBe(field);
  });

  it('needs no link once of age, and an adult never gets one', async () => {
    const child = await minor('2008-12-24');
    app.clock.set('2026-12-24T01:00:00Z');
    const { volunteer } = (await app.as(child).get('/me/volunteer').expect(200)).body;
    expect(volunteer).toMatchObject({ status: 'active', guardian: null });
    await expectUntouched(
      app.database,
      () => app.as(child).post('/me/volunteer/guardian-link'),
      'GUARDIAN_STATE',
    );
    const adult = await buildVolunteer(app.database);
    await expectUntouched(
      app.database,
      () => app.as(adult).post('/me/volunteer/guardian-link'),
      'GUARDIAN_STATE',
    );
  });

  it('can bring the guardian to the desk instead', async () => {
    const child = await minor();
    const coordinator = await buildPerson(app.database);
    await grantRole(app.database, coordinator, 'volunteer_coordinator', COMMUNITY.slice(0, 9));
    const stranger = await buildPerson(app.database);
    await grantRole(app.database, stranger, 'administrator', OTHER_STREET_COMMUNITY.slice(0, 9));
    const path = `/staff/volunteers/${encodeId('person', child)}/guardian-consent`;
    const form = { guardianName: '林建国', relation: '父亲' };
    await expectUntouched(app.database, () => app.as(stranger).post(path, form), 'FORBIDDEN');
    await expectUntouched(app.database, () => app.as(child).post(path, form), 'FORBIDDEN');
    const { body } = await app.as(coordinator).post(path, form).expect(200);
    expect(body).toMatchObject({ status: 'active', name: '林**' });
    const { volunteer } = (await app.as(child).get('/me/volunteer').expect(200)).body;
    expect(volunteer.guardian).toMatchObject({ relation: '父亲', method: 'desk' });
    expect(await countRows(app.database, "audit_entry WHERE action = 'volunteer.guardian_consent'")).toBe(1);
    await expectUntouched(app.database, () => app.as(coordinator).post(path, form), 'GUARDIAN_STATE');
  });

  it('asks the guardian again after it has left and come back', async () => {
    const child = await minor();
    await consent(await buildPerson(app.database), await linkOf(child)).expect(200);
    await app.as(child).post('/me/volunteer/leave').expect(200);
    const back = await app
      .as(child)
      .post('/me/volunteer', joinForm({ birthDay: '2010-05-01' }))
      .expect(201);
    expect(back.body).toMatchObject({ status: 'awaiting_guardian', guardian: { consentedAt: null } });
  });
});
