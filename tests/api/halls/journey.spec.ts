import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { FollowUpClock } from '@jiefang/bff/halls/outcomes/follow-up-clock';
import { RecordRoots } from '@jiefang/bff/halls/record/record-roots';
import { verifyRecord } from '@jiefang/shared/record';
import { DAY_MS } from '@jiefang/shared/time';
import type request from 'supertest';
import { deliver } from '../../builders/bookings.js';
import { buildModerator, recordActs, STREET } from '../../builders/halls.js';
import { messagesTo } from '../../builders/identity.js';
import { buildSpeaker } from '../../builders/opinions.js';
import { buildDivision } from '../../builders/people.js';
import { exported } from '../../builders/record.js';
import { COMMUNITY } from '../../builders/venues.js';
import { buildPhoto } from '../../builders/voting.js';
import { expectRefusal } from '../../support/refusal.js';
import { stage } from '../../support/stage.js';
import { act, DRAFT, own, runTopicClock } from './topics/support.js';

jest.setTimeout(90_000);

const AGAINST = '反对占花坛，一楼的窗户就在旁边。';
const HOUSEHOLDS = { source: 'households', packCode: 'household_majority', secret: false };

/** What an answer says; each test looks at the part that it is about. */
type Body = request.Response['body'];

describe('a topic’s way from the first word to the archive', () => {
  const [app] = stage(1);
  let initiator: number;
  let neighbours: number[];
  let moderator: number;
  let second: number;
  let street: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    initiator = await buildSpeaker(app);
    neighbours = [];
    for (let n = 0; n < 5; n += 1) neighbours.push(await buildSpeaker(app));
    moderator = await buildModerator(app.database);
    second = await buildModerator(app.database);
    street = await buildModerator(app.database, STREET);
  });

  /** The body of an answer that must be a success. */
  const ok = async (answer: PromiseLike<request.Response>): Promise<Body> => {
    const { status, body, text } = await answer;
    if (status !== 200 && status !== 201) throw new Error(`${status} ${text}`);
    return body;
  };
  const person = (index: number): number => neighbours[index] as number;
  const show = (id: string, who?: number): Promise<Body> => ok(app.as(who).get(`/topics/${id}`));
  const until = async (instant: unknown): Promise<void> => {
    app.clock.set(new Date(Date.parse(String(instant)) + 1000));
    await runTopicClock(app);
  };

  /** Taken up, endorsed by three and announced to the households. */
  async function announce(id: string, textNo: number, choice: typeof HOUSEHOLDS): Promise<Body> {
    await ok(act(app, moderator, id, 'take_up'));
    await ok(act(app, moderator, id, 'classify_deep'));
    await ok(act(app, moderator, id, 'open_endorsing'));
    for (const index of [0, 1, 2]) await ok(own(app, person(index), id, 'endorse', { textNo }));
    const preview = await ok(app.as(moderator).post(`/staff/topics/${id}/roll-preview`, choice));
    expect(preview).toMatchObject({ size: 6, unreachable: 0, faults: [] });
    expectRefusal(
      await app.as(moderator).post(`/staff/topics/${id}/announce`, { ...choice, hash: 'ab'.repeat(32) }),
      'ROLL_CHANGED',
    );
    return ok(app.as(moderator).post(`/staff/topics/${id}/announce`, { ...choice, hash: preview.hash }));
  }

  /** Minutes that say what both sides said. */
  async function minute(id: string, yes: Body, no: Body): Promise<void> {
    const path = `/staff/topics/${id}/minutes`;
    const sentences = [{ text: '建在北门围墙边，收费公开。', cites: [yes] }];
    await ok(app.as(moderator).put(path, { no: 0, sentences, minority: [] }));
    expectRefusal(await app.as(moderator).post(`${path}/send`), 'MINUTES_MINORITY');
    const minority = [{ text: '一楼的住户反对放在花坛边。', cites: [no] }];
    await ok(app.as(moderator).put(path, { no: 1, sentences, minority }));
    await ok(app.as(moderator).post(`${path}/send`));
  }

  it('is walked over HTTP alone, and its record proves at the end', async () => {
    const { clock } = app;
    const me = app.as(initiator);
    const staff = app.as(moderator);
    await ok(staff.put(`/staff/divisions/${COMMUNITY}/hall`, { endorseThreshold: 3 }));

    // Raised; nobody else sees it before it is taken up. Sent back for more, and submitted again.
    const { id } = (await ok(me.post('/topics', DRAFT))) as { id: string };
    await ok(own(app, initiator, id, 'submit'));
    expectRefusal(await app.as(person(0)).get(`/topics/${id}`), 'NOT_FOUND');
    expectRefusal(await act(app, moderator, id, 'return'), 'TOPIC_NEED');
    await ok(act(app, moderator, id, 'return', { reason: '请写明涉及哪几栋楼。' }));
    const returned = await show(id, initiator);
    expect(returned).toMatchObject({ status: 'returned', statusReason: '请写明涉及哪几栋楼。' });
    const better = { title: DRAFT.title, body: `${DRAFT.body}涉及文昌苑 1 到 3 栋。` };
    await ok(me.put(`/topics/${id}/text`, { no: 1, ...better }));
    expectRefusal(await me.put(`/topics/${id}/text`, { no: 1, ...better }), 'STALE_VERSION');
    await ok(own(app, initiator, id, 'submit'));

    // Endorsed by enough, announced to six households by rules that are frozen.
    await announce(id, 2, HOUSEHOLDS);
    expectRefusal(await own(app, person(3), id, 'endorse', { textNo: 2 }), 'TOPIC_STATE');
    const announced = await show(id, person(0));
    expect(announced).toMatchObject({
      status: 'announced',
      rollSize: 6,
      rules: { code: 'household_majority' },
    });
    expect((await ok(app.as(person(4)).get(`/topics/${id}/roll`))).mine).toHaveLength(1);

    // Talked over: opinions in two levels, reactions; one is reported, hidden, and comes back on appeal.
    await until(announced.windows.deliberatesFrom);
    expect((await show(id)).status).toBe('deliberating');
    const say = (who: number, body: object): Promise<Body> =>
      ok(app.as(who).post(`/topics/${id}/opinions`, body));
    const yes = await say(person(0), { stance: 'for', text: '赞成建在北门，离楼最远。' });
    const no = await say(person(1), { stance: 'against', text: AGAINST });
    const reply = await say(person(2), { stance: 'neutral', text: '北门那一段可以。', parentId: no.id });
    expectRefusal(
      await app
        .as(person(0))
        .post(`/topics/${id}/opinions`, { stance: 'for', text: '好。', parentId: reply.id }),
      'OPINION_DEPTH',
    );
    expect(await ok(app.as(person(3)).put(`/opinions/${yes.id}/reaction`, { value: 1 }))).toMatchObject({
      agree: 1,
    });
    const subject = { kind: 'opinion', id: no.id };
    await ok(app.as(person(3)).post('/reports', { subject, reason: 'abuse' }));
    await ok(app.as(person(4)).post('/reports', { subject, reason: 'abuse', text: '口气不好' }));
    expectRefusal(await app.as(person(4)).post('/reports', { subject, reason: 'abuse' }), 'CASE_REPORTED');
    const queue = await ok(staff.get(`/staff/divisions/${COMMUNITY}/cases?queue=open`));
    expect(queue.items).toHaveLength(1);
    const caseId = queue.items[0].id as string;
    await ok(staff.post(`/staff/cases/${caseId}/claim`));
    expectRefusal(await app.as(second).post(`/staff/cases/${caseId}/claim`), 'CASE_CLAIMED');
    await ok(
      staff.post(`/staff/cases/${caseId}/decide`, {
        decision: 'hide',
        reason: 'abuse',
        words: '请就事论事。',
      }),
    );
    const stub = (await ok(app.as().get(`/topics/${id}/opinions`))).items.find(
      (one: Body) => one.id === no.id,
    );
    expect(stub).toMatchObject({ status: 'hidden', text: null, author: null, hidden: { reason: 'abuse' } });
    const during = await exported(app, decodeId('topic', id));
    expect(verifyRecord(during)).toMatchObject({ ok: true, faults: [] });
    expect(during.join()).not.toContain(AGAINST);
    const appeal = { text: '我没有骂人，只是反对占花坛。' };
    expectRefusal(await app.as(person(0)).post(`/cases/${caseId}/appeal`, appeal), 'NOT_FOUND');
    await ok(app.as(person(1)).post(`/cases/${caseId}/appeal`, appeal));
    const overturn = { decision: 'overturn', words: '话里没有攻击别人，恢复。' };
    expectRefusal(await staff.post(`/staff/cases/${caseId}/decide-appeal`, overturn), 'APPEAL_OWN');
    await ok(app.as(street).post(`/staff/cases/${caseId}/decide-appeal`, overturn));

    // A meeting: signed in by the code on the screen, one speech, minutes with the minority's view.
    const startsAt = new Date(clock.now().getTime() + DAY_MS);
    const meeting = await ok(
      staff.post(`/staff/topics/${id}/meetings`, {
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
        place: '党群中心二楼',
        agenda: '看三个地点',
      }),
    );
    clock.set(startsAt);
    const { qr } = await ok(staff.get(`/staff/meetings/${meeting.id}/sign-in-code`));
    await ok(app.as(person(0)).post(`/meetings/${meeting.id}/sign-in`, { qr }));
    expectRefusal(
      await app.as(person(1)).post(`/meetings/${meeting.id}/sign-in`, { qr: 'JFM1.x.y' }),
      'MEETING_CODE',
    );
    const page = await ok(
      staff.post(`/staff/meetings/${meeting.id}/speeches`, {
        speakerName: '物业陈经理',
        role: 'property',
        stance: 'neutral',
        text: '北门要加一盏灯。',
        attachmentIds: [],
      }),
    );
    expect(page).toMatchObject({
      attendees: [{ method: 'qr' }],
      speeches: [{ no: 1, speaker: '物业陈经理' }],
    });
    await ok(staff.post(`/staff/meetings/${meeting.id}/close`));
    await minute(id, { kind: 'opinion', id: yes.id }, { kind: 'opinion', id: no.id });
    expectRefusal(
      await app.as(person(2)).post(`/topics/${id}/minutes/confirm`, { no: 2, agrees: true }),
      'MINUTES_ATTENDEE',
    );
    await ok(app.as(person(0)).post(`/topics/${id}/minutes/confirm`, { no: 2, agrees: true }));
    expect((await ok(app.as().get(`/topics/${id}/minutes`))).minutes).toMatchObject({ status: 'confirmed' });

    // The text is frozen when the time is over, and the vote is opened.
    expectRefusal(await act(app, moderator, id, 'finalise'), 'TOPIC_NEED');
    await until(announced.windows.deliberatesUntil);
    const finalised = await ok(act(app, moderator, id, 'finalise'));
    const textHash = finalised.text.hash as string;
    expect(textHash).toMatch(/^[0-9a-f]{64}$/);
    expectRefusal(await me.put(`/topics/${id}/text`, { no: 2, ...better }), 'TOPIC_STATE');
    await ok(act(app, moderator, id, 'open_voting'));

    // Open ballots: one changes their mind, one comes on paper through two pairs of eyes.
    const memberOf = async (who: number): Promise<number> =>
      (await ok(app.as(who).get(`/topics/${id}/vote`))).memberships[0].no as number;
    const cast = async (who: number, choice: string): Promise<Body> =>
      ok(app.as(who).post(`/topics/${id}/ballots`, { member: await memberOf(who), choice, textHash }));
    const first = await cast(person(0), 'against');
    const changed = await cast(person(0), 'for');
    expect([first.changed, changed.changed]).toEqual([false, true]);
    await cast(person(1), 'against');
    await cast(person(2), 'for');
    expectRefusal(
      await app
        .as(person(3))
        .post(`/topics/${id}/ballots`, { member: 1, choice: 'for', textHash: 'ab'.repeat(32) }),
      (await memberOf(person(3))) === 1 ? 'BALLOT_STALE_TEXT' : 'BALLOT_OFF_ROLL',
    );
    const paper = await ok(
      staff.post(`/staff/topics/${id}/assisted`, {
        kind: 'ballot',
        channel: 'paper',
        photoId: await buildPhoto(app.database),
        member: await memberOf(person(4)),
        choice: 'for',
      }),
    );
    expectRefusal(
      await staff.post(`/staff/assisted/${paper.id}/confirm`, { choice: 'for' }),
      'ASSISTED_SAME_PERSON',
    );
    await ok(app.as(second).post(`/staff/assisted/${paper.id}/confirm`, { choice: 'for' }));
    const voting = await show(id, person(0));
    expect(voting).toMatchObject({ status: 'voting', tally: null, mine: { voted: true } });
    // What everybody sees of it may be a second old.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const taken = await ok(app.as().get(`/topics/${id}/participation`));
    expect(taken.heads).toMatchObject({ done: 4, total: 6, met: true });
    expectRefusal(await app.as(person(0)).get(`/topics/${id}/receipts/${first.receipt}`), 'RECEIPT_UNKNOWN');
    expectRefusal(await act(app, moderator, id, 'count'), 'TOPIC_NEED');

    // Counted once the window is over; receipts can be checked by anyone.
    clock.set(new Date(Date.parse(voting.windows.votesUntil as string) + 1000));
    const counted = await ok(act(app, moderator, id, 'count'));
    expect(counted).toMatchObject({
      status: 'counted',
      tally: { passed: true, counts: { for: 3, against: 1 } },
    });
    const receipt = (code: unknown): Promise<Body> => ok(app.as().get(`/topics/${id}/receipts/${code}`));
    expect(await receipt(first.receipt)).toMatchObject({ choice: 'against', counted: false });
    expect(await receipt(changed.receipt)).toMatchObject({ choice: 'for', counted: true, channel: 'app' });

    // Publicised: an objection holds the result up until it is answered.
    await ok(act(app, moderator, id, 'publicise'));
    const { id: objection } = await ok(
      app.as(person(3)).post(`/topics/${id}/objections`, { text: '名册里我家的门牌写错了，请核对。' }),
    );
    const publicised = await show(id);
    expect(publicised).toMatchObject({ status: 'publicised', objections: { open: 1, total: 1 } });
    await until(publicised.windows.publicationUntil);
    expect((await show(id)).status).toBe('publicised');
    await ok(
      staff.post(`/staff/topic-objections/${objection}/answer`, {
        decision: 'dismissed',
        answer: '门牌已经改正，不影响这一户的票，结果不变。',
      }),
    );
    await runTopicClock(app);
    expect((await show(id)).status).toBe('effective');

    // A promise, late for a while, then done and rated; evaluated; filed by time.
    expectRefusal(await act(app, moderator, id, 'start_work'), 'TOPIC_NEED');
    const dueOn = new Date(clock.now().getTime() + 10 * DAY_MS).toISOString().slice(0, 10);
    const promise = await ok(
      staff.post(`/staff/topics/${id}/follow-ups`, { title: '北门建好充电棚', responsible: '物业', dueOn }),
    );
    await ok(act(app, moderator, id, 'start_work'));
    clock.advance(12 * DAY_MS);
    await app.app.get(FollowUpClock).run();
    expect((await ok(app.as().get(`/topics/${id}/follow-ups`))).items).toMatchObject([{ state: 'late' }]);
    expectRefusal(await act(app, moderator, id, 'evaluate'), 'TOPIC_NEED');
    await ok(
      staff.post(`/staff/follow-ups/${promise.id}/done`, { text: '棚子建好，灯也亮了。', photoIds: [] }),
    );
    await ok(app.as(person(1)).post(`/follow-ups/${promise.id}/rating`, { stars: 4 }));
    await ok(act(app, moderator, id, 'evaluate'));
    clock.advance(32 * DAY_MS);
    await runTopicClock(app);
    expect((await show(id)).status).toBe('archived');

    // The record proves, with the daily root above it; whatever is changed is named.
    clock.advance(DAY_MS);
    await app.app.get(RecordRoots).run();
    const lines = await exported(app, decodeId('topic', id));
    expect(verifyRecord(lines)).toMatchObject({ ok: true, faults: [], erased: 0 });
    expect(lines.join()).toContain(AGAINST);
    expect(verifyRecord(lines).tally).not.toBeNull();
    const ballots = lines.findIndex((line) => line.includes('"act":"ballots"'));
    const forged = lines.with(ballots, (lines[ballots] as string).replace('"against"', '"abstain"'));
    expect(verifyRecord(forged).faults).toContainEqual(
      expect.objectContaining({ kind: 'altered', seq: ballots }),
    );
    const shortened = verifyRecord(lines.filter((_, index) => index !== ballots));
    expect(shortened.faults).toContainEqual(expect.objectContaining({ kind: 'removed', seq: ballots }));
    const swapped = lines.with(5, lines[6] as string).with(6, lines[5] as string);
    expect(verifyRecord(swapped).faults.map((fault) => fault.kind)).toContain('reordered');

    const acts = await recordActs(app.database, decodeId('topic', id));
    expect(
      acts.filter((name) => ['count', 'tally', 'finalise', 'archive', 'appeal_decision'].includes(name)),
    ).toEqual(['appeal_decision', 'finalise', 'tally', 'count', 'archive']);
    await deliver(app);
    const told = (await messagesTo(app.database, person(1))).map((message) => message.kind);
    for (const kind of ['topic_announced', 'text_hidden', 'appeal_decided', 'topic_voting', 'follow_up_done'])
      expect(told).toContain(kind);
  });

  it('takes secret ballots once, counts them, and nothing pairs a voter with a choice', async () => {
    await ok(app.as(moderator).put(`/staff/divisions/${COMMUNITY}/hall`, { endorseThreshold: 3 }));
    const { id } = (await ok(
      app.as(initiator).post('/topics', { ...DRAFT, title: '业委会印章谁来保管' }),
    )) as {
      id: string;
    };
    await ok(own(app, initiator, id, 'submit'));
    const announced = await announce(id, 1, { ...HOUSEHOLDS, secret: true });
    await until(announced.windows.deliberatesFrom);
    const yes = await ok(
      app.as(person(0)).post(`/topics/${id}/opinions`, { stance: 'for', text: '放在居委会。' }),
    );
    const no = await ok(
      app.as(person(1)).post(`/topics/${id}/opinions`, { stance: 'against', text: '不放心。' }),
    );
    await minute(id, { kind: 'opinion', id: yes.id }, { kind: 'opinion', id: no.id });
    await until(announced.windows.deliberatesUntil);
    const { text } = await ok(act(app, moderator, id, 'finalise'));
    await ok(act(app, moderator, id, 'open_voting'));
    const cast = async (who: number, choice: string): Promise<request.Response> => {
      const { memberships } = await ok(app.as(who).get(`/topics/${id}/vote`));
      const body = { member: memberships[0].no as number, choice, textHash: text.hash as string };
      return app.as(who).post(`/topics/${id}/ballots`, body);
    };
    expect(await ok(cast(person(0), 'for'))).toMatchObject({ receipt: null, changed: false });
    expectRefusal(await cast(person(0), 'against'), 'BALLOT_ALREADY');
    await ok(cast(person(1), 'against'));
    await ok(cast(person(2), 'for'));
    await ok(cast(initiator, 'for'));
    const vote = await ok(app.as(person(0)).get(`/topics/${id}/vote`));
    expect(vote.memberships[0]).toMatchObject({ voted: true, choice: null, receipt: null, castAt: null });
    await until(vote.until);
    expect(await show(id)).toMatchObject({
      status: 'counted',
      tally: { passed: true, counts: { for: 3, against: 1, abstain: 0 } },
    });
    const lines = await exported(app, decodeId('topic', id));
    expect(verifyRecord(lines)).toMatchObject({ ok: true, faults: [] });
    const entry = lines.find((line) => line.includes('"act":"ballots"')) ?? '';
    expect(JSON.parse(entry).body.ballots.every((ballot: unknown[]) => ballot.length === 1)).toBe(true);
    await ok(act(app, moderator, id, 'publicise'));
  });
});
