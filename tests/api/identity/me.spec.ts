import { nextOpenid } from '../../builders/identity.js';
import { buildCentre, COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { buildDivision, buildPerson, grantRole } from '../../builders/people.js';
import { createApp, type TestApp } from '../../support/app.js';
import { expectRefusal, login, personIdOf } from './support.js';

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
  await buildDivision(app.database, '350602002', '西桥街道');
  await buildDivision(app.database, COMMUNITY, '延安社区');
  await buildDivision(app.database, OTHER_STREET_COMMUNITY, '别处社区');
});
afterAll(() => app.close());

async function newPerson(): Promise<number> {
  const openid = nextOpenid();
  await login(app, openid);
  return personIdOf(app, openid);
}

describe('PATCH /me', () => {
  it.each([
    ['延安社区的老陈', '延安社区的老陈'],
    ['  爱唱歌的　林姐 ', '爱唱歌的 林姐'],
    ['👵🏻阿嬷', '👵🏻阿嬷'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['𠮷野𠀋', '𠮷野𠀋'],
    ['Zoe\u0301', 'Zoé'],
  ])('takes the nickname %j', async (nickname, kept) => {
    const id = await newPerson();
    const answer = await app.as(id).patch('/me', { nickname });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ nickname: kept });
    expect((await app.as(id).get('/me')).body).toEqual(answer.body);
  });

  it.each([
    '',
    '   ',
    '字'.repeat(21),
    'a\u0000',
    'a\u202eb',
    'a\u200bb',
    '\u3164',
    '<script>alert(1)</script>',
    '<b>x</b>',
    "'; DROP TABLE person; --",
    "' OR 1=1",
    '换\n行',
    '!!!',
    '\ud83d',
    'x'.repeat(5000),
  ])('refuses the nickname %j and keeps the old', async (nickname) => {
    const id = await newPerson();
    const before = (await app.as(id).get('/me')).body as object;
    const answer = await app.as(id).patch('/me', { nickname });
    expectRefusal(answer, 400, 'INVALID_INPUT');
    expect((answer.body as { details: { field: string }[] }).details[0]?.field).toBe('nickname');
    expect((await app.as(id).get('/me')).body).toEqual(before);
  });

  it.each([
    [{ nickname: 5 }],
    [{ nickname: ['a'] }],
    [{ role: 'administrator' }],
    [{ phone: '13800138000' }],
    [[]],
    [{ homeCommunityCode: 350602002002 }],
  ])('refuses the body %j', async (body) =>
    expectRefusal(await app.as(await newPerson()).patch('/me', body), 400, 'INVALID_INPUT'),
  );

  it('sets the home community, which must be a community', async () => {
    const id = await newPerson();
    const answer = await app.as(id).patch('/me', { homeCommunityCode: COMMUNITY });
    expect(answer.body).toMatchObject({ homeCommunity: { code: COMMUNITY, name: '延安社区' } });
    for (const homeCommunityCode of ['350602002', '350602002999', '350602', "3506' OR '1'='1", '']) {
      expectRefusal(await app.as(id).patch('/me', { homeCommunityCode }), 400, 'INVALID_INPUT');
    }
    expect((await app.as(id).patch('/me', {})).body).toEqual(answer.body);
  });

  it("follows WeChat's verdict, and puts nothing up without one", async () => {
    const id = await newPerson();
    for (const nickname of ['TEST_RISKY', 'TEST_REVIEW']) {
      const answer = await app.as(id).patch('/me', { nickname });
      expectRefusal(answer, 400, 'INVALID_INPUT');
      expect((answer.body as { details: { message: string }[] }).details[0]?.message).toBe(
        '这个昵称不合适，请换一个',
      );
    }
    app.wechat.fault({ path: '/wxa/msg_sec_check', times: 3, kind: 'http500' });
    expectRefusal(await app.as(id).patch('/me', { nickname: '没人看过' }), 503, 'WECHAT_UNAVAILABLE');
    app.wechat.clearFaults();
    expect((await app.as(id).get('/me')).body).toMatchObject({
      nickname: expect.stringMatching(/^街坊/) as string,
    });
  });
});

describe('roles in /me and /staff/context', () => {
  it('lists roles with their division, permissions, and the centres of the subtree', async () => {
    const id = await buildPerson(app.database);
    const own = await buildCentre(app.database, { divisionCode: COMMUNITY, name: '延安社区党群服务中心' });
    const street = await buildCentre(app.database, {
      divisionCode: '350602002',
      name: '西桥街道党群服务中心',
    });
    await buildCentre(app.database, { divisionCode: OTHER_STREET_COMMUNITY });
    expect([own, street].every(Boolean)).toBe(true);
    await grantRole(app.database, id, 'dispatcher', '350602002');
    await grantRole(app.database, id, 'editor', '350602002');
    await grantRole(app.database, id, 'venue_manager', COMMUNITY);
    expect((await app.as(id).get('/me')).body).toMatchObject({
      roles: [
        { role: 'dispatcher', division: { code: '350602002', name: '西桥街道', level: 'street' } },
        { role: 'editor', division: { code: '350602002', name: '西桥街道', level: 'street' } },
        { role: 'venue_manager', division: { code: COMMUNITY, name: '延安社区', level: 'community' } },
      ],
      permissions: [
        'venues.manage',
        'bookings.decide',
        'bookings.desk',
        'residency.decide',
        'followups.manage',
      ],
    });
    expect((await app.as(id).get('/staff/context')).body).toMatchObject({
      divisions: [
        {
          division: { code: '350602002' },
          permissions: ['bookings.desk', 'residency.decide', 'followups.manage'],
        },
        { division: { code: COMMUNITY }, permissions: ['venues.manage', 'bookings.decide', 'bookings.desk'] },
      ],
      centres: [
        { name: '西桥街道党群服务中心', divisionCode: '350602002' },
        { name: '延安社区党群服务中心', divisionCode: COMMUNITY },
      ],
    });
  });

  it('is empty for a resident and closed to visitors', async () => {
    const id = await buildPerson(app.database);
    await app.as(id).get('/staff/context').expect(200, { divisions: [], centres: [] });
    expectRefusal(await app.as().get('/staff/context'), 401, 'UNAUTHENTICATED');
  });
});
