import { book, buildPlace, deliver, holdClock, MONDAY_MORNING } from '../../builders/bookings.js';
import { nextOpenid } from '../../builders/identity.js';
import { buildPerson } from '../../builders/people.js';
import { buildVenue } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';
import { createSimulatedWeChat, type SimulatedWeChat } from '../../support/wechat/server.js';

jest.setTimeout(60_000);

const SEND = '/cgi-bin/message/subscribe/send';
const TEMPLATE = 'tmpl-booking-result';
const FIELDS = ['thing1', 'time2', 'thing3'];

interface Delivery {
  status: string;
  attempts: number;
  msgid: string | null;
  error: string | null;
}

describe('subscribe messages', () => {
  let wechat: SimulatedWeChat;
  let app: TestApp;
  let replica: TestApp;
  let person: number;
  let openid: string;
  let venue: number;
  let minute: number;

  beforeAll(async () => {
    wechat = await createSimulatedWeChat({ templates: [{ id: TEMPLATE, type: 'once', fields: FIELDS }] });
    const config = {
      wechat: {
        baseUrl: wechat.url,
        appId: wechat.appId,
        appSecret: wechat.appSecret,
        templates: { booking_confirmed: TEMPLATE },
      },
    };
    app = await createApp({ wechat, config });
    replica = await createApp({ wechat, config, clock: app.clock });
    await holdClock(app);
  });
  afterAll(async () => {
    await replica.close();
    await app.close();
    await wechat.close();
  });
  beforeEach(async () => {
    app.clock.set(MONDAY_MORNING);
    wechat.clearFaults();
    openid = nextOpenid();
    wechat.setPerson({ openid });
    person = await buildPerson(app.database, { openid });
    ({ venue } = await buildPlace(app.database));
    minute = 480;
  });

  const accept = (times = 1): Promise<unknown> =>
    Promise.all(
      Array.from({ length: times }, () =>
        app
          .as(person)
          .post('/me/subscriptions', { results: [{ templateId: TEMPLATE, result: 'accept' }] })
          .expect(204),
      ),
    );
  const remaining = async (): Promise<number | undefined> =>
    (
      await app.database.query<{ remaining: number }>(
        'SELECT remaining FROM subscribe_grant WHERE person_id = ? AND template_id = ?',
        [person, TEMPLATE],
      )
    )[0]?.remaining;
  const deliveries = (): Promise<Delivery[]> =>
    app.database.query<Delivery>(
      'SELECT status, attempts, msgid, error FROM message_delivery WHERE person_id = ? ORDER BY id',
      [person],
    );
  const bookOne = async (): Promise<string> => {
    minute += 60;
    return book(app, person, venue, minute - 60, minute);
  };
  const sends = (): number =>
    wechat.calls(SEND).filter((call) => JSON.stringify(call).includes(openid)).length;
  /** Delivers until nothing waits any more at this moment; the applications' own workers may have been first. */
  const settle = async (): Promise<void> => {
    await deliver(app);
    for (let n = 0; n < 50 && (await deliveries()).some((d) => d.status === 'sending'); n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('offers the templates that are registered', async () => {
    const { body } = await app.as(person).get('/me/subscriptions/templates').expect(200);
    expect(body.items).toEqual([
      { templateId: TEMPLATE, kind: 'booking_confirmed', title: expect.any(String) },
    ]);
  });

  it('counts one grant for one accept, and nothing else', async () => {
    const send = (results: object[]) => app.as(person).post('/me/subscriptions', { results });
    await send([{ templateId: TEMPLATE, result: 'reject' }]).expect(204);
    await send([{ templateId: 'tmpl-of-somebody-else', result: 'accept' }]).expect(204);
    expect(await remaining()).toBeUndefined();
    await send([
      { templateId: TEMPLATE, result: 'accept' },
      { templateId: TEMPLATE, result: 'accept' },
    ]).expect(204);
    expect(await remaining()).toBe(1);
    await accept(2);
    expect(await remaining()).toBe(3);
    for (const results of [
      [{ templateId: TEMPLATE, result: 'maybe' }],
      [{ templateId: 7, result: 'accept' }],
      [{}],
      'x',
    ]) {
      await app.as(person).post('/me/subscriptions', { results }).expect(400);
    }
    await app.as().post('/me/subscriptions', { results: [] }).expect(401);
    expect(await remaining()).toBe(3);
  });

  it('sends one message a grant, keeps every digit of its id, and none without a grant', async () => {
    await accept();
    await wechat.grant({ openid, templateId: TEMPLATE });
    const id = await bookOne();
    await settle();
    const [sent] = await deliveries();
    expect(sent).toMatchObject({ status: 'sent', attempts: 1, error: null });
    expect(sent?.msgid).toMatch(/^19888108123243\d{5}$/);
    expect(BigInt(sent?.msgid ?? 0)).toBeGreaterThanOrEqual(1988810812324364291n);
    expect(await remaining()).toBe(0);
    const call = JSON.stringify(wechat.calls(SEND).at(-1));
    expect(call).toContain(id);
    expect(call).toContain('2026年11月24日 08:00');
    await bookOne();
    await settle();
    expect(await deliveries()).toHaveLength(1);
    expect(sends()).toBe(1);
  });

  it('sends a long name of a venue that WeChat takes', async () => {
    venue = await buildVenue(app.database, {
      name: '社区党群服务中心二楼多功能文化活动展示厅（东侧大门进）',
    });
    await accept();
    await wechat.grant({ openid, templateId: TEMPLATE });
    await bookOne();
    await settle();
    expect((await deliveries()).map((d) => d.status)).toEqual(['sent']);
  });

  it('forgets grants that WeChat does not know (43101)', async () => {
    await accept(3);
    await bookOne();
    await settle();
    expect(await deliveries()).toEqual([{ status: 'dropped', attempts: 1, msgid: null, error: 'refused' }]);
    expect(await remaining()).toBe(0);
    await bookOne();
    await settle();
    expect(await deliveries()).toHaveLength(1);
    // The inbox has both all the same.
    const inbox = await app.as(person).get('/me/notices').expect(200);
    expect(inbox.body.items).toHaveLength(2);
  });

  it('tries again when WeChat was busy (-1), later, and not for ever', async () => {
    await accept(2);
    await wechat.grant({ openid, templateId: TEMPLATE, count: 2 });
    wechat.fault({ path: SEND, kind: 'errcode', errcode: -1, times: 2 });
    await bookOne();
    await settle();
    const [waiting] = await deliveries();
    expect(waiting?.status).toBe('waiting');
    const before = sends();
    await settle();
    expect(sends()).toBe(before);
    for (let n = 0; n < 3 && (await deliveries())[0]?.status !== 'sent'; n += 1) {
      app.clock.advance(120_000);
      await settle();
    }
    expect((await deliveries())[0]).toMatchObject({
      status: 'sent',
      msgid: expect.stringMatching(/^\d{19}$/),
    });

    wechat.fault({ path: SEND, kind: 'errcode', errcode: -1, times: 50 });
    await bookOne();
    for (let n = 0; n < 8; n += 1) {
      await settle();
      app.clock.advance(300_000);
    }
    const [, gaveUp] = await deliveries();
    expect(gaveUp).toMatchObject({ status: 'dropped', attempts: 4, msgid: null });
  });

  it.each(['reset', 'truncate'] as const)('never sends again what may have been sent (%s)', async (kind) => {
    await accept(2);
    await wechat.grant({ openid, templateId: TEMPLATE, count: 2 });
    wechat.fault({ path: SEND, kind, after: true });
    await bookOne();
    await settle();
    expect((await deliveries())[0]?.status).toBe('dropped');
    for (let n = 0; n < 3; n += 1) {
      app.clock.advance(300_000);
      await settle();
    }
    expect(wechat.world.people.get(openid).grants.get(TEMPLATE)).toBe(1);
    expect(await deliveries()).toHaveLength(1);
  });

  it('sends once when two workers find the same message', async () => {
    await accept(5);
    await wechat.grant({ openid, templateId: TEMPLATE, count: 5 });
    for (let n = 0; n < 5; n += 1) await bookOne();
    await Promise.all([deliver(app), deliver(replica), deliver(app), deliver(replica)]);
    await settle();
    expect((await deliveries()).map((d) => d.status)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(new Set((await deliveries()).map((d) => d.msgid)).size).toBe(5);
    expect(wechat.world.people.get(openid).grants.get(TEMPLATE)).toBe(0);
  });

  it('leaves a message alone that a dead worker was just sending', async () => {
    await accept();
    await wechat.grant({ openid, templateId: TEMPLATE });
    await bookOne();
    await settle();
    await app.database.execute(
      "UPDATE message_delivery SET status = 'sending', msgid = NULL WHERE person_id = ?",
      [person],
    );
    const before = sends();
    app.clock.advance(3_600_000);
    await deliver(app);
    await deliver(replica);
    expect(sends()).toBe(before);
  });
});
