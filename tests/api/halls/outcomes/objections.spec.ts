import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { Objections } from '@jiefang/bff/halls/outcomes/objections';
import { verifyRecord } from '@jiefang/shared/record';
import {
  buildModerator,
  buildResident,
  buildRoll,
  recordActs,
  storedTopic,
} from '../../../builders/halls.js';
import { messagesTo } from '../../../builders/identity.js';
import { buildHallTopic, buildSpeaker } from '../../../builders/opinions.js';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { exported } from '../../../builders/record.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

interface ObjectionBody {
  id: string;
  text: string | null;
  status: string;
  answer: string | null;
  mine: boolean;
  actions?: string[];
}

const TEXT = '公示里没有说明费用由谁出。';

describe('objections to a result', () => {
  const [app] = stage(1);
  let moderator: number;
  let initiator: number;
  let resident: number;
  let topicId: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
    moderator = await buildModerator(app.database);
    initiator = await buildSpeaker(app);
  });
  beforeEach(async () => {
    resident = await buildSpeaker(app);
    topicId = await buildHallTopic(app, { status: 'publicised', initiatorId: initiator });
  });
  afterEach(async () => {
    app.wechat.clearFaults();
    app.clock.advance(120_000);
    const [row] = await app.database.query<{ counted: number; open: number }>(
      `SELECT t.open_objections AS counted,
              (SELECT COUNT(*) FROM topic_objection o WHERE o.topic_id = t.id AND o.status = 'open') AS open
         FROM topic t WHERE t.id = ?`,
      [topicId],
    );
    expect(row?.counted).toBe(row?.open);
    expect(verifyRecord(await exported(app, topicId)).faults).toEqual([]);
  });

  const path = () => `/topics/${encodeId('topic', topicId)}/objections`;
  const object = (person: number, text = TEXT, key?: string) => app.as(person).post(path(), { text }, key);
  const made = async (person: number, text?: string): Promise<ObjectionBody> =>
    (await object(person, text).expect(201)).body as ObjectionBody;
  const list = async (person?: number): Promise<ObjectionBody[]> =>
    (await app.as(person).get(path()).expect(200)).body.items as ObjectionBody[];
  const answer = (id: string, body: object = {}, person = moderator) =>
    app.as(person).post(`/staff/topic-objections/${id}/answer`, {
      decision: 'dismissed',
      answer: '费用写在第三条。',
      ...body,
    });
  const clocks = () =>
    app.database.query<{ live: number | null }>(
      "SELECT live FROM topic_clock WHERE topic_id = ? AND kind = 'objections'",
      [topicId],
    );

  it('wait for an answer, run against a clock, and are told it', async () => {
    const objection = await made(resident);
    expect(objection).toMatchObject({ status: 'open', text: TEXT, mine: true, answer: null });
    expect(await clocks()).toEqual([{ live: 1 }]);
    expect(await app.app.get(Objections).open(app.database, topicId)).toBe(1);
    const queue = await app.as(moderator).get(`/staff/divisions/${COMMUNITY}/topic-objections`).expect(200);
    expect((queue.body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ id: objection.id, actions: ['answer'] }),
    );
    const told = (await answer(objection.id).expect(200)).body as ObjectionBody;
    expect(told).toMatchObject({ status: 'dismissed', answer: '费用写在第三条。', actions: [] });
    expect(await list()).toMatchObject([{ status: 'dismissed', mine: false, text: TEXT }]);
    expect(await clocks()).toEqual([{ live: null }]);
    expect((await storedTopic(app.database, topicId)).status).toBe('publicised');
    expect((await messagesTo(app.database, resident)).at(-1)).toMatchObject({
      kind: 'topic_objection_answered',
      payload: { upheld: false },
    });
    expect((await recordActs(app.database, topicId)).slice(-2)).toEqual(['objection', 'objection_answer']);
    await expectUntouched(app.database, () => answer(objection.id), 'TOPIC_OBJECTION_STATE');
    // Another one may be made then.
    await made(resident, '还有一个问题。');
  });

  it('that are upheld suspend the topic, and the others are answered all the same', async () => {
    const [first, second] = [await made(resident), await made(await buildSpeaker(app), '名册漏了三户。')];
    await answer(first.id, { decision: 'upheld', answer: '确实没有说明，要重新公示。' }).expect(200);
    expect((await storedTopic(app.database, topicId)).status).toBe('suspended');
    expect((await messagesTo(app.database, initiator)).at(-1)).toMatchObject({
      kind: 'topic_suspended',
      payload: { reason: '确实没有说明，要重新公示。' },
    });
    await answer(second.id, { decision: 'upheld', answer: '已经补上三户。' }).expect(200);
    expect(await clocks()).toEqual(expect.arrayContaining([{ live: null }]));
    expect((await recordActs(app.database, topicId)).slice(-3)).toEqual([
      'objection_answer',
      'uphold_objection',
      'objection_answer',
    ]);
  });

  it('of people on the roll are taken wherever they live', async () => {
    const owner = await buildPerson(app.database);
    await expectUntouched(app.database, () => object(owner), 'RESIDENT_REQUIRED');
    await buildRoll(app.database, topicId, [{ personId: owner }]);
    await object(owner).expect(201);
  });

  it.each([
    ['wants a look at', 'TEST_REVIEW', undefined],
    ['is down for', '好好的话。', { path: '/wxa/msg_sec_check', kind: 'reset' as const, times: 20 }],
  ])(
    'that WeChat %s wait for a person, hold up the result, and are seen by nobody else',
    async (_, text, fault) => {
      if (fault !== undefined) app.wechat.fault(fault);
      const objection = await made(resident, text);
      expect(objection).toMatchObject({ status: 'held', mine: true });
      expect(await list()).toEqual([]);
      expect(await list(resident)).toMatchObject([{ status: 'held', text }]);
      expect(await app.app.get(Objections).open(app.database, topicId)).toBe(1);
      expect((await exported(app, topicId)).join('\n')).not.toContain(text);
      await expectUntouched(app.database, () => answer(objection.id), 'TOPIC_OBJECTION_STATE');
      const cases = await app.as(moderator).get(`/staff/divisions/${COMMUNITY}/cases?queue=open`).expect(200);
      const found = (
        cases.body as { items: { id: string; subject: { kind: string; id: string } }[] }
      ).items.find((one) => one.subject.id === objection.id);
      expect(found?.subject.kind).toBe('objection');
      await app.as(moderator).post(`/staff/cases/${found?.id}/claim`).expect(200);
      await app.as(moderator).post(`/staff/cases/${found?.id}/decide`, { decision: 'keep' }).expect(200);
      expect(await list()).toMatchObject([{ status: 'open', text }]);
      await answer(objection.id).expect(200);
    },
  );

  it('are one a person at a time, however they arrive', async () => {
    const answers = await Promise.all([
      object(resident),
      object(resident, '第二条'),
      object(resident, '第三条'),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409]);
    const other = await buildSpeaker(app);
    const [first, again] = [
      await object(other, TEXT, 'objection-key-1'),
      await object(other, TEXT, 'objection-key-1'),
    ];
    expect(first?.body).toEqual(again?.body);
  });

  it('are refused outside of the publication, from strangers, and as texts that are none', async () => {
    const stranger = await buildResident(app.database, OTHER_STREET_COMMUNITY);
    await expectUntouched(app.database, () => object(stranger), 'RESIDENT_REQUIRED');
    expectRefusal(await app.as().post(path(), { text: TEXT }), 'UNAUTHENTICATED');
    for (const text of ['   ', '\u200b', 'Z\u0300\u0301\u0302\u0303\u0304', '长'.repeat(1001)])
      await expectUntouched(app.database, () => object(resident, text), 'TOPIC_TEXT');
    await expectUntouched(app.database, () => object(resident, 'a'.repeat(100_000)), 'INVALID_INPUT');
    await expectUntouched(app.database, () => app.as(resident).post(path(), { text: 7 }), 'INVALID_INPUT');
    app.clock.advance(6 * 86_400_000);
    await expectUntouched(app.database, () => object(resident), 'TOPIC_STATE');
    app.clock.advance(-6 * 86_400_000);
    for (const status of ['deliberating', 'voting', 'effective'] as const) {
      const id = await buildHallTopic(app, { status, initiatorId: initiator });
      const other = `/topics/${encodeId('topic', id)}/objections`;
      await expectUntouched(app.database, () => app.as(resident).post(other, { text: TEXT }), 'TOPIC_STATE');
    }
  });

  it('are not answered by who is concerned, nor by staff of elsewhere, nor without words', async () => {
    const foreign = await buildModerator(app.database, OTHER_STREET_COMMUNITY);
    const objection = await made(resident);
    await expectUntouched(app.database, () => answer(objection.id, {}, foreign), 'FORBIDDEN');
    await expectUntouched(app.database, () => answer(objection.id, {}, resident), 'FORBIDDEN');
    await expectUntouched(app.database, () => answer(objection.id, { answer: '好' }), 'INVALID_INPUT');
    await expectUntouched(app.database, () => answer(objection.id, { decision: 'maybe' }), 'INVALID_INPUT');
    await expectUntouched(app.database, () => answer(encodeId('topic_objection', 999_999)), 'NOT_FOUND');
    // A moderator who lives here objects like everybody else, and cannot answer it.
    const moderating = await buildSpeaker(app);
    await app.database.execute(
      "INSERT INTO role_grant (person_id, division_code, role, granted_at) VALUES (?, ?, 'moderator', ?)",
      [moderating, COMMUNITY, new Date('2026-01-01')],
    );
    const own = await made(moderating, '我也有异议。');
    await expectUntouched(app.database, () => answer(own.id, {}, moderating), 'TOPIC_OBJECTION_OWN');
    const queue = await app.as(moderating).get(`/staff/divisions/${COMMUNITY}/topic-objections`).expect(200);
    expect(
      (queue.body as { items: ObjectionBody[] }).items.find((one) => one.id === own.id)?.actions,
    ).toEqual([]);
  });
});
