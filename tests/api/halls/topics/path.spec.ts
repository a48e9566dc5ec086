import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { buildHall, buildRoll, buildTopic, inDays, recordActs } from '../../../builders/halls.js';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildSpeaker } from '../../../builders/opinions.js';
import { verifyRecord } from '@jiefang/shared/record';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import {
  act,
  buildFollowUp,
  buildHallPeople,
  buildMinutes,
  own,
  raise,
  runTopicClock,
  type HallPeople,
  type TopicBody,
} from './support.js';

describe('a topic', () => {
  const [app] = stage(1);
  let people: HallPeople;
  beforeAll(async () => {
    people = await buildHallPeople(app);
    await buildHall(app.database, 2);
  });

  const see = async (person: number | undefined, id: string): Promise<TopicBody> =>
    (await app.as(person).get(`/topics/${id}`).expect(200)).body as TopicBody;

  /** Everything that happened verifies from the export alone. */
  const expectVerifiable = async (id: string): Promise<void> => {
    const file = await fetch(`${app.url}/api/v1/topics/${id}/record.ndjson`);
    const report = verifyRecord((await file.text()).split('\n').filter((line) => line !== ''));
    expect({ ok: report.ok, faults: report.faults }).toEqual({ ok: true, faults: [] });
  };

  it('is raised, returned, submitted again, taken up, endorsed to the threshold', async () => {
    const draft = await raise(app, people.initiator);
    expect(draft).toMatchObject({
      status: 'draft',
      actions: ['edit', 'submit', 'withdraw'],
      text: { no: 1, hash: null, held: false, count: 0 },
      endorsements: null,
    });
    expectRefusal(await app.as().get(`/topics/${draft.id}`), 'NOT_FOUND');
    expectRefusal(await app.as(people.moderator).get(`/staff/topics/${draft.id}`), 'NOT_FOUND');

    await own(app, people.initiator, draft.id, 'submit').expect(200);
    expectRefusal(await app.as(people.neighbour).get(`/topics/${draft.id}`), 'NOT_FOUND');
    const queue = await app.as(people.moderator).get(`/staff/divisions/${COMMUNITY}/topics?queue=review`);
    expect((queue.body as { items: object[] }).items).toMatchObject([
      { id: draft.id, actions: ['take_up', 'return', 'merge'], needs: [] },
    ]);

    await act(app, people.moderator, draft.id, 'return', { reason: '请写清楚是哪几栋' }).expect(200);
    await app
      .as(people.initiator)
      .put(`/topics/${draft.id}/text`, { no: 1, title: '充电棚建在哪？', body: '三栋和五栋之间好不好？' })
      .expect(200);
    await own(app, people.initiator, draft.id, 'submit').expect(200);
    await act(app, people.moderator, draft.id, 'take_up').expect(200);
    expect(await see(undefined, draft.id)).toMatchObject({
      status: 'under_review',
      title: '充电棚建在哪？',
      text: { no: 2, count: 1 },
      actions: [],
    });
    await act(app, people.moderator, draft.id, 'classify_deep').expect(200);
    const opened = await act(app, people.moderator, draft.id, 'open_endorsing').expect(200);
    expect(opened.body).toMatchObject({
      endorsements: { count: 0, needed: 2 },
      windows: { endorseUntil: '2026-12-23T16:00:00.000Z' },
    });

    const other = await buildSpeaker(app);
    await expectUntouched(
      app.database,
      () => own(app, people.neighbour, draft.id, 'endorse', { textNo: 1 }),
      'ENDORSE_OLD_VERSION',
    );
    await own(app, people.neighbour, draft.id, 'endorse', { textNo: 2 }).expect(200);
    const enough = await own(app, other, draft.id, 'endorse', { textNo: 2 }).expect(200);
    expect(enough.body).toMatchObject({
      endorsements: { count: 2, needed: 2 },
      mine: { endorsed: true },
      clocks: [{ kind: 'review' }, { kind: 'review' }, { kind: 'start' }, { kind: 'start', stoppedAt: null }],
    });

    const id = decodeId('topic', draft.id);
    expect(await recordActs(app.database, id)).toEqual([
      'submit',
      'return',
      'revise',
      'submit',
      'take_up',
      'version',
      'classify_deep',
      'open_endorsing',
      'endorse',
      'endorse',
      'reach_endorsements',
    ]);
    expect((await messagesTo(app.database, people.initiator)).map((one) => one.kind)).toEqual([
      'topic_returned',
      'topic_taken_up',
      'topic_classified',
      'topic_endorsing',
      'topic_endorsed',
    ]);
    await expectVerifiable(draft.id);
    expect(
      await countRows(app.database, "audit_entry WHERE target_type = 'topic' AND target_id = ?", [id]),
    ).toBe(4);
  });

  it('is deliberated, frozen, voted, publicised, effective, worked on, rated, filed', async () => {
    const sql = app.database;
    const id = await buildTopic(
      sql,
      {
        status: 'announced',
        initiatorId: people.initiator,
        deliberatesFrom: inDays(1),
        deliberatesUntil: inDays(6),
      },
      app,
    );
    await buildRoll(sql, id, [{ personId: people.neighbour }, { personId: people.initiator }]);
    expectRefusal(await act(app, people.moderator, id, 'open_deliberation'), 'TOPIC_NEED');
    app.clock.set(inDays(1));
    await runTopicClock(app);
    const tooEarly = await act(app, people.moderator, id, 'finalise');
    expectRefusal(tooEarly, 'TOPIC_NEED');
    app.clock.set(inDays(6));
    const unready = await act(app, people.moderator, id, 'finalise');
    expectRefusal(unready, 'TOPIC_NEED');
    expect((unready.body as { unmet: string[] }).unmet).toContain('协商纪要已经由参会人确认');
    await buildMinutes(sql, id);
    const frozen = (await act(app, people.moderator, id, 'finalise').expect(200)).body as TopicBody;
    expect(frozen.text.hash).toMatch(/^[0-9a-f]{64}$/);
    expectRefusal(
      await app.as(people.initiator).put(`/topics/${frozen.id}/text`, { no: 1, title: '新题', body: '新文' }),
      'TOPIC_STATE',
    );
    await act(app, people.moderator, id, 'open_voting').expect(200);
    expect(await see(people.neighbour, frozen.id)).toMatchObject({
      status: 'voting',
      mine: { canVote: true, voted: false },
      windows: { votesUntil: '2026-12-06T16:00:00.000Z' },
      tally: null,
    });
    expectRefusal(await act(app, people.moderator, id, 'count'), 'TOPIC_NEED');
    for (const person of [people.neighbour, people.initiator]) {
      const member = person === people.neighbour ? 1 : 2;
      await app
        .as(person)
        .post(`/topics/${frozen.id}/ballots`, { member, choice: 'for', textHash: frozen.text.hash })
        .expect(201);
    }
    app.clock.set('2026-12-06T16:00:00.000Z');
    await runTopicClock(app);
    expect(await see(undefined, frozen.id)).toMatchObject({ status: 'counted', tally: { passed: true } });
    await act(app, people.moderator, id, 'publicise').expect(200);
    expect(await see(people.neighbour, frozen.id)).toMatchObject({
      windows: { publicationUntil: '2026-12-12T16:00:00.000Z' },
    });
    app.clock.set('2026-12-12T16:00:00.000Z');
    await runTopicClock(app);
    expect(await see(undefined, frozen.id)).toMatchObject({
      status: 'effective',
      windows: { effectiveOn: '2026-12-13' },
    });
    expectRefusal(await act(app, people.moderator, id, 'start_work'), 'TOPIC_NEED');
    const promise = await buildFollowUp(sql, id);
    await act(app, people.moderator, id, 'start_work').expect(200);
    expectRefusal(await act(app, people.moderator, id, 'evaluate'), 'TOPIC_NEED');
    await sql.execute("UPDATE follow_up SET status = 'done', done_on = '2026-12-13' WHERE id = ?", [promise]);
    await act(app, people.moderator, id, 'evaluate').expect(200);
    app.clock.advance(31 * 86_400_000);
    await runTopicClock(app);
    expect(await see(undefined, frozen.id)).toMatchObject({ status: 'archived', actions: [] });
    expect((await recordActs(sql, id)).filter((one) => !['ballots', 'marks', 'tally'].includes(one))).toEqual(
      [
        'version',
        'open_deliberation',
        'finalise',
        'open_voting',
        'count',
        'publicise',
        'take_effect',
        'start_work',
        'evaluate',
        'archive',
      ],
    );
    expect((await messagesTo(sql, people.neighbour)).map((one) => one.kind)).toEqual([
      'topic_voting',
      'topic_publicised',
      'topic_effective',
      'topic_evaluated',
    ]);
  });
});
