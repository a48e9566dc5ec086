import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildRoll, buildTopic, inDays, recordActs, storedTopic } from '../../../builders/halls.js';
import { messagesTo } from '../../../builders/identity.js';
import { buildSpeaker } from '../../../builders/opinions.js';
import { buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { stage } from '../../../support/stage.js';
import {
  act,
  buildHallPeople,
  buildTopicObjection,
  own,
  raise,
  runTopicClock,
  type HallPeople,
  type TopicBody,
} from './support.js';

const HOUR_MS = 3_600_000;

jest.setTimeout(120_000);

describe('time', () => {
  const [app] = stage(1);
  let people: HallPeople;
  beforeAll(async () => {
    people = await buildHallPeople(app);
  });

  const see = async (topic: number | string, person?: number): Promise<TopicBody> => {
    const id = typeof topic === 'number' ? encodeId('topic', topic) : topic;
    return (await app.as(person).get(`/topics/${id}`).expect(200)).body as TopicBody;
  };
  const kindsTo = async (person: number): Promise<string[]> =>
    (await messagesTo(app.database, person)).map((message) => message.kind);
  const hall = async (): Promise<{ lateTopics: number }> =>
    (await app.as().get(`/halls/${COMMUNITY}`).expect(200)).body as { lateTopics: number };

  it('gives staff three working days to take a topic up, shows when they are late, and goes up to the street', async () => {
    const administrator = await buildPerson(app.database);
    await grantRole(app.database, administrator, 'administrator', COMMUNITY.slice(0, 9));
    const city = await buildPerson(app.database);
    await grantRole(app.database, city, 'administrator', COMMUNITY.slice(0, 4));
    const topic = await raise(app, await buildSpeaker(app));
    // Friday: the third working day is Wednesday, to its end.
    app.clock.set('2026-11-27T02:00:00Z');
    await own(app, await initiatorOf(topic.id), topic.id, 'submit').expect(200);
    await act(app, people.moderator, topic.id, 'take_up').expect(200);
    expect((await see(topic.id)).clocks).toMatchObject([
      { kind: 'review', dueAt: '2026-12-02T16:00:00.000Z', late: false },
    ]);
    app.clock.set('2026-12-02T15:59:59Z');
    await runTopicClock(app);
    expect((await see(topic.id)).late).toEqual([]);
    const before = (await hall()).lateTopics;
    app.clock.set('2026-12-02T16:00:00Z');
    await runTopicClock(app);
    await runTopicClock(app);
    expect((await see(topic.id)).late).toEqual([
      { kind: 'review', word: '受理', dueAt: '2026-12-02T16:00:00.000Z' },
    ]);
    expect((await hall()).lateTopics).toBe(before + 1);
    for (const told of [people.street, people.street2, administrator])
      expect((await kindsTo(told)).filter((kind) => kind === 'topic_late')).toHaveLength(1);
    for (const spared of [people.moderator, city, people.foreign])
      expect(await kindsTo(spared)).not.toContain('topic_late');
    const acts = await recordActs(app.database, decodeId('topic', topic.id));
    expect(acts.filter((one) => one === 'clock_late')).toHaveLength(1);

    await act(app, people.moderator, topic.id, 'classify_deep').expect(200);
    expect(await see(topic.id)).toMatchObject({
      late: [],
      clocks: [{ kind: 'review', late: true, stoppedAt: '2026-12-02T16:00:00.000Z' }, { kind: 'start' }],
    });
    expect((await hall()).lateTopics).toBe(before);
  });

  it('goes up to the next division that has somebody when the street has nobody', async () => {
    await app.database.execute('UPDATE role_grant SET revoked_at = ? WHERE division_code = ?', [
      app.clock.now(),
      COMMUNITY.slice(0, 9),
    ]);
    const district = await buildPerson(app.database);
    await grantRole(app.database, district, 'moderator', COMMUNITY.slice(0, 6));
    const id = await buildTopic(app.database, { status: 'under_review', track: 'instant' }, app);
    await act(app, people.moderator, id, 'classify_instant').expect(200);
    app.clock.advance(48 * HOUR_MS);
    await runTopicClock(app);
    expect(await kindsTo(district)).toEqual(['topic_late']);
    await app.database.execute('UPDATE role_grant SET revoked_at = NULL WHERE division_code = ?', [
      COMMUNITY.slice(0, 9),
    ]);
  });

  it('gives an instant topic 48 hours and a deep one five working days, across the New Year', async () => {
    const instant = await buildTopic(app.database, { status: 'under_review', track: 'instant' }, app);
    const deep = await buildTopic(app.database, { status: 'under_review' }, app);
    app.clock.set('2026-12-30T02:30:00Z');
    await act(app, people.moderator, instant, 'classify_instant').expect(200);
    await act(app, people.moderator, deep, 'classify_deep').expect(200);
    expect((await see(instant)).clocks).toMatchObject([
      { kind: 'answer', dueAt: '2027-01-01T02:30:00.000Z' },
    ]);
    const [start] = (await see(deep)).clocks;
    expect(new Date(start?.dueAt ?? 0).getTime()).toBeGreaterThan(Date.parse('2027-01-06T16:00:00Z'));
    await act(app, people.moderator, instant, 'answer', { answer: '路灯已经修好。' }).expect(200);
    expect(await see(instant)).toMatchObject({
      status: 'effective',
      answer: '路灯已经修好。',
      path: [
        { code: 'raise' },
        { code: 'accept' },
        { code: 'publicise', state: 'now' },
        { code: 'implement' },
      ],
    });
    app.clock.advance(60 * HOUR_MS);
    await runTopicClock(app);
    expect((await see(instant)).late).toEqual([]);
  });

  it('ends endorsing that has not reached its number, and tells those who endorsed', async () => {
    const initiator = await buildSpeaker(app);
    const few = await buildTopic(
      app.database,
      { status: 'endorsing', endorseThreshold: 2, initiatorId: initiator, endorseUntil: inDays(1) },
      app,
    );
    const enough = await buildTopic(
      app.database,
      { status: 'endorsing', endorseThreshold: 1, endorseUntil: inDays(1) },
      app,
    );
    const endorser = await buildSpeaker(app);
    await own(app, endorser, few, 'endorse', { textNo: 1 }).expect(200);
    await own(app, endorser, enough, 'endorse', { textNo: 1 }).expect(200);
    app.clock.set(inDays(1));
    await runTopicClock(app);
    expect(await storedTopic(app.database, few)).toMatchObject({ status: 'failed' });
    expect(await see(few)).toMatchObject({ statusReason: '附议期满，人数不够。' });
    expect(await storedTopic(app.database, enough)).toMatchObject({ status: 'endorsing' });
    expect(await kindsTo(endorser)).toContain('topic_failed');
    expect(await kindsTo(initiator)).toContain('topic_failed');
    expect((await recordActs(app.database, few)).at(-1)).toBe('lapse_endorsing');
  });

  it('takes back what was not corrected within thirty days', async () => {
    const initiator = await buildSpeaker(app);
    const id = await buildTopic(
      app.database,
      { status: 'returned', initiatorId: initiator, statusAt: inDays(0) },
      app,
    );
    app.clock.set(inDays(29.9));
    await runTopicClock(app);
    expect(await storedTopic(app.database, id)).toMatchObject({ status: 'returned' });
    app.clock.set(inDays(30));
    await runTopicClock(app);
    expect(await storedTopic(app.database, id)).toMatchObject({ status: 'withdrawn' });
    expect(await kindsTo(initiator)).toEqual(['topic_lapsed']);
  });

  it('waits with the effect for the answer to every objection', async () => {
    const id = await buildTopic(app.database, { status: 'publicised', publicationUntil: inDays(1) }, app);
    const objection = await buildTopicObjection(app.database, id, people.neighbour);
    app.clock.set(inDays(2));
    await runTopicClock(app);
    expect(await storedTopic(app.database, id)).toMatchObject({ status: 'publicised' });
    await app.database.execute("UPDATE topic_objection SET status = 'dismissed' WHERE id = ?", [objection]);
    await runTopicClock(app);
    expect(await storedTopic(app.database, id)).toMatchObject({ status: 'effective' });
  });

  it('stands still while a topic is suspended: windows and duties come later by the pause', async () => {
    const id = await buildTopic(
      app.database,
      { status: 'voting', votesUntil: inDays(2), deliberatesUntil: inDays(-1) },
      app,
    );
    await buildRoll(app.database, id, [{ personId: people.neighbour }]);
    const announced = await buildTopic(
      app.database,
      { status: 'announced', deliberatesFrom: inDays(1), deliberatesUntil: inDays(8) },
      app,
    );
    await app.database.execute(
      "INSERT INTO topic_clock (topic_id, kind, started_at, due_at) VALUES (?, 'start', ?, ?)",
      [announced, inDays(-1), inDays(1)],
    );
    for (const topic of [id, announced])
      await act(app, people.street, topic, 'suspend', { reason: '有人反映名册不对' }).expect(200);
    expect(await see(id, people.neighbour)).toMatchObject({
      status: 'suspended',
      suspendedFrom: 'voting',
      stage: 'vote',
      statusReason: '有人反映名册不对',
    });
    app.clock.set(inDays(10));
    await runTopicClock(app);
    expect(await storedTopic(app.database, id)).toMatchObject({ status: 'suspended' });
    expect((await see(announced)).late).toEqual([]);
    for (const topic of [id, announced])
      await act(app, people.street, topic, 'resume', { reason: '名册核对无误' }).expect(200);
    expect(await see(id)).toMatchObject({
      status: 'voting',
      windows: {
        votesUntil: inDays(12).toISOString(),
        deliberatesUntil: inDays(-1).toISOString(),
      },
    });
    expect(await see(announced)).toMatchObject({
      status: 'announced',
      windows: { deliberatesFrom: inDays(11).toISOString(), deliberatesUntil: inDays(18).toISOString() },
      clocks: [{ kind: 'start', dueAt: inDays(11).toISOString(), late: false }],
    });
    await runTopicClock(app);
    expect(await storedTopic(app.database, announced)).toMatchObject({ status: 'announced' });
    app.clock.set(inDays(11));
    await runTopicClock(app);
    expect(await storedTopic(app.database, announced)).toMatchObject({ status: 'deliberating' });
    expect(await kindsTo(people.neighbour)).toEqual(
      expect.arrayContaining(['topic_suspended', 'topic_resumed']),
    );
  });

  it('ends for good a topic that is ended while it is suspended', async () => {
    const id = await buildTopic(app.database, { status: 'suspended', suspendedFrom: 'publicised' }, app);
    await act(app, people.street, id, 'annul', { reason: '程序有误，重新提出' }).expect(200);
    expect(await see(id)).toMatchObject({ status: 'failed', actions: [] });
    const finished = (await app.as(people.street).get(`/staff/topics/${encodeId('topic', id)}`))
      .body as TopicBody;
    expect(finished.staffActions).toEqual([]);
  });

  it('extends a vote once where too few took part, then counts it', async () => {
    const id = await buildTopic(app.database, { status: 'voting', votesUntil: inDays(2) }, app);
    await buildRoll(app.database, id, [{ personId: people.neighbour }, { personId: people.initiator }]);
    app.clock.set(inDays(2));
    await runTopicClock(app);
    expect(await see(id)).toMatchObject({
      status: 'voting',
      windows: { votesUntil: inDays(5).toISOString() },
    });
    app.clock.set(inDays(5));
    await runTopicClock(app);
    expect(await see(id)).toMatchObject({ status: 'failed', tally: { passed: false } });
    expect(await kindsTo(people.neighbour)).toEqual(
      expect.arrayContaining(['topic_extended', 'topic_failed']),
    );
    expect((await recordActs(app.database, id)).filter((one) => TOPIC_ENDS.includes(one))).toEqual([
      'extend_voting',
      'count',
      'fail',
    ]);
  });

  it('does its work once, however many replicas look at the clock', async () => {
    const id = await buildTopic(app.database, { status: 'announced', deliberatesFrom: inDays(0) }, app);
    await Promise.all([runTopicClock(app), runTopicClock(app), runTopicClock(app)]);
    expect((await recordActs(app.database, id)).filter((one) => one === 'open_deliberation')).toHaveLength(1);
  });

  const TOPIC_ENDS = ['extend_voting', 'count', 'fail'];
  const initiatorOf = async (publicId: string): Promise<number> =>
    (
      await app.database.query<{ id: number }>('SELECT initiator_id AS id FROM topic WHERE id = ?', [
        decodeId('topic', publicId),
      ])
    )[0]?.id ?? 0;
});
