import { randomUUID } from 'node:crypto';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { TOPIC_STATUSES, type TopicStatus } from '@jiefang/shared/topics';
import {
  buildHall,
  buildResident,
  buildRoll,
  buildTopic,
  inDays,
  recordActs,
  storedTopic,
} from '../../../builders/halls.js';
import { buildSpeaker } from '../../../builders/opinions.js';
import { buildDivision, buildPerson, buildResidency } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import {
  act,
  buildFollowUp,
  buildHallPeople,
  DRAFT,
  own,
  raise,
  type HallPeople,
  type TopicBody,
} from './support.js';

jest.setTimeout(120_000);

describe('residents', () => {
  const [app] = stage(1);
  let people: HallPeople;
  beforeAll(async () => {
    people = await buildHallPeople(app);
    await buildHall(app.database, 3);
  });

  const page = async (id: number, person?: number): Promise<TopicBody> =>
    (
      await app
        .as(person)
        .get(`/topics/${encodeId('topic', id)}`)
        .expect(200)
    ).body as TopicBody;
  const cards = async (path: string, person?: number): Promise<{ id: string; status: string }[]> =>
    ((await app.as(person).get(path).expect(200)).body as { items: { id: string; status: string }[] }).items;

  it('raise topics where they live', async () => {
    const phoneless = await buildPerson(app.database, { phone: null });
    await buildResidency(app.database, phoneless, COMMUNITY);
    const newcomer = await buildPerson(app.database);
    const post = (person: number | undefined, change: object = {}) =>
      app.as(person).post('/topics', { ...DRAFT, ...change });
    await expectUntouched(app.database, () => post(people.stranger), 'RESIDENT_REQUIRED');
    await expectUntouched(app.database, () => post(newcomer), 'RESIDENT_REQUIRED');
    await expectUntouched(app.database, () => post(phoneless), 'PHONE_REQUIRED');
    await expectUntouched(app.database, () => post(undefined), 'UNAUTHENTICATED');
    await expectUntouched(
      app.database,
      () => post(people.initiator, { communityCode: '350602002999' }),
      'NOT_FOUND',
    );
    for (const change of [
      { communityCode: '350602002' },
      { communityCode: "350602002002' OR 1=1" },
      { track: 'fast' },
      { track: null },
      { title: null },
      { title: 7 },
      { body: ['一', '二'] },
      { status: 'submitted' },
      { initiatorId: 1 },
    ])
      await expectUntouched(app.database, () => post(people.initiator, change), 'INVALID_INPUT');
    const key = randomUUID();
    const [one, two] = await Promise.all([
      app.as(people.initiator).post('/topics', DRAFT, key),
      app.as(people.initiator).post('/topics', DRAFT, key),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body).toEqual(two.body);
    expectRefusal(
      await app.as(people.initiator).post('/topics', { ...DRAFT, title: '别的' }, key),
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  it('submit as long as they live there', async () => {
    const mover = await buildSpeaker(app);
    const topic = await raise(app, mover);
    await app.database.execute("UPDATE residency SET status = 'rejected' WHERE person_id = ?", [mover]);
    await expectUntouched(app.database, () => own(app, mover, topic.id, 'submit'), 'RESIDENT_REQUIRED');
    expectRefusal(await own(app, people.neighbour, topic.id, 'submit'), 'NOT_FOUND');
  });

  it('see what is public in whatever status, and nothing else', async () => {
    for (const status of TOPIC_STATUSES) {
      const id = await buildTopic(app.database, { status, title: `第一版 ${status}`.slice(0, 40) }, app);
      const isPublic = !['draft', 'submitted', 'returned', 'withdrawn'].includes(status);
      for (const person of [undefined, people.neighbour, people.stranger]) {
        const answer = await app.as(person).get(`/topics/${encodeId('topic', id)}`);
        if (isPublic) expect([status, answer.status]).toEqual([status, 200]);
        else expectRefusal(answer, 'NOT_FOUND');
      }
      const staff = await app.as(people.moderator).get(`/topics/${encodeId('topic', id)}`);
      expect([status, staff.status]).toEqual([status, status === 'draft' ? 404 : 200]);
    }
  });

  it('read no tally while others vote', async () => {
    const id = await buildTopic(app.database, { status: 'voting' }, app);
    await buildRoll(app.database, id, [{ personId: people.neighbour }]);
    for (const person of [undefined, people.neighbour, people.moderator, people.street])
      expect(JSON.stringify(await page(id, person))).not.toMatch(/"for":[1-9]|"passed"/);
  });

  it('endorse the text they read, once, until it is over', async () => {
    const initiator = await buildSpeaker(app);
    const id = await buildTopic(
      app.database,
      { status: 'endorsing', initiatorId: initiator, endorseThreshold: 3, endorseUntil: inDays(2) },
      app,
    );
    const endorse = (person: number, textNo: unknown = 1) => own(app, person, id, 'endorse', { textNo });
    expect((await page(id, people.neighbour)).actions).toEqual(['endorse', 'speak', 'react', 'report']);
    expect((await page(id, people.stranger)).actions).toEqual(['speak', 'react', 'report']);
    expect((await page(id, initiator)).actions).toEqual(['edit', 'withdraw', 'speak', 'react']);
    await expectUntouched(app.database, () => endorse(initiator), 'ENDORSE_OWN');
    await expectUntouched(app.database, () => endorse(people.stranger), 'RESIDENT_REQUIRED');
    await expectUntouched(app.database, () => endorse(people.moderator), 'RESIDENT_REQUIRED');
    await expectUntouched(app.database, () => endorse(people.neighbour, 2), 'ENDORSE_OLD_VERSION');
    for (const textNo of [0, -1, 1.5, '1', null, 1e12])
      await expectUntouched(app.database, () => endorse(people.neighbour, textNo), 'INVALID_INPUT');
    await expectUntouched(app.database, () => own(app, people.neighbour, id, 'unendorse'), 'ENDORSE_NONE');
    await endorse(people.neighbour).expect(200);
    await expectUntouched(app.database, () => endorse(people.neighbour), 'ENDORSE_ALREADY');
    expect((await page(id, people.neighbour)).actions).toContain('unendorse');
    await own(app, people.neighbour, id, 'unendorse').expect(200);
    await endorse(people.neighbour).expect(200);
    expect(await storedTopic(app.database, id)).toMatchObject({ endorsements: 1 });
    expect((await recordActs(app.database, id)).slice(1)).toEqual(['endorse', 'unendorse', 'endorse']);
    app.clock.set(inDays(2));
    const late = await buildResident(app.database);
    await expectUntouched(app.database, () => endorse(late), 'TOPIC_STATE');
    await expectUntouched(app.database, () => own(app, people.neighbour, id, 'unendorse'), 'TOPIC_STATE');
  });

  it.each(TOPIC_STATUSES.filter((status) => status !== 'endorsing'))(
    'endorse nothing that is %s',
    async (status) => {
      const id = await buildTopic(app.database, { status }, app);
      const hidden: TopicStatus[] = ['draft', 'submitted', 'returned', 'withdrawn'];
      await expectUntouched(
        app.database,
        () => own(app, people.neighbour, id, 'endorse', { textNo: 1 }),
        hidden.includes(status) ? 'NOT_FOUND' : 'TOPIC_STATE',
      );
    },
  );

  it('take their own topic back until it is announced, and nobody does it for them', async () => {
    const initiator = await buildSpeaker(app);
    for (const status of TOPIC_STATUSES) {
      const id = await buildTopic(app.database, { status, initiatorId: initiator }, app);
      const may = ['draft', 'submitted', 'under_review', 'returned', 'endorsing'].includes(status);
      if (!may) {
        await expectUntouched(app.database, () => own(app, initiator, id, 'withdraw'), 'TOPIC_STATE');
        continue;
      }
      const other = await own(app, people.moderator, id, 'withdraw');
      expect([403, 404]).toContain(other.status);
      const answer = await own(app, initiator, id, 'withdraw', { reason: '已经自己解决了' }).expect(200);
      expect(answer.body).toMatchObject({ status: 'withdrawn', statusReason: '已经自己解决了', actions: [] });
    }
  });

  it('list the topics of a hall by stage, by words, page by page', async () => {
    const community = '350602002021';
    await buildDivision(app.database, community, '南山社区');
    const made: Partial<Record<TopicStatus, string>> = {};
    for (const status of TOPIC_STATUSES)
      made[status] = encodeId(
        'topic',
        await buildTopic(app.database, {
          status,
          divisionCode: community,
          title: `路灯 100% ${status}`.slice(0, 40),
        }),
      );
    const list = (query: string) => cards(`/halls/${community}/topics?limit=50&${query}`);
    const statusesOf = async (query: string): Promise<string[]> =>
      (await list(query)).map((one) => one.status).sort();
    expect(await statusesOf('stage=accept')).toEqual(['announced', 'endorsing', 'under_review']);
    // A suspended topic stays on the stage it came from.
    expect(await statusesOf('stage=deliberate')).toEqual(['deliberating', 'finalised', 'suspended']);
    expect(await statusesOf('stage=raise')).toEqual([]);
    expect(await statusesOf('closed=1')).toEqual(['archived', 'declined', 'failed', 'merged']);
    expect(await statusesOf('q=100%25')).toHaveLength(16);
    expect(await statusesOf(`q=${encodeURIComponent('路灯 100_')}`)).toEqual([]);
    expect(await statusesOf(`q=${encodeURIComponent('没有')}`)).toEqual([]);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await app
        .as()
        .get(`/halls/${community}/topics?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const body = answer.body as { items: { id: string }[]; nextCursor: string | null };
      seen.push(...body.items.map((one) => one.id));
      cursor = body.nextCursor;
    }
    expect(seen).toHaveLength(16);
    expect(new Set(seen).size).toBe(16);
    for (const query of [
      'stage=nowhere',
      'closed=2',
      'cursor=%00',
      'limit=0',
      'limit=51',
      `q=${'长'.repeat(41)}`,
    ])
      expectRefusal(await app.as().get(`/halls/${community}/topics?${query}`), 'INVALID_INPUT');
    expectRefusal(await app.as().get('/halls/350602002998/topics'), 'NOT_FOUND');
    expectRefusal(await app.as().get('/halls/350602002/topics'), 'NOT_FOUND');
  });

  it('see how their hall keeps its promises', async () => {
    const community = '350602002022';
    await buildDivision(app.database, community, '北山社区');
    const id = await buildTopic(app.database, { status: 'implementing', divisionCode: community });
    await buildTopic(app.database, { status: 'deliberating', divisionCode: community });
    await buildTopic(app.database, { status: 'failed', divisionCode: community });
    await buildTopic(app.database, { status: 'draft', divisionCode: community });
    for (const change of [
      { dueOn: '2026-11-23' },
      { dueOn: '2026-11-22' },
      { dueOn: '2026-10-24' },
      { dueOn: '2026-10-23' },
      { dueOn: '2026-11-01', status: 'done', doneOn: '2026-11-01' },
      { dueOn: '2026-11-01', status: 'done', doneOn: '2026-11-02' },
      { dueOn: '2027-11-01', status: 'dropped' },
    ])
      await buildFollowUp(app.database, id, change);
    await app.database.execute('UPDATE follow_up SET division_code = ? WHERE topic_id = ?', [community, id]);
    expect((await app.as().get(`/halls/${community}`).expect(200)).body).toEqual({
      division: { code: community, name: '北山社区' },
      endorseThreshold: 10,
      promises: { onTime: 1, kept: 1, late: 3, broken: 2 },
      topics: { open: 1, decided: 1 },
      lateTopics: 0,
    });
  });

  it('find their own topics whatever became of them', async () => {
    const initiator = await buildSpeaker(app);
    for (const status of ['draft', 'withdrawn', 'voting'] as const)
      await buildTopic(app.database, { status, initiatorId: initiator });
    expect((await cards('/me/topics', initiator)).map((one) => one.status)).toEqual([
      'voting',
      'withdrawn',
      'draft',
    ]);
    expectRefusal(await app.as().get('/me/topics'), 'UNAUTHENTICATED');
    expectRefusal(await app.as().get('/me/merges'), 'UNAUTHENTICATED');
  });

  it('meet a clear answer for ids that are none', async () => {
    for (const id of [
      'x',
      'AAAAAAAA',
      encodeId('person', 1),
      encodeId('topic', 999_999),
      '..%2f..',
      '%00',
      '议题',
    ]) {
      for (const path of [`/topics/${encodeURI(id)}`, `/topics/${encodeURI(id)}/texts`])
        expectRefusal(await app.as(people.neighbour).get(path), 'NOT_FOUND');
      expectRefusal(
        await act(app, people.moderator, id.includes('%') ? 'x' : encodeURI(id), 'take_up'),
        'NOT_FOUND',
      );
    }
    const id = await buildTopic(app.database, { status: 'submitted' }, app);
    for (const name of [
      'announce',
      'uphold_objection',
      'fail',
      'archive',
      'reach_endorsements',
      'toString',
      '__proto__',
    ])
      await expectUntouched(app.database, () => act(app, people.moderator, id, name), 'NOT_FOUND');
    for (const body of [
      { reason: 5 },
      { reason: '长'.repeat(301) },
      { reason: 'a\u202eb' },
      { reasonCode: 'mood' },
      { status: 'voting' },
      [],
    ])
      await expectUntouched(
        app.database,
        () => act(app, people.moderator, id, 'return', body),
        'INVALID_INPUT',
      );
    await expectUntouched(
      app.database,
      () => app.as(people.moderator).post(`/staff/topics/${encodeId('topic', id)}/acts/take_up`, {}, 'short'),
      'IDEMPOTENCY_KEY_MISSING',
    );
  });
});
