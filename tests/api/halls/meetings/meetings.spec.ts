import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { verifyRecord } from '@jiefang/shared/record';
import { buildModerator, buildResident, buildRoll, recordActs } from '../../../builders/halls.js';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { callMeeting, MEETING, signIn, type MeetingBody } from '../../../builders/meetings.js';
import { buildHallTopic, buildSpeaker } from '../../../builders/opinions.js';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { exported } from '../../../builders/record.js';
import { grantHallRole } from '../../../builders/rolls.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildPhoto } from '../../../builders/voting.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const DURING = '2026-11-24T11:10:00Z';

describe('a meeting', () => {
  const [app] = stage(1);
  let moderator: number;
  let initiator: number;
  let neighbour: number;
  let topicId: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    moderator = await buildModerator(app.database);
    initiator = await buildSpeaker(app);
    neighbour = await buildSpeaker(app);
  });
  beforeEach(async () => {
    topicId = await buildHallTopic(app, { initiatorId: initiator });
  });
  afterEach(async () => {
    const report = verifyRecord(await exported(app, topicId));
    expect(report.faults).toEqual([]);
  });

  const page = async (id: string, person?: number): Promise<MeetingBody> =>
    (await app.as(person).get(`/meetings/${id}`).expect(200)).body as MeetingBody;
  const list = async (person?: number): Promise<MeetingBody[]> =>
    (
      await app
        .as(person)
        .get(`/topics/${encodeId('topic', topicId)}/meetings`)
        .expect(200)
    ).body.items as MeetingBody[];

  it('is called: initiator, endorsers and roll are told once each, and everybody can see it', async () => {
    await buildRoll(app.database, topicId, [{ personId: initiator }, { personId: neighbour }]);
    const endorser = await buildPerson(app.database);
    await app.database.execute(
      'INSERT INTO endorsement (topic_id, person_id, text_no, created_at) VALUES (?, ?, 1, ?), (?, ?, 1, ?)',
      [topicId, endorser, new Date(), topicId, neighbour, new Date()],
    );
    const id = await callMeeting(app, moderator, topicId);
    expect(await list()).toMatchObject([
      { id, status: 'called', attendees: 0, speeches: 0, signedIn: null, place: MEETING.place },
    ]);
    for (const person of [initiator, neighbour, endorser]) {
      const told = (await messagesTo(app.database, person)).filter((one) => one.payload.topicId === topicId);
      expect(told.map((one) => one.kind)).toEqual(['meeting_called']);
    }
    expect((await recordActs(app.database, topicId)).at(-1)).toBe('meeting_called');
    const cancelled = await app
      .as(moderator)
      .post(`/staff/meetings/${id}/cancel`, { reason: '会议室停电' })
      .expect(200);
    expect(cancelled.body).toMatchObject({ status: 'cancelled' });
    expect((await messagesTo(app.database, endorser)).map((one) => one.kind)).toEqual([
      'meeting_called',
      'meeting_cancelled',
    ]);
    app.clock.set(DURING);
    await expectUntouched(
      app.database,
      () => app.as(moderator).post(`/staff/meetings/${id}/attendees`, { name: '老王', role: 'resident' }),
      'MEETING_STATE',
    );
  });

  it('is signed in to by the code of the moment, once, with the role the person has there', async () => {
    const id = await callMeeting(app, moderator, topicId);
    await grantHallRole(app.database, neighbour, 'owners_committee');
    app.clock.set(DURING);
    await signIn(app, moderator, id, initiator);
    await signIn(app, moderator, id, neighbour);
    await signIn(app, moderator, id, neighbour);
    expect((await list(neighbour))[0]).toMatchObject({ status: 'open', attendees: 2, signedIn: true });
    expect((await page(id)).attendees).toMatchObject([
      { role: 'resident', method: 'qr' },
      { role: 'owners_committee', method: 'qr' },
    ]);
    expect((await recordActs(app.database, topicId)).filter((act) => act === 'sign_in')).toHaveLength(2);
    // Digits that are read out do as well.
    const late = await buildResident(app.database);
    const code = await app.as(moderator).get(`/staff/meetings/${id}/sign-in-code`).expect(200);
    const { manualCode } = code.body as { manualCode: string };
    await app.as(late).post(`/meetings/${id}/sign-in`, { qr: manualCode }).expect(200);
    await app.database.execute('DELETE FROM hall_role');
  });

  it('is signed in to only there and then', async () => {
    const id = await callMeeting(app, moderator, topicId);
    const other = await callMeeting(app, moderator, topicId, { place: '小区花园' });
    const codeOf = async (meeting: string): Promise<string> =>
      (
        (await app.as(moderator).get(`/staff/meetings/${meeting}/sign-in-code`).expect(200)).body as {
          qr: string;
        }
      ).qr;
    const send = (qr: string, meeting = id, person = neighbour) =>
      expectUntouched.bind(null, app.database, () =>
        app.as(person).post(`/meetings/${meeting}/sign-in`, { qr }),
      );
    await send(await codeOf(id))('MEETING_STATE');
    app.clock.set(DURING);
    const qr = await codeOf(id);
    await send(await codeOf(other))('MEETING_CODE');
    await send('JFM1.x.y.z')('MEETING_CODE');
    await send('000000')('MEETING_CODE');
    await send('长'.repeat(200))('INVALID_INPUT');
    app.clock.advance(120_000);
    await send(qr)('MEETING_CODE');
    const noPhone = await buildPerson(app.database, { phone: null });
    await send(await codeOf(id), id, noPhone)('PHONE_REQUIRED');
    app.clock.set('2026-11-24T15:00:00Z');
    await send(await codeOf(id))('MEETING_STATE');
    expectRefusal(await app.as().post(`/meetings/${id}/sign-in`, { qr }), 'UNAUTHENTICATED');
    expectRefusal(await app.as(neighbour).get(`/staff/meetings/${id}/sign-in-code`), 'FORBIDDEN');
    const foreign = await buildModerator(app.database, OTHER_STREET_COMMUNITY);
    expectRefusal(await app.as(foreign).get(`/staff/meetings/${id}/sign-in-code`), 'FORBIDDEN');
  });

  it('lets nobody go through the digits', async () => {
    const id = await callMeeting(app, moderator, topicId);
    const person = await buildResident(app.database);
    app.clock.set(DURING);
    const answers = [];
    for (let tries = 0; tries < 12; tries += 1) {
      answers.push(await app.as(person).post(`/meetings/${id}/sign-in`, { qr: `00000${tries % 10}` }));
    }
    expectRefusal(answers.at(-1) as (typeof answers)[number], 'TOO_MANY_REQUESTS');
  });

  it('keeps what was said, with who said it, in what capacity, and photos', async () => {
    const id = await callMeeting(app, moderator, topicId);
    app.clock.set(DURING);
    await signIn(app, moderator, id, neighbour);
    const sheet = await app
      .as(moderator)
      .post(`/staff/meetings/${id}/attendees`, { name: '陈阿婆', role: 'resident' })
      .expect(200);
    const [first, second] = (sheet.body as MeetingBody).attendees;
    const photo = await buildPhoto(app.database, 'public');
    const speak = (body: object) =>
      app.as(moderator).post(`/staff/meetings/${id}/speeches`, {
        role: 'resident',
        stance: 'for',
        text: '建在东门最好。',
        attachmentIds: [],
        ...body,
      });
    await speak({ attendeeId: first?.id }).expect(200);
    await speak({
      speakerName: '物业李经理',
      role: 'property',
      stance: 'against',
      attachmentIds: [photo],
    }).expect(200);
    const answer = await speak({
      attendeeId: second?.id,
      text: '晚上别太吵。\n谢谢。',
      stance: 'neutral',
    }).expect(200);
    expect((answer.body as MeetingBody).speeches).toMatchObject([
      { no: 1, speaker: first?.name, stance: 'for' },
      { no: 2, speaker: '物业李经理', role: 'property', attachments: [{ id: photo }] },
      { no: 3, speaker: '陈阿婆', text: '晚上别太吵。\n谢谢。' },
    ]);
    expect((await page(id)).speeches).toHaveLength(3);
    const closed = await app.as(moderator).post(`/staff/meetings/${id}/close`).expect(200);
    expect(closed.body).toMatchObject({ status: 'closed', attendees: 2, speeches: 3 });
    await expectUntouched(
      app.database,
      () => app.as(moderator).post(`/staff/meetings/${id}/close`),
      'MEETING_STATE',
    );
    // What was written down late still goes in after the end.
    await speak({ speakerName: '老周', text: '补充一句。' }).expect(200);
    const acts = await recordActs(app.database, topicId);
    expect(acts.filter((act) => act === 'speech')).toHaveLength(4);
    expect(acts).toContain('meeting_closed');
    expect(await countRows(app.database, 'speech WHERE record_seq IS NULL')).toBe(0);
  });

  it('refuses speeches that are none', async () => {
    const id = await callMeeting(app, moderator, topicId);
    const elsewhere = await callMeeting(app, moderator, topicId);
    app.clock.set(DURING);
    const sheet = await app
      .as(moderator)
      .post(`/staff/meetings/${elsewhere}/attendees`, { name: '别处的人', role: 'resident' })
      .expect(200);
    const stranger = (sheet.body as MeetingBody).attendees[0]?.id;
    const good = { speakerName: '老周', role: 'resident', stance: 'for', text: '好。', attachmentIds: [] };
    const send = (change: object) => () =>
      app.as(moderator).post(`/staff/meetings/${id}/speeches`, { ...good, ...change });
    const staffOnly = await buildPhoto(app.database, 'staff');
    const foreign = await buildPhoto(app.database, 'public', OTHER_STREET_COMMUNITY);
    for (const [change, code] of [
      [{ text: '   ' }, 'TOPIC_TEXT'],
      [{ text: '\u200b\u200b' }, 'TOPIC_TEXT'],
      [{ text: 'Z\u0300\u0301\u0302\u0303\u0304' }, 'TOPIC_TEXT'],
      [{ text: '长'.repeat(2001) }, 'TOPIC_TEXT'],
      [{ text: '长'.repeat(60_000) }, 'INVALID_INPUT'],
      [{ stance: 'maybe' }, 'INVALID_INPUT'],
      [{ role: 'king' }, 'INVALID_INPUT'],
      [{ speakerName: undefined }, 'INVALID_INPUT'],
      [{ attendeeId: stranger }, 'INVALID_INPUT'],
      [{ speakerName: undefined, attendeeId: stranger }, 'INVALID_INPUT'],
      [{ attachmentIds: [staffOnly] }, 'INVALID_INPUT'],
      [{ attachmentIds: [foreign] }, 'NOT_FOUND'],
      [{ attachmentIds: 'none' }, 'INVALID_INPUT'],
    ] as const) {
      await expectUntouched(app.database, send(change), code);
    }
  });

  it('is not called in the past, upside down, for too long, too far ahead, or about a topic that is decided', async () => {
    const path = `/staff/topics/${encodeId('topic', topicId)}/meetings`;
    const send =
      (change: object, person = moderator, at = path) =>
      () =>
        app.as(person).post(at, { ...MEETING, ...change });
    await expectUntouched(app.database, send({ startsAt: '2026-11-22T11:00:00Z' }), 'MEETING_TIME');
    await expectUntouched(app.database, send({ endsAt: MEETING.startsAt }), 'MEETING_TIME');
    await expectUntouched(app.database, send({ endsAt: '2026-11-25T11:00:00Z' }), 'MEETING_TIME');
    await expectUntouched(
      app.database,
      send({ startsAt: '2027-11-24T11:00:00Z', endsAt: '2027-11-24T12:00:00Z' }),
      'MEETING_TIME',
    );
    await expectUntouched(app.database, send({ startsAt: '2026-02-30T11:00:00Z' }), 'INVALID_INPUT');
    await expectUntouched(app.database, send({ place: ' ' }), 'INVALID_INPUT');
    await expectUntouched(app.database, send({ agenda: '长'.repeat(1001) }), 'INVALID_INPUT');
    await expectUntouched(app.database, send({}, neighbour), 'FORBIDDEN');
    const decided = await buildHallTopic(app, { status: 'voting', initiatorId: initiator });
    const late = `/staff/topics/${encodeId('topic', decided)}/meetings`;
    await expectUntouched(app.database, send({}, moderator, late), 'TOPIC_STATE');
    const own = await buildHallTopic(app, { initiatorId: moderator });
    const ownPath = `/staff/topics/${encodeId('topic', own)}/meetings`;
    await expectUntouched(app.database, send({}, moderator, ownPath), 'TOPIC_OWN');
    const id = await callMeeting(app, moderator, topicId);
    await expectUntouched(
      app.database,
      () => app.as(moderator).post(`/staff/meetings/${id}/close`),
      'MEETING_STATE',
    );
    await expectUntouched(
      app.database,
      () => app.as(moderator).post(`/staff/meetings/${id}/attendees`, { name: '老王', role: 'resident' }),
      'MEETING_STATE',
    );
    expectRefusal(await app.as().get('/meetings/zzzzzzzz'), 'NOT_FOUND');
  });
});
