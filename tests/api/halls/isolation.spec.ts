import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type request from 'supertest';
import { buildStaff } from '../../builders/bookings.js';
import { buildModerator, buildTopic } from '../../builders/halls.js';
import { buildSpeaker, say } from '../../builders/opinions.js';
import { buildDivision, buildPerson } from '../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { buildPhoto, buildVoters } from '../../builders/voting.js';
import { Contract, type ContractOperation } from '../../support/contract.js';
import { contentsOf } from '../../support/refusal.js';
import { stage } from '../../support/stage.js';
import { HALL_ROUTES } from '../../support/staff-routes.js';
import { buildFollowUp, buildTopicObjection } from './topics/support.js';

jest.setTimeout(120_000);

const PHONE = '19912345678';
const STRANGE_STREET = OTHER_STREET_COMMUNITY.slice(0, 9);
/** What a route answers to whom it is not for. */
const SHUT = /^(403 FORBIDDEN|404 NOT_FOUND)$/;

/** The staff of one division, asked about another's hall: whatever the route, nothing is told and nothing changes. */
describe('the hall of somebody else’s division', () => {
  const [app] = stage(1);
  let operations: ContractOperation[];
  let contract: Contract;
  let ids: Record<string, string>;
  let known: Record<string, unknown>;
  let moderator: number;

  beforeAll(async () => {
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    await buildDivision(database, OTHER_STREET_COMMUNITY, '元光社区');
    moderator = await buildModerator(database);
    const [author, reader] = [await buildSpeaker(app), await buildSpeaker(app)];
    const topic = await buildTopic(database, { status: 'deliberating' }, app);
    await buildVoters(database, topic, [{}, {}]);
    const topicId = encodeId('topic', topic);
    const opinion = await say(app, author, topic);
    const subject = { kind: 'opinion', id: opinion.id };
    await app.as(reader).post('/reports', { subject, reason: 'advert' }).expect(200);
    const [report] = await database.query<{ id: number }>('SELECT id FROM moderation_case');
    const times = { startsAt: '2026-11-23T02:00:00Z', endsAt: '2026-11-23T04:00:00Z' };
    const called = await app
      .as(moderator)
      .post(`/staff/topics/${topicId}/meetings`, { ...times, place: '党群中心', agenda: '看现场' })
      .expect(201);
    const meeting = (called.body as { id: string }).id;
    app.clock.set('2026-11-23T02:00:00Z');
    const page = await app
      .as(moderator)
      .post(`/staff/meetings/${meeting}/attendees`, { name: '吴老师', role: 'resident' })
      .expect(200);
    const photo = await buildPhoto(database);
    const entered = await app
      .as(moderator)
      .post(`/staff/topics/${topicId}/assisted`, {
        kind: 'opinion',
        channel: 'paper',
        photoId: photo,
        stance: 'for',
        role: 'resident',
        speakerName: '陈阿伯',
        text: '我赞成。',
      })
      .expect(201);
    const publicised = await buildTopic(database, { status: 'publicised' }, app);
    const objection = await buildTopicObjection(database, publicised, author);
    const effective = await buildTopic(database, { status: 'implementing' }, app);
    const followUp = await buildFollowUp(database, effective);

    contract = await Contract.of(app.url);
    operations = contract.operations().filter(({ path }) => HALL_ROUTES.test(path));
    ids = {
      divisions: COMMUNITY,
      topics: topicId,
      acts: 'suspend',
      meetings: meeting,
      attendees: (page.body as { attendees: { id: string }[] }).attendees[0]?.id ?? '',
      assisted: (entered.body as { id: string }).id,
      'topic-objections': encodeId('topic_objection', objection),
      'follow-ups': encodeId('follow_up', followUp),
      cases: encodeId('case', report?.id ?? 0),
      attachments: photo,
    };
    // Bodies that pass every check of their shape, so that it is the permission that refuses.
    known = {
      ...times,
      startsAt: '2026-11-24T02:00:00Z',
      endsAt: '2026-11-24T04:00:00Z',
      source: 'verified_residents',
      packCode: 'opinion',
      secret: false,
      ownersImportId: undefined,
      buildings: undefined,
      noticeDays: undefined,
      deliberationDays: undefined,
      votingDays: undefined,
      hash: 'ab'.repeat(32),
      phone: PHONE,
      personId: encodeId('person', await buildPerson(database, { phone: PHONE })),
      targetId: undefined,
      attendeeId: undefined,
      attachmentIds: [],
      photoIds: [],
      photoId: photo,
      dueOn: '2026-12-31',
      no: 0,
      id: opinion.id,
      answer: '我们已经核对过了。',
    };
  });
  // The meeting has begun; every test starts there.
  beforeEach(() => app.clock.set('2026-11-23T02:00:00Z'));

  /** What is erased has a first version, minutes may have none; a ballot has no text. */
  const knownAt = (path: string): Record<string, unknown> => {
    if (path.endsWith('/erasures')) return { ...known, no: 1 };
    const nothing = { stance: undefined, role: undefined, speakerName: undefined, text: undefined };
    return path.endsWith('/assisted') ? { ...known, ...nothing } : known;
  };

  function send({ method, path, body }: ContractOperation, person: number | undefined): request.Test {
    const address = path.replace(/([\w-]+)\/\{\w+\}/g, (_, owner: string) => {
      const id = ids[owner];
      if (id === undefined) throw new Error(`no ${owner} was built for ${path}`);
      return `${owner}/${id}`;
    });
    const content = body === null ? {} : (contract.example(body, knownAt(path)) as object);
    return method === 'get' ? app.as(person).get(address) : app.as(person)[method](address, content);
  }

  /** What each operation answers, by name. */
  async function answersTo(person: number | undefined, only = operations): Promise<Record<string, string>> {
    const answers: Record<string, string> = {};
    for (const operation of only) {
      const { status, body } = await send(operation, person);
      answers[`${operation.method} ${operation.path}`] =
        `${status} ${(body as { code?: string }).code ?? ''}`.trim();
    }
    return answers;
  }

  async function expectShut(person: number | undefined, allowed = SHUT, only = operations): Promise<void> {
    const before = await contentsOf(app.database);
    const answers = await answersTo(person, only);
    expect(Object.entries(answers).filter(([, answer]) => !allowed.test(answer))).toEqual([]);
    expect(await contentsOf(app.database)).toEqual(before);
  }

  it('covers every route there is', () => {
    expect(operations.length).toBeGreaterThanOrEqual(43);
  });

  it.each(['moderator', 'administrator', 'dispatcher'] as const)(
    'is shut to a %s of the next street',
    async (role) => {
      await expectShut(await buildStaff(app.database, role, STRANGE_STREET));
    },
  );

  it('is shut to a moderator of the next community, whatever they do in their own', async () => {
    await expectShut(await buildModerator(app.database, OTHER_STREET_COMMUNITY));
  });

  it('is shut to staff of the community who have another job, but for promises to the dispatcher', async () => {
    for (const role of ['venue_manager', 'volunteer_coordinator'] as const)
      await expectShut(await buildStaff(app.database, role));
    const others = operations.filter(({ path }) => !/follow-ups|halls-todo|attachments/.test(path));
    expect(operations.length - others.length).toBe(8);
    await expectShut(await buildStaff(app.database, 'dispatcher'), SHUT, others);
  });

  it('is shut to a moderator whose role was taken back, to residents and to visitors', async () => {
    const former = await buildModerator(app.database);
    await app.database.execute("UPDATE role_grant SET revoked_at = '2026-11-22' WHERE person_id = ?", [
      former,
    ]);
    await expectShut(former);
    await expectShut(await buildSpeaker(app));
    await expectShut(undefined, /^401 UNAUTHENTICATED$/);
  });

  it('shows the moderator of the next street an empty desk of their own', async () => {
    const stranger = await buildModerator(app.database, STRANGE_STREET);
    const lists = [
      'topics?queue=all',
      'topic-objections',
      'follow-ups',
      'cases?queue=open',
      'cases?queue=decided',
    ];
    for (const list of lists) {
      const answer = await app.as(stranger).get(`/staff/divisions/${STRANGE_STREET}/${list}`).expect(200);
      expect({ list, items: (answer.body as { items: unknown[] }).items }).toEqual({ list, items: [] });
    }
    const todo = await app.as(stranger).get(`/staff/divisions/${STRANGE_STREET}/halls-todo`).expect(200);
    for (const waiting of Object.values(todo.body as Record<string, { count: number }>))
      expect(waiting.count).toBe(0);
  });

  it('is open to its own moderator: what was refused above was refused for the permission', async () => {
    const reads = operations.filter((operation) => operation.method === 'get');
    const answers = await answersTo(moderator, reads);
    expect(Object.entries(answers).filter(([, answer]) => answer !== '200')).toEqual([]);
    const writes = await answersTo(
      await buildModerator(app.database),
      operations.filter((operation) => operation.method !== 'get'),
    );
    expect(Object.entries(writes).filter(([, answer]) => /^(400 INVALID|404|5)/.test(answer))).toEqual([]);
  });
});
