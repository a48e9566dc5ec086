import type { Response } from 'supertest';
import { countRows, messagesTo, nextPhone } from '../../builders/identity.js';
import { buildDivision, buildPerson, grantRole } from '../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';
import { expectRefusal } from './support.js';

const STREET = '350602002';
const NEXT_STREET = '350602003';

let app: TestApp;
let administrator: number;

beforeAll(async () => {
  app = await createApp();
  await buildDivision(app.database, STREET, '西桥街道');
  await buildDivision(app.database, COMMUNITY, '延安社区');
  await buildDivision(app.database, OTHER_STREET_COMMUNITY);
  administrator = await buildPerson(app.database, { nickname: '街道管理员' });
  await grantRole(app.database, administrator, 'administrator', STREET);
});
afterAll(() => app.close());

const grant = (code: string, body: object, key?: string): ReturnType<ReturnType<TestApp['as']>['post']> =>
  app.as(administrator).post(`/staff/divisions/${code}/roles`, body, key);
const idOf = (answer: Response): string => (answer.body as { id: string }).id;

describe('granting', () => {
  it('gives a role by phone within the subtree, told and audited, and it works at once', async () => {
    const phone = nextPhone();
    const person = await buildPerson(app.database, { phone, nickname: '小林' });
    expectRefusal(await app.as(person).get(`/staff/divisions/${COMMUNITY}/residencies`), 403, 'FORBIDDEN');
    const typed = `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
    const answer = await grant(COMMUNITY, { phone: typed, role: 'dispatcher' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String) as string,
      person: { nickname: '小林', phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}` },
      role: 'dispatcher',
      division: { code: COMMUNITY, name: '延安社区', level: 'community' },
      grantedAt: app.clock.now().toISOString(),
    });
    await app.as(person).get(`/staff/divisions/${COMMUNITY}/residencies`).expect(200);
    expectRefusal(await app.as(person).get(`/staff/divisions/${STREET}/residencies`), 403, 'FORBIDDEN');
    expect(await messagesTo(app.database, person)).toMatchObject([
      { kind: 'role_granted', payload: { roleName: '网格调度员', divisionName: '延安社区' } },
    ]);
    const list = await app.as(administrator).get(`/staff/divisions/${STREET}/roles`);
    expect((list.body as { items: object[] }).items).toContainEqual(answer.body);
  });

  it('is once per person, role and place, whoever asks first', async () => {
    const phone = nextPhone();
    const person = await buildPerson(app.database, { phone });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => grant(COMMUNITY, { phone, role: 'editor' })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    for (const answer of answers.filter((each) => each.status === 409))
      expectRefusal(answer, 409, 'ROLE_EXISTS');
    expect(await countRows(app.database, 'role_grant WHERE person_id = ?', [person])).toBe(1);
    expect(await messagesTo(app.database, person)).toHaveLength(1);
    await grant(STREET, { phone, role: 'editor' }).expect(201);
  });

  it.each([
    [NEXT_STREET, 403, 'FORBIDDEN'],
    [OTHER_STREET_COMMUNITY, 403, 'FORBIDDEN'],
    ['350602', 403, 'FORBIDDEN'],
    ['350602002999', 404, 'NOT_FOUND'],
    [`${STREET}%25`, 404, 'NOT_FOUND'],
  ])('on %s is refused', async (code, status, refusal) => {
    const phone = nextPhone();
    const person = await buildPerson(app.database, { phone });
    expectRefusal(await grant(code, { phone, role: 'editor' }), status, refusal);
    expect(await countRows(app.database, 'role_grant WHERE person_id = ?', [person])).toBe(0);
  });

  it('is refused to whoever is no administrator', async () => {
    const phone = nextPhone();
    await buildPerson(app.database, { phone });
    for (const role of ['venue_manager', 'dispatcher', 'moderator', 'editor'] as const) {
      const staff = await buildPerson(app.database);
      await grantRole(app.database, staff, role, STREET);
      const answer = await app
        .as(staff)
        .post(`/staff/divisions/${STREET}/roles`, { phone, role: 'administrator' });
      expectRefusal(answer, 403, 'FORBIDDEN');
      expectRefusal(await app.as(staff).get(`/staff/divisions/${STREET}/roles`), 403, 'FORBIDDEN');
    }
  });

  it('is refused for oneself and for phones that nobody bound', async () => {
    const phone = nextPhone();
    const self = await buildPerson(app.database, { phone });
    await grantRole(app.database, self, 'administrator', COMMUNITY);
    expectRefusal(
      await app.as(self).post(`/staff/divisions/${COMMUNITY}/roles`, { phone, role: 'editor' }),
      403,
      'FORBIDDEN',
    );
    expectRefusal(await grant(COMMUNITY, { phone: nextPhone(), role: 'editor' }), 404, 'PERSON_NOT_FOUND');
  });

  it.each([
    [{ phone: '13800138000', role: 'emperor' }],
    [{ phone: '13800138000' }],
    [{ role: 'editor' }],
    [{ phone: 13800138000, role: 'editor' }],
    [{ phone: "1' OR '1'='1", role: 'editor' }],
    [{ phone: '一三八零零一三八零零零', role: 'editor' }],
    [{ phone: '13800138000', role: 'editor', personId: 1 }],
  ])('refuses the body %j', async (body) => {
    expectRefusal(await grant(COMMUNITY, body), 400, 'INVALID_INPUT');
  });
});

describe('revoking', () => {
  it('takes a role back, told and audited once, and it ends at once', async () => {
    const phone = nextPhone();
    const person = await buildPerson(app.database, { phone });
    const id = idOf(await grant(COMMUNITY, { phone, role: 'venue_manager' }));
    await app.as(administrator).post(`/staff/roles/${id}/revoke`).expect(204);
    await app.as(administrator).post(`/staff/roles/${id}/revoke`).expect(204);
    expect((await app.as(person).get('/me')).body).toMatchObject({ roles: [], permissions: [] });
    expect(await messagesTo(app.database, person)).toMatchObject([
      { kind: 'role_granted' },
      { kind: 'role_revoked' },
    ]);
    await grant(COMMUNITY, { phone, role: 'venue_manager' }).expect(201);
  });

  it("is not for one's own administrator role, nor for roles above or beside one's division", async () => {
    const own = await app.as(administrator).get(`/staff/divisions/${STREET}/roles`);
    const mine = (
      own.body as { items: { id: string; role: string; division: { code: string } }[] }
    ).items.find((item) => item.role === 'administrator' && item.division.code === STREET);
    expectRefusal(await app.as(administrator).post(`/staff/roles/${mine?.id}/revoke`), 409, 'ROLE_SELF');

    const below = await buildPerson(app.database);
    await grantRole(app.database, below, 'administrator', COMMUNITY);
    expectRefusal(await app.as(below).post(`/staff/roles/${mine?.id}/revoke`), 403, 'FORBIDDEN');
    const beside = await buildPerson(app.database);
    await grantRole(app.database, beside, 'administrator', NEXT_STREET);
    expectRefusal(await app.as(beside).post(`/staff/roles/${mine?.id}/revoke`), 403, 'FORBIDDEN');
    expectRefusal(await app.as(administrator).post('/staff/roles/nothing1/revoke'), 404, 'NOT_FOUND');
  });
});

describe('the audit', () => {
  it('tells an administrator who did what, newest first, page by page', async () => {
    const phone = nextPhone();
    await buildPerson(app.database, { phone });
    for (const role of ['editor', 'moderator', 'dispatcher'])
      await grant(COMMUNITY, { phone, role }).expect(201);
    const first = await app.as(administrator).get(`/staff/divisions/${COMMUNITY}/audit?limit=2`);
    const page = first.body as { items: object[]; nextCursor: string };
    expect(page.items).toMatchObject([
      {
        actor: '街道管理员',
        action: '安排岗位',
        target: expect.stringMatching(/^岗位 \w+$/) as string,
        detail: { role: 'dispatcher' },
        requestId: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      },
      { detail: { role: 'moderator' } },
    ]);
    const next = await app
      .as(administrator)
      .get(`/staff/divisions/${COMMUNITY}/audit?limit=2&cursor=${page.nextCursor}`);
    expect((next.body as { items: object[] }).items[0]).toMatchObject({ detail: { role: 'editor' } });
  });

  it('stays within the division and is read by administrators alone', async () => {
    for (const code of [NEXT_STREET, '350602']) {
      expectRefusal(await app.as(administrator).get(`/staff/divisions/${code}/audit`), 403, 'FORBIDDEN');
    }
    const dispatcher = await buildPerson(app.database);
    await grantRole(app.database, dispatcher, 'dispatcher', STREET);
    expectRefusal(await app.as(dispatcher).get(`/staff/divisions/${STREET}/audit`), 403, 'FORBIDDEN');
    expectRefusal(
      await app.as(administrator).get(`/staff/divisions/${STREET}/audit?cursor=%00`),
      400,
      'INVALID_INPUT',
    );
  });
});
