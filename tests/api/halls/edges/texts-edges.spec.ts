import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import {
  buildHall,
  buildTopic,
  recordActs,
  storedTopic,
  type TopicOptions,
} from '../../../builders/halls.js';
import { buildSpeaker, recordOf } from '../../../builders/opinions.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import {
  act,
  buildHallPeople,
  buildMinutes,
  own,
  raise,
  runTopicClock,
  type HallPeople,
  type TopicBody,
} from '../topics/support.js';

jest.setTimeout(120_000);

describe("edges of a topic's texts", () => {
  const [app] = stage(1);
  let people: HallPeople;
  beforeAll(async () => {
    people = await buildHallPeople(app);
  });
  afterEach(() => {
    app.clock.advance(120_000);
  });

  const caseOf = async (topicId: string): Promise<string> => {
    const [row] = await app.database.query<{ id: number }>(
      "SELECT id FROM moderation_case WHERE subject_kind = 'topic' AND subject_id = ? ORDER BY id DESC LIMIT 1",
      [decodeId('topic', topicId)],
    );
    return encodeId('case', row?.id ?? 0);
  };
  const decide = async (topicId: string, body: object): Promise<string> => {
    const id = await caseOf(topicId);
    await app.as(people.moderator).post(`/staff/cases/${id}/claim`).expect(200);
    await app.as(people.moderator).post(`/staff/cases/${id}/decide`, body).expect(200);
    return id;
  };
  const edit = (person: number, id: string, no: number, body: string) =>
    app.as(person).put(`/topics/${id}/text`, { no, title: '棚子建在东门', body });
  const see = async (person: number | undefined, id: string): Promise<TopicBody> =>
    (await app.as(person).get(`/topics/${id}`).expect(200)).body as TopicBody;
  const publicTopic = async (options: TopicOptions): Promise<[string, number]> => {
    const initiatorId = await buildSpeaker(app);
    const id = await buildTopic(app.database, { initiatorId, ...options }, app);
    return [encodeId('topic', id), initiatorId];
  };

  it('a draft that its writer has replaced stays private when somebody lets its words through later', async () => {
    const initiator = await buildSpeaker(app);
    const { id } = await raise(app, initiator, { body: '我家住 3 幢 502，TEST_REVIEW。' });
    await edit(initiator, id, 1, '三栋楼下缺充电的地方。').expect(200);
    await own(app, initiator, id, 'submit').expect(200);
    await act(app, people.moderator, id, 'take_up').expect(200);
    await decide(id, { decision: 'keep' });
    expect((await app.as().get(`/topics/${id}/texts`).expect(200)).body).toMatchObject({
      items: [{ no: 2 }],
    });
    const shown = (await recordOf(app.database, decodeId('topic', id))).flatMap((entry) => entry.texts);
    expect(shown.join()).not.toContain('502');
  });

  it('a held version that its writer has replaced by another does not keep the text from being frozen', async () => {
    const [id, initiator] = await publicTopic({ status: 'deliberating' });
    await buildMinutes(app.database, decodeId('topic', id));
    await edit(initiator, id, 1, '第二版 TEST_REVIEW。').expect(200);
    await edit(initiator, id, 1, '第三版 TEST_REVIEW。').expect(200);
    await decide(id, { decision: 'hide', reason: 'abuse', words: '请换个说法。' });
    app.clock.advance(6 * 86_400_000);
    await act(app, people.moderator, id, 'finalise').expect(200);
    expect(await see(undefined, id)).toMatchObject({ status: 'finalised', text: { no: 1 } });
  });

  it('a refused newer version comes into force when the appeal overturns the decision', async () => {
    const [id, initiator] = await publicTopic({ status: 'deliberating', title: '棚子建在哪' });
    await edit(initiator, id, 1, '第二版 TEST_REVIEW。').expect(200);
    const one = await decide(id, { decision: 'hide', reason: 'abuse', words: '请换个说法。' });
    await app.as(initiator).post(`/cases/${one}/appeal`, { text: '这里没有骂人。' }).expect(200);
    await app
      .as(people.street)
      .post(`/staff/cases/${one}/decide-appeal`, { decision: 'overturn', words: '可以发布。' })
      .expect(200);
    expect(await see(undefined, id)).toMatchObject({
      body: '第二版 TEST_REVIEW。',
      text: { no: 2, count: 2 },
    });
  });

  it('where nobody has to endorse, a new version loses nothing: it can be announced and its duty runs on', async () => {
    const initiator = await buildSpeaker(app);
    await buildHall(app.database, 0);
    const { id } = await raise(app, initiator);
    await own(app, initiator, id, 'submit').expect(200);
    await act(app, people.moderator, id, 'take_up').expect(200);
    await act(app, people.moderator, id, 'classify_deep').expect(200);
    await act(app, people.moderator, id, 'open_endorsing').expect(200);
    const duties = (body: TopicBody) =>
      body.clocks.filter((one) => one.stoppedAt === null).map((one) => one.kind);
    expect(duties(await see(initiator, id))).toEqual(['start']);
    await edit(initiator, id, 1, '东门有地方，也不挡路。').expect(200);
    expect(duties(await see(initiator, id))).toEqual(['start']);
    const queue = await app.as(people.moderator).get(`/staff/divisions/${COMMUNITY}/topics?queue=endorsed`);
    expect((queue.body as { items: TopicBody[] }).items.map((one) => one.id)).toContain(id);
    app.clock.advance(31 * 86_400_000);
    await runTopicClock(app);
    expect((await see(initiator, id)).status).toBe('endorsing');
  });

  it('a yes to a merge counts also where the other topic is still being looked at', async () => {
    await buildHall(app.database, 2);
    const [source] = await publicTopic({ status: 'endorsing', endorseThreshold: 2 });
    const [target] = await publicTopic({ status: 'under_review', endorseThreshold: 2 });
    await own(app, people.neighbour, source, 'endorse', { textNo: 1 }).expect(200);
    await act(app, people.moderator, source, 'merge', {
      reason: '两个议题说的是同一件事',
      targetId: target,
    }).expect(200);
    await own(app, people.neighbour, source, 'merge-consent', { agrees: true }).expect(200);
    await act(app, people.moderator, target, 'open_endorsing').expect(200);
    expect((await see(people.neighbour, target)).endorsements).toEqual({ count: 1, needed: 2 });
    expectRefusal(await own(app, people.neighbour, target, 'endorse', { textNo: 1 }), 'ENDORSE_ALREADY');
    expect(await recordActs(app.database, decodeId('topic', target))).toContain('endorse');
    expect((await storedTopic(app.database, decodeId('topic', target))).endorsements).toBe(1);
  });

  it('a text that was reported is not saved by a newer one that waits beside it', async () => {
    const [id, initiator] = await publicTopic({ status: 'deliberating', title: '物业经理是骗子' });
    await app
      .as(people.neighbour)
      .post('/reports', { subject: { kind: 'topic', id }, reason: 'abuse' })
      .expect(200);
    await edit(initiator, id, 1, '第二版 TEST_REVIEW。').expect(200);
    const one = await decide(id, { decision: 'hide', reason: 'abuse', words: '请不要骂人。' });
    expect(await see(undefined, id)).toMatchObject({
      title: '（文字已隐藏）',
      body: '',
      text: { hidden: true },
    });
    expect((await app.as().get(`/topics/${id}/texts`)).body).toEqual({ items: [] });
    await app.as(initiator).post(`/cases/${one}/appeal`, { text: '第二版没有骂人。' }).expect(200);
    await app
      .as(people.street)
      .post(`/staff/cases/${one}/decide-appeal`, { decision: 'overturn', words: '第二版可以发布。' })
      .expect(200);
    expect(await see(undefined, id)).toMatchObject({ title: '棚子建在东门', text: { no: 2, hidden: false } });
    expect((await app.as().get(`/topics/${id}/texts`)).body).toMatchObject({ items: [{ no: 2 }] });
  });

  it('versions are as many a day as somebody can write, not more', async () => {
    const [id, initiator] = await publicTopic({ status: 'deliberating' });
    let refused = 0;
    for (let no = 1; no <= 40 && refused === 0; no += 1) {
      const answer = await edit(initiator, id, no, `第 ${no} 次修改。`);
      if (answer.status === 200) continue;
      expectRefusal(answer, 'DAILY_LIMIT');
      refused = no;
    }
    expect(refused).toBeGreaterThan(3);
    const before = (await storedTopic(app.database, decodeId('topic', id))).textNo;
    expect(before).toBe(refused);
  });
});
