import { createHash } from 'node:crypto';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { fromJson } from '@jiefang/bff/database/database';
import { verifyRecord } from '@jiefang/shared/record';
import { buildModerator, buildTopic, recordActs, storedTopic } from '../../../builders/halls.js';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { buildDivision, buildPerson, buildResidency } from '../../../builders/people.js';
import { exported } from '../../../builders/record.js';
import { announce, grantHallRole, importOwners, ownersFile, previewRoll } from '../../../builders/rolls.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(120_000);

/** Every test has a community of its own: rolls include everybody who lives there. */
let serial = 10;
function nextCommunity(): string {
  serial += 1;
  return `3506020080${serial}`;
}

const HOUSEHOLDS = { source: 'households', packCode: 'household_majority', secret: false };
const RESIDENTS = { source: 'verified_residents', packCode: 'household_majority', secret: true };

describe('announcing a topic', () => {
  const [app] = stage(1);
  let code: string;
  let moderator: number;
  let topicId: number;
  beforeEach(async () => {
    code = nextCommunity();
    await buildDivision(app.database, code);
    moderator = await buildModerator(app.database, code);
    const initiator = await buildPerson(app.database);
    topicId = await buildTopic(
      app.database,
      { status: 'under_review', divisionCode: code, initiatorId: initiator },
      app,
    );
  });

  afterEach(async () => expect(verifyRecord(await exported(app, topicId)).faults).toEqual([]));

  const live = async (building: string, room: string): Promise<number> => {
    const person = await buildPerson(app.database);
    await buildResidency(app.database, person, code, { building, room });
    return person;
  };
  const roll = async (person?: number) =>
    (
      await app
        .as(person)
        .get(`/topics/${encodeId('topic', topicId)}/roll`)
        .expect(200)
    ).body as {
      size: number;
      hash: string;
      area: number | null;
      buildings: object[];
      mine: { no: number; capacity: string; label: string; salt: string; commitment: string }[];
    };

  it('freezes one vote a household, for which every approved resident may speak', async () => {
    const [a, b, c] = [await live('1幢', '101'), await live('1幢', '101'), await live('2幢', '202')];
    const before = await previewRoll(app, moderator, topicId, HOUSEHOLDS);
    expect(before).toMatchObject({
      size: 2,
      area: null,
      unreachable: 0,
      faults: [],
      buildings: [
        { building: '1幢', size: 1, area: null },
        { building: '2幢', size: 1, area: null },
      ],
      windows: {
        deliberatesFrom: '2026-11-26T16:00:00.000Z',
        deliberatesUntil: '2026-12-01T16:00:00.000Z',
        votesDays: 7,
      },
    });
    expect(before.sample.map((one) => one.label)).toEqual(['1幢1**', '2幢2**']);
    const answer = await announce(app, moderator, topicId, HOUSEHOLDS);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: 'announced',
      rollSize: 2,
      rules: { code: 'household_majority', secret: false, source: 'households' },
      windows: { deliberatesFrom: '2026-11-26T16:00:00.000Z' },
    });
    const seen = await roll(a);
    expect(seen).toMatchObject({
      size: 2,
      hash: before.hash,
      mine: [{ capacity: 'household', label: '1幢101' }],
    });
    expect((await roll(b)).mine[0]?.no).toBe(seen.mine[0]?.no);
    expect((await roll(c)).mine[0]?.no).not.toBe(seen.mine[0]?.no);
    expect((await roll()).mine).toEqual([]);
    // Whoever moves in later is not on it.
    const late = await live('1幢', '103');
    expect((await roll(late)).mine).toEqual([]);
    for (const person of [a, b, c])
      expect((await messagesTo(app.database, person)).map((one) => one.kind)).toEqual(['topic_announced']);
    expect(await messagesTo(app.database, late)).toEqual([]);
    expect(await countRows(app.database, 'ballot_box WHERE topic_id = ?', [topicId])).toBe(1);
  });

  it('writes roll and rules on the record, where a member can find themselves', async () => {
    const person = await live('1幢', '101');
    await live('1幢', '102');
    await announce(app, moderator, topicId, RESIDENTS);
    expect((await recordActs(app.database, topicId)).slice(-2)).toEqual(['announce', 'roll_members']);
    const rows = await app.database.query<{ act: string; entry: string }>(
      'SELECT act, entry FROM record_entry WHERE topic_id = ? ORDER BY seq DESC LIMIT 2',
      [topicId],
    );
    const [members, announced] = rows.map((row) => fromJson<{ body: Record<string, never> }>(row.entry).body);
    const { hash, mine } = await roll(person);
    expect(announced).toMatchObject({ secret: true, roll: { size: 2, hash, source: 'verified_residents' } });
    const lines = (members as unknown as { members: [number, null, string, string][] }).members;
    expect(createHash('sha256').update(JSON.stringify(lines)).digest('hex')).toBe(hash);
    const [own] = mine;
    expect(own?.label).toBe('王小明（1幢101）');
    const commitment = createHash('sha256')
      .update(Buffer.from(own?.salt ?? '', 'hex'))
      .update(own?.label ?? '')
      .digest('hex');
    expect(lines[(own?.no ?? 0) - 1]).toEqual([own?.no, null, '1幢', commitment]);
    expect(JSON.stringify(rows)).not.toContain('王小明');
    const [stored] = await app.database.query<{ pack: unknown; secret: number }>(
      'SELECT pack, secret FROM topic WHERE id = ?',
      [topicId],
    );
    expect(fromJson(stored?.pack)).toMatchObject({
      code: 'household_majority',
      version: 1,
      decision: { secrecy: 'secret', votingDays: 7 },
    });
  });

  it('includes only the buildings that are named, and longer windows', async () => {
    await live('1幢', '101');
    const person = await live('2幢', '201');
    await live('3幢', '301');
    const choice = {
      ...RESIDENTS,
      buildings: ['2幢', '3幢'],
      noticeDays: 5,
      deliberationDays: 10,
      votingDays: 9,
    };
    const preview = await previewRoll(app, moderator, topicId, choice);
    expect(preview).toMatchObject({
      size: 2,
      windows: {
        deliberatesFrom: '2026-11-28T16:00:00.000Z',
        deliberatesUntil: '2026-12-08T16:00:00.000Z',
        votesDays: 9,
      },
    });
    await announce(app, moderator, topicId, choice);
    expect((await roll(person)).mine).toHaveLength(1);
  });

  it('takes representatives from the roles of the hall', async () => {
    const [person, other] = [await live('1幢', '101'), await live('2幢', '201')];
    await grantHallRole(app.database, person, 'representative', code);
    await grantHallRole(app.database, other, 'property', code);
    const choice = { source: 'representatives', packCode: 'household_majority', secret: false };
    await announce(app, moderator, topicId, choice);
    expect(await roll(person)).toMatchObject({
      size: 1,
      mine: [{ capacity: 'representative', label: '王小明' }],
    });
    // The role may go, the place on a frozen roll stays.
    await app
      .as(moderator)
      .post(`/staff/divisions/${code}/hall-roles/remove`, {
        personId: encodeId('person', person),
        role: 'representative',
      })
      .expect(200);
    expect((await roll(person)).mine).toHaveLength(1);
  });

  it('lets owners vote with their areas, co-owners together, proxies as such, and finds phones that are bound later', async () => {
    const phone = '13911110001';
    const imported = await importOwners(
      app,
      moderator,
      ownersFile(
        `1幢,101,80.10,张三,${phone},,,,`,
        `1幢,102,20.20,张三,${phone},,,,`,
        '2幢,201,100,李四,13911110002,,甲,王五,13911110003',
        '2幢,201,100,赵六,,,甲,,',
        '3幢,301,55.5,钱七,,,,,',
      ),
      { code },
    );
    expect(imported.body).toMatchObject({ owners: 3, flats: 4, area: 25_580, notes: [] });
    const proxy = await buildPerson(app.database, { phone: '13911110003' });
    const choice = {
      source: 'owners',
      packCode: 'civil_278_ordinary',
      secret: false,
      ownersImportId: (imported.body as { id: string }).id,
    };
    expect(await previewRoll(app, moderator, topicId, choice)).toMatchObject({
      size: 3,
      area: 25_580,
      unreachable: 2,
      windows: { votesDays: 15 },
    });
    await announce(app, moderator, topicId, choice);
    expect(await roll(proxy)).toMatchObject({
      size: 3,
      area: 25_580,
      mine: [{ capacity: 'proxy', label: '李四、赵六（2幢201）' }],
    });
    const owner = await buildPerson(app.database, { phone });
    expect((await roll(owner)).mine).toMatchObject([{ capacity: 'owner', label: '张三（1幢101、1幢102）' }]);
    // The account that bound the phone keeps the vote, whoever gets the number after.
    await app.database.execute('UPDATE person SET phone_hash = NULL WHERE id = ?', [owner]);
    const stranger = await buildPerson(app.database, { phone });
    expect((await roll(stranger)).mine).toEqual([]);
    expect((await roll(owner)).mine).toHaveLength(1);

    const page = await app
      .as(moderator)
      .get(`/staff/topics/${encodeId('topic', topicId)}/roll?q=张三`)
      .expect(200);
    expect(page.body).toMatchObject({
      items: [{ label: '张三（1幢101、1幢102）', area: 10_030, reachable: true, marked: false }],
      nextCursor: null,
    });
    const first = await app.as(moderator).get(`/staff/topics/${encodeId('topic', topicId)}/roll?limit=2`);
    const { items, nextCursor } = first.body as { items: object[]; nextCursor: string };
    expect(items).toHaveLength(2);
    const rest = await app
      .as(moderator)
      .get(`/staff/topics/${encodeId('topic', topicId)}/roll?limit=2&cursor=${nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ no: 3 }], nextCursor: null });
  });

  it('counts only the areas of the buildings that vote', async () => {
    const imported = await importOwners(
      app,
      moderator,
      ownersFile(
        '1幢,101,80.10,张三,13911110011,,,,',
        '2幢,102,20.20,张三,13911110011,,,,',
        '2幢,202,30,李四,,,,,',
      ),
      { code },
    );
    const ownersImportId = (imported.body as { id: string }).id;
    const choice = {
      source: 'owners',
      packCode: 'civil_278_major',
      secret: false,
      ownersImportId,
      buildings: ['2幢'],
    };
    expect(await previewRoll(app, moderator, topicId, choice)).toMatchObject({
      size: 2,
      area: 5020,
      buildings: [{ building: '2幢', size: 2, area: 5020 }],
    });
  });

  it('announces once, whoever sends the request how often', async () => {
    await live('1幢', '101');
    const { hash } = await previewRoll(app, moderator, topicId, RESIDENTS);
    const path = `/staff/topics/${encodeId('topic', topicId)}/announce`;
    const send = (key?: string) => app.as(moderator).post(path, { ...RESIDENTS, hash }, key);
    const answers = await Promise.all([send('same-key-1'), send('same-key-1'), send(), send()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(expect.arrayContaining([200, 409]));
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await countRows(app.database, 'roll WHERE topic_id = ?', [topicId])).toBe(1);
    expect((await recordActs(app.database, topicId)).filter((act) => act === 'announce')).toHaveLength(1);
    expect((await storedTopic(app.database, topicId)).status).toBe('announced');
  });

  it('freezes twenty thousand people in a few seconds', async () => {
    const people = Array.from({ length: 20_000 }, (_, index) => [`bulk-${code}-${index}`, `居民${index}`]);
    for (let from = 0; from < people.length; from += 2000) {
      await app.database.execute('INSERT INTO person (openid, nickname, created_at) VALUES ?', [
        people.slice(from, from + 2000).map(([openid, name]) => [openid, name, new Date('2026-01-01')]),
      ]);
    }
    await live('51幢', '101');
    const cipher = (
      await app.database.query<{ c: Buffer }>('SELECT name_cipher AS c FROM residency LIMIT 1')
    )[0]?.c;
    await app.database.execute(
      `INSERT INTO residency (person_id, community_code, building, room, name_cipher, status, method, created_at)
       SELECT id, ?, CONCAT(id MOD 50, '幢'), CONCAT(id), ?, 'approved', 'roster', created_at FROM person
        WHERE openid LIKE CONCAT('bulk-', ?, '-%')`,
      [code, cipher, code],
    );
    const preview = await previewRoll(app, moderator, topicId, RESIDENTS);
    expect(preview).toMatchObject({ size: 20_001, faults: [] });
    const began = Date.now();
    const answer = await announce(app, moderator, topicId, RESIDENTS);
    expect(answer.status).toBe(200);
    const took = Date.now() - began;
    expect(took).toBeLessThan(30_000);
    expect((await roll()).hash).toBe(preview.hash);
    expect((await recordActs(app.database, topicId)).filter((act) => act === 'roll_members')).toHaveLength(
      41,
    );
    expect(await countRows(app.database, 'outbox WHERE dedupe = ?', [`topic:${topicId}:announced`])).toBe(
      20_002,
    );
  });
});
