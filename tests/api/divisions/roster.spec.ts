import path from 'node:path';
import { ImportRefused } from '@jiefang/bff/common/csv/import-problems';
import { FieldCipher } from '@jiefang/bff/common/crypto/field-cipher';
import { importDivisions } from '@jiefang/bff/divisions/importer';
import { importRoster, type RosterImportReport } from '@jiefang/bff/identity/roster/roster-importer';
import { TEST_SECRET } from '../../support/app.js';
import { resetDatabase, workerDatabase, type TestDatabase } from '../../support/database.js';
import { folderWith, SMALL_DIVISIONS } from './files.js';

const HEADER = 'community,building,room,name,phone';

describe('importing a roster', () => {
  const cipher = new FieldCipher(TEST_SECRET);
  const now = new Date('2026-11-23T01:00:00Z');
  let database: TestDatabase;
  beforeAll(async () => (database = await workerDatabase()));
  afterAll(() => database.dataSource.destroy());
  beforeEach(async () => {
    await resetDatabase(database.dataSource);
    const { folder, remove } = await folderWith(SMALL_DIVISIONS);
    await importDivisions(database.dataSource, folder);
    await remove();
  });

  async function run(lines: string[], scope: string | null = null): Promise<RosterImportReport> {
    const { folder, remove } = await folderWith({ 'roster.csv': [HEADER, ...lines, ''].join('\n') });
    try {
      return await importRoster(database.dataSource, path.join(folder, 'roster.csv'), cipher, { scope, now });
    } finally {
      await remove();
    }
  }

  const members = (): Promise<
    { building: string; room: string; name_cipher: Buffer; phone_hash: Buffer | null }[]
  > =>
    database.dataSource.query(
      'SELECT h.community_code, h.building, h.room, m.* FROM roster_member m JOIN household h ON h.id = m.household_id ORDER BY m.id',
    );

  it('stores households and their people, encrypted, with hashes that match', async () => {
    const report = await run([
      '350602002002,文昌苑 ２栋,301,林秀兰,199 0001 0001',
      '350602002002,文昌苑2栋,301,林晓,',
      '350602002001,1栋,502,陈志强,+8619900010002',
    ]);
    expect(report).toEqual({ read: 3, households: 2, added: 3, updated: 0, unchanged: 0 });
    const rows = await members();
    expect(rows[0]).toMatchObject({ building: '文昌苑2栋', room: '301' });
    expect(rows.map((row) => cipher.decrypt(row.name_cipher))).toEqual(['林秀兰', '林晓', '陈志强']);
    expect(rows[0]?.phone_hash).toEqual(cipher.lookupHash('phone', '19900010001'));
    expect(rows[1]?.phone_hash).toBeNull();
    expect(rows[2]?.phone_hash).toEqual(cipher.lookupHash('phone', '19900010002'));
    expect(JSON.stringify(rows)).not.toContain('林秀兰');
  });

  it('changes nothing when the same file comes again, and only what differs when another does', async () => {
    const lines = ['350602002002,2栋,301,林秀兰,19900010001', '350602002002,2栋,302,张三,'];
    await run(lines);
    const before = await members();
    expect(await run(lines)).toEqual({ read: 2, households: 0, added: 0, updated: 0, unchanged: 2 });
    expect(await members()).toEqual(before);
    expect(
      await run(['350602002002,2栋,302,张三,19900010009', '350602002002,2栋,301,林秀兰,19900010001']),
    ).toEqual({
      read: 2,
      households: 0,
      added: 0,
      updated: 1,
      unchanged: 1,
    });
  });

  it('finds a community by its name within the scope', async () => {
    expect(await run(['北京社区,1栋,101,王五,', '延安社区居委会,1栋,101,赵六,'], '350602002')).toMatchObject({
      added: 2,
    });
  });

  it.each([
    ['an unknown community', '350602002099,1栋,101,王五,', null, 'there is no community 350602002099'],
    ['a name nobody has', '月亮社区,1栋,101,王五,', null, 'no community named "月亮社区"'],
    ['a code of a street', '350602002,1栋,101,王五,', null, 'is not a code of 12 digits'],
    ['a community outside the scope', '350602003001,1栋,101,王五,', '350602002', 'lies outside of 350602002'],
    ['no community', ',1栋,101,王五,', null, 'community is empty'],
    ['no building', '350602002001,,101,王五,', null, 'building is empty'],
    ['markup for a room', '350602002001,1栋,<b>1</b>,王五,', null, 'room "<b>1</b>"'],
    ['no name', '350602002001,1栋,101,,', null, 'name ""'],
    ['a phone that is none', '350602002001,1栋,101,王五,12345', null, 'phone is not a phone number'],
    ['too few columns', '350602002001,1栋,101,王五', null, '4 columns instead of 5'],
  ])('refuses %s with the line, and keeps nothing', async (_, line, scope, message) => {
    const error: unknown = await run(['350602002001,9栋,901,好人,', line], scope).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(ImportRefused);
    const { problems } = error as ImportRefused;
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'roster.csv', line: 3 });
    expect(problems[0]?.message).toContain(message);
    expect(await members()).toEqual([]);
    expect(await database.dataSource.query('SELECT * FROM household')).toEqual([]);
  });

  it('refuses the same person twice and names both lines', async () => {
    const lines = ['350602002001,1栋,101,王五,', '350602002001,１栋,101,王五,19900010001'];
    await expect(run(lines)).rejects.toThrow(
      'roster.csv:3: duplicate: line 2 has the same person in the same home',
    );
  });

  it('refuses a scope that does not exist', async () => {
    await expect(run(['北京社区,1栋,101,王五,'], '999999999')).rejects.toThrow(
      'there is no division with this code',
    );
  });

  it('takes a large file in batches', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, n) => `350602002001,${1 + (n % 40)}栋,${n},居民${'甲乙丙丁'[n % 4]},`,
    );
    expect(await run(lines)).toEqual({ read: 5000, households: 5000, added: 5000, updated: 0, unchanged: 0 });
    expect(await run(lines)).toMatchObject({ added: 0, unchanged: 5000 });
  });
});
