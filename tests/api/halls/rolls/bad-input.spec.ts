import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { buildModerator, buildTopic } from '../../../builders/halls.js';
import { buildDivision, buildPerson, buildResidency, grantRole } from '../../../builders/people.js';
import { announce, importOwners, ownersFile, previewRoll } from '../../../builders/rolls.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

const CHOICE = { source: 'verified_residents', packCode: 'household_majority', secret: false };

describe('what rolls and rules refuse', () => {
  const [app] = stage(1);
  let moderator: number;
  let resident: number;
  let topicId: number;
  let announcePath: string;
  let ownersImportId: string;
  let foreignImportId: string;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
    moderator = await buildModerator(app.database);
    resident = await buildPerson(app.database);
    await buildResidency(app.database, resident, COMMUNITY, { building: '1幢', room: '101' });
    topicId = await buildTopic(app.database, { status: 'under_review', initiatorId: resident }, app);
    announcePath = `/staff/topics/${encodeId('topic', topicId)}/announce`;
    const line = '1幢,101,80,张三,13912220001,,,,';
    ownersImportId = ((await importOwners(app, moderator, ownersFile(line))).body as { id: string }).id;
    const foreign = await buildModerator(app.database, OTHER_STREET_COMMUNITY);
    const code = OTHER_STREET_COMMUNITY;
    foreignImportId = ((await importOwners(app, foreign, ownersFile(line), { code })).body as { id: string })
      .id;
  });

  const refused = (choice: object, code: ErrorCode) =>
    expectUntouched(
      app.database,
      () => app.as(moderator).post(announcePath, { ...CHOICE, hash: '0'.repeat(64), ...choice }),
      code,
    );

  it('a roll of nobody, in words before and as a refusal after', async () => {
    const choice = { ...CHOICE, source: 'representatives' };
    const preview = await previewRoll(app, moderator, topicId, choice);
    expect(preview).toMatchObject({ size: 0, area: null, faults: ['这样选，名册里一个人也没有。'] });
    await refused({ ...choice, hash: preview.hash }, 'ROLL_EMPTY');
    await refused({ ...CHOICE, buildings: ['没有这幢'] }, 'ROLL_EMPTY');
  });

  it('a roll that is not the one that was looked at', async () => {
    const { hash } = await previewRoll(app, moderator, topicId, CHOICE);
    const person = await buildPerson(app.database);
    await buildResidency(app.database, person, COMMUNITY, { building: '2幢', room: '201' });
    await refused({ hash }, 'ROLL_CHANGED');
    await refused({ hash: 'f'.repeat(64) }, 'ROLL_CHANGED');
  });

  it('rules that do not fit the roll, secret votes by area, windows shorter than the rules', async () => {
    await refused({ packCode: 'civil_278_ordinary' }, 'ROLL_SOURCE');
    await refused({ packCode: 'no_such_pack' }, 'RULE_PACK_INVALID');
    await refused(
      { packCode: 'civil_278_major', source: 'owners', ownersImportId, secret: true },
      'RULE_PACK_SECRET',
    );
    await refused({ packCode: 'opinion', secret: true }, 'RULE_PACK_SECRET');
    await refused({ noticeDays: 2 }, 'WINDOW_TOO_SHORT');
    await refused({ deliberationDays: 4 }, 'WINDOW_TOO_SHORT');
    await refused({ votingDays: 6 }, 'WINDOW_TOO_SHORT');
    const preview = await previewRoll(app, moderator, topicId, { ...CHOICE, noticeDays: 0, votingDays: 1 });
    expect(preview.faults).toEqual(['公告至少要 3 天。', '投票至少要 7 天。']);
  });

  it('owners without a list, or with a list of another community', async () => {
    const owners = { packCode: 'civil_278_ordinary', source: 'owners' };
    await refused(owners, 'ROLL_SOURCE');
    await refused({ ...owners, ownersImportId: foreignImportId }, 'ROLL_SOURCE');
    await refused({ ...owners, ownersImportId: encodeId('owners_import', 999_999) }, 'ROLL_SOURCE');
    await refused({ ...owners, ownersImportId: encodeId('topic', 1) }, 'NOT_FOUND');
  });

  it.each([
    { source: 'friends' },
    { secret: 'yes' },
    { packCode: 'X'.repeat(50) },
    { hash: 'abc' },
    { noticeDays: 1.5 },
    { votingDays: 100_000 },
    { buildings: 'all' },
    { buildings: [''] },
    { buildings: ['1幢', '1幢'] },
    { ownersImportId: null },
    { publicationDays: 1 },
  ])('a body that is none: %j', async (change) => {
    await refused(change, 'INVALID_INPUT');
  });

  it('people who may not: residents, staff of elsewhere, who raised the topic', async () => {
    const foreign = await buildModerator(app.database, OTHER_STREET_COMMUNITY);
    const volunteer = await buildPerson(app.database);
    await grantRole(app.database, volunteer, 'volunteer_coordinator', COMMUNITY);
    const id = encodeId('topic', topicId);
    const body = { ...CHOICE, hash: '0'.repeat(64) };
    for (const person of [resident, foreign, volunteer]) {
      const as = app.as(person);
      await expectUntouched(app.database, () => as.post(announcePath, body), 'FORBIDDEN');
      await expectUntouched(
        app.database,
        () => as.post(`/staff/topics/${id}/roll-preview`, CHOICE),
        'FORBIDDEN',
      );
      await expectUntouched(app.database, () => as.get(`/staff/topics/${id}/roll`), 'FORBIDDEN');
      await expectUntouched(
        app.database,
        () => as.get(`/staff/divisions/${COMMUNITY}/hall-roles`),
        'FORBIDDEN',
      );
      await expectUntouched(
        app.database,
        () => importOwners(app, person, ownersFile('1,1,1,A,,,,,')),
        'FORBIDDEN',
      );
    }
    expectRefusal(await app.as().post(announcePath, body), 'UNAUTHENTICATED');
    const own = await buildModerator(app.database);
    const ownTopic = await buildTopic(app.database, { status: 'under_review', initiatorId: own }, app);
    const path = `/staff/topics/${encodeId('topic', ownTopic)}/announce`;
    await expectUntouched(app.database, () => app.as(own).post(path, body), 'TOPIC_OWN');
  });

  it('a topic that is not there yet, is further already, or is not endorsed enough', async () => {
    const send = async (options: Parameters<typeof buildTopic>[1], code: ErrorCode) => {
      const id = await buildTopic(app.database, { initiatorId: resident, ...options }, app);
      const { hash } = await previewRoll(app, moderator, id, CHOICE);
      const path = `/staff/topics/${encodeId('topic', id)}/announce`;
      await expectUntouched(app.database, () => app.as(moderator).post(path, { ...CHOICE, hash }), code);
    };
    await send({ status: 'submitted' }, 'TOPIC_STATE');
    await send({ status: 'announced' }, 'TOPIC_STATE');
    await send({ status: 'voting' }, 'TOPIC_STATE');
    await send({ status: 'under_review', track: 'instant' }, 'TOPIC_TRACK');
    await send({ status: 'endorsing', endorseThreshold: 5 }, 'TOPIC_NEED');
    const id = await buildTopic(
      app.database,
      { status: 'endorsing', endorseThreshold: 5, initiatorId: resident },
      app,
    );
    expect((await previewRoll(app, moderator, id, CHOICE)).faults).toEqual(['还差条件：附议人数达到要求。']);
  });

  it('a roll that is not frozen, and a draft of somebody else', async () => {
    expectRefusal(await app.as().get(`/topics/${encodeId('topic', topicId)}/roll`), 'NOT_FOUND');
    const draft = await buildTopic(app.database, { status: 'draft', initiatorId: resident });
    expectRefusal(await app.as().get(`/topics/${encodeId('topic', draft)}/roll`), 'NOT_FOUND');
    expectRefusal(await app.as(moderator).get(`/staff/topics/zzzzzzzz/roll`), 'NOT_FOUND');
    const frozen = await buildTopic(app.database, { status: 'under_review', initiatorId: resident }, app);
    expect((await announce(app, moderator, frozen, CHOICE)).status).toBe(200);
    const path = `/staff/topics/${encodeId('topic', frozen)}/roll`;
    expectRefusal(await app.as(moderator).get(`${path}?cursor=nonsense`), 'INVALID_INPUT');
    expectRefusal(await app.as(moderator).get(`${path}?limit=51`), 'INVALID_INPUT');
    expectRefusal(await app.as(moderator).get(`${path}?q=${'长'.repeat(41)}`), 'INVALID_INPUT');
  });
});

describe('files of owners', () => {
  const [app] = stage(1);
  let moderator: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    moderator = await buildModerator(app.database);
  });

  it('are kept whole or not at all, each fault with its line', async () => {
    const file = ownersFile(
      '1幢,101,80,张三,,,,,',
      '1幢,102,,李四,,,,,',
      '1幢,103,0,王五,,,,,',
      '1幢,104,-1,赵六,,,,,',
      '1幢,105,80.125,钱七,,,,,',
      '1幢,106,80,,,,,,',
    );
    const answer = await expectUntouched(
      app.database,
      () => importOwners(app, moderator, file),
      'OWNERS_FILE',
    );
    expect((answer.body as { faults: object[] }).faults).toEqual([
      { line: 3, message: '没有写面积。' },
      { line: 4, message: '面积不能是零。' },
      { line: 5, message: '面积不能是负数。' },
      { line: 6, message: '面积最多两位小数。' },
      { line: 7, message: '没有写业主。' },
    ]);
    const twice = ownersFile('1幢,101,80,张三,,,甲,,', '1幢,101,81,李四,,,甲,,');
    await expectUntouched(app.database, () => importOwners(app, moderator, twice), 'OWNERS_FILE');
    await expectUntouched(app.database, () => importOwners(app, moderator, ''), 'OWNERS_FILE');
    await expectUntouched(
      app.database,
      () => importOwners(app, moderator, Buffer.from('c2a5b6b02cb7bfbac50a', 'hex')),
      'OWNERS_FILE',
    );
  });

  it('that are too large, come in another field, or are no form', async () => {
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, 'a');
    await expectUntouched(app.database, () => importOwners(app, moderator, large), 'ATTACHMENT_TOO_LARGE');
    const file = ownersFile('1幢,101,80,张三,,,,,');
    await expectUntouched(
      app.database,
      () => importOwners(app, moderator, file, { field: 'list' }),
      'INVALID_INPUT',
    );
    const path = `/staff/divisions/${COMMUNITY}/owners-imports`;
    await expectUntouched(app.database, () => app.as(moderator).post(path, { file }), 'UNSUPPORTED_MEDIA');
    await expectUntouched(
      app.database,
      () => importOwners(app, moderator, file, { code: COMMUNITY.slice(0, 9) }),
      'FORBIDDEN',
    );
    await expectUntouched(
      app.database,
      () => importOwners(app, moderator, file, { key: 'short' }),
      'IDEMPOTENCY_KEY_MISSING',
    );
  });

  it('sent twice under one key make one list; another file under it is refused', async () => {
    const file = ownersFile('1幢,101,80,张三,,,,,', '1幢,102,80,张三,,,,,');
    const [first, second] = [
      await importOwners(app, moderator, file, { key: 'owners-key-1' }),
      await importOwners(app, moderator, file, { key: 'owners-key-1' }),
    ];
    expect(first?.status).toBe(201);
    expect(first?.body).toEqual(second?.body);
    expect((first?.body as { notes: string[] }).notes).toEqual([
      '有 1 个姓名出现多次，又没有手机和证件后四位，是按不同的人算的，请核对。',
    ]);
    expectRefusal(
      await importOwners(app, moderator, ownersFile('1幢,101,81,张三,,,,,'), { key: 'owners-key-1' }),
      'IDEMPOTENCY_KEY_REUSED',
    );
    const list = await app.as(moderator).get(`/staff/divisions/${COMMUNITY}/owners-imports`).expect(200);
    expect(list.body).toMatchObject({ items: [{ owners: 2, flats: 2, area: 16_000, fileName: '业主.csv' }] });
    const [stored] = await app.database.query<{ name: Buffer }>(
      'SELECT name_cipher AS name FROM owner_person LIMIT 1',
    );
    expect(stored?.name.toString('utf8')).not.toContain('张三');
  });
});

describe('roles in a hall', () => {
  const [app] = stage(1);
  let moderator: number;
  const path = `/staff/divisions/${COMMUNITY}/hall-roles`;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    moderator = await buildModerator(app.database);
  });

  it('are given by phone, once, and taken away again', async () => {
    const person = await buildPerson(app.database, { phone: '13913330001', nickname: '老林' });
    const body = { phone: '139 1333 0001', role: 'property' };
    const answer = await app.as(moderator).post(path, body).expect(200);
    expect(answer.body).toMatchObject({
      items: [{ nickname: '老林', phoneMasked: '139****0001', role: 'property' }],
    });
    await expectUntouched(app.database, () => app.as(moderator).post(path, body), 'HALL_ROLE_EXISTS');
    const gone = { personId: encodeId('person', person), role: 'property' };
    expect((await app.as(moderator).post(`${path}/remove`, gone).expect(200)).body).toEqual({ items: [] });
    await expectUntouched(app.database, () => app.as(moderator).post(`${path}/remove`, gone), 'NOT_FOUND');
  });

  it('are refused for phones nobody bound, for what is no role, outside of communities', async () => {
    const send =
      (body: object, at = path) =>
      () =>
        app.as(moderator).post(at, body);
    await expectUntouched(app.database, send({ phone: '13900000000', role: 'staff' }), 'PERSON_NOT_FOUND');
    await expectUntouched(app.database, send({ phone: '12', role: 'staff' }), 'INVALID_INPUT');
    await expectUntouched(app.database, send({ phone: '不是电话号码', role: 'staff' }), 'INVALID_INPUT');
    await expectUntouched(app.database, send({ phone: '13900000000', role: 'resident' }), 'INVALID_INPUT');
    await expectUntouched(app.database, send({ phone: '13900000000', role: 'king' }), 'INVALID_INPUT');
    const body = { phone: '13900000000', role: 'staff' };
    await expectUntouched(app.database, send(body, '/staff/divisions/x/hall-roles'), 'NOT_FOUND');
    await expectUntouched(
      app.database,
      send(body, `/staff/divisions/${OTHER_STREET_COMMUNITY}/hall-roles`),
      'FORBIDDEN',
    );
  });
});
