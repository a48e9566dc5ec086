import { randomUUID } from 'node:crypto';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { STAFF_ACTS } from '@jiefang/bff/halls/topics/topic-acts.service';
import { mayAct, TOPIC_STATUSES, topicRule } from '@jiefang/shared/topics';
import { buildHall, buildTopic, recordActs, storedTopic, STREET } from '../../../builders/halls.js';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { buildSpeaker } from '../../../builders/opinions.js';
import { buildDivision, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { contentsOf, expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import {
  act,
  buildFollowUp,
  buildHallPeople,
  buildTopicObjection,
  own,
  type HallPeople,
  type TopicBody,
} from './support.js';

jest.setTimeout(120_000);

describe('staff of a hall', () => {
  const [app] = stage(1);
  let people: HallPeople;
  beforeAll(async () => {
    people = await buildHallPeople(app);
  });

  const reason = { reason: '按规定办' };

  it('take no act from a status that the table does not list, whoever they are', async () => {
    for (const status of TOPIC_STATUSES) {
      const id = await buildTopic(app.database, { status, endorseThreshold: 5 }, app);
      const before = await contentsOf(app.database);
      for (const name of STAFF_ACTS) {
        for (const [person, actor] of [
          [people.moderator, 'moderator'],
          [people.street, 'street'],
        ] as const) {
          if (mayAct(name, status, actor)) continue;
          const answer = await act(app, person, id, name, reason);
          const onlyStreet = actor === 'moderator' && !topicRule(name).actors.includes('moderator');
          const expected = status === 'draft' ? 'NOT_FOUND' : onlyStreet ? 'FORBIDDEN' : 'TOPIC_STATE';
          const target = name === 'merge' && expected === 'TOPIC_STATE' ? 'MERGE_INVALID' : expected;
          expect([name, status, actor, (answer.body as { code: string }).code]).toEqual([
            name,
            status,
            actor,
            target,
          ]);
        }
      }
      expect(await contentsOf(app.database)).toEqual(before);
    }
  });

  it('act in their own divisions alone, and never on a topic that they raised', async () => {
    const insider = await buildSpeaker(app);
    await grantRole(app.database, insider, 'moderator', COMMUNITY);
    const id = await buildTopic(app.database, { status: 'submitted', initiatorId: insider }, app);
    await expectUntouched(app.database, () => act(app, insider, id, 'take_up'), 'TOPIC_OWN');
    await expectUntouched(app.database, () => act(app, people.foreign, id, 'take_up'), 'FORBIDDEN');
    await expectUntouched(app.database, () => act(app, people.neighbour, id, 'take_up'), 'FORBIDDEN');
    expectRefusal(
      await app.as().post(`/staff/topics/${encodeId('topic', id)}/acts/take_up`),
      'UNAUTHENTICATED',
    );
    expectRefusal(await app.as(people.foreign).get(`/staff/topics/${encodeId('topic', id)}`), 'FORBIDDEN');
    expectRefusal(await app.as(people.foreign).get(`/staff/divisions/${COMMUNITY}/topics`), 'FORBIDDEN');
    expectRefusal(await app.as(people.moderator).get(`/staff/divisions/${STREET}/topics`), 'FORBIDDEN');
    const mine = await app
      .as(insider)
      .get(`/staff/topics/${encodeId('topic', id)}`)
      .expect(200);
    expect((mine.body as TopicBody).staffActions).toEqual([]);
    await act(app, people.moderator, id, 'take_up').expect(200);
    expect((await messagesTo(app.database, insider)).map((one) => one.kind)).toEqual(['topic_taken_up']);
  });

  it('are told in words what an act still needs', async () => {
    const id = await buildTopic(app.database, { status: 'deliberating' }, app);
    const view = (
      await app
        .as(people.moderator)
        .get(`/staff/topics/${encodeId('topic', id)}`)
        .expect(200)
    ).body as TopicBody & { initiatorPhoneMasked: string };
    expect(view.initiatorPhoneMasked).toMatch(/^199\*{4}\d{4}$/);
    expect(view.staffActions).toEqual([
      {
        act: 'finalise',
        word: '定稿',
        allowed: false,
        unmet: ['协商期已满', '协商纪要已经由参会人确认', '纪要写明了少数人的意见'],
      },
    ]);
    const street = (await app.as(people.street).get(`/staff/topics/${encodeId('topic', id)}`))
      .body as TopicBody;
    expect(street.staffActions?.map((one) => [one.act, one.allowed])).toEqual([
      ['finalise', false],
      ['suspend', true],
    ]);
    await expectUntouched(app.database, () => act(app, people.street, id, 'suspend'), 'TOPIC_NEED');
  });

  const needs: [string, string, object, object, string][] = [
    ['return', 'submitted', {}, {}, 'TOPIC_NEED'],
    ['decline', 'under_review', {}, {}, 'TOPIC_NEED'],
    ['answer', 'under_review', { track: 'instant' }, reason, 'TOPIC_NEED'],
    ['answer', 'under_review', { track: 'deep' }, { answer: '已经办好了。' }, 'TOPIC_TRACK'],
    ['open_endorsing', 'under_review', { track: 'instant' }, {}, 'TOPIC_TRACK'],
    ['open_deliberation', 'announced', {}, {}, 'TOPIC_NEED'],
    ['open_voting', 'finalised', { pack: 'opinion' }, {}, 'TOPIC_NEED'],
    ['publicise', 'finalised', {}, {}, 'TOPIC_NEED'],
    ['publicise', 'counted', { tally: { passed: false } }, {}, 'TOPIC_NEED'],
    ['start_work', 'effective', {}, {}, 'TOPIC_NEED'],
  ];
  it.each(needs)('cannot %s from %s with %o: %s', async (name, status, options, body, code) => {
    const id = await buildTopic(app.database, { ...options, status: status as 'submitted' }, app);
    await expectUntouched(
      app.database,
      () => act(app, people.moderator, id, name, body),
      code as 'TOPIC_NEED',
    );
  });

  it('publicise what was only talked over without a count', async () => {
    const id = await buildTopic(app.database, { status: 'finalised', pack: 'opinion' }, app);
    const answer = await act(app, people.moderator, id, 'publicise').expect(200);
    expect(answer.body).toMatchObject({
      status: 'publicised',
      windows: { publicationUntil: '2026-11-28T16:00:00.000Z' },
      path: [
        { code: 'raise' },
        { code: 'accept' },
        { code: 'deliberate' },
        { code: 'publicise' },
        { code: 'implement' },
      ],
    });
  });

  it('decline with a reason, which the street reviews by another person, once', async () => {
    const initiator = await buildSpeaker(app);
    const id = await buildTopic(app.database, { status: 'under_review', initiatorId: initiator }, app);
    await act(app, people.street, id, 'decline', {
      reason: '不是社区能定的',
      reasonCode: 'off_topic',
    }).expect(200);
    const page = await app.as(initiator).get(`/topics/${encodeId('topic', id)}`);
    expect(page.body).toMatchObject({
      status: 'declined',
      statusReason: '不是社区能定的',
      actions: ['review'],
    });
    await expectUntouched(
      app.database,
      () => own(app, initiator, id, 'ask-review', { text: '  ' }),
      'TOPIC_TEXT',
    );
    await expectUntouched(
      app.database,
      () => own(app, people.neighbour, id, 'ask-review', { text: '请复核。' }),
      'FORBIDDEN',
    );
    await own(app, initiator, id, 'ask-review', { text: '充电棚就在我们小区里。' }).expect(200);
    await expectUntouched(
      app.database,
      () => own(app, initiator, id, 'ask-review', { text: '再看看。' }),
      'TOPIC_STATE',
    );
    const queue = await app.as(people.street2).get(`/staff/divisions/${STREET}/topics?queue=declined`);
    expect((queue.body as { items: object[] }).items).toMatchObject([{ id: encodeId('topic', id) }]);
    const wish = await app.as(people.street2).get(`/staff/topics/${encodeId('topic', id)}`);
    expect(wish.body).toMatchObject({ reviewWish: { text: '充电棚就在我们小区里。' } });
    await expectUntouched(
      app.database,
      () => act(app, people.street, id, 'review_declined', { reason: '可以议' }),
      'TOPIC_OWN',
    );
    await expectUntouched(
      app.database,
      () => act(app, people.moderator, id, 'review_declined', { reason: '可以议' }),
      'FORBIDDEN',
    );
    await act(app, people.street2, id, 'review_declined', { reason: '社区可以议' }).expect(200);
    expect(await storedTopic(app.database, id)).toMatchObject({ status: 'under_review' });
    expect((await messagesTo(app.database, initiator)).map((one) => one.kind)).toEqual([
      'topic_declined',
      'topic_reviewed',
    ]);
    expect(await recordActs(app.database, id)).toEqual([
      'version',
      'decline',
      'ask_review',
      'review_declined',
    ]);
  });

  it('cannot be asked again once the review upheld it, nor after fifteen days', async () => {
    const initiator = await buildSpeaker(app);
    const id = await buildTopic(app.database, { status: 'under_review', initiatorId: initiator }, app);
    await act(app, people.moderator, id, 'decline', { reason: '已经在办' }).expect(200);
    await act(app, people.street, id, 'uphold_declined', { reason: '确实在办' }).expect(200);
    await expectUntouched(
      app.database,
      () => own(app, initiator, id, 'ask-review', { text: '再看看。' }),
      'TOPIC_STATE',
    );
    const late = await buildTopic(app.database, { status: 'declined', initiatorId: initiator }, app);
    app.clock.advance(15 * 86_400_000);
    await expectUntouched(
      app.database,
      () => own(app, initiator, late, 'ask-review', { text: '再看看。' }),
      'TOPIC_STATE',
    );
  });

  it('answer once per key, and the audit says who did what', async () => {
    const id = await buildTopic(app.database, { status: 'submitted' }, app);
    const key = randomUUID();
    const [first, second] = await Promise.all([
      act(app, people.moderator, id, 'take_up', {}, key),
      act(app, people.moderator, id, 'take_up', {}, key),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body).toEqual(second.body);
    expect((await recordActs(app.database, id)).filter((one) => one === 'take_up')).toHaveLength(1);
    expect(
      await countRows(
        app.database,
        "audit_entry WHERE action = 'topic.take_up' AND target_id = ? AND actor_id = ? AND division_code = ?",
        [id, people.moderator, COMMUNITY],
      ),
    ).toBe(1);
    expectRefusal(await act(app, people.moderator, id, 'return', reason, key), 'IDEMPOTENCY_KEY_REUSED');
  });

  it('set how many must endorse; nobody has to where the number is nought', async () => {
    const put = (person: number, body: object) =>
      app.as(person).put(`/staff/divisions/${COMMUNITY}/hall`, body);
    await put(people.moderator, { endorseThreshold: 0 }).expect(200);
    expect((await app.as().get(`/halls/${COMMUNITY}`)).body).toMatchObject({ endorseThreshold: 0 });
    const id = await buildTopic(app.database, { status: 'under_review', endorseThreshold: 30 }, app);
    await act(app, people.moderator, id, 'classify_deep').expect(200);
    await act(app, people.moderator, id, 'open_endorsing').expect(200);
    expect((await recordActs(app.database, id)).at(-1)).toBe('reach_endorsements');
    for (const endorseThreshold of [-1, 1001, 2.5, '5', null])
      await expectUntouched(app.database, () => put(people.moderator, { endorseThreshold }), 'INVALID_INPUT');
    await expectUntouched(app.database, () => put(people.foreign, { endorseThreshold: 5 }), 'FORBIDDEN');
    await expectUntouched(
      app.database,
      () => app.as(people.street).put(`/staff/divisions/${STREET}/hall`, { endorseThreshold: 5 }),
      'NOT_FOUND',
    );
    await buildHall(app.database, 10);
  });

  it('see what waits, each queue for whom it is', async () => {
    const community = OTHER_STREET_COMMUNITY;
    const todo = async (
      person: number,
    ): Promise<Record<string, { count: number; oldestAt: string | null }>> =>
      (await app.as(person).get(`/staff/divisions/${community}/halls-todo`).expect(200)).body as Record<
        string,
        { count: number; oldestAt: string | null }
      >;
    await buildTopic(app.database, { status: 'submitted', divisionCode: community }, app);
    const publicised = await buildTopic(app.database, { status: 'publicised', divisionCode: community }, app);
    const objection = await buildTopicObjection(app.database, publicised, people.stranger);
    const late = await buildFollowUp(app.database, publicised, { dueOn: '2026-11-22' });
    await app.database.execute('UPDATE topic_objection SET division_code = ? WHERE id = ?', [
      community,
      objection,
    ]);
    await app.database.execute('UPDATE follow_up SET division_code = ? WHERE id = ?', [community, late]);
    expect(await todo(people.foreign)).toMatchObject({
      review: { count: 1, oldestAt: '2026-11-22T01:05:00.000Z' },
      objections: { count: 1 },
      followUps: { count: 1 },
      late: { count: 0, oldestAt: null },
      cases: { count: 0 },
      assisted: { count: 0 },
    });
    const dispatcher = await buildSpeaker(app);
    await grantRole(app.database, dispatcher, 'dispatcher', community);
    expect(await todo(dispatcher)).toMatchObject({ review: { count: 0 }, followUps: { count: 1 } });
    expectRefusal(
      await app.as(people.moderator).get(`/staff/divisions/${community}/halls-todo`),
      'FORBIDDEN',
    );
    expectRefusal(await app.as(people.moderator).get('/staff/divisions/35%25/halls-todo'), 'FORBIDDEN');
  });

  it('page through their queues', async () => {
    const community = '350602002009';
    await buildDivision(app.database, community, '新华社区');
    for (let n = 0; n < 5; n += 1)
      await buildTopic(app.database, { status: 'submitted', divisionCode: community });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await app
        .as(people.street)
        .get(`/staff/divisions/${community}/topics?queue=review&limit=2${cursor}`)
        .expect(200);
      const body = page.body as { items: { id: string }[]; nextCursor: string | null };
      seen.push(...body.items.map((one) => one.id));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(5);
    expectRefusal(
      await app.as(people.street).get(`/staff/divisions/${community}/topics?cursor=oops`),
      'INVALID_INPUT',
    );
  });
});
