import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildModerator, recordActs } from '../../../builders/halls.js';
import {
  buildHallTopic,
  buildOpinions,
  buildSpeaker,
  listOpinions,
  miscounted,
  recordOf,
  say,
  visit,
  walkOpinions,
} from '../../../builders/opinions.js';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

describe('opinions on a topic', () => {
  const [app] = stage(1);
  beforeAll(() => buildDivision(app.database, COMMUNITY, '延安社区'));
  afterEach(async () => expect(await miscounted(app.database)).toEqual([]));

  const path = (topic: number): string => `/topics/${encodeId('topic', topic)}/opinions`;

  it('stand with stance, role and counters, and on the record', async () => {
    const topic = await buildHallTopic(app);
    const person = await buildSpeaker(app);
    const first = await say(app, person, topic, { stance: 'against', text: '  棚子挡了\r\n消防通道。\t ' });
    expect(first).toMatchObject({
      parentId: null,
      author: { role: 'resident', roleWord: '居民' },
      stance: 'against',
      text: '棚子挡了\n消防通道。',
      textNo: 1,
      editedAt: null,
      status: 'visible',
      pending: false,
      hidden: null,
      channel: 'app',
      agree: 0,
      disagree: 0,
      pass: 0,
      replies: 0,
      mine: { own: true, reaction: null },
      actions: ['edit', 'reply'],
    });
    const { items } = await listOpinions(app, topic);
    expect(items).toEqual([{ ...first, mine: null, actions: [] }]);
    const [row] = await app.database.query<object>(
      'SELECT opinions, stance_for AS f, stance_against AS a, stance_neutral AS n FROM topic WHERE id = ?',
      [topic],
    );
    expect(row).toEqual({ opinions: 1, f: 0, a: 1, n: 0 });
    const entry = (await recordOf(app.database, topic)).at(-1);
    expect(entry).toMatchObject({
      act: 'opinion',
      actor: { role: 'resident', ref: expect.stringMatching(/^[0-9a-f]{16}$/) },
      body: { opinion: first.id, no: 1, parent: null, stance: 'against', channel: 'app' },
      texts: ['棚子挡了\n消防通道。'],
    });
  });

  it('are repeated by their key, also when the topic has moved on since', async () => {
    const topic = await buildHallTopic(app);
    const person = await buildSpeaker(app);
    const body = { stance: 'for', text: '同意。' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => app.as(person).post(path(topic), body, 'key-of-one-opinion')),
    );
    expect(new Set(answers.map((answer) => (answer.body as { id: string }).id)).size).toBe(1);
    await app.database.execute("UPDATE topic SET status = 'finalised' WHERE id = ?", [topic]);
    const later = await app.as(person).post(path(topic), body, 'key-of-one-opinion').expect(201);
    expect(later.body).toEqual(answers[0]?.body);
    expectRefusal(
      await app.as(person).post(path(topic), { ...body, text: '另一句。' }, 'key-of-one-opinion'),
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect((await listOpinions(app, topic)).items).toHaveLength(1);
  });

  it('show in what capacity somebody speaks: role of the community, staff, resident', async () => {
    const topic = await buildHallTopic(app);
    const property = await buildPerson(app.database);
    await app.database.execute(
      "INSERT INTO hall_role (division_code, person_id, role, granted_by, granted_at) VALUES (?, ?, 'property', 1, NOW(3))",
      [COMMUNITY, property],
    );
    const moderator = await buildModerator(app.database);
    const representative = await buildSpeaker(app);
    await app.database.execute(
      "INSERT INTO hall_role (division_code, person_id, role, granted_by, granted_at) VALUES (?, ?, 'representative', 1, NOW(3))",
      [COMMUNITY, representative],
    );
    await visit(app, property, moderator);
    expect((await say(app, property, topic)).author).toMatchObject({ role: 'property', roleWord: '物业' });
    expect((await say(app, moderator, topic)).author).toMatchObject({
      role: 'staff',
      roleWord: '社区工作人员',
    });
    expect((await say(app, representative, topic)).author).toMatchObject({ role: 'resident' });
  });

  it('have two levels', async () => {
    const topic = await buildHallTopic(app);
    const [one, other] = [await buildSpeaker(app), await buildSpeaker(app)];
    const first = await say(app, one, topic);
    const reply = await say(app, other, topic, {
      parentId: first.id,
      stance: 'neutral',
      text: '放在东门呢？',
    });
    expect(reply).toMatchObject({ parentId: first.id, actions: ['edit'] });
    expectRefusal(
      await app.as(one).post(path(topic), { stance: 'for', text: '行。', parentId: reply.id }),
      'OPINION_DEPTH',
    );
    const top = await listOpinions(app, topic, { as: other });
    expect(top.items).toMatchObject([{ id: first.id, replies: 1, actions: ['react', 'reply', 'report'] }]);
    const below = await listOpinions(app, topic, { query: `parent=${first.id}`, as: one });
    expect(below.items).toMatchObject([{ id: reply.id, actions: ['react', 'report'] }]);
    const [row] = await app.database.query('SELECT opinions, stance_neutral AS n FROM topic WHERE id = ?', [
      topic,
    ]);
    expect(row).toEqual({ opinions: 2, n: 0 });
  });

  it('are read newest, most agreed or most contested first, page by page and each once', async () => {
    const topic = await buildHallTopic(app);
    const author = await buildSpeaker(app);
    const counts = Array.from({ length: 23 }, (_, n) => ({
      agree: n % 4 === 0 ? 0 : n % 5,
      disagree: (n * 7) % 3,
    }));
    const ids = await buildOpinions(app.database, topic, author, counts);
    const orderBy = (key: (n: number) => number): string[] =>
      ids
        .map((id, n) => ({ id, key: key(n) }))
        .sort((a, b) => b.key - a.key || b.id - a.id)
        .map(({ id }) => encodeId('opinion', id));
    const agreeOf = (n: number): number => counts[n]?.agree ?? 0;
    const contestedOf = (n: number): number => Math.min(agreeOf(n), counts[n]?.disagree ?? 0);
    const expected = { newest: orderBy(() => 0), agreed: orderBy(agreeOf), contested: orderBy(contestedOf) };
    for (const [sort, order] of Object.entries(expected)) {
      for (const limit of [1, 4, 50]) {
        const seen = await walkOpinions(app, topic, `sort=${sort}&limit=${limit}`);
        expect(seen.map((one) => one.id)).toEqual(order);
      }
    }
    // These were built without rows behind their counters.
    await app.database.execute('DELETE FROM opinion_text WHERE opinion_id IN (?)', [ids]);
    await app.database.execute('DELETE FROM opinion WHERE id IN (?)', [ids]);
  });

  it('take at most four statements a page, in every order and for everybody', async () => {
    const topic = await buildHallTopic(app);
    const [author, reader] = [await buildSpeaker(app), await buildSpeaker(app)];
    for (let n = 0; n < 5; n += 1) await say(app, author, topic, { text: `第 ${n} 句` });
    const { dataSource } = app.database;
    for (const as of [undefined, reader, author]) {
      for (const sort of ['newest', 'agreed', 'contested']) {
        const { nextCursor } = await listOpinions(app, topic, { query: `sort=${sort}&limit=2` });
        for (const cursor of ['', `&cursor=${nextCursor}`]) {
          const tries: number[] = [];
          for (let n = 0; n < 3; n += 1) {
            const spy = jest.spyOn(dataSource, 'query');
            await listOpinions(app, topic, { query: `sort=${sort}&limit=2${cursor}`, ...(as && { as }) });
            tries.push(spy.mock.calls.length);
            spy.mockRestore();
          }
          // What the application asks for itself meanwhile only adds.
          expect(Math.min(...tries)).toBeLessThanOrEqual(4);
        }
      }
    }
  });

  describe('editing', () => {
    it('makes versions that stay readable', async () => {
      const topic = await buildHallTopic(app);
      const person = await buildSpeaker(app);
      const first = await say(app, person, topic, { text: '建在东门。' });
      app.clock.advance(60_000);
      const edited = await app
        .as(person)
        .put(`/opinions/${first.id}`, { text: '建在西门。', textNo: 1 })
        .expect(200);
      expect(edited.body).toMatchObject({
        text: '建在西门。',
        textNo: 2,
        editedAt: app.clock.now().toISOString(),
        status: 'visible',
      });
      const texts = await app.as().get(`/opinions/${first.id}/texts`).expect(200);
      expect(texts.body.items).toMatchObject([
        { no: 1, text: '建在东门。', held: false },
        { no: 2, text: '建在西门。', held: false },
      ]);
      expect((await recordOf(app.database, topic)).slice(-2)).toMatchObject([
        { act: 'opinion', texts: ['建在东门。'] },
        { act: 'opinion_edit', body: { opinion: first.id, no: 2 }, texts: ['建在西门。'] },
      ]);
      expectRefusal(
        await app.as(person).put(`/opinions/${first.id}`, { text: '又改。', textNo: 1 }),
        'STALE_VERSION',
      );
    });

    it('is its author’s alone: for everybody else, staff too, there is nothing to edit', async () => {
      const topic = await buildHallTopic(app);
      const opinion = await say(app, await buildSpeaker(app), topic);
      const moderator = await buildModerator(app.database);
      for (const other of [await buildSpeaker(app), moderator]) {
        expectRefusal(
          await app.as(other).put(`/opinions/${opinion.id}`, { text: '改成我的话。', textNo: 1 }),
          'NOT_FOUND',
        );
      }
    });
  });

  describe('reactions', () => {
    it('are set, changed and taken back', async () => {
      const topic = await buildHallTopic(app);
      const opinion = await say(app, await buildSpeaker(app), topic);
      const [one, other] = [await buildSpeaker(app), await buildSpeaker(app)];
      const react = async (person: number, value: number | null): Promise<unknown> =>
        (await app.as(person).put(`/opinions/${opinion.id}/reaction`, { value }).expect(200)).body;
      expect(await react(one, 1)).toEqual({ agree: 1, disagree: 0, pass: 0, mine: 1 });
      expect(await react(one, 1)).toEqual({ agree: 1, disagree: 0, pass: 0, mine: 1 });
      expect(await react(other, -1)).toEqual({ agree: 1, disagree: 1, pass: 0, mine: -1 });
      expect(await react(one, 0)).toEqual({ agree: 0, disagree: 1, pass: 1, mine: 0 });
      expect(await react(one, null)).toEqual({ agree: 0, disagree: 1, pass: 0, mine: null });
      const { items } = await listOpinions(app, topic, { as: other });
      expect(items[0]).toMatchObject({ disagree: 1, mine: { own: false, reaction: -1 } });
    });

    it('are not on the record one by one', async () => {
      const topic = await buildHallTopic(app);
      const opinion = await say(app, await buildSpeaker(app), topic);
      await app.as(await buildSpeaker(app)).put(`/opinions/${opinion.id}/reaction`, { value: 1 });
      expect(await recordActs(app.database, topic)).toEqual(['version', 'opinion']);
    });
  });

  it('are listed to their author over all topics, newest first', async () => {
    const person = await buildSpeaker(app);
    const topics = [await buildHallTopic(app), await buildHallTopic(app)];
    const said = [];
    for (const topic of topics) said.push(await say(app, person, topic));
    const page = await app.as(person).get('/me/opinions?limit=1').expect(200);
    expect(page.body.items).toMatchObject([
      { id: said[1]?.id, topic: { id: encodeId('topic', topics[1] ?? 0), status: 'deliberating' } },
    ]);
    const next = await app.as(person).get(`/me/opinions?limit=1&cursor=${page.body.nextCursor}`).expect(200);
    expect(next.body).toMatchObject({ items: [{ id: said[0]?.id }], nextCursor: null });
    expect(decodeId('opinion', said[0]?.id ?? '')).toBeGreaterThan(0);
  });
});
