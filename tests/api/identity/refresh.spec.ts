import type { Response, Test } from 'supertest';
import request from 'supertest';
import { TokenCleaner } from '@jiefang/bff/identity/sessions/token-cleaner';
import { countRows, nextOpenid } from '../../builders/identity.js';
import { createApp, type TestApp } from '../../support/app.js';
import { expectRefusal, login, meWith, visitor, type Login } from './support.js';

let app: TestApp;
/** A second replica on the same database, with the same clock and WeChat. */
let replica: TestApp;
beforeAll(async () => {
  app = await createApp();
  replica = await createApp({ clock: app.clock, wechat: app.wechat });
});
afterAll(async () => {
  await replica.close();
  await app.close();
});

const refresh = (refreshToken: string): Test => visitor(app).post('/auth/refresh', { refreshToken });
const tokensOf = (answer: Response): Login => answer.body as Login;
const SECOND = 1000;

async function refreshed(refreshToken: string): Promise<Login> {
  const answer = await refresh(refreshToken);
  expect(answer.status).toBe(200);
  return tokensOf(answer);
}

async function expectEnded(login: { accessToken: string; refreshToken: string }): Promise<void> {
  expectRefusal(await refresh(login.refreshToken), 401, 'SESSION_EXPIRED');
  expectRefusal(await meWith(app, login.accessToken), 401, 'SESSION_EXPIRED');
}

describe('refresh', () => {
  it('rotates the token and signs a new access token', async () => {
    const first = await login(app, nextOpenid());
    app.clock.advance(16 * 60 * SECOND);
    expectRefusal(await meWith(app, first.accessToken), 401, 'SESSION_EXPIRED');
    const second = await refreshed(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(Object.keys(second).sort()).toEqual(['accessExpiresAt', 'accessToken', 'refreshToken']);
    await meWith(app, second.accessToken).expect(200);
  });

  it('repeats a lost answer within ten seconds: the same successor, which goes on', async () => {
    const first = await login(app, nextOpenid());
    const lost = await refreshed(first.refreshToken);
    app.clock.advance(9 * SECOND);
    const again = await refreshed(first.refreshToken);
    expect(again.refreshToken).toBe(lost.refreshToken);
    app.clock.advance(20 * 60 * SECOND);
    const next = await refreshed(again.refreshToken);
    await meWith(app, next.accessToken).expect(200);
  });

  it('ends the family when a token comes again after ten seconds', async () => {
    const first = await login(app, nextOpenid());
    const second = await refreshed(first.refreshToken);
    app.clock.advance(11 * SECOND);
    expectRefusal(await refresh(first.refreshToken), 401, 'SESSION_EXPIRED');
    await expectEnded(second);
    await expectEnded(first);
  });

  it('ends the family at once when the successor was used already', async () => {
    const first = await login(app, nextOpenid());
    const second = await refreshed(first.refreshToken);
    const third = await refreshed(second.refreshToken);
    expectRefusal(await refresh(first.refreshToken), 401, 'SESSION_EXPIRED');
    await expectEnded(third);
  });

  it('finds out a thief who was quick enough to share the successor', async () => {
    const owner = await login(app, nextOpenid());
    const ownersNext = await refreshed(owner.refreshToken);
    const thiefsNext = await refreshed(owner.refreshToken);
    app.clock.advance(14 * 60 * SECOND);
    const ownerGoesOn = await refreshed(ownersNext.refreshToken);
    app.clock.advance(60 * SECOND);
    expectRefusal(await refresh(thiefsNext.refreshToken), 401, 'SESSION_EXPIRED');
    await expectEnded(ownerGoesOn);
  });

  it('leaves the other devices of the person alone', async () => {
    const openid = nextOpenid();
    const [phone, tablet] = [await login(app, openid), await login(app, openid)];
    await refreshed(phone.refreshToken);
    app.clock.advance(11 * SECOND);
    expectRefusal(await refresh(phone.refreshToken), 401, 'SESSION_EXPIRED');
    await meWith(app, tablet.accessToken).expect(200);
    await refreshed(tablet.refreshToken);
  });

  it('leaves one lineage of ten simultaneous refreshes', async () => {
    const first = await login(app, nextOpenid());
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(first.refreshToken)));
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(10).fill(200));
    const successors = new Set(answers.map((answer) => tokensOf(answer).refreshToken));
    expect(successors.size).toBe(1);
    const [family] = await app.database.query<{ id: number }>('SELECT MAX(id) AS id FROM session_family');
    expect(await countRows(app.database, 'refresh_token WHERE family_id = ?', [family?.id])).toBe(2);
    expect(
      await countRows(app.database, 'refresh_token WHERE family_id = ? AND used_at IS NULL', [family?.id]),
    ).toBe(1);
    await refreshed([...successors][0] as string);
  });

  it('leaves one lineage also of refreshes on two replicas', async () => {
    const { refreshToken } = await login(app, nextOpenid());
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        visitor(n % 2 === 0 ? app : replica).post('/auth/refresh', { refreshToken }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(10).fill(200));
    expect(new Set(answers.map((answer) => tokensOf(answer).refreshToken)).size).toBe(1);
  });

  it('lasts thirty days', async () => {
    const [early, late] = [await login(app, nextOpenid()), await login(app, nextOpenid())];
    app.clock.advance((30 * 24 * 3600 - 1) * SECOND);
    await refreshed(early.refreshToken);
    app.clock.advance(SECOND);
    expectRefusal(await refresh(late.refreshToken), 401, 'SESSION_EXPIRED');
  });

  it.each([
    [{ refreshToken: 'x' }, 400, 'INVALID_INPUT'],
    [{}, 400, 'INVALID_INPUT'],
    [{ refreshToken: 7 }, 400, 'INVALID_INPUT'],
    [{ refreshToken: 'x'.repeat(43), more: 1 }, 400, 'INVALID_INPUT'],
    [{ refreshToken: 'x'.repeat(43) }, 401, 'SESSION_EXPIRED'],
  ])('refuses %j', async (body, status, code) => {
    expectRefusal(await visitor(app).post('/auth/refresh', body), status, code);
  });
});

describe('logging out', () => {
  it('ends this session, twice if asked twice, and says nothing of unknown tokens', async () => {
    const openid = nextOpenid();
    const [here, there] = [await login(app, openid), await login(app, openid)];
    const logout = (refreshToken: string): Test => visitor(app).post('/auth/logout', { refreshToken });
    await logout(here.refreshToken).expect(204);
    await logout(here.refreshToken).expect(204);
    await logout('x'.repeat(43)).expect(204);
    await expectEnded(here);
    await meWith(app, there.accessToken).expect(200);
  });

  it('ends every session everywhere, also one that was just rotated, but not a login after it', async () => {
    const openid = nextOpenid();
    const logins = [await login(app, openid), await login(app, openid), await login(app, openid)] as const;
    const rotated = await refreshed(logins[2].refreshToken);
    const stranger = await login(app, nextOpenid());
    const everywhere = (token: string): Test =>
      request(app.url).post('/api/v1/auth/logout-everywhere').set('authorization', `Bearer ${token}`);
    await everywhere(logins[0].accessToken).expect(204);
    for (const ended of [...logins, rotated]) await expectEnded(ended);
    await meWith(app, stranger.accessToken).expect(200);
    await meWith(app, (await login(app, openid)).accessToken).expect(200);
    expectRefusal(await request(app.url).post('/api/v1/auth/logout-everywhere'), 401, 'UNAUTHENTICATED');
  });

  it('wins over refreshes that run at the same time', async () => {
    const openid = nextOpenid();
    const [here, there] = [await login(app, openid), await login(app, openid)];
    const [, ...answers] = await Promise.all([
      request(app.url)
        .post('/api/v1/auth/logout-everywhere')
        .set('authorization', `Bearer ${here.accessToken}`),
      ...Array.from({ length: 6 }, () => refresh(there.refreshToken)),
    ]);
    for (const answer of answers.filter((each) => each.status === 200)) await expectEnded(tokensOf(answer));
    await expectEnded(there);
  });

  it('reaches the other replicas within seconds', async () => {
    const { accessToken, refreshToken } = await login(app, nextOpenid());
    await meWith(replica, accessToken).expect(200);
    await visitor(app).post('/auth/logout', { refreshToken }).expect(204);
    expectRefusal(await visitor(replica).post('/auth/refresh', { refreshToken }), 401, 'SESSION_EXPIRED');
    const deadline = Date.now() + 5 * SECOND;
    let status = 200;
    while (status === 200 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ status } = await meWith(replica, accessToken));
    }
    expect(status).toBe(401);
  });
});

it('removes tokens that are over and leaves those that are not', async () => {
  const cleaner = app.app.get(TokenCleaner, { strict: false });
  await login(app, nextOpenid());
  app.clock.advance(29 * 24 * 3600 * SECOND);
  const kept = await login(app, nextOpenid());
  app.clock.advance(2 * 24 * 3600 * SECOND);
  expect(await cleaner.run()).toBeGreaterThan(0);
  expect(await countRows(app.database, 'refresh_token WHERE expires_at < ?', [app.clock.now()])).toBe(0);
  await refreshed(kept.refreshToken);
  expect(await replica.app.get(TokenCleaner, { strict: false }).run()).toBe(0);
});
