import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildTopic, recordActs, storedTopic } from '../../../builders/halls.js';
import { messagesTo } from '../../../builders/identity.js';
import { buildSpeaker } from '../../../builders/opinions.js';
import { OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import { act, buildHallPeople, own, type HallPeople } from './support.js';

describe('merging', () => {
  const [app] = stage(1);
  let people: HallPeople;
  beforeAll(async () => {
    people = await buildHallPeople(app);
  });

  const endorsing = (change: object = {}): Promise<number> =>
    buildTopic(app.database, { status: 'endorsing', endorseThreshold: 50, ...change }, app);
  const merge = (from: number, to: number | string, by = people.moderator, more: object = {}) =>
    act(app, by, from, 'merge', {
      reason: '说的是同一件事',
      targetId: typeof to === 'number' ? encodeId('topic', to) : to,
      ...more,
    });

  it('asks each endorser, and moves an endorsement with its yes alone', async () => {
    const [from, to] = [await endorsing(), await endorsing()];
    const [yes, no, silent, both] = await Promise.all([0, 1, 2, 3].map(() => buildSpeaker(app)));
    const asked = [yes, no, silent, both] as number[];
    for (const person of asked) await own(app, person, from, 'endorse', { textNo: 1 }).expect(200);
    await own(app, both as number, to, 'endorse', { textNo: 1 }).expect(200);

    const merged = await merge(from, to).expect(200);
    expect(merged.body).toMatchObject({
      status: 'merged',
      mergedInto: { id: encodeId('topic', to) },
      statusReason: '说的是同一件事',
    });
    for (const person of asked) {
      expect((await messagesTo(app.database, person)).map((m) => m.kind)).toContain('merge_asked');
      const waiting = await app.as(person).get('/me/merges').expect(200);
      expect((waiting.body as { items: object[] }).items).toMatchObject([
        { topic: { id: encodeId('topic', from) }, target: { id: encodeId('topic', to) } },
      ]);
    }
    const page = await app.as(yes).get(`/topics/${encodeId('topic', from)}`);
    expect((page.body as { actions: string[] }).actions).toContain('answer_merge');

    await own(app, yes as number, from, 'merge-consent', { agrees: true }).expect(200);
    await own(app, no as number, from, 'merge-consent', { agrees: false }).expect(200);
    await own(app, both as number, from, 'merge-consent', { agrees: true }).expect(200);
    expect(await storedTopic(app.database, to)).toMatchObject({ endorsements: 2 });
    expect((await recordActs(app.database, from)).slice(-3)).toEqual([
      'merge_consent',
      'merge_decline',
      'merge_consent',
    ]);
    expect((await recordActs(app.database, to)).filter((one) => one === 'endorse')).toHaveLength(2);
    expect(await app.as(yes).get(`/topics/${encodeId('topic', to)}`)).toMatchObject({
      body: { mine: { endorsed: true } },
    });
    await expectUntouched(
      app.database,
      () => own(app, yes as number, from, 'merge-consent', { agrees: false }),
      'MERGE_CONSENT_STATE',
    );
    await expectUntouched(
      app.database,
      () => own(app, people.neighbour, from, 'merge-consent', { agrees: true }),
      'MERGE_CONSENT_STATE',
    );
    expectRefusal(
      await own(app, yes as number, to, 'merge-consent', { agrees: true }),
      'MERGE_CONSENT_STATE',
    );
    expect((await messagesTo(app.database, await initiatorOf(from))).map((m) => m.kind)).toContain(
      'topic_merged',
    );
  });

  it('can reach the threshold of the other topic, once', async () => {
    const [from, to] = [await endorsing(), await endorsing({ endorseThreshold: 2 })];
    const endorsers = await Promise.all([0, 1, 2].map(() => buildSpeaker(app)));
    for (const person of endorsers) await own(app, person, from, 'endorse', { textNo: 1 }).expect(200);
    await merge(from, to).expect(200);
    for (const person of endorsers)
      await own(app, person, from, 'merge-consent', { agrees: true }).expect(200);
    expect((await recordActs(app.database, to)).filter((one) => one === 'reach_endorsements')).toHaveLength(
      1,
    );
    expect(await storedTopic(app.database, to)).toMatchObject({ endorsements: 3 });
  });

  it('keeps a yes on the record alone once the other topic is announced', async () => {
    const [from, to] = [await endorsing(), await buildTopic(app.database, { status: 'announced' }, app)];
    const endorser = await buildSpeaker(app);
    await own(app, endorser, from, 'endorse', { textNo: 1 }).expect(200);
    await merge(from, to).expect(200);
    await own(app, endorser, from, 'merge-consent', { agrees: true }).expect(200);
    expect(await storedTopic(app.database, to)).toMatchObject({ endorsements: 0 });
    expect((await recordActs(app.database, from)).at(-1)).toBe('merge_consent');
  });

  it('needs another topic of the same community whose text may still change', async () => {
    const from = await endorsing();
    const elsewhere = await endorsing({ divisionCode: OTHER_STREET_COMMUNITY });
    const targets: (number | string)[] = [from, elsewhere, 'AAAAAAAA', encodeId('person', 1)];
    for (const status of [
      'draft',
      'submitted',
      'finalised',
      'voting',
      'archived',
      'withdrawn',
      'merged',
    ] as const)
      targets.push(await buildTopic(app.database, { status }, app));
    for (const target of targets)
      await expectUntouched(app.database, () => merge(from, target), 'MERGE_INVALID');
    await expectUntouched(
      app.database,
      () => act(app, people.moderator, from, 'merge', { reason: '同一件事' }),
      'MERGE_INVALID',
    );
    await expectUntouched(
      app.database,
      () => act(app, people.moderator, from, 'merge', { targetId: encodeId('topic', from + 1) }),
      'MERGE_INVALID',
    );
    const gone = await buildTopic(app.database, { status: 'deliberating' }, app);
    await expectUntouched(app.database, () => merge(gone, from), 'TOPIC_STATE');
  });

  const initiatorOf = async (topicId: number): Promise<number> =>
    (
      await app.database.query<{ id: number }>('SELECT initiator_id AS id FROM topic WHERE id = ?', [topicId])
    )[0]?.id ?? 0;
});
