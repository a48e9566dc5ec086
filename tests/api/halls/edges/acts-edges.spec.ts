import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildModerator, buildTopic, inDays } from '../../../builders/halls.js';
import { callMeeting, MEETING, signIn } from '../../../builders/meetings.js';
import { buildSpeaker, recordOf, say } from '../../../builders/opinions.js';
import { buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildPhoto, buildVote, cast, endOfVoting } from '../../../builders/voting.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import {
  act,
  buildHallPeople,
  own,
  raise,
  runTopicClock,
  type HallPeople,
  type TopicBody,
} from '../topics/support.js';

jest.setTimeout(120_000);

describe('edges of acts on topics', () => {
  const [app] = stage(1);
  let people: HallPeople;
  beforeAll(async () => {
    people = await buildHallPeople(app);
  });
  afterEach(() => {
    app.clock.advance(120_000);
  });

  it('a duty does not begin anew when staff turn a topic to the other track and back', async () => {
    const initiator = await buildSpeaker(app);
    const { id } = await raise(app, initiator);
    await own(app, initiator, id, 'submit').expect(200);
    await act(app, people.moderator, id, 'take_up').expect(200);
    const first = (await act(app, people.moderator, id, 'classify_instant').expect(200)).body as TopicBody;
    const due = first.clocks.find((one) => one.kind === 'answer')?.dueAt;
    app.clock.advance(47 * 3_600_000);
    await act(app, people.moderator, id, 'classify_deep').expect(200);
    const again = (await act(app, people.moderator, id, 'classify_instant').expect(200)).body as TopicBody;
    expect(again.clocks.filter((one) => one.stoppedAt === null)).toMatchObject([
      { kind: 'answer', dueAt: due },
    ]);
    app.clock.advance(2 * 3_600_000);
    await runTopicClock(app);
    const late = (await app.as().get(`/topics/${id}`).expect(200)).body as TopicBody;
    expect(late.late).toMatchObject([{ kind: 'answer' }]);
  });

  it('objections to a result that is given up are still answered, and nothing waits for ever', async () => {
    const id = await buildTopic(app.database, { status: 'publicised' }, app);
    const publicId = encodeId('topic', id);
    const objectors = [await buildSpeaker(app), await buildSpeaker(app)];
    const objections: string[] = [];
    for (const person of objectors) {
      const made = await own(app, person, id, 'objections', { text: '名册漏了我家。' }).expect(201);
      objections.push((made.body as { id: string }).id);
    }
    await act(app, people.street, id, 'suspend', { reason: '名册有疑问，先停下。' }).expect(200);
    await act(app, people.street, id, 'annul', { reason: '名册有误，重新来过。' }).expect(200);
    for (const objection of objections) {
      await app
        .as(people.moderator)
        .post(`/staff/topic-objections/${objection}/answer`, {
          decision: 'upheld',
          answer: '确实漏了，议题已终止。',
        })
        .expect(200);
    }
    const queue = await app
      .as(people.moderator)
      .get(`/staff/divisions/${COMMUNITY}/topic-objections`)
      .expect(200);
    expect(JSON.stringify(queue.body)).not.toContain(publicId);
    const topic = (await app.as().get(`/topics/${publicId}`).expect(200)).body as TopicBody;
    expect(topic.status).toBe('failed');
    expect(topic.clocks.filter((one) => one.stoppedAt === null)).toEqual([]);
  });

  it('minutes are words of staff alone until they go out to those who came', async () => {
    const id = await buildTopic(app.database, { status: 'deliberating' }, app);
    const publicId = encodeId('topic', id);
    const body = { no: 0, sentences: [{ text: '大家说好建在东门。', cites: [] }], minority: [] };
    await app.as(people.moderator).put(`/staff/topics/${publicId}/minutes`, body).expect(200);
    const page = await app.as().get(`/topics/${publicId}/record`).expect(200);
    expect(JSON.stringify(page.body)).not.toContain('建在东门');
    const file = await app.as().get(`/topics/${publicId}/record.ndjson`).expect(200);
    expect(String(file.text ?? file.body)).not.toContain('建在东门');
    await app.as(people.moderator).post(`/staff/topics/${publicId}/minutes/send`).expect(200);
    const shown = (await recordOf(app.database, id)).flatMap((entry) => entry.texts);
    expect(shown).toContain('大家说好建在东门。');
  });

  it('nobody signs in to a meeting whose minutes went out to those who came', async () => {
    const id = await buildTopic(app.database, { status: 'deliberating' }, app);
    const meeting = await callMeeting(app, people.moderator, id);
    app.clock.set(MEETING.startsAt);
    const [early, late] = [await buildSpeaker(app), await buildSpeaker(app)];
    await signIn(app, people.moderator, meeting, early);
    const staff = `/staff/topics/${encodeId('topic', id)}/minutes`;
    const body = { no: 0, sentences: [{ text: '大家说好建在东门。', cites: [] }], minority: [] };
    await app.as(people.moderator).put(staff, body).expect(200);
    await app.as(people.moderator).post(`${staff}/send`).expect(200);
    const code = await app.as(people.moderator).get(`/staff/meetings/${meeting}/sign-in-code`).expect(200);
    const { qr } = code.body as { qr: string };
    const sign = (person: number) => app.as(person).post(`/meetings/${meeting}/sign-in`, { qr });
    await sign(early).expect(200);
    await expectUntouched(app.database, () => sign(late), 'MINUTES_STATE');
  });

  it('a paper ballot that was entered before its voter voted anew does not take the place of the later one', async () => {
    const [one, two] = [await buildModerator(app.database), await buildModerator(app.database)];
    const vote = await buildVote(app, 1);
    const paper = { kind: 'ballot', channel: 'paper', photoId: await buildPhoto(app.database), member: 1 };
    const entered = await app
      .as(one)
      .post(`/staff/topics/${vote.publicId}/assisted`, { ...paper, choice: 'against' })
      .expect(201);
    const entry = (entered.body as { id: string }).id;
    app.clock.advance(3_600_000);
    await cast(app, vote, vote.people[0] as number, 1, 'for').expect(201);
    app.clock.advance(3_600_000);
    const path = `/staff/assisted/${entry}`;
    expectRefusal(await app.as(two).post(`${path}/confirm`, { choice: 'against' }), 'ASSISTED_STATE');
    await app.as(two).post(`${path}/refuse`, { reason: '本人后来自己投了。' }).expect(200);
    const { topic } = await endOfVoting(app, vote);
    expect(topic.tally).toMatchObject({ counts: { for: 1, against: 0, abstain: 0 } });
  });

  it('who votes on words that were hidden since they were frozen: nobody, until they are shown again', async () => {
    const id = await buildTopic(app.database, { status: 'finalised', deliberatesUntil: inDays(-1) }, app);
    const publicId = encodeId('topic', id);
    await app
      .as(await buildSpeaker(app))
      .post('/reports', { subject: { kind: 'topic', id: publicId }, reason: 'abuse' })
      .expect(200);
    const [row] = await app.database.query<{ id: number }>(
      "SELECT id FROM moderation_case WHERE subject_kind = 'topic' AND subject_id = ? AND live = 1",
      [decodeId('topic', publicId)],
    );
    const one = encodeId('case', row?.id ?? 0);
    await app.as(people.moderator).post(`/staff/cases/${one}/claim`).expect(200);
    await app
      .as(people.moderator)
      .post(`/staff/cases/${one}/decide`, { decision: 'hide', reason: 'abuse', words: '请不要骂人。' })
      .expect(200);
    expectRefusal(await act(app, people.moderator, id, 'open_voting'), 'TOPIC_TEXT_HELD');
  });

  it('who raised a topic decides nothing about its ballots or words, whatever posts they hold', async () => {
    const vote = await buildVote(app, 1);
    const [row] = await app.database.query<{ id: number }>(
      'SELECT initiator_id AS id FROM topic WHERE id = ?',
      [vote.topicId],
    );
    const initiator = row?.id ?? 0;
    await grantRole(app.database, initiator, 'administrator', COMMUNITY);
    const photoId = await buildPhoto(app.database);
    const paper = { kind: 'ballot', channel: 'paper', photoId, member: 1, choice: 'against' };
    const entered = await app
      .as(people.moderator)
      .post(`/staff/topics/${vote.publicId}/assisted`, paper)
      .expect(201);
    const path = `/staff/assisted/${(entered.body as { id: string }).id}`;
    const send = (to: string, body: object) => () => app.as(initiator).post(to, body);
    await expectUntouched(
      app.database,
      send(`${path}/refuse`, { reason: '看不清楚写的什么。' }),
      'TOPIC_OWN',
    );
    await expectUntouched(app.database, send(`${path}/confirm`, { choice: 'against' }), 'TOPIC_OWN');
    const erasure = {
      subject: { kind: 'text', id: vote.publicId, no: 1 },
      legalBasis: '个人信息保护法第四十七条',
    };
    await expectUntouched(
      app.database,
      send(`/staff/topics/${vote.publicId}/erasures`, erasure),
      'TOPIC_OWN',
    );

    const dispatcher = await buildSpeaker(app);
    await grantRole(app.database, dispatcher, 'dispatcher', COMMUNITY);
    expectRefusal(await app.as(dispatcher).get(`/staff/attachments/${photoId}/link`), 'FORBIDDEN');
    await app.as(people.moderator).get(`/staff/attachments/${photoId}/link`).expect(200);
  });

  it('a lawful erasure leaves the words nowhere, not in answers kept for others either', async () => {
    const topic = await buildTopic(app.database, { status: 'deliberating' }, app);
    const author = await buildSpeaker(app);
    const opinion = await say(app, author, topic, { text: '他家电话是一三八零零零零。' });
    await app
      .as(await buildSpeaker(app))
      .post('/reports', { subject: { kind: 'opinion', id: opinion.id }, reason: 'privacy' })
      .expect(200);
    const [row] = await app.database.query<{ id: number }>(
      "SELECT id FROM moderation_case WHERE subject_kind = 'opinion' AND subject_id = ? AND live = 1",
      [decodeId('opinion', opinion.id)],
    );
    const one = encodeId('case', row?.id ?? 0);
    await app.as(people.moderator).post(`/staff/cases/${one}/claim`).expect(200);
    await app
      .as(people.moderator)
      .post(`/staff/cases/${one}/decide`, { decision: 'hide', reason: 'privacy', words: '请不要公开电话。' })
      .expect(200);
    const administrator = await buildPerson(app.database);
    await grantRole(app.database, administrator, 'administrator', COMMUNITY);
    await app
      .as(administrator)
      .post(`/staff/topics/${encodeId('topic', topic)}/erasures`, {
        subject: { kind: 'opinion', id: opinion.id },
        legalBasis: '个人信息保护法第四十七条',
      })
      .expect(200);
    expect(await tablesWith('一三八零零零零')).toEqual([]);
  });

  async function tablesWith(words: string): Promise<string[]> {
    const columns = await app.database.query<{ t: string; c: string }>(
      `SELECT table_name AS t, column_name AS c FROM information_schema.columns
        WHERE table_schema = DATABASE() AND data_type IN ('varchar', 'text', 'mediumtext', 'longtext', 'json')`,
    );
    const found: string[] = [];
    for (const { t, c } of columns) {
      const [row] = await app.database.query<{ n: number }>(
        `SELECT COUNT(*) AS n FROM \`${t}\` WHERE CONVERT(\`${c}\` USING utf8mb4) LIKE ?`,
        [`%${words}%`],
      );
      if (Number(row?.n) > 0) found.push(`${t}.${c}`);
    }
    return found;
  }
});
