import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { messagesTo } from '../../../builders/identity.js';
import { buildModerator, buildResident } from '../../../builders/halls.js';
import {
  buildHallTopic,
  buildSpeaker,
  listOpinions,
  miscounted,
  recordOf,
  say,
  type OpinionBody,
} from '../../../builders/opinions.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const CHECK = '/wxa/msg_sec_check';
const SLOW_MS = 3_500;

describe('a text that WeChat does not let through', () => {
  const [app] = stage(1);
  let moderator: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    moderator = await buildModerator(app.database);
  });
  afterEach(async () => {
    app.wechat.clearFaults();
    // The circuit that opened for a WeChat that was down closes again.
    app.clock.advance(120_000);
    expect(await miscounted(app.database)).toEqual([]);
  });

  const caseOf = async (opinion: OpinionBody): Promise<{ id: string; verdict: string; no: number }> => {
    const [row] = await app.database.query<{ id: number; verdict: string; no: number }>(
      `SELECT id, verdict, subject_no AS no FROM moderation_case
        WHERE subject_kind = 'opinion' AND subject_id = ? AND live = 1`,
      [decodeId('opinion', opinion.id)],
    );
    if (row === undefined) throw new Error('no case was opened');
    return { ...row, id: encodeId('case', row.id) };
  };

  const decide = async (caseId: string, body: object): Promise<void> => {
    await app.as(moderator).post(`/staff/cases/${caseId}/claim`).expect(200);
    await app.as(moderator).post(`/staff/cases/${caseId}/decide`, body).expect(200);
  };

  const reasons: { name: string; verdict: string; text?: string; before?: () => void }[] = [
    { name: 'wants a look at', verdict: 'review', text: '看看这个 TEST_REVIEW。' },
    { name: 'holds for risky', verdict: 'risky', text: '看看这个 TEST_RISKY。' },
    {
      name: 'takes too long over',
      verdict: 'unknown',
      before: () => app.wechat.fault({ path: CHECK, kind: 'delay', delayMs: SLOW_MS }),
    },
    {
      name: 'drops the connection on',
      verdict: 'unknown',
      before: () => app.wechat.fault({ path: CHECK, kind: 'reset', times: 20 }),
    },
    {
      name: 'fails on',
      verdict: 'unknown',
      before: () => app.wechat.fault({ path: CHECK, kind: 'http500', times: 20 }),
    },
    {
      name: 'answers with garbage',
      verdict: 'unknown',
      before: () => app.wechat.fault({ path: CHECK, kind: 'html', times: 20 }),
    },
    {
      name: 'refuses to judge',
      verdict: 'unknown',
      before: () => app.wechat.fault({ path: CHECK, kind: 'errcode', errcode: 44991, times: 20 }),
    },
  ];

  it.each(reasons)('is kept and waits for a person: one it $name', async ({ verdict, text, before }) => {
    const topic = await buildHallTopic(app);
    const [author, reader] = [await buildSpeaker(app), await buildSpeaker(app)];
    before?.();
    const said = text ?? '棚子建在东门。';
    const opinion = await say(app, author, topic, { text: said });
    expect(opinion).toMatchObject({ status: 'held', text: said, actions: [] });
    for (const as of [undefined, reader, moderator]) {
      expect((await listOpinions(app, topic, as === undefined ? {} : { as })).items).toEqual([]);
    }
    expect((await listOpinions(app, topic, { as: author })).items).toEqual([opinion]);
    expectRefusal(await app.as(reader).get(`/opinions/${opinion.id}/texts`), 'NOT_FOUND');
    expectRefusal(await app.as(reader).put(`/opinions/${opinion.id}/reaction`, { value: 1 }), 'NOT_FOUND');
    const opened = await caseOf(opinion);
    expect(opened).toMatchObject({ verdict, no: 1 });
    expect((await recordOf(app.database, topic)).at(-1)).toMatchObject({ act: 'opinion_held', texts: [] });
    expect((await app.as(author).get('/me/cases')).body.items).toMatchObject([
      { id: opened.id, text: said, status: 'open', decision: null, actions: [] },
    ]);

    await decide(opened.id, { decision: 'keep' });
    expect((await listOpinions(app, topic, { as: reader })).items).toMatchObject([
      { id: opinion.id, text: said, status: 'visible', actions: ['react', 'reply', 'report'] },
    ]);
    const record = await recordOf(app.database, topic);
    expect(record.map((entry) => entry.act)).toEqual([
      'version',
      'opinion_held',
      'case_claim',
      'opinion',
      'disclose',
      'keep',
    ]);
    expect(record[1]?.texts).toEqual([said]);
    expect((await messagesTo(app.database, author)).map((message) => message.kind)).toEqual([
      'text_released',
    ]);
  });

  it('is hidden for good when the person thinks so too; a stub says why', async () => {
    const topic = await buildHallTopic(app);
    const author = await buildSpeaker(app);
    const opinion = await say(app, author, topic, { text: '加微信 TEST_RISKY 领红包' });
    const { id } = await caseOf(opinion);
    await decide(id, { decision: 'hide', reason: 'advert', words: '这里不能发广告。' });
    const { items } = await listOpinions(app, topic);
    expect(items).toMatchObject([
      {
        author: null,
        text: null,
        status: 'hidden',
        hidden: { reason: 'advert', word: '广告', caseId: id },
        actions: [],
      },
    ]);
    expect((await recordOf(app.database, topic)).flatMap((entry) => entry.texts).join()).not.toContain(
      '红包',
    );
    expect(await messagesTo(app.database, author)).toMatchObject([
      { kind: 'text_hidden', payload: { reason: '广告：这里不能发广告。' } },
    ]);
    expect((await listOpinions(app, topic, { as: author })).items).toMatchObject([
      { text: '加微信 TEST_RISKY 领红包', actions: ['appeal'] },
    ]);
  });

  it('is judged again as a reply: it counts below the opinion once it is there', async () => {
    const topic = await buildHallTopic(app);
    const [one, other] = [await buildSpeaker(app), await buildSpeaker(app)];
    const first = await say(app, one, topic);
    const reply = await say(app, other, topic, { parentId: first.id, text: 'TEST_REVIEW 我再想想' });
    expect((await listOpinions(app, topic)).items).toMatchObject([{ replies: 0 }]);
    await decide((await caseOf(reply)).id, { decision: 'keep' });
    expect((await listOpinions(app, topic)).items).toMatchObject([{ replies: 1 }]);
  });

  describe('as the new version of an opinion', () => {
    const edited = async (): Promise<{ topic: number; author: number; opinion: OpinionBody }> => {
      const topic = await buildHallTopic(app);
      const author = await buildSpeaker(app);
      const { id } = await say(app, author, topic, { text: '建在东门。' });
      const answer = await app
        .as(author)
        .put(`/opinions/${id}`, { text: '建在东门 TEST_REVIEW。', textNo: 1 })
        .expect(200);
      return { topic, author, opinion: answer.body as OpinionBody };
    };

    it('leaves the old words in place until it is let through', async () => {
      const { topic, author, opinion } = await edited();
      expect(opinion).toMatchObject({ text: '建在东门。', textNo: 1, status: 'visible', pending: true });
      expect(opinion.actions).not.toContain('edit');
      expect((await listOpinions(app, topic)).items).toMatchObject([{ text: '建在东门。', pending: false }]);
      expect((await app.as().get(`/opinions/${opinion.id}/texts`)).body.items).toMatchObject([{ no: 1 }]);
      expect((await app.as(author).get(`/opinions/${opinion.id}/texts`)).body.items).toMatchObject([
        { no: 1, held: false },
        { no: 2, held: true, text: '建在东门 TEST_REVIEW。' },
      ]);
      expectRefusal(
        await app.as(author).put(`/opinions/${opinion.id}`, { text: '再改。', textNo: 1 }),
        'OPINION_STATE',
      );
      await decide((await caseOf(opinion)).id, { decision: 'keep' });
      expect((await listOpinions(app, topic)).items).toMatchObject([
        { text: '建在东门 TEST_REVIEW。', textNo: 2, pending: false },
      ]);
      expect((await recordOf(app.database, topic)).map((entry) => entry.act)).toEqual([
        'version',
        'opinion',
        'opinion_held',
        'case_claim',
        'opinion_edit',
        'disclose',
        'keep',
      ]);
    });

    it('is refused alone: the opinion keeps its words, and an appeal may still bring the version', async () => {
      const { topic, author, opinion } = await edited();
      const { id } = await caseOf(opinion);
      await decide(id, { decision: 'hide', reason: 'off_topic' });
      expect((await listOpinions(app, topic, { as: author })).items).toMatchObject([
        { text: '建在东门。', textNo: 1, status: 'visible', pending: false },
      ]);
      await app.as(author).post(`/cases/${id}/appeal`, { text: '这和议题有关。' }).expect(200);
      const other = await buildModerator(app.database);
      await app
        .as(other)
        .post(`/staff/cases/${id}/decide-appeal`, { decision: 'overturn', words: '确实有关。' })
        .expect(200);
      expect((await listOpinions(app, topic)).items).toMatchObject([
        { textNo: 2, text: '建在东门 TEST_REVIEW。' },
      ]);
    });
  });

  it('never waits on the database while WeChat takes its time', async () => {
    const topic = await buildHallTopic(app);
    const [slow, quick] = [await buildSpeaker(app), await buildSpeaker(app)];
    app.wechat.fault({ path: CHECK, kind: 'delay', delayMs: 1_500 });
    const waiting = say(app, slow, topic, { text: '我慢慢来。' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const started = Date.now();
    expect((await say(app, quick, topic, { text: '我先说。' })).status).toBe('visible');
    expect(Date.now() - started).toBeLessThan(1_000);
    expect((await waiting).status).toBe('visible');
  });

  it('is held for somebody whom WeChat has not seen', async () => {
    const topic = await buildHallTopic(app);
    const stranger = await buildResident(app.database);
    expect((await say(app, stranger, topic)).status).toBe('held');
  });
});
