import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { encodeCursor } from '@jiefang/bff/common/pagination/cursor';
import { TOPIC_STATUSES, OPINION_OPEN, PUBLIC_TOPICS, type TopicStatus } from '@jiefang/shared/topics';
import { buildHallTopic, buildSpeaker, say } from '../../../builders/opinions.js';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const ZALGO = 'a\u0300\u0301\u0302\u0303\u0304字';

describe('bad input about opinions', () => {
  const [app] = stage(1);
  let topic: number;
  let author: number;
  let other: number;
  let opinion: string;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
    topic = await buildHallTopic(app);
    author = await buildSpeaker(app);
    other = await buildSpeaker(app);
    opinion = (await say(app, author, topic)).id;
  });

  const path = (): string => `/topics/${encodeId('topic', topic)}/opinions`;
  const post = (body: object, as = author) =>
    expectUntouched.bind(null, app.database, () => app.as(as).post(path(), body));

  it.each([
    ['only spaces', ' \n\t　 '],
    ['only invisible characters', '\u200b\u2060\u200d'],
    ['only blanks of Braille', '\u2800\u2800'],
    ['piles of marks', ZALGO],
    ['a zero width space between letters', '加\u200b微信'],
    ['a text direction override', '\u202e反着写'],
    ['half a character', '\ud83d 笑'],
    ['1,001 characters', '字'.repeat(1001)],
    ['80,000 characters', '字'.repeat(80_000)],
    ['100,000 letters', 'x'.repeat(100_000)],
  ])('a text of %s', async (_, text) => {
    await post({ stance: 'for', text })('TOPIC_TEXT');
    await expectUntouched(
      app.database,
      () => app.as(author).put(`/opinions/${opinion}`, { text, textNo: 1 }),
      'TOPIC_TEXT',
    );
  });

  it.each([
    ['no stance', { text: '好。' }],
    ['a stance of its own', { stance: 'maybe', text: '好。' }],
    ['no text', { stance: 'for' }],
    ['a text that is a list', { stance: 'for', text: ['好。'] }],
    ['a text that is null', { stance: 'for', text: null }],
    ['a role it claims', { stance: 'for', text: '好。', role: 'committee' }],
    ['a parent that is no id', { stance: 'for', text: '好。', parentId: '1; DROP TABLE' }],
  ])('an opinion with %s', async (_, body) => {
    await post(body)('INVALID_INPUT');
  });

  it('a text of the longest length counts characters, not bytes', async () => {
    const longest = '😀'.repeat(1000);
    await app.as(author).post(path(), { stance: 'for', text: longest }).expect(201);
  });

  it('100,000 characters are more than any request may carry', async () => {
    await post({ stance: 'for', text: '字'.repeat(100_000) })('BODY_TOO_LARGE');
  });

  it('a reply to nothing, to another topic’s opinion, to what is held', async () => {
    const elsewhere = (await say(app, author, await buildHallTopic(app))).id;
    const held = (await say(app, author, topic, { text: 'TEST_REVIEW' })).id;
    for (const parentId of [encodeId('opinion', 999_999), elsewhere, held, encodeId('topic', topic)]) {
      await post({ stance: 'for', text: '好。', parentId }, other)('NOT_FOUND');
    }
  });

  it('a visitor, a stranger, a resident of another community', async () => {
    const stranger = await buildPerson(app.database);
    const neighbour = await buildSpeaker(app, OTHER_STREET_COMMUNITY);
    for (const person of [stranger, neighbour]) {
      await post({ stance: 'for', text: '好。' }, person)('RESIDENT_REQUIRED');
      await expectUntouched(
        app.database,
        () => app.as(person).put(`/opinions/${opinion}/reaction`, { value: 1 }),
        'RESIDENT_REQUIRED',
      );
    }
    await expectUntouched(
      app.database,
      () => app.as().post(path(), { stance: 'for', text: '好。' }),
      'UNAUTHENTICATED',
    );
    await expectUntouched(
      app.database,
      () => app.as().put(`/opinions/${opinion}/reaction`, { value: 1 }),
      'UNAUTHENTICATED',
    );
  });

  it('a topic in a status in which nobody writes', async () => {
    const closed = TOPIC_STATUSES.filter(
      (status) => !(OPINION_OPEN as readonly TopicStatus[]).includes(status),
    );
    for (const status of closed) {
      const shown = PUBLIC_TOPICS.includes(status);
      const place = await buildHallTopic(app, { status });
      await expectUntouched(
        app.database,
        () =>
          app
            .as(author)
            .post(`/topics/${encodeId('topic', place)}/opinions`, { stance: 'for', text: '好。' }),
        shown ? 'OPINION_CLOSED' : 'NOT_FOUND',
      );
    }
    const place = await buildHallTopic(app);
    const { id } = await say(app, author, place);
    await app.database.execute("UPDATE topic SET status = 'voting' WHERE id = ?", [place]);
    await expectUntouched(
      app.database,
      () => app.as(other).put(`/opinions/${id}/reaction`, { value: 1 }),
      'OPINION_CLOSED',
    );
    await expectUntouched(
      app.database,
      () => app.as(author).put(`/opinions/${id}`, { text: '改。', textNo: 1 }),
      'OPINION_CLOSED',
    );
  });

  it('reactions to oneself, to nothing, of no kind', async () => {
    const react = (value: unknown, as = other, id = opinion) =>
      expectUntouched.bind(null, app.database, () => app.as(as).put(`/opinions/${id}/reaction`, { value }));
    await react(1, author)('OPINION_OWN');
    await react(1, other, encodeId('opinion', 999_999))('NOT_FOUND');
    for (const value of [2, -2, 0.5, '1', true, [], {}, undefined]) await react(value)('INVALID_INPUT');
  });

  it('a page of no topic, of no order, with a cursor of another order', async () => {
    const { database } = app;
    await expectUntouched(database, () => app.as().get('/topics/nothing0/opinions'), 'NOT_FOUND');
    const hidden = await buildHallTopic(app, { status: 'submitted' });
    await expectUntouched(
      database,
      () => app.as().get(`/topics/${encodeId('topic', hidden)}/opinions`),
      'NOT_FOUND',
    );
    const cursor = encodeCursor(['agreed', 1, 1]);
    for (const query of [
      'sort=oldest',
      'limit=0',
      'limit=51',
      'limit=x',
      'parent=x',
      'cursor=AAAA',
      `sort=contested&cursor=${cursor}`,
      `cursor=${encodeCursor(['newest', -1, 1])}`,
    ]) {
      await expectUntouched(database, () => app.as().get(`${path()}?${query}`), 'INVALID_INPUT');
    }
  });
});
