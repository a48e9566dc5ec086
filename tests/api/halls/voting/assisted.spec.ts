import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { Counting, type EndOfVoting } from '@jiefang/bff/halls/voting/counting';
import { buildModerator, buildTopic, recordActs } from '../../../builders/halls.js';
import { grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildPhoto, buildVote, cast, endOfVoting, type BuiltVote } from '../../../builders/voting.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

describe('ballots and opinions by phone and on paper', () => {
  const [app] = stage(1);
  let [one, two]: [number, number] = [0, 0];

  beforeAll(async () => {
    [one, two] = [await buildModerator(app.database), await buildModerator(app.database)];
  });

  const paper = async (member: number, choice: string, photoId?: string) => ({
    kind: 'ballot',
    channel: 'paper',
    photoId: photoId ?? (await buildPhoto(app.database)),
    member,
    choice,
  });
  const enter = async (vote: BuiltVote, member: number, choice: string): Promise<string> => {
    const path = `/staff/topics/${vote.publicId}/assisted`;
    const { body } = await app
      .as(one)
      .post(path, await paper(member, choice))
      .expect(201);
    return body.id as string;
  };
  const ballotsIn = (topicId: number) =>
    app.database.query<{ no: number; choice: string; channel: string; by: number | null }>(
      'SELECT member_no AS no, choice, channel, cast_by AS `by` FROM open_ballot WHERE topic_id = ? ORDER BY seq',
      [topicId],
    );

  it('are counted when two people read the same, with a receipt for the voter', async () => {
    const vote = await buildVote(app, 2);
    const id = await enter(vote, 1, 'against');
    expect(await ballotsIn(vote.topicId)).toEqual([]);
    const own = await app.as(one).get(`/staff/topics/${vote.publicId}/assisted`).expect(200);
    expect(own.body.items).toMatchObject([
      { id, member: 1, label: '1号', content: { choice: 'against' }, status: 'waiting', actions: ['refuse'] },
    ]);
    const other = await app.as(two).get(`/staff/topics/${vote.publicId}/assisted`).expect(200);
    expect(other.body.items).toMatchObject([{ id, content: null, actions: ['confirm', 'refuse'] }]);
    expect(JSON.stringify(other.body)).not.toContain('against');

    const { body } = await app
      .as(two)
      .post(`/staff/assisted/${id}/confirm`, { choice: 'against' }, 'confirm-key-1')
      .expect(200);
    expect(body).toMatchObject({
      status: 'confirmed',
      content: null,
      receipt: expect.stringMatching(/^[0-9A-Z-]{19}$/) as string,
      enteredBy: { me: false },
      decidedBy: { me: true },
    });
    const again = await app
      .as(two)
      .post(`/staff/assisted/${id}/confirm`, { choice: 'against' }, 'confirm-key-1')
      .expect(200);
    expect(again.body).toEqual(body);
    expect(await ballotsIn(vote.topicId)).toEqual([{ no: 1, choice: 'against', channel: 'paper', by: null }]);
    expect(await recordActs(app.database, vote.topicId)).toEqual([
      'version',
      'assisted_entered',
      'assisted_confirmed',
    ]);
    const entries = await app.database.query<{ entry: string }>(
      "SELECT entry FROM record_entry WHERE topic_id = ? AND act LIKE 'assisted%'",
      [vote.topicId],
    );
    expect(JSON.stringify(entries)).not.toMatch(/against/);
  });

  it('stand beside those of the app: the last one counts', async () => {
    const vote = await buildVote(app, 1);
    await cast(app, vote, vote.people[0] as number, 1, 'abstain').expect(201);
    app.clock.advance(60_000);
    const id = await enter(vote, 1, 'for');
    await app.as(two).post(`/staff/assisted/${id}/confirm`, { choice: 'for' }).expect(200);
    const { topic } = await endOfVoting(app, vote);
    expect(topic.tally).toMatchObject({ counts: { for: 1, against: 0, abstain: 0 } });
  });

  it('of a secret vote leave no trace of the choice beside the member', async () => {
    const vote = await buildVote(app, 3, { secret: true });
    const id = await enter(vote, 2, 'abstain');
    const confirmed = await app
      .as(two)
      .post(`/staff/assisted/${id}/confirm`, { choice: 'abstain' })
      .expect(200);
    expect(confirmed.body).toMatchObject({ status: 'confirmed', receipt: null, content: null });
    const [row] = await app.database.query<{ length: number }>(
      'SELECT LENGTH(content_cipher) AS length FROM assisted_entry WHERE topic_id = ?',
      [vote.topicId],
    );
    expect(row?.length).toBe(0);
    const send = () => cast(app, vote, vote.people[1] as number, 2, 'for');
    await expectUntouched(app.database, send, 'BALLOT_ALREADY');
    const body = await paper(2, 'for');
    const late = () => app.as(one).post(`/staff/topics/${vote.publicId}/assisted`, body);
    await expectUntouched(app.database, late, 'BALLOT_ALREADY');
  });

  it('are refused by a second reading that differs, and must be entered again', async () => {
    const vote = await buildVote(app, 1);
    const id = await enter(vote, 1, 'for');
    const path = `/staff/assisted/${id}/confirm`;
    expectRefusal(await app.as(two).post(path, { choice: 'against' }, 'mismatch-1'), 'ASSISTED_MISMATCH');
    expectRefusal(await app.as(two).post(path, { choice: 'against' }, 'mismatch-1'), 'ASSISTED_MISMATCH');
    await expectUntouched(app.database, () => app.as(two).post(path, { choice: 'for' }), 'ASSISTED_STATE');
    expect(await ballotsIn(vote.topicId)).toEqual([]);
    const list = await app.as(two).get(`/staff/topics/${vote.publicId}/assisted`);
    expect(list.body.items[0]).toMatchObject({ status: 'refused', refuseReason: '两次读到的不一样' });
    const next = await enter(vote, 1, 'against');
    await app.as(two).post(`/staff/assisted/${next}/confirm`, { choice: 'against' }).expect(200);
    expect(await ballotsIn(vote.topicId)).toHaveLength(1);
  });

  it('hold back the count for a day, then are refused on the record', async () => {
    const vote = await buildVote(app, 1);
    const id = await enter(vote, 1, 'for');
    await cast(app, vote, vote.people[0] as number, 1, 'for').expect(201);
    expect((await endOfVoting(app, vote)).outcome).toBe('waiting');
    const room = await app.as(one).get(`/staff/topics/${vote.publicId}/counting`).expect(200);
    expect(room.body).toMatchObject({ assistedWaiting: 1, counted: false, actions: ['count'] });
    const until = app.clock.now().getTime();
    app.clock.set(new Date(until + 23 * 3_600_000).toISOString());
    expect((await endOfVotingNow(vote)).outcome).toBe('waiting');
    app.clock.set(new Date(until + 24 * 3_600_000).toISOString());
    expect((await endOfVotingNow(vote)).outcome).toBe('counted');
    const path = `/staff/assisted/${id}/confirm`;
    await expectUntouched(app.database, () => app.as(two).post(path, { choice: 'for' }), 'ASSISTED_STATE');
    expect(await recordActs(app.database, vote.topicId)).toContain('assisted_refused');
  });

  it('that were entered in time may be read again after the end, until the count', async () => {
    const vote = await buildVote(app, 1);
    const id = await enter(vote, 1, 'for');
    await endOfVoting(app, vote);
    await app.as(two).post(`/staff/assisted/${id}/confirm`, { choice: 'for' }).expect(200);
    const { outcome, topic } = await endOfVotingNow(vote);
    expect([outcome, topic.status]).toEqual(['counted', 'counted']);
  });

  it('confirmed by several at once are counted once', async () => {
    const vote = await buildVote(app, 1, { secret: true });
    const id = await enter(vote, 1, 'for');
    const others = await Promise.all(Array.from({ length: 5 }, () => buildModerator(app.database)));
    const answers = await Promise.all(
      others.map((staff) => app.as(staff).post(`/staff/assisted/${id}/confirm`, { choice: 'for' })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const rows = await app.database.query('SELECT 1 FROM secret_ballot WHERE topic_id = ?', [vote.topicId]);
    expect(rows).toHaveLength(1);
  });

  it('give an opinion its place, under the name of whoever spoke', async () => {
    const topicId = await buildTopic(app.database, { status: 'deliberating' }, app);
    const publicId = encodeId('topic', topicId);
    const said = {
      kind: 'opinion',
      channel: 'phone',
      photoId: await buildPhoto(app.database),
      stance: 'against',
      role: 'resident',
      speakerName: '陈阿婆',
      text: '我眼睛不好，充电棚别挡着路。',
    };
    const { body } = await app.as(one).post(`/staff/topics/${publicId}/assisted`, said).expect(201);
    const path = `/staff/assisted/${body.id}/confirm`;
    const wrong = { stance: 'for', text: said.text };
    expectRefusal(await app.as(two).post(path, wrong), 'ASSISTED_MISMATCH');
    const second = { stance: 'against', text: '我眼睛不好,充电棚别挡着路' };
    await app.as(two).post(path, second).expect(200);
    const [opinion] = await app.database.query(
      'SELECT author_name AS name, channel, stance, text, status FROM opinion WHERE topic_id = ?',
      [topicId],
    );
    expect(opinion).toMatchObject({ name: '陈阿婆', channel: 'phone', stance: 'against', text: said.text });
    expect(await recordActs(app.database, topicId)).toEqual(
      expect.arrayContaining(['assisted_entered', 'assisted_confirmed']),
    );
  });

  describe('that are bad', () => {
    it('are not entered: off the roll, without a photo, with parts of the other kind', async () => {
      const vote = await buildVote(app, 1);
      const path = `/staff/topics/${vote.publicId}/assisted`;
      const good = await paper(1, 'for');
      const elsewhere = await buildPhoto(app.database, 'staff', OTHER_STREET_COMMUNITY);
      const shown = await buildPhoto(app.database, 'public');
      const cases = [
        [{ ...good, member: 2 }, 'BALLOT_OFF_ROLL'],
        [{ ...good, photoId: undefined }, 'INVALID_INPUT'],
        [{ ...good, photoId: encodeId('attachment', 999_999) }, 'NOT_FOUND'],
        [{ ...good, photoId: elsewhere }, 'NOT_FOUND'],
        [{ ...good, photoId: shown }, 'ATTACHMENT_INVALID'],
        [{ ...good, choice: undefined }, 'INVALID_INPUT'],
        [{ ...good, choice: 'perhaps' }, 'INVALID_INPUT'],
        [{ ...good, stance: 'for' }, 'INVALID_INPUT'],
        [{ ...good, channel: 'app' }, 'INVALID_INPUT'],
        [{ ...good, kind: 'petition' }, 'INVALID_INPUT'],
        [{ ...good, kind: 'opinion' }, 'INVALID_INPUT'],
      ] as const;
      for (const [body, code] of cases)
        await expectUntouched(app.database, () => app.as(one).post(path, body), code);
      const said = {
        kind: 'opinion',
        channel: 'paper',
        photoId: good.photoId,
        stance: 'for',
        role: 'resident',
      };
      for (const text of ['字'.repeat(5_000), '\u200b\u200b', '   ', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞a']) {
        const body = { ...said, speakerName: '陈阿婆', text };
        await expectUntouched(app.database, () => app.as(one).post(path, body), 'TOPIC_TEXT');
      }
      const huge = { ...said, speakerName: '陈阿婆', text: '字'.repeat(100_000) };
      await expectUntouched(app.database, () => app.as(one).post(path, huge), 'BODY_TOO_LARGE');
      const open = { ...said, speakerName: '陈阿婆', text: '好' };
      await expectUntouched(app.database, () => app.as(one).post(path, open), 'OPINION_CLOSED');
    });

    it('are not entered before or after, nor twice at a time, nor by whoever raised the topic', async () => {
      const early = await buildVote(app, 1, { status: 'finalised' });
      const late = await buildVote(app, 1, { status: 'counted' });
      const vote = await buildVote(app, 1, { initiatorId: one });
      const body = await paper(1, 'for');
      const at = (where: BuiltVote, who: number) => () =>
        app.as(who).post(`/staff/topics/${where.publicId}/assisted`, body);
      await expectUntouched(app.database, at(early, one), 'BALLOT_NOT_OPEN');
      await expectUntouched(app.database, at(late, one), 'BALLOT_CLOSED');
      await expectUntouched(app.database, at(vote, one), 'TOPIC_OWN');
      await app.as(two).post(`/staff/topics/${vote.publicId}/assisted`, body).expect(201);
      await expectUntouched(app.database, at(vote, two), 'ASSISTED_STATE');
    });

    it('are not confirmed by the same person, by strangers, without a reading', async () => {
      const vote = await buildVote(app, 1);
      const id = await enter(vote, 1, 'for');
      const path = `/staff/assisted/${id}/confirm`;
      const elsewhere = await buildModerator(app.database, OTHER_STREET_COMMUNITY);
      const keeper = vote.people[0] as number;
      await grantRole(app.database, keeper, 'dispatcher', COMMUNITY);
      const confirm = (who: number, body: object) => () => app.as(who).post(path, body);
      await expectUntouched(app.database, confirm(one, { choice: 'for' }), 'ASSISTED_SAME_PERSON');
      await expectUntouched(app.database, confirm(elsewhere, { choice: 'for' }), 'FORBIDDEN');
      await expectUntouched(app.database, confirm(keeper, { choice: 'for' }), 'FORBIDDEN');
      await expectUntouched(app.database, confirm(two, {}), 'INVALID_INPUT');
      await expectUntouched(app.database, confirm(two, { stance: 'for', text: '好' }), 'INVALID_INPUT');
      const nothing = `/staff/assisted/${encodeId('assisted', 999_999)}/confirm`;
      const send = () => app.as(two).post(nothing, { choice: 'for' });
      await expectUntouched(app.database, send, 'NOT_FOUND');
    });

    it('are refused with a reason, once', async () => {
      const vote = await buildVote(app, 1);
      const id = await enter(vote, 1, 'for');
      const path = `/staff/assisted/${id}/refuse`;
      await expectUntouched(app.database, () => app.as(two).post(path, { reason: ' ' }), 'INVALID_INPUT');
      const { body } = await app.as(two).post(path, { reason: '照片看不清' }).expect(200);
      expect(body).toMatchObject({
        status: 'refused',
        refuseReason: '照片看不清',
        content: null,
        actions: [],
      });
      await expectUntouched(
        app.database,
        () => app.as(one).post(path, { reason: '再来一次' }),
        'ASSISTED_STATE',
      );
    });
  });

  function endOfVotingNow(vote: BuiltVote): Promise<EndOfVoting> {
    return app.app.get(Counting).atEnd(app.database, vote.topicId);
  }
});
