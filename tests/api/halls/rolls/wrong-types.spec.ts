import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type request from 'supertest';
import { buildModerator, buildResident, inDays } from '../../../builders/halls.js';
import { callMeeting, MEETING } from '../../../builders/meetings.js';
import { buildHallTopic, buildSpeaker } from '../../../builders/opinions.js';
import { buildDivision, grantRole } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { Contract, placesIn, withAt } from '../../../support/contract.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(180_000);

const VALUES: unknown[] = [
  null,
  -1,
  1e300,
  0.5,
  true,
  '',
  ' ',
  '\u0000',
  '🎉𠮷',
  'x'.repeat(3000),
  [],
  [null],
  [[1]],
  {},
];

/** Routes of rolls, meetings and what follows a decision, each with the body that is taken there. */
const BODIES: Record<string, object> = {
  '/staff/topics/{under_review}/roll-preview': {
    source: 'owners',
    packCode: 'civil_278_major',
    secret: false,
    ownersImportId: encodeId('owners_import', 1),
    buildings: ['1幢'],
    noticeDays: 15,
    deliberationDays: 7,
    votingDays: 15,
  },
  '/staff/topics/{under_review}/announce': {
    source: 'verified_residents',
    packCode: 'opinion',
    secret: false,
    hash: '0'.repeat(64),
  },
  '/staff/divisions/{division}/hall-roles': { phone: '13900000000', role: 'property' },
  '/staff/divisions/{division}/hall-roles/remove': { personId: encodeId('person', 1), role: 'property' },
  '/staff/topics/{deliberating}/meetings': MEETING,
  '/staff/meetings/{meeting}/cancel': { reason: '会议室停电' },
  '/staff/meetings/{meeting}/attendees': { name: '陈阿婆', role: 'resident' },
  '/staff/meetings/{meeting}/speeches': {
    speakerName: '陈阿婆',
    role: 'resident',
    stance: 'for',
    text: '好。',
    attachmentIds: [encodeId('attachment', 1)],
  },
  '/meetings/{meeting}/sign-in': { qr: 'JFM1.a.b.c' },
  '/topics/{deliberating}/minutes/confirm': { no: 1, agrees: true, comment: '好。' },
  '/topics/{publicised}/objections': { text: '费用没有写。' },
  '/staff/topics/{implementing}/follow-ups': { title: '装棚', responsible: '物业', dueOn: '2026-12-31' },
  '/staff/follow-ups/{follow_up}/progress': { text: '开工了', photoIds: [encodeId('attachment', 1)] },
  '/staff/follow-ups/{follow_up}/drop': { reason: '没有经费' },
  '/follow-ups/{follow_up}/rating': { stars: 5, comment: '好。' },
  '/staff/topic-objections/{objection}/answer': { decision: 'dismissed', answer: '写在第三条。' },
};
const MINUTES = {
  no: 0,
  sentences: [{ text: '好。', cites: [{ kind: 'opinion', id: encodeId('opinion', 1) }] }],
  minority: [{ text: '不。', cites: [] }],
};

describe('a value that does not belong where it stands', () => {
  const [app] = stage(1);
  let ids: Record<string, string>;
  let staff: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildSpeaker(app);
    await grantRole(app.database, staff, 'administrator', COMMUNITY);
    const initiatorId = await buildResident(app.database);
    const topics: Record<string, number> = {};
    for (const status of ['under_review', 'deliberating', 'publicised', 'implementing'] as const)
      topics[status] = await buildHallTopic(app, { status, initiatorId, publicationUntil: inDays(30) });
    const { insertId: followUp } = await app.database.execute(
      `INSERT INTO follow_up (topic_id, division_code, title, responsible, due_on, status, created_by, created_at)
       VALUES (?, ?, '装棚', '物业', '2026-12-31', 'open', 1, ?)`,
      [topics.implementing, COMMUNITY, inDays(-1)],
    );
    const { insertId: objection } = await app.database.execute(
      `INSERT INTO topic_objection (topic_id, division_code, person_id, text, status, created_at)
       VALUES (?, ?, ?, '费用没有写。', 'open', ?)`,
      [topics.publicised, COMMUNITY, initiatorId, inDays(-1)],
    );
    const moderator = await buildModerator(app.database);
    ids = {
      ...Object.fromEntries(Object.entries(topics).map(([status, id]) => [status, encodeId('topic', id)])),
      division: COMMUNITY,
      meeting: await callMeeting(app, moderator, topics.deliberating ?? 0),
      follow_up: encodeId('follow_up', followUp),
      objection: encodeId('topic_objection', objection),
    };
    app.clock.set('2026-11-24T11:10:00Z');
  });
  beforeEach(() => app.clock.set('2026-11-24T11:10:00Z'));

  const filled = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');

  /** Null for an answer that is right or explains itself. */
  const faultOf = (name: string, { status, body }: request.Response): string | null => {
    const { code, message, requestId } = body as Record<string, string>;
    const explained = /\p{Script=Han}/u.test(message ?? '') && /^[0-9a-f]{12}$/.test(requestId ?? '');
    return status >= 500 || (status >= 400 && !explained) ? `${name} → ${status} ${code}` : null;
  };

  it('is refused in a body, or does no harm', async () => {
    const faults: (string | null)[] = [];
    for (const [path, body] of Object.entries(BODIES)) {
      for (const place of placesIn(body)) {
        if (place.length === 0) continue;
        for (const value of VALUES) {
          const answer = await app.as(staff).post(filled(path), withAt(body, place, value) as object);
          faults.push(faultOf(`${path} ${place.join('.')} = ${JSON.stringify(value).slice(0, 30)}`, answer));
        }
      }
    }
    for (const place of placesIn(MINUTES)) {
      if (place.length === 0) continue;
      for (const value of VALUES) {
        const path = filled('/staff/topics/{deliberating}/minutes');
        const answer = await app.as(staff).put(path, withAt(MINUTES, place, value) as object);
        faults.push(faultOf(`minutes ${place.join('.')} = ${JSON.stringify(value).slice(0, 30)}`, answer));
      }
    }
    expect(faults.length).toBeGreaterThan(700);
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  it('is a body of a route that the contract names', async () => {
    const contract = await Contract.of(app.url);
    const paths = new Set(
      contract
        .operations()
        .filter((operation) => operation.body !== null)
        .map((operation) => operation.path.replace(/\{\w+\}/g, '{}')),
    );
    for (const path of Object.keys(BODIES)) expect(paths).toContain(path.replace(/\{\w+\}/g, '{}'));
  });
});
