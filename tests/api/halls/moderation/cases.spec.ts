import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { actOnCase, hiddenOpinion, reportedOpinion, reportText } from '../../../builders/cases.js';
import { buildModerator, STREET } from '../../../builders/halls.js';
import {
  buildHallTopic,
  buildSpeaker,
  listOpinions,
  miscounted,
  recordOf,
  say,
} from '../../../builders/opinions.js';
import { buildDivision, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildUnit, buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

describe('cases', () => {
  const [app] = stage(1);
  let moderator: number;
  let colleague: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
    moderator = await buildModerator(app.database);
    colleague = await buildModerator(app.database, STREET);
  });
  afterEach(async () => expect(await miscounted(app.database)).toEqual([]));

  const report = (as: number, kind: string, id: string, more: object = {}) =>
    reportText(app, as, kind, id, more);
  const staff = (as: number, id: string, act: string, body: object = {}) => actOnCase(app, as, id, act, body);
  const reported = () => reportedOpinion(app);
  const hidden = () => hiddenOpinion(app, moderator);

  it('gather reports, are claimed, decided, appealed and judged by another; all of it is on the record', async () => {
    const { topic, author, opinion, id } = await reported();
    const queue = await app.as(moderator).get(`/staff/divisions/${COMMUNITY}/cases?limit=50`).expect(200);
    expect(queue.body.items).toContainEqual(
      expect.objectContaining({ id, status: 'open', source: 'report', reportCount: 2, claimedBy: null }),
    );
    const opened = await app.as(moderator).get(`/staff/cases/${id}`).expect(200);
    expect(opened.body).toMatchObject({
      subject: { kind: 'opinion', id: opinion.id, no: 1, text: '某某是骗子。' },
      reports: [
        { reason: 'abuse', word: '辱骂或攻击他人', text: '骂人' },
        { reason: 'false', word: '不实信息', text: '' },
      ],
      conflict: null,
      actions: ['claim'],
    });
    // Nobody learns who reported it, and the author learns nothing yet.
    expect(JSON.stringify(opened.body.reports)).not.toMatch(/nickname|person/i);
    expect((await app.as(author).get('/me/cases')).body.items).toEqual([]);

    const claimed = await staff(moderator, id, 'claim').expect(200);
    expect(claimed.body).toMatchObject({
      status: 'claimed',
      claimedBy: { me: true },
      actions: ['release', 'hide', 'keep'],
    });
    expectRefusal(await staff(colleague, id, 'claim'), 'CASE_CLAIMED');
    expectRefusal(await staff(colleague, id, 'decide', { decision: 'keep' }), 'CASE_CLAIMED');
    await staff(moderator, id, 'decide', { decision: 'hide', reason: 'abuse', words: '请就事论事。' }).expect(
      200,
    );

    const stub = {
      author: null,
      text: null,
      status: 'hidden',
      hidden: { reason: 'abuse', word: '辱骂或攻击他人', caseId: id },
    };
    for (const as of [undefined, colleague]) {
      expect((await listOpinions(app, topic, as === undefined ? {} : { as })).items).toMatchObject([stub]);
    }
    expect((await app.as().get(`/opinions/${opinion.id}/texts`)).body.items).toMatchObject([{ text: null }]);
    expect(await messagesTo(app.database, author)).toMatchObject([
      { kind: 'text_hidden', payload: { reason: '辱骂或攻击他人：请就事论事。' } },
    ]);
    expect((await app.as(author).get('/me/cases')).body.items).toMatchObject([
      {
        id,
        status: 'decided',
        decision: 'hide',
        reasonWord: '辱骂或攻击他人',
        words: '请就事论事。',
        actions: ['appeal'],
      },
    ]);

    const appealed = await app.as(author).post(`/cases/${id}/appeal`, { text: '我说的是事实。' }).expect(200);
    expect(appealed.body).toMatchObject({ status: 'appealed', appeal: '我说的是事实。', actions: [] });
    expectRefusal(await app.as(author).post(`/cases/${id}/appeal`, { text: '再来。' }), 'APPEAL_STATE');
    expect((await app.as(moderator).get(`/staff/cases/${id}`)).body).toMatchObject({
      conflict: expect.stringMatching(/另一个人/),
      actions: [],
    });
    const answer = { decision: 'overturn', words: '查证后属实。' };
    expectRefusal(await staff(moderator, id, 'decide-appeal', answer), 'APPEAL_OWN');
    const appeals = await app.as(colleague).get(`/staff/divisions/${STREET}/cases?queue=appeals&limit=50`);
    expect(appeals.body.items).toMatchObject([{ id, appeal: '我说的是事实。' }]);
    await staff(colleague, id, 'decide-appeal', answer).expect(200);
    expectRefusal(await staff(colleague, id, 'decide-appeal', answer), 'APPEAL_STATE');

    expect((await listOpinions(app, topic)).items).toMatchObject([
      { text: '某某是骗子。', status: 'visible', hidden: null },
    ]);
    expect((await messagesTo(app.database, author)).at(-1)).toMatchObject({
      kind: 'appeal_decided',
      payload: { upheld: true, reason: '查证后属实。' },
    });
    const record = await recordOf(app.database, topic);
    expect(record.map((entry) => entry.act)).toEqual([
      'version',
      'opinion',
      'report',
      'report',
      'case_claim',
      'withhold',
      'hide',
      'appeal',
      'disclose',
      'appeal_decision',
    ]);
    expect(record.filter((entry) => entry.act === 'report').map((entry) => entry.actor.ref)).toEqual([
      null,
      null,
    ]);
    expect(record.find((entry) => entry.act === 'hide')).toMatchObject({
      actor: { role: 'moderator' },
      body: {
        case: id,
        reason: 'abuse',
        words: '请就事论事。',
        subject: { kind: 'opinion', id: opinion.id, no: 1 },
      },
    });
    const audited = await app.database.query<{ action: string }>(
      "SELECT action FROM audit_entry WHERE target_type = 'case' AND target_id = ? ORDER BY id",
      [String(decodeId('case', id))],
    );
    expect(audited.map((row) => row.action)).toEqual(['case.claim', 'case.decide', 'case.decide_appeal']);
  });

  it('that are upheld on appeal stay hidden', async () => {
    const { topic, author, id } = await hidden();
    await app.as(author).post(`/cases/${id}/appeal`, { text: '不服。' }).expect(200);
    await staff(colleague, id, 'decide-appeal', { decision: 'uphold', words: '确实在骂人。' }).expect(200);
    expect((await listOpinions(app, topic)).items).toMatchObject([{ status: 'hidden', text: null }]);
    expect((await messagesTo(app.database, author)).at(-1)).toMatchObject({
      kind: 'appeal_decided',
      payload: { upheld: false },
    });
    expect((await app.as(author).get('/me/cases')).body.items).toMatchObject([
      { status: 'closed', appealDecision: 'uphold', appealWords: '确实在骂人。', actions: [] },
    ]);
  });

  it('that are decided to be kept leave everything as it was, and may come again', async () => {
    const { topic, author, opinion, id } = await reported();
    await staff(moderator, id, 'claim').expect(200);
    await staff(moderator, id, 'decide', { decision: 'keep', words: '是正常意见。' }).expect(200);
    expect((await listOpinions(app, topic)).items).toMatchObject([{ status: 'visible' }]);
    expect(await messagesTo(app.database, author)).toEqual([]);
    expect((await app.as(author).get('/me/cases')).body.items).toEqual([]);
    await report(await buildSpeaker(app), 'opinion', opinion.id).expect(200);
    expect(
      await countRows(app.database, 'moderation_case WHERE subject_id = ?', [
        decodeId('opinion', opinion.id),
      ]),
    ).toBe(2);
  });

  it('are about a topic’s own text too: a stub stands in its place until an appeal is heard', async () => {
    const topic = await buildHallTopic(app, { title: '某某该下台', body: '他家住三栋二零一，电话在这里。' });
    const reader = await buildSpeaker(app);
    await report(reader, 'topic', encodeId('topic', topic), { reason: 'privacy' }).expect(200);
    const queue = await app.as(moderator).get(`/staff/divisions/${COMMUNITY}/cases?limit=50`);
    const { id } = queue.body.items.find(
      (one: { subject: { kind: string; id: string } }) => one.subject.id === encodeId('topic', topic),
    ) as { id: string };
    await staff(moderator, id, 'claim').expect(200);
    await staff(moderator, id, 'decide', { decision: 'hide', reason: 'privacy' }).expect(200);
    const texts = (await recordOf(app.database, topic)).flatMap((entry) => entry.texts);
    expect(texts.join()).not.toMatch(/三栋|下台/);
    const [row] = await app.database.query<{ title: string; verdict: string; initiator: number }>(
      `SELECT t.title, v.verdict, t.initiator_id AS initiator FROM topic t
         JOIN topic_text v ON v.topic_id = t.id AND v.no = t.text_no WHERE t.id = ?`,
      [topic],
    );
    expect(row).toMatchObject({ title: '（文字已隐藏）', verdict: 'hidden' });
    expectRefusal(await report(reader, 'topic', encodeId('topic', topic)), 'OPINION_HIDDEN');
    await app
      .as(row?.initiator ?? 0)
      .post(`/cases/${id}/appeal`, { text: '都是公开信息。' })
      .expect(200);
    await staff(colleague, id, 'decide-appeal', { decision: 'overturn', words: '可以公开。' }).expect(200);
    expect((await recordOf(app.database, topic)).flatMap((entry) => entry.texts)).toContain('某某该下台');
  });

  describe('and claims', () => {
    it('can be given back', async () => {
      const { id } = await reported();
      await staff(moderator, id, 'claim').expect(200);
      expectRefusal(await staff(colleague, id, 'release'), 'CASE_STATE');
      expect((await staff(moderator, id, 'release').expect(200)).body).toMatchObject({
        status: 'open',
        claimedBy: null,
      });
      await staff(colleague, id, 'claim').expect(200);
    });

    it('run out after half an hour', async () => {
      const { id } = await reported();
      await staff(moderator, id, 'claim').expect(200);
      app.clock.advance(29 * 60_000);
      expectRefusal(await staff(colleague, id, 'claim'), 'CASE_CLAIMED');
      app.clock.advance(2 * 60_000);
      expect((await app.as(colleague).get(`/staff/cases/${id}`)).body.actions).toEqual(['claim']);
      await staff(colleague, id, 'claim').expect(200);
      expectRefusal(await staff(moderator, id, 'decide', { decision: 'keep' }), 'CASE_CLAIMED');
      expect((await app.as(colleague).get(`/staff/divisions/${COMMUNITY}/cases?queue=mine`)).status).toBe(
        200,
      );
    });
  });

  describe('that concern the judge', () => {
    const refused = async (judge: number, id: string, words: RegExp): Promise<void> => {
      const answer = await expectUntouched(app.database, () => staff(judge, id, 'claim'), 'CASE_CONFLICT');
      expect(answer.body.message).toMatch(words);
      const view = await app.as(judge).get(`/staff/cases/${id}`).expect(200);
      expect(view.body).toMatchObject({ conflict: answer.body.message, actions: [] });
    };

    it('as author, as reporter, as who raised the topic', async () => {
      const judge = await buildSpeaker(app);
      await grantRole(app.database, judge, 'moderator', COMMUNITY);
      const topic = await buildHallTopic(app);
      const own = await say(app, judge, topic);
      await report(await buildSpeaker(app), 'opinion', own.id).expect(200);
      const other = await say(app, await buildSpeaker(app), topic);
      await report(judge, 'opinion', other.id).expect(200);
      const raised = await buildHallTopic(app, { initiatorId: judge });
      const there = await say(app, await buildSpeaker(app), raised);
      await report(await buildSpeaker(app), 'opinion', there.id).expect(200);
      for (const [opinion, words] of [
        [own, /自己写/],
        [other, /你举报/],
        [there, /你提出/],
      ] as const) {
        const [row] = await app.database.query<{ id: number }>(
          "SELECT id FROM moderation_case WHERE subject_kind = 'opinion' AND subject_id = ?",
          [decodeId('opinion', opinion.id)],
        );
        await refused(judge, encodeId('case', row?.id ?? 0), words);
      }
    });

    it('as a colleague of the author, in a unit or on one side', async () => {
      const { author, id } = await reported();
      const unit = await buildUnit(app.database);
      const judge = await buildModerator(app.database);
      for (const person of [author, judge])
        await buildVolunteer(app.database, { personId: person, unitId: unit });
      await refused(judge, id, /同一个单位/);
      const other = await buildModerator(app.database);
      for (const person of [author, other]) {
        await app.database.execute(
          "INSERT INTO hall_role (division_code, person_id, role, granted_by, granted_at) VALUES (?, ?, 'property', 1, NOW(3))",
          [COMMUNITY, person],
        );
      }
      await refused(other, id, /都是物业/);
    });

    it('also on appeal, and when the conflict came after the claim', async () => {
      const { author, id } = await hidden();
      await app.as(author).post(`/cases/${id}/appeal`, { text: '不服。' }).expect(200);
      const unit = await buildUnit(app.database);
      const judge = await buildModerator(app.database);
      for (const person of [author, judge])
        await buildVolunteer(app.database, { personId: person, unitId: unit });
      await expectUntouched(
        app.database,
        () => staff(judge, id, 'decide-appeal', { decision: 'uphold', words: '维持。' }),
        'CASE_CONFLICT',
      );
      const fresh = await reported();
      await staff(judge, fresh.id, 'claim').expect(200);
      await buildVolunteer(app.database, { personId: fresh.author, unitId: unit });
      await expectUntouched(
        app.database,
        () => staff(judge, fresh.id, 'decide', { decision: 'keep' }),
        'CASE_CONFLICT',
      );
      await staff(judge, fresh.id, 'release').expect(200);
    });
  });

  it('are listed page by page, oldest first while they wait', async () => {
    const place = '350602002777';
    await buildDivision(app.database, place, '西桥社区');
    const topic = await buildHallTopic(app, { divisionCode: place });
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const opinion = await say(app, await buildSpeaker(app, place), topic, { text: `TEST_REVIEW ${n}` });
      made.push(opinion.id);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { subject: { id: string } }[]; nextCursor: string | null } = (
        await app.as(colleague).get(`/staff/divisions/${place}/cases?limit=2${cursor && `&cursor=${cursor}`}`)
      ).body;
      seen.push(...page.items.map((item) => item.subject.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(made);
  });
});
