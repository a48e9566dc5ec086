import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildModerator } from '../../../builders/halls.js';
import { buildHallTopic, buildSpeaker, say } from '../../../builders/opinions.js';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { Contract, type ContractOperation } from '../../../support/contract.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import { AccessTokens } from '@jiefang/bff/common/auth/access-tokens';
import { ROLES } from '@jiefang/shared/permissions';

jest.setTimeout(120_000);

/** Tables and columns that hold what residents said and how they voted. */
const WORDS = `SELECT CONCAT_WS('|', 'opinion', id, IFNULL(text, '-'), stance, role, IFNULL(author_id, '-')) AS line FROM opinion
  UNION ALL SELECT CONCAT_WS('|', 'version', opinion_id, no, IFNULL(text, '-')) FROM opinion_text
  UNION ALL SELECT CONCAT_WS('|', 'reaction', opinion_id, person_id, value) FROM opinion_reaction
  UNION ALL SELECT CONCAT_WS('|', 'topic', topic_id, no, title, body) FROM topic_text
  UNION ALL SELECT CONCAT_WS('|', 'open', topic_id, member_no, seq, choice) FROM open_ballot
  UNION ALL SELECT CONCAT_WS('|', 'secret', topic_id, HEX(token), choice) FROM secret_ballot
  UNION ALL SELECT CONCAT_WS('|', 'mark', topic_id, member_no, channel) FROM ballot_mark`;

describe('what staff cannot do', () => {
  const [app] = stage(1);
  beforeAll(() => buildDivision(app.database, COMMUNITY, '延安社区'));

  it('change or delete what others wrote by the routes of residents, whatever their role', async () => {
    const topic = await buildHallTopic(app);
    const author = await buildSpeaker(app);
    const opinion = await say(app, author, topic);
    for (const role of ROLES) {
      const person = await buildPerson(app.database);
      await grantRole(app.database, person, role, COMMUNITY.slice(0, 2));
      await expectUntouched(
        app.database,
        () => app.as(person).put(`/opinions/${opinion.id}`, { text: '改成别的。', textNo: 1 }),
        'NOT_FOUND',
      );
      await expectUntouched(
        app.database,
        () => app.as(person).put(`/opinions/${opinion.id}/reaction`, { value: -1 }),
        'RESIDENT_REQUIRED',
      );
      const edit = await app.as(person).put(`/topics/${encodeId('topic', topic)}/text`, {
        no: 1,
        title: '改题',
        body: '改过的正文在这里。',
      });
      expect([403, 404]).toContain(edit.status);
    }
    expectRefusal(
      await app.as().put(`/opinions/${opinion.id}`, { text: '改。', textNo: 1 }),
      'UNAUTHENTICATED',
    );
  });

  it('find a route that edits or deletes an opinion: there is none for anybody but its author', async () => {
    const operations = (await Contract.of(app.url)).operations();
    expect(
      operations.filter(
        (one) => (one.method as string) === 'delete' && /topic|opinion|ballot|case/.test(one.path),
      ),
    ).toEqual([]);
    const written = operations.filter((one) => one.method !== 'get' && /opinion/.test(one.path)).map(name);
    expect(written.sort()).toEqual([
      'post /topics/{id}/opinions',
      'put /opinions/{id}',
      'put /opinions/{id}/reaction',
    ]);
    expect(
      operations.filter((one) => one.path.startsWith('/staff/') && /opinions|ballots/.test(one.path)),
    ).toEqual([]);
  });

  it('alter a word or a vote by any route of theirs: every one is tried with everything there is', async () => {
    const topic = await buildHallTopic(app);
    const opinion = await say(app, await buildSpeaker(app), topic, { text: '原话在此。' });
    await app
      .as(await buildSpeaker(app))
      .put(`/opinions/${opinion.id}/reaction`, { value: 1 })
      .expect(200);
    const reporter = await buildSpeaker(app);
    await app
      .as(reporter)
      .post('/reports', { subject: { kind: 'opinion', id: opinion.id }, reason: 'abuse' })
      .expect(200);
    const [opened] = await app.database.query<{ id: number }>('SELECT MAX(id) AS id FROM moderation_case');
    await app.database.execute(
      "INSERT INTO open_ballot (topic_id, member_no, seq, choice, channel, receipt, cast_at) VALUES (?, 1, 1, 'for', 'app', 'receipt001', NOW(3))",
      [topic],
    );
    await app.database.execute(
      "INSERT INTO ballot_mark (topic_id, member_no, channel) VALUES (?, 1, 'app')",
      [topic],
    );
    const staff = await buildModerator(app.database, COMMUNITY.slice(0, 9));
    // Lawful erasure is an act of its own, with a permission that no moderator has; see the tests of the record.
    const contract = await Contract.of(app.url);
    const routes = contract
      .operations()
      .filter((one) => one.path.startsWith('/staff/') && one.method !== 'get');
    expect(routes.length).toBeGreaterThan(40);
    const ids = {
      topic: encodeId('topic', topic),
      opinion: opinion.id,
      case: encodeId('case', opened?.id ?? 0),
    };
    const before = await wordsOf();
    const known = {
      text: '偷换的话。',
      title: '偷换的题',
      body: '偷换的正文在此，写得长一点。',
      words: '偷换。',
      choice: 'against',
      value: -1,
      stance: 'against',
      decision: 'keep',
      subject: { kind: 'opinion', id: opinion.id },
      id: opinion.id,
      targetId: opinion.id,
    };
    const statuses = new Map<number, number>();
    for (const route of routes) {
      for (const id of Object.values(ids)) {
        const answer = await send(route, id, staff, contract, known);
        statuses.set(answer, (statuses.get(answer) ?? 0) + 1);
      }
    }
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    // Some of it was taken: a case was claimed, a topic was carried on. Not a word or a vote of anybody changed.
    expect(statuses.get(200)).toBeGreaterThan(2);
    expect(await wordsOf()).toEqual(before);
  });

  const name = (one: ContractOperation): string => `${one.method} ${one.path}`;

  const wordsOf = async (): Promise<string[]> =>
    (await app.database.query<{ line: string }>(WORDS)).map((row) => row.line).sort();

  const send = async (
    route: ContractOperation,
    id: string,
    person: number,
    contract: Contract,
    known: Readonly<Record<string, unknown>>,
  ): Promise<number> => {
    const path = route.path
      .replace('{code}', COMMUNITY)
      .replace(/\{act\}/, 'open_endorsing')
      .replace(/\{[^}]+\}/g, id);
    const token = app.app.get(AccessTokens).sign({ sub: person, fam: 0 }, app.clock.now()).accessToken;
    const body = route.body === null ? {} : contract.example(route.body, known);
    const method = route.method as 'post' | 'put' | 'patch';
    const answer = await request(app.url)
      [method](`/api/v1${path}`)
      .set('authorization', `Bearer ${token}`)
      .set('idempotency-key', randomUUID())
      .send(body as object);
    return answer.status;
  };
});
