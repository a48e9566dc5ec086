import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { Minutes } from '@jiefang/bff/halls/meetings/minutes';
import { verifyRecord } from '@jiefang/shared/record';
import { buildModerator, buildResident, recordActs } from '../../../builders/halls.js';
import { messagesTo } from '../../../builders/identity.js';
import {
  callMeeting,
  runMinutesClock,
  signIn,
  type MeetingBody,
  type MinutesBody,
} from '../../../builders/meetings.js';
import { buildHallTopic, buildSpeaker, say } from '../../../builders/opinions.js';
import { buildDivision } from '../../../builders/people.js';
import { exported } from '../../../builders/record.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildPhoto } from '../../../builders/voting.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const DURING = '2026-11-24T11:10:00Z';

describe('minutes', () => {
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
    app.wechat.clearFaults();
    expect(verifyRecord(await exported(app, topicId)).faults).toEqual([]);
  });

  const path = (rest = '') => `/topics/${encodeId('topic', topicId)}/minutes${rest}`;
  const show = async (person?: number): Promise<MinutesBody> =>
    (await app.as(person).get(path()).expect(200)).body as MinutesBody;
  const write = (body: object) => app.as(moderator).put(`/staff${path()}`, { no: 0, minority: [], ...body });
  const send = () => app.as(moderator).post(`/staff${path('/send')}`);
  const confirm = (person: number, body: object = {}) =>
    app.as(person).post(path('/confirm'), { no: 1, agrees: true, ...body });
  const ready = () => app.app.get(Minutes).ready(app.database, topicId);

  /** A meeting with two people signed in and one on paper, and one speech. */
  const meet = async () => {
    const id = await callMeeting(app, moderator, topicId);
    app.clock.set(DURING);
    await signIn(app, moderator, id, initiator);
    await signIn(app, moderator, id, neighbour);
    await app
      .as(moderator)
      .post(`/staff/meetings/${id}/attendees`, { name: '陈阿婆', role: 'resident' })
      .expect(200);
    const answer = await app
      .as(moderator)
      .post(`/staff/meetings/${id}/speeches`, {
        speakerName: '陈阿婆',
        role: 'resident',
        stance: 'for',
        text: '建在东门最好。',
        attachmentIds: [],
      })
      .expect(200);
    const { attendees, speeches } = answer.body as MeetingBody;
    return { meetingId: id, attendees, speechId: speeches[0]?.id ?? '' };
  };

  it('cite speeches and opinions, are confirmed by everybody who came, also on paper', async () => {
    const { speechId, attendees, meetingId } = await meet();
    const opinion = await say(app, neighbour, topicId, { stance: 'against', text: '东门太吵。' });
    expect(await ready()).toEqual({ confirmed: false, minority: false });
    const body = {
      sentences: [
        { text: '多数人同意建在东门。', cites: [{ kind: 'speech', id: speechId }] },
        { text: '会后由物业估价。', cites: [] },
      ],
      minority: [{ text: '也有人担心吵。', cites: [{ kind: 'opinion', id: opinion.id }] }],
    };
    const draft = (await write(body).expect(200)).body as MinutesBody;
    expect(draft.minutes).toMatchObject({
      no: 1,
      status: 'draft',
      sentences: [{ cites: [{ kind: 'speech', label: '会上第 1 段，陈阿婆' }] }, { cites: [] }],
      minority: [{ cites: [{ kind: 'opinion', label: expect.stringMatching(/的发言$/) as string }] }],
    });
    expect(draft.minorityNeeded).toBe(true);
    expect((await show()).minutes).toBeNull();
    const sent = (await send().expect(200)).body as MinutesBody;
    expect(sent.minutes).toMatchObject({ status: 'confirming', confirmUntil: '2026-11-26T11:10:00.000Z' });
    for (const person of [initiator, neighbour])
      expect((await messagesTo(app.database, person)).map((one) => one.kind)).toContain('minutes_sent');
    expect((await show(neighbour)).minutes?.mine).toBe('waiting');
    await expectUntouched(
      app.database,
      () =>
        app.as(moderator).post(`/staff/meetings/${meetingId}/attendees`, { name: '晚到', role: 'resident' }),
      'MINUTES_STATE',
    );

    const answered = await confirm(neighbour, { agrees: false, comment: '我说的是西门。' }).expect(200);
    expect((answered.body as MinutesBody).minutes).toMatchObject({ mine: 'answered', status: 'confirming' });
    await expectUntouched(app.database, () => confirm(neighbour), 'MINUTES_STATE');
    await confirm(initiator).expect(200);
    const paper = attendees.find((one) => one.method === 'paper')?.id ?? '';
    const photoId = await buildPhoto(app.database, 'staff');
    const last = await app
      .as(moderator)
      .post(`/staff/attendees/${paper}/confirm-on-paper`, { photoId, agrees: true })
      .expect(200);
    expect((last.body as MinutesBody).minutes).toMatchObject({
      status: 'confirmed',
      confirmations: [
        { agrees: true, method: 'app' },
        { agrees: false, comment: '我说的是西门。', method: 'app' },
        { name: '陈阿婆', agrees: true, method: 'paper' },
      ],
    });
    expect(await ready()).toEqual({ confirmed: true, minority: true });
    expect((await recordActs(app.database, topicId)).slice(-6)).toEqual([
      'minutes',
      'minutes_sent',
      'minutes_confirmation',
      'minutes_confirmation',
      'minutes_confirmation',
      'minutes_confirmed',
    ]);
  });

  it('are confirmed after 48 hours; silence is shown as silence', async () => {
    await meet();
    await write({ sentences: [{ text: '同意建在东门。', cites: [] }] }).expect(200);
    await send().expect(200);
    await confirm(neighbour).expect(200);
    app.clock.set('2026-11-26T11:09:00Z');
    await runMinutesClock(app);
    expect((await show()).minutes?.status).toBe('confirming');
    app.clock.set('2026-11-26T11:10:00Z');
    await expectUntouched(app.database, () => confirm(initiator), 'MINUTES_STATE');
    await runMinutesClock(app);
    await runMinutesClock(app);
    const { minutes } = await show();
    expect(minutes?.status).toBe('confirmed');
    expect(minutes?.confirmations.map((one) => one.agrees)).toEqual([null, true, null]);
    const acts = await recordActs(app.database, topicId);
    expect(acts.filter((act) => act === 'minutes_confirmed')).toHaveLength(1);
  });

  it('of a discussion without a meeting count when they are sent', async () => {
    await write({ sentences: [{ text: '线上讨论，没有不同意见。', cites: [] }] }).expect(200);
    expect(((await send().expect(200)).body as MinutesBody).minutes?.status).toBe('confirmed');
    expect(await ready()).toEqual({ confirmed: true, minority: true });
  });

  it('must say what the smaller side thinks, and where it was said', async () => {
    const first = await say(app, neighbour, topicId, { stance: 'against', text: '我反对。' });
    await say(app, initiator, topicId, { stance: 'for', text: '我赞成。' });
    const sentences = [{ text: '多数赞成。', cites: [] }];
    await write({ sentences }).expect(200);
    await expectUntouched(app.database, send, 'MINUTES_MINORITY');
    await write({ no: 1, sentences, minority: [{ text: '有人反对。', cites: [] }] }).expect(200);
    await expectUntouched(app.database, send, 'MINUTES_MINORITY');
    const minority = [{ text: '有人反对。', cites: [{ kind: 'opinion', id: first.id }] }];
    await write({ no: 2, sentences, minority }).expect(200);
    await send().expect(200);
  });

  it('that are written anew are confirmed anew', async () => {
    await meet();
    await write({ sentences: [{ text: '第一版。', cites: [] }] }).expect(200);
    await send().expect(200);
    await confirm(neighbour).expect(200);
    await write({ no: 1, sentences: [{ text: '第二版。', cites: [] }] }).expect(200);
    await expectUntouched(app.database, () => confirm(initiator), 'MINUTES_STATE');
    await send().expect(200);
    await expectUntouched(app.database, () => confirm(initiator), 'STALE_VERSION');
    await confirm(initiator, { no: 2 }).expect(200);
    expect((await show(neighbour)).minutes).toMatchObject({ no: 2, mine: 'waiting' });
  });

  it('refuse what is stale, empty, too long, cites what is not there, or comes from elsewhere', async () => {
    const other = await buildHallTopic(app, { initiatorId: initiator });
    const foreign = await say(app, neighbour, other, { text: '别的议题。' });
    const cite = (cites: object[]) => ({ sentences: [{ text: '好。', cites }] });
    for (const [body, code] of [
      [{ ...cite([]), no: 3 }, 'STALE_VERSION'],
      [{ sentences: [] }, 'INVALID_INPUT'],
      [{ sentences: [{ text: ' ', cites: [] }] }, 'TOPIC_TEXT'],
      [{ sentences: [{ text: '长'.repeat(501), cites: [] }] }, 'TOPIC_TEXT'],
      [{ sentences: Array.from({ length: 101 }, () => ({ text: '好。', cites: [] })) }, 'INVALID_INPUT'],
      [
        { sentences: Array.from({ length: 60 }, () => ({ text: '长'.repeat(500), cites: [] })) },
        'INVALID_INPUT',
      ],
      [{ sentences: [[]] }, 'INVALID_INPUT'],
      [cite([{ kind: 'opinion', id: foreign.id }]), 'MINUTES_CITE'],
      [cite([{ kind: 'speech', id: foreign.id }]), 'MINUTES_CITE'],
      [cite([{ kind: 'opinion', id: encodeId('opinion', 999_999) }]), 'MINUTES_CITE'],
      [cite([{ kind: 'rumour', id: foreign.id }]), 'INVALID_INPUT'],
    ] as const) {
      await expectUntouched(app.database, () => write(body), code);
    }
    await expectUntouched(app.database, send, 'MINUTES_STATE');
    await expectUntouched(
      app.database,
      () => app.as(neighbour).put(`/staff${path()}`, { no: 0, ...cite([]), minority: [] }),
      'FORBIDDEN',
    );
  });

  it('are confirmed by nobody who was not there, and not with words that do not pass', async () => {
    const { attendees } = await meet();
    await expectUntouched(app.database, () => confirm(initiator), 'MINUTES_STATE');
    await write({ sentences: [{ text: '同意。', cites: [] }] }).expect(200);
    await send().expect(200);
    const stranger = await buildResident(app.database);
    await expectUntouched(app.database, () => confirm(stranger), 'MINUTES_ATTENDEE');
    await expectUntouched(app.database, () => confirm(neighbour, { comment: 'TEST_RISKY' }), 'TOPIC_TEXT');
    await expectUntouched(
      app.database,
      () => confirm(neighbour, { comment: '长'.repeat(301) }),
      'TOPIC_TEXT',
    );
    await expectUntouched(app.database, () => confirm(neighbour, { agrees: 'yes' }), 'INVALID_INPUT');
    expectRefusal(await app.as().post(path('/confirm'), { no: 1, agrees: true }), 'UNAUTHENTICATED');
    const onPaper = (id: string, body: object) => () =>
      app.as(moderator).post(`/staff/attendees/${id}/confirm-on-paper`, body);
    const first = attendees[0]?.id ?? '';
    await expectUntouched(app.database, onPaper(first, { agrees: true }), 'INVALID_INPUT');
    const photoId = encodeId('attachment', 999_999);
    await expectUntouched(app.database, onPaper(first, { agrees: true, photoId }), 'NOT_FOUND');
    const nobody = encodeId('attendee', 999_999);
    await expectUntouched(app.database, onPaper(nobody, { agrees: true, photoId }), 'NOT_FOUND');
  });

  it('are not written any more once the text is frozen', async () => {
    topicId = await buildHallTopic(app, { status: 'finalised', initiatorId: initiator });
    await expectUntouched(
      app.database,
      () => write({ sentences: [{ text: '晚了。', cites: [] }] }),
      'TOPIC_STATE',
    );
  });
});
