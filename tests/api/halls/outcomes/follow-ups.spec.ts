import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { FollowUpClock } from '@jiefang/bff/halls/outcomes/follow-up-clock';
import { FollowUps } from '@jiefang/bff/halls/outcomes/follow-ups';
import { verifyRecord } from '@jiefang/shared/record';
import { buildModerator, buildResident, recordActs } from '../../../builders/halls.js';
import { messagesTo } from '../../../builders/identity.js';
import { buildHallTopic, buildSpeaker } from '../../../builders/opinions.js';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { exported } from '../../../builders/record.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildPhoto } from '../../../builders/voting.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

interface FollowUpBody {
  id: string;
  status: string;
  state: string;
  doneOn: string | null;
  dropReason: string | null;
  progress: { text: string; photos: { id: string }[] }[];
  rating: { count: number; average: number | null; mine: number | null };
  actions: string[];
  topic?: { id: string };
}

const PROMISE = { title: '装三处充电棚', responsible: '东园物业', dueOn: '2026-12-01' };

describe('promises that follow a decision', () => {
  const [app] = stage(1);
  let dispatcher: number;
  let initiator: number;
  let resident: number;
  let topicId: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
    dispatcher = await buildPerson(app.database);
    await grantRole(app.database, dispatcher, 'dispatcher', COMMUNITY);
    initiator = await buildSpeaker(app);
    resident = await buildSpeaker(app);
  });
  beforeEach(async () => {
    topicId = await buildHallTopic(app, { status: 'implementing', initiatorId: initiator });
  });
  afterEach(async () => {
    expect(verifyRecord(await exported(app, topicId)).faults).toEqual([]);
    const wrong = await app.database.query(
      `SELECT f.id FROM follow_up f LEFT JOIN follow_up_rating r ON r.follow_up_id = f.id
        GROUP BY f.id HAVING MAX(f.ratings) <> COUNT(r.person_id) OR MAX(f.stars) <> COALESCE(SUM(r.stars), 0)`,
    );
    expect(wrong).toEqual([]);
  });

  const give = (body: object = {}, person = dispatcher) =>
    app.as(person).post(`/staff/topics/${encodeId('topic', topicId)}/follow-ups`, { ...PROMISE, ...body });
  const given = async (body: object = {}): Promise<FollowUpBody> =>
    (await give(body).expect(201)).body as FollowUpBody;
  const tell = (id: string, act: string, body: object = {}, person = dispatcher) =>
    app.as(person).post(`/staff/follow-ups/${id}/${act}`, body);
  const done = (id: string) => tell(id, 'done', { text: '三处都装好了。', photoIds: [] }).expect(200);
  const list = async (person?: number): Promise<FollowUpBody[]> =>
    (
      await app
        .as(person)
        .get(`/topics/${encodeId('topic', topicId)}/follow-ups`)
        .expect(200)
    ).body.items as FollowUpBody[];
  const rate = (id: string, person: number, body: object = { stars: 5 }) =>
    app.as(person).post(`/follow-ups/${id}/rating`, body);

  it('show who answers for them, how they go with photos, and that they were kept', async () => {
    const promise = await given();
    expect(promise).toMatchObject({ status: 'open', state: 'on_time', progress: [], actions: [] });
    expect(await app.app.get(FollowUps).closed(app.database, topicId)).toBe(false);
    const photo = await buildPhoto(app.database, 'public');
    await tell(promise.id, 'progress', { text: '第一处开工。', photoIds: [photo] }).expect(200);
    app.clock.set('2026-12-01T15:59:00Z');
    const answer = await done(promise.id);
    expect(answer.body).toMatchObject({ status: 'done', state: 'kept', doneOn: '2026-12-01' });
    expect(await list()).toMatchObject([
      { id: promise.id, progress: [{ text: '第一处开工。', photos: [{ id: photo }] }, { photos: [] }] },
    ]);
    expect((await messagesTo(app.database, initiator)).at(-1)).toMatchObject({ kind: 'follow_up_done' });
    expect((await recordActs(app.database, topicId)).slice(-3)).toEqual([
      'follow_up',
      'progress',
      'follow_up_done',
    ]);
    expect(await app.app.get(FollowUps).closed(app.database, topicId)).toBe(true);
    await expectUntouched(
      app.database,
      () => tell(promise.id, 'drop', { reason: '不办了' }),
      'FOLLOW_UP_STATE',
    );
    await expectUntouched(
      app.database,
      () => tell(promise.id, 'progress', { text: '还有。', photoIds: [] }),
      'FOLLOW_UP_STATE',
    );
  });

  it('are late the day after, broken a month later, and a dropped one is broken at once', async () => {
    const promise = await given();
    const dropped = await given({ title: '换路灯' });
    const answer = await tell(dropped.id, 'drop', { reason: '没有经费' }).expect(200);
    expect(answer.body).toMatchObject({ status: 'dropped', state: 'broken', dropReason: '没有经费' });
    const stateOf = async () => (await list()).find((one) => one.id === promise.id)?.state;
    const moderator = await buildModerator(app.database);
    app.clock.set('2026-12-01T15:59:59Z');
    expect(await stateOf()).toBe('on_time');
    await app.app.get(FollowUpClock).run();
    expect(await messagesTo(app.database, moderator)).toEqual([]);
    app.clock.set('2026-12-01T16:00:00Z');
    expect(await stateOf()).toBe('late');
    await app.app.get(FollowUpClock).run();
    await app.app.get(FollowUpClock).run();
    expect((await messagesTo(app.database, moderator)).map((one) => one.kind)).toEqual(['follow_up_late']);
    app.clock.set('2027-01-01T00:00:00Z');
    expect(await stateOf()).toBe('broken');
  });

  it('of a hall are listed by what became of them, page by page', async () => {
    const code = '350602009001';
    await buildDivision(app.database, code);
    const staff = await buildPerson(app.database);
    await grantRole(app.database, staff, 'dispatcher', code);
    const topic = await buildHallTopic(app, { status: 'effective', divisionCode: code });
    const rows = [
      ['在办', '2026-12-01', 'open', null],
      ['按期', '2026-11-20', 'done', '2026-11-20'],
      ['晚办', '2026-11-20', 'done', '2026-11-21'],
      ['逾期', '2026-11-22', 'open', null],
      ['没办', '2026-10-01', 'open', null],
      ['放弃', '2026-12-01', 'dropped', null],
    ];
    for (const [title, dueOn, status, doneOn] of rows) {
      await app.database.execute(
        `INSERT INTO follow_up (topic_id, division_code, title, responsible, due_on, status, done_on, created_by, created_at)
         VALUES (?, ?, ?, '物业', ?, ?, ?, 1, ?)`,
        [topic, code, title, dueOn, status, doneOn, new Date('2026-09-01')],
      );
    }
    const titles = async (query: string) => {
      const { body } = await app.as().get(`/halls/${code}/promises?${query}`).expect(200);
      return (body as { items: { title: string; state: string }[] }).items.map((one) => [
        one.title,
        one.state,
      ]);
    };
    expect(await titles('')).toHaveLength(6);
    expect(await titles('state=on_time')).toEqual([['在办', 'on_time']]);
    expect(await titles('state=kept')).toEqual([['按期', 'kept']]);
    expect(await titles('state=late')).toEqual([
      ['逾期', 'late'],
      ['晚办', 'late'],
    ]);
    expect(await titles('state=broken')).toEqual([
      ['放弃', 'broken'],
      ['没办', 'broken'],
    ]);
    const first = (await app.as().get(`/halls/${code}/promises?limit=4`).expect(200)).body as {
      items: object[];
      nextCursor: string;
    };
    const rest = await app.as().get(`/halls/${code}/promises?limit=4&cursor=${first.nextCursor}`).expect(200);
    expect([...first.items, ...(rest.body as { items: object[] }).items]).toHaveLength(6);
    const mine = await app.as(staff).get(`/staff/divisions/${code}/follow-ups?state=late`).expect(200);
    expect((mine.body as { items: object[] }).items).toHaveLength(2);
    expectRefusal(await app.as(dispatcher).get(`/staff/divisions/${code}/follow-ups`), 'FORBIDDEN');
    expectRefusal(await app.as().get(`/halls/${code}/promises?state=maybe`), 'INVALID_INPUT');
    expectRefusal(await app.as().get('/halls/350602/promises'), 'NOT_FOUND');
  });

  it('are rated by residents once done, and may be rated anew', async () => {
    const promise = await given();
    await expectUntouched(app.database, () => rate(promise.id, resident), 'FOLLOW_UP_STATE');
    await done(promise.id);
    expect((await list(resident))[0]?.actions).toEqual(['rate']);
    expect((await list())[0]?.actions).toEqual([]);
    await rate(promise.id, resident, { stars: 2, comment: '太慢了。' }).expect(200);
    const answer = await rate(promise.id, resident, { stars: 4 }).expect(200);
    expect((answer.body as FollowUpBody).rating).toEqual({ count: 1, average: 4, mine: 4 });
    await rate(promise.id, initiator, { stars: 5 }).expect(200);
    expect((await list(initiator))[0]?.rating).toEqual({ count: 2, average: 4.5, mine: 5 });
    const entries = await exported(app, topicId);
    expect(entries.join('\n')).not.toContain('太慢了');
    const many = await Promise.all(
      Array.from({ length: 6 }, (_, index) => rate(promise.id, resident, { stars: 1 + (index % 5) })),
    );
    expect(many.every((one) => one.status === 200)).toBe(true);
  });

  it('refuse bad stars, strangers, and ratings after the filing', async () => {
    const promise = await given();
    await done(promise.id);
    for (const stars of [0, 6, 1.5, '5', null])
      await expectUntouched(app.database, () => rate(promise.id, resident, { stars }), 'INVALID_INPUT');
    await expectUntouched(
      app.database,
      () => rate(promise.id, resident, { stars: 5, comment: '长'.repeat(301) }),
      'INVALID_INPUT',
    );
    const stranger = await buildResident(app.database, OTHER_STREET_COMMUNITY);
    await expectUntouched(app.database, () => rate(promise.id, stranger), 'RESIDENT_REQUIRED');
    expectRefusal(await app.as().post(`/follow-ups/${promise.id}/rating`, { stars: 5 }), 'UNAUTHENTICATED');
    await app.database.execute("UPDATE topic SET status = 'archived' WHERE id = ?", [topicId]);
    await expectUntouched(app.database, () => rate(promise.id, resident), 'FOLLOW_UP_STATE');
    expectRefusal(await rate(encodeId('follow_up', 999_999), resident), 'NOT_FOUND');
  });

  it('are refused with a day that is past or none, before a decision, and from who may not', async () => {
    await expectUntouched(app.database, () => give({ dueOn: '2026-11-23' }), 'FOLLOW_UP_DATE');
    await expectUntouched(app.database, () => give({ dueOn: '2031-01-01' }), 'FOLLOW_UP_DATE');
    await expectUntouched(app.database, () => give({ dueOn: '2026-02-30' }), 'INVALID_INPUT');
    await expectUntouched(app.database, () => give({ dueOn: 'soon' }), 'INVALID_INPUT');
    await expectUntouched(app.database, () => give({ title: '' }), 'INVALID_INPUT');
    await expectUntouched(app.database, () => give({ responsible: '\u200b\u200b' }), 'INVALID_INPUT');
    await expectUntouched(app.database, () => give({}, resident), 'FORBIDDEN');
    const foreign = await buildModerator(app.database, OTHER_STREET_COMMUNITY);
    await expectUntouched(app.database, () => give({}, foreign), 'FORBIDDEN');
    const promise = await given();
    const staffOnly = await buildPhoto(app.database, 'staff');
    for (const [body, code] of [
      [{ text: '好', photoIds: [] }, 'INVALID_INPUT'],
      [{ text: '开工了', photoIds: [staffOnly] }, 'INVALID_INPUT'],
      [{ text: '开工了', photoIds: [encodeId('attachment', 999_999)] }, 'NOT_FOUND'],
      [{ text: '开工了', photoIds: ['../etc'] }, 'INVALID_INPUT'],
      [{ text: '开工了' }, 'INVALID_INPUT'],
    ] as const) {
      await expectUntouched(app.database, () => tell(promise.id, 'progress', body), code);
    }
    await expectUntouched(app.database, () => tell(promise.id, 'drop', {}), 'INVALID_INPUT');
    await expectUntouched(
      app.database,
      () => tell(promise.id, 'drop', { reason: '没钱' }, foreign),
      'FORBIDDEN',
    );
    topicId = await buildHallTopic(app, { status: 'publicised', initiatorId: initiator });
    await expectUntouched(app.database, () => give(), 'TOPIC_STATE');
    topicId = await buildHallTopic(app, { status: 'effective', initiatorId: dispatcher });
    await expectUntouched(app.database, () => give(), 'TOPIC_OWN');
  });
});
