import fc from 'fast-check';
import { decodeId } from '@jiefang/bff/common/ids/public-id';
import {
  mayAct,
  statusAfter,
  TOPIC_ACT_NAMES,
  TOPIC_STATUSES,
  topicRule,
  type TopicAct,
  type TopicActor,
  type TopicStatus,
} from '@jiefang/shared/topics';
import { DAY_MS } from '@jiefang/shared/time';
import { act, buildHallPeople, own, raise, runTopicClock } from '../api/halls/topics/support.js';
import { MONDAY_MORNING } from '../builders/bookings.js';
import { buildHall, buildModerator, buildResident, STREET } from '../builders/halls.js';
import { countRows } from '../builders/identity.js';
import { buildSpeaker } from '../builders/opinions.js';
import { grantRole } from '../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../builders/venues.js';
import { createApp, type TestApp } from '../support/app.js';
import { holdTime } from '../support/stage.js';
import {
  CAPACITIES,
  RECORDED,
  ROLES,
  step,
  WAYS_ON,
  type AnyAct,
  type People,
  type Role,
  type Step,
} from './topic-walk-steps.js';

jest.setTimeout(400_000);

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);

interface Standing {
  id: number;
  status: TopicStatus;
  version: number;
  entries: number;
  initiatorId: number;
}

interface Entry {
  seq: number;
  act: string;
  actor: { role: string };
  body: { from?: TopicStatus; to?: TopicStatus };
}

describe('any walk over topics by people of all roles', () => {
  let app: TestApp;
  let people: People;
  let topics: string[] = [];

  beforeAll(async () => {
    console.info(`PROPERTY_SEED=${seed}`);
    app = await createApp();
    await holdTime(app);
    const { stranger, foreign } = await buildHallPeople(app);
    await buildHall(app.database, 1);
    const superior = await buildResident(app.database, OTHER_STREET_COMMUNITY);
    await grantRole(app.database, superior, 'administrator', STREET.slice(0, 6));
    people = {
      initiator: 0,
      rival: 0,
      neighbour: 0,
      other: 0,
      moderator: await buildModerator(app.database),
      second: await buildModerator(app.database),
      street: await buildModerator(app.database, STREET),
      superior,
      staffInitiator: 0,
      foreign,
      stranger,
    };
  });
  afterAll(() => app.close());

  const ids = (): number[] => topics.map((id) => decodeId('topic', id));

  const standing = async (): Promise<Standing[]> =>
    app.database.query<Standing>(
      `SELECT t.id, t.status, t.version, h.seq AS entries, t.initiator_id AS initiatorId
         FROM topic t JOIN record_head h ON h.topic_id = t.id WHERE t.id IN (?) ORDER BY t.id`,
      [ids()],
    );

  const entriesOf = async (topicId: number, after = 0): Promise<Entry[]> =>
    (
      await app.database.query<{ entry: string }>(
        'SELECT entry FROM record_entry WHERE topic_id = ? AND seq > ? ORDER BY seq',
        [topicId, after],
      )
    ).map((row) => JSON.parse(row.entry) as Entry);

  const traces = async (): Promise<number[]> => [
    await countRows(app.database, 'outbox'),
    await countRows(app.database, 'audit_entry'),
    await countRows(app.database, 'endorsement WHERE withdrawn_at IS NULL'),
    await countRows(app.database, 'topic_text'),
    await countRows(app.database, 'topic_clock'),
    await countRows(app.database, 'ballot_mark'),
    await countRows(app.database, 'roll_member'),
  ];

  /** Sends one act, and checks what became of everything by it. */
  async function send(one: Extract<Step, { kind: 'act' }>): Promise<string> {
    const before = await standing();
    const traceBefore = await traces();
    const index = one.topic % topics.length;
    const topicId = topics[index] ?? '';
    const person = people[one.role];
    const from = before.find((row) => row.id === decodeId('topic', topicId));
    if (from === undefined) throw new Error('no such topic');
    const answer = await request(one, person, topicId, from, index);
    expect(answer.status).toBeLessThan(500);
    const after = await standing();
    if (answer.status >= 400) {
      expect([one.act, one.role, after, await traces()]).toEqual([one.act, one.role, before, traceBefore]);
      return '';
    }
    const to = after.find((row) => row.id === from.id);
    if (to === undefined) throw new Error('a topic vanished');
    const added = await entriesOf(from.id, from.entries);
    const wanted = RECORDED[one.act] ?? [one.act.replace('-', '_')];
    if (wanted.length > 0)
      expect([one.act, added.filter((entry) => wanted.includes(entry.act)).length]).toEqual([one.act, 1]);
    const known = TOPIC_ACT_NAMES.find((name) => wanted.includes(name));
    if (known !== undefined) expectLawful(known, one.role, from, added);
    // Nobody else's topic moved, but for an endorsement that came over.
    for (const row of after.filter((other) => other.id !== from.id)) {
      const same = before.find((other) => other.id === row.id);
      expect(row.status).toBe(same?.status);
    }
    return `${from.status} ${one.act} ${to.status}`;
  }

  function expectLawful(name: TopicAct, role: Role, from: Standing, added: readonly Entry[]): void {
    const isOwn = from.initiatorId === people[role];
    const capacities: TopicActor[] = isOwn ? ['initiator'] : CAPACITIES[role];
    expect([name, from.status, role, capacities.some((actor) => mayAct(name, from.status, actor))]).toEqual([
      name,
      from.status,
      role,
      true,
    ]);
    const entry = added.find((each) => each.act === name);
    expect(entry?.body.from).toBe(from.status);
  }

  async function request(
    one: Extract<Step, { kind: 'act' }>,
    person: number,
    topicId: string,
    from: Standing,
    index: number,
  ): Promise<{ status: number }> {
    const text = { title: `充电棚建在哪 ${one.odd}`, body: '请大家商量一个地方。' };
    const no = one.odd === 5 ? 1 : await textNo(from.id);
    switch (one.act) {
      case 'submit':
      case 'withdraw':
      case 'unendorse':
        return own(app, person, topicId, one.act);
      case 'edit':
        return app.as(person).put(`/topics/${topicId}/text`, { no, ...text });
      case 'endorse':
        return own(app, person, topicId, 'endorse', { textNo: no });
      case 'ask-review':
        return own(app, person, topicId, 'ask-review', { text: '这件事社区能定。' });
      case 'merge-consent':
        return own(app, person, topicId, 'merge-consent', { agrees: one.odd % 2 === 0 });
      case 'announce':
        return announce(person, topicId, one.odd);
      case 'ballot':
        return ballot(person, topicId, from.id, one.odd);
      default:
        return act(app, person, topicId, one.act, {
          ...(one.reasoned ? { reason: '按规定办' } : {}),
          ...(one.act === 'answer' ? { answer: '已经请物业换了灯。' } : {}),
          ...(one.act === 'merge' ? { targetId: topics[(index + 1 + (one.odd % 2)) % topics.length] } : {}),
        });
    }
  }

  const textNo = async (topicId: number): Promise<number> =>
    (await app.database.query<{ no: number }>('SELECT text_no AS no FROM topic WHERE id = ?', [topicId]))[0]
      ?.no ?? 0;

  async function announce(person: number, topicId: string, odd: number): Promise<{ status: number }> {
    const choice = {
      source: 'verified_residents',
      packCode: odd % 3 === 0 ? 'opinion' : 'household_majority',
      secret: odd % 3 === 1,
    };
    const preview = await app.as(person).post(`/staff/topics/${topicId}/roll-preview`, choice);
    const { hash = '0'.repeat(64) } = preview.body as { hash?: string };
    return app.as(person).post(`/staff/topics/${topicId}/announce`, { ...choice, hash });
  }

  async function ballot(
    person: number,
    topicId: string,
    id: number,
    odd: number,
  ): Promise<{ status: number }> {
    const [row] = await app.database.query<{ no: number | null; hash: string | null }>(
      `SELECT (SELECT v.member_no FROM roll_voter v WHERE v.roll_id = t.roll_id AND v.person_id = ? LIMIT 1) AS no,
              LOWER(HEX(t.text_hash)) AS hash FROM topic t WHERE t.id = ?`,
      [person, id],
    );
    const choice = ['for', 'for', 'against', 'abstain'][odd % 4];
    return app.as(person).post(`/topics/${topicId}/ballots`, {
      member: row?.no ?? 1,
      choice,
      textHash: row?.hash ?? '0'.repeat(64),
    });
  }

  /** What other parts of the product do: minutes are confirmed, promises made and kept, objections answered. */
  async function others(topicId: string): Promise<void> {
    const id = decodeId('topic', topicId);
    const [row] = await app.database.query<{ status: TopicStatus }>('SELECT status FROM topic WHERE id = ?', [
      id,
    ]);
    if (row?.status === 'deliberating')
      await app.database.execute(
        `INSERT IGNORE INTO minutes (topic_id, no, sentences, minority, status, written_by, written_at)
         VALUES (?, 1, '[]', '["有人不同意。"]', 'confirmed', 1, ?)`,
        [id, app.clock.now()],
      );
    if (row?.status === 'effective')
      await app.database.execute(
        `INSERT INTO follow_up (topic_id, division_code, title, responsible, due_on, status, created_by, created_at)
         VALUES (?, ?, '装三处充电棚', '物业', '2027-12-31', 'open', 1, ?)`,
        [id, COMMUNITY, app.clock.now()],
      );
    if (row?.status === 'implementing')
      await app.database.execute(
        "UPDATE follow_up SET status = 'done', done_on = '2027-01-01' WHERE topic_id = ?",
        [id],
      );
  }

  async function take(one: Step): Promise<string> {
    if (one.kind === 'pass') app.clock.advance(one.days * DAY_MS);
    if (one.kind === 'tick') await runTopicClock(app);
    if (one.kind === 'others') await others(topics[one.topic % topics.length] ?? '');
    if (one.kind === 'act') return send(one);
    if (one.kind !== 'on') return '';
    const index = one.topic % topics.length;
    const row = (await standing())[index];
    const ways = WAYS_ON[row?.status ?? 'archived'] ?? [];
    const way = ways[one.odd % ways.length];
    if (row === undefined || way === undefined) {
      app.clock.advance(7 * DAY_MS);
      await runTopicClock(app);
      return '';
    }
    await others(topics[index] ?? '');
    const [name, role] = way;
    const isOwn = (['submit', 'edit', 'ask-review'] as AnyAct[]).includes(name);
    const writer = ROLES.find((each) => people[each] === row.initiatorId) ?? role;
    const told = await send({
      kind: 'act',
      act: name,
      role: isOwn ? writer : role,
      topic: index,
      reasoned: true,
      odd: one.odd % 5,
    });
    // What waits for its day gets it.
    if (told === '') {
      app.clock.advance(4 * DAY_MS);
      await runTopicClock(app);
    }
    return told;
  }

  /** Walks the record from the draft: every change of status is an entry, every entry lawful, the end is what is stored. */
  async function replay(topic: Standing): Promise<void> {
    let status: TopicStatus = 'draft';
    let suspendedFrom: TopicStatus | null = null;
    for (const entry of await entriesOf(topic.id)) {
      const name = TOPIC_ACT_NAMES.find((each) => each === entry.act);
      if (name === undefined) continue;
      const actor = entry.actor.role as TopicActor;
      expect([entry.seq, name, status, actor, mayAct(name, status, actor)]).toEqual([
        entry.seq,
        name,
        status,
        actor,
        true,
      ]);
      expect(entry.body.from).toBe(status);
      const to: TopicStatus = statusAfter(name, status, suspendedFrom);
      expect(entry.body.to).toBe(to);
      if (topicRule(name).to === 'suspended') suspendedFrom = status;
      status = to;
    }
    expect([topic.id, status]).toEqual([topic.id, topic.status]);
  }

  it('keeps to the table of acts, with every act on the record and no trace of what was refused', async () => {
    const seen = new Set<string>();
    const reached = new Set<TopicStatus>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 80 }), async (walk) => {
        app.clock.set(MONDAY_MORNING);
        // New residents for each walk, the only ones who can vote, and staff who raised a topic themselves.
        await app.database.execute("UPDATE residency SET status = 'rejected' WHERE community_code = ?", [
          COMMUNITY,
        ]);
        people.staffInitiator = await buildSpeaker(app);
        await grantRole(app.database, people.staffInitiator, 'moderator', COMMUNITY);
        people.initiator = await buildSpeaker(app);
        people.rival = await buildSpeaker(app);
        people.neighbour = await buildResident(app.database);
        people.other = await buildResident(app.database);
        topics = [
          (await raise(app, people.initiator)).id,
          (await raise(app, people.rival)).id,
          (await raise(app, people.staffInitiator, { track: 'instant' })).id,
        ];
        await app.database.execute('DELETE FROM post_quota');
        for (const one of walk) {
          const told = await take(one);
          if (told !== '') seen.add(told);
          for (const row of await standing()) reached.add(row.status);
        }
        for (const row of await standing()) await replay(row);
        const [wrong] = await app.database.query<{ n: number }>(
          `SELECT COUNT(*) AS n FROM topic t WHERE t.status NOT IN (?)
              OR (t.status = 'endorsing' AND t.endorsements <> (SELECT COUNT(*) FROM endorsement e
                   WHERE e.topic_id = t.id AND e.text_no = t.text_no AND e.withdrawn_at IS NULL))
              OR (t.status IN ('finalised', 'voting', 'counted') AND (t.text_hash IS NULL OR t.pack IS NULL))
              OR (t.status IN ('announced', 'deliberating', 'voting') AND t.roll_id IS NULL)
              OR (t.status = 'suspended') <> (t.suspended_at IS NOT NULL)
              OR (t.tally IS NOT NULL AND t.votes_until IS NULL)
              OR (t.status IN ('archived', 'merged', 'withdrawn', 'failed')
                  AND EXISTS (SELECT 1 FROM topic_clock c WHERE c.topic_id = t.id AND c.live = 1))`,
          [TOPIC_STATUSES],
        );
        expect(wrong?.n).toBe(0);
      }),
      { seed, numRuns: 20 },
    );
    // A walk that goes nowhere proves nothing.
    console.info([...seen].sort().join('\n'));
    console.info(TOPIC_STATUSES.filter((status) => !reached.has(status)).join(', '));
    expect(reached.size).toBeGreaterThan(16);
  });
});
