import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildHall, buildTopic, recordActs, storedTopic } from '../../../builders/halls.js';
import { messagesTo } from '../../../builders/identity.js';
import { buildSpeaker } from '../../../builders/opinions.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import { act, buildHallPeople, own, raise, type HallPeople, type TopicBody } from './support.js';

const CHECK = '/wxa/msg_sec_check';

jest.setTimeout(120_000);

describe("a topic's text", () => {
  const [app] = stage(1);
  let people: HallPeople;
  beforeAll(async () => {
    people = await buildHallPeople(app);
    await buildHall(app.database, 2);
  });
  afterEach(() => {
    app.wechat.clearFaults();
    app.clock.advance(120_000);
  });

  const caseOf = async (topicId: string): Promise<string> => {
    const [row] = await app.database.query<{ id: number }>(
      "SELECT id FROM moderation_case WHERE subject_kind = 'topic' AND subject_id = ? AND live = 1",
      [decodeId('topic', topicId)],
    );
    if (row === undefined) throw new Error('no case was opened');
    return encodeId('case', row.id);
  };
  const decide = async (topicId: string, body: object): Promise<void> => {
    const id = await caseOf(topicId);
    await app.as(people.moderator).post(`/staff/cases/${id}/claim`).expect(200);
    await app.as(people.moderator).post(`/staff/cases/${id}/decide`, body).expect(200);
  };
  const edit = (person: number, id: string, no: number, body: string, title = '棚子建在东门') =>
    app.as(person).put(`/topics/${id}/text`, { no, title, body });
  const see = async (person: number | undefined, id: string): Promise<TopicBody> =>
    (await app.as(person).get(`/topics/${id}`).expect(200)).body as TopicBody;

  const reasons: [string, { body?: string; before?: () => void }][] = [
    ['wants a look at', { body: '看看这个 TEST_REVIEW。' }],
    ['finds risky', { body: '看看这个 TEST_RISKY。' }],
    ['is too slow over', { before: () => app.wechat.fault({ path: CHECK, kind: 'delay', delayMs: 3_500 }) }],
    ['fails on', { before: () => app.wechat.fault({ path: CHECK, kind: 'http500', times: 20 }) }],
    ['answers with garbage', { before: () => app.wechat.fault({ path: CHECK, kind: 'html', times: 20 }) }],
  ];
  it.each(reasons)(
    'that WeChat %s is kept, unseen, and not submitted until a person released it',
    async (_, one) => {
      const initiator = await buildSpeaker(app);
      one.before?.();
      const topic = await raise(app, initiator, one.body === undefined ? {} : { body: one.body });
      expect(topic).toMatchObject({ text: { held: true }, actions: ['edit', 'withdraw'] });
      await expectUntouched(app.database, () => own(app, initiator, topic.id, 'submit'), 'TOPIC_TEXT_HELD');
      app.wechat.clearFaults();
      await decide(topic.id, { decision: 'keep' });
      expect(await see(initiator, topic.id)).toMatchObject({
        text: { held: false },
        actions: ['edit', 'submit', 'withdraw'],
      });
      expect((await messagesTo(app.database, initiator)).map((m) => m.kind)).toEqual(['text_released']);
      await own(app, initiator, topic.id, 'submit').expect(200);
    },
  );

  it('that is held while the topic is public stays beside the one in force', async () => {
    const initiator = await buildSpeaker(app);
    const id = await buildTopic(
      app.database,
      { status: 'endorsing', initiatorId: initiator, endorseThreshold: 2, title: '棚子建在哪' },
      app,
    );
    const publicId = encodeId('topic', id);
    await own(app, people.neighbour, id, 'endorse', { textNo: 1 }).expect(200);
    const held = await edit(initiator, publicId, 1, '看看 TEST_REVIEW。').expect(200);
    expect(held.body).toMatchObject({ title: '棚子建在哪', text: { no: 1, held: true, count: 1 } });
    expect(await see(people.neighbour, publicId)).toMatchObject({
      title: '棚子建在哪',
      text: { no: 1, held: false },
      endorsements: { count: 1, needed: 2 },
    });
    expect((await app.as().get(`/topics/${publicId}/texts`)).body).toMatchObject({ items: [{ no: 1 }] });
    await decide(publicId, { decision: 'keep' });
    expect(await see(people.neighbour, publicId)).toMatchObject({
      title: '棚子建在东门',
      body: '看看 TEST_REVIEW。',
      text: { no: 2, count: 2 },
      endorsements: { count: 0, needed: 2 },
    });
    expect((await recordActs(app.database, id)).filter((one) => one !== 'case_claim')).toEqual([
      'version',
      'endorse',
      'revise',
      'version',
      'keep',
    ]);
  });

  it('that is hidden leaves a stub, comes back on appeal, and keeps its topic from being frozen', async () => {
    const id = await buildTopic(
      app.database,
      { status: 'deliberating', initiatorId: people.initiator, title: '物业经理是骗子' },
      app,
    );
    const publicId = encodeId('topic', id);
    await app
      .as(people.neighbour)
      .post('/reports', { subject: { kind: 'topic', id: publicId }, reason: 'abuse' })
      .expect(200);
    await decide(publicId, { decision: 'hide', reason: 'abuse', words: '请不要骂人。' });
    expect(await see(undefined, publicId)).toMatchObject({
      title: '（文字已隐藏）',
      body: '',
      text: { hidden: true },
    });
    const list = await app.as().get(`/halls/${COMMUNITY}/topics?q=${encodeURIComponent('骗子')}`);
    expect((list.body as { items: object[] }).items).toEqual([]);
    expect(await see(people.initiator, publicId)).toMatchObject({ title: '物业经理是骗子' });
    const staff = await app.as(people.moderator).get(`/staff/topics/${publicId}`).expect(200);
    const finalise = (staff.body as TopicBody).staffActions?.find((one) => one.act === 'finalise');
    expect(finalise?.unmet).toContain('文字已经通过内容检查');
    expect((await app.as().get(`/topics/${publicId}/texts`)).body).toEqual({ items: [] });
  });

  it('makes versions that everybody can read, endorsements staying with theirs', async () => {
    const initiator = await buildSpeaker(app);
    const id = await buildTopic(
      app.database,
      { status: 'endorsing', initiatorId: initiator, endorseThreshold: 2 },
      app,
    );
    const publicId = encodeId('topic', id);
    const [a, b] = [await buildSpeaker(app), await buildSpeaker(app)];
    for (const person of [a, b]) await own(app, person, id, 'endorse', { textNo: 1 }).expect(200);
    app.clock.advance(86_400_000);
    const edited = (await edit(initiator, publicId, 1, '东门有地方，也不挡路。').expect(200))
      .body as TopicBody;
    expect(edited).toMatchObject({ text: { no: 2, count: 2 }, endorsements: { count: 0, needed: 2 } });
    // Enough had endorsed the old text: the new one has thirty days of its own, and the duty to begin is off.
    expect(edited.windows.endorseUntil).toBe('2026-12-24T16:00:00.000Z');
    expect(edited.clocks).toMatchObject([{ kind: 'start', stoppedAt: expect.any(String) as string }]);
    await expectUntouched(app.database, () => edit(initiator, publicId, 1, '再改'), 'STALE_VERSION');
    await expectUntouched(
      app.database,
      () => own(app, a, id, 'endorse', { textNo: 1 }),
      'ENDORSE_OLD_VERSION',
    );
    await own(app, a, id, 'endorse', { textNo: 2 }).expect(200);
    await own(app, b, id, 'endorse', { textNo: 2 }).expect(200);
    const acts = await recordActs(app.database, id);
    expect(acts.filter((one) => one === 'reach_endorsements')).toHaveLength(2);
    const texts = await app.as().get(`/topics/${publicId}/texts`).expect(200);
    expect((texts.body as { items: object[] }).items).toMatchObject([
      { no: 2, body: '东门有地方，也不挡路。' },
      { no: 1 },
    ]);
  });

  it('changes while it is deliberated and never after it is frozen', async () => {
    const initiator = await buildSpeaker(app);
    for (const status of ['announced', 'deliberating'] as const) {
      const id = await buildTopic(app.database, { status, initiatorId: initiator }, app);
      await edit(initiator, encodeId('topic', id), 1, '说得更清楚一些。').expect(200);
      expect(await storedTopic(app.database, id)).toMatchObject({ textNo: 2, status });
    }
    for (const status of [
      'submitted',
      'under_review',
      'finalised',
      'voting',
      'publicised',
      'archived',
    ] as const) {
      const id = await buildTopic(app.database, { status, initiatorId: initiator }, app);
      await expectUntouched(
        app.database,
        () => edit(initiator, encodeId('topic', id), 1, '改一改。'),
        'TOPIC_STATE',
      );
    }
  });

  it('belongs to its initiator', async () => {
    const id = await buildTopic(app.database, { status: 'deliberating' }, app);
    for (const person of [people.neighbour, people.moderator, people.street])
      await expectUntouched(
        app.database,
        () => edit(person, encodeId('topic', id), 1, '我来改。'),
        'FORBIDDEN',
      );
    const draft = await buildTopic(app.database, { status: 'draft' }, app);
    for (const person of [people.neighbour, people.moderator, people.street])
      await expectUntouched(
        app.database,
        () => edit(person, encodeId('topic', draft), 1, '我来改。'),
        'NOT_FOUND',
      );
    expectRefusal(await app.as().put(`/topics/${encodeId('topic', id)}/text`, {}), 'UNAUTHENTICATED');
  });

  const bad: [string, object][] = [
    ['4,001 characters', { body: '长'.repeat(4_001) }],
    ['41 characters of title', { title: '长'.repeat(41) }],
    ['zalgo', { body: `Z${'\u0335\u0321\u0322\u0316'.repeat(30)}` }],
    ['zalgo in the title', { title: `充${'\u0335'.repeat(9)}电` }],
    ['invisible characters', { body: '充电\u200b棚' }],
    ['direction overrides', { title: '充电\u202e棚' }],
    ['only spaces', { body: '   \n \u3000 ' }],
    ['only invisible characters', { title: '\u200b\u200b' }],
    ['a title of two lines', { title: '充电\n棚' }],
    ['half a character', { body: '充电\ud83d' }],
  ];
  it.each(bad)('is refused with %s, new or edited', async (_, change) => {
    const before = {
      communityCode: COMMUNITY,
      title: '充电棚',
      body: '请大家商量。',
      track: 'deep',
      ...change,
    };
    await expectUntouched(app.database, () => app.as(people.initiator).post('/topics', before), 'TOPIC_TEXT');
    const id = await buildTopic(app.database, { status: 'draft', initiatorId: people.initiator }, app);
    const { title, body } = before;
    await expectUntouched(
      app.database,
      () => app.as(people.initiator).put(`/topics/${encodeId('topic', id)}/text`, { no: 1, title, body }),
      'TOPIC_TEXT',
    );
  });

  it('is refused with a hundred thousand characters before anybody reads it', async () => {
    const body = { communityCode: COMMUNITY, title: '充电棚', body: '长'.repeat(100_000), track: 'deep' };
    await expectUntouched(
      app.database,
      () => app.as(people.initiator).post('/topics', body),
      'BODY_TOO_LARGE',
    );
    await expectUntouched(
      app.database,
      () => app.as(people.initiator).post('/topics', { ...body, body: 'x'.repeat(50_000) }),
      'TOPIC_TEXT',
    );
  });

  it('of exactly the longest is taken, counted in characters that people see', async () => {
    const initiator = await buildSpeaker(app);
    const topic = await raise(app, initiator, { title: '🚲'.repeat(40), body: '🚲'.repeat(4_000) });
    expect([...topic.title]).toHaveLength(40);
    expect([...topic.body]).toHaveLength(4_000);
  });

  it('is limited to a few new topics a day', async () => {
    const newcomer = await buildSpeaker(app);
    await app.database.execute('UPDATE person SET created_at = ? WHERE id = ?', [app.clock.now(), newcomer]);
    await raise(app, newcomer);
    await expectUntouched(
      app.database,
      () =>
        app
          .as(newcomer)
          .post('/topics', { communityCode: COMMUNITY, title: '又一个', body: '又一个。', track: 'deep' }),
      'DAILY_LIMIT',
    );
  });

  it('goes back to its initiator when staff return it, and leaves the public', async () => {
    const initiator = await buildSpeaker(app);
    const id = await buildTopic(app.database, { status: 'under_review', initiatorId: initiator }, app);
    await act(app, people.moderator, id, 'return', { reason: '请补充照片说明' }).expect(200);
    expectRefusal(await app.as(people.neighbour).get(`/topics/${encodeId('topic', id)}`), 'NOT_FOUND');
    expect(await see(initiator, encodeId('topic', id))).toMatchObject({
      status: 'returned',
      statusReason: '请补充照片说明',
      actions: ['edit', 'submit', 'withdraw'],
    });
  });
});
