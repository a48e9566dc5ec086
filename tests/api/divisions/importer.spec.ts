import path from 'node:path';
import { importDivisions } from '@jiefang/bff/divisions/importer';
import { ImportRefused } from '@jiefang/bff/common/csv/import-problems';
import { resetDatabase, workerDatabase, type TestDatabase } from '../../support/database.js';
import { folderWith, SMALL_DIVISIONS } from './files.js';

describe('importing divisions', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await workerDatabase()));
  afterAll(() => database.dataSource.destroy());
  beforeEach(() => resetDatabase(database.dataSource));

  const rows = (): Promise<{ code: string; name: string; short_name: string; initials: string }[]> =>
    database.dataSource.query('SELECT * FROM division ORDER BY code');

  async function importFiles(change: Record<string, string | Buffer> = {}) {
    const { folder, remove } = await folderWith({ ...SMALL_DIVISIONS, ...change });
    try {
      return await importDivisions(database.dataSource, folder);
    } finally {
      await remove();
    }
  }

  async function refusalOf(change: Record<string, string | Buffer>): Promise<ImportRefused> {
    const error: unknown = await importFiles(change).catch((caught: unknown) => caught);
    if (!(error instanceof ImportRefused)) throw new Error(`not refused: ${String(error)}`);
    return error;
  }

  const villages = (...lines: string[]): Record<string, string> => ({
    'villages.csv': `${SMALL_DIVISIONS['villages.csv']}${lines.join('\n')}\n`,
  });

  it('stores every level with the short name and how it is typed', async () => {
    const report = await importFiles();
    expect(report).toEqual({
      read: { province: 1, city: 1, district: 2, street: 2, community: 4 },
      inserted: 10,
      updated: 0,
      unchanged: 0,
    });
    expect((await rows()).find((row) => row.code === '350602002002')).toEqual({
      code: '350602002002',
      parent_code: '350602002',
      level: 'community',
      name: '延安社区居委会',
      short_name: '延安社区',
      pinyin: 'yananshequ',
      initials: 'yasq',
    });
  });

  it('changes nothing when the same files come again', async () => {
    await importFiles();
    const before = await rows();
    expect(await importFiles()).toMatchObject({ inserted: 0, updated: 0, unchanged: 10 });
    expect(await rows()).toEqual(before);
  });

  it('writes only what differs, and keeps what a newer file lacks', async () => {
    await importFiles();
    const report = await importFiles({
      'villages.csv': `code,name,streetCode,provinceCode,cityCode,areaCode
350602002002,延安路社区居委会,350602002,35,3506,350602
350602002009,南星社区居委会,350602002,35,3506,350602\n`,
    });
    expect(report).toMatchObject({ inserted: 1, updated: 1, unchanged: 6 });
    const names = (await rows()).map((row) => row.short_name);
    expect(names).toEqual(expect.arrayContaining(['延安路社区', '南星社区', '北京社区']));
  });

  it.each([
    [
      'an orphan',
      '350699999001,无处社区,350699999,35,3506,350699',
      'orphan: 350699999001 belongs to 350699999',
    ],
    ['a duplicate code', '350602002002,又一个延安,350602002,35,3506,350602', 'duplicate code 350602002002'],
    ['a missing column', '350602002088,缺一列,350602002,35,3506', '5 columns instead of 6'],
    ['a column too many', '350602002088,多一列,350602002,35,3506,350602,9', '7 columns instead of 6'],
    ['a short code', '3506020020,短码,350602002,35,3506,350602', 'is not a community code of 12 digits'],
    [
      'a code of letters',
      '35060200200a,字母,350602002,35,3506,350602',
      'is not a community code of 12 digits',
    ],
    ['an empty name', '350602002088,,350602002,35,3506,350602', 'name must have 1 to 80 characters'],
    ['a name that is too long', `350602002088,${'长'.repeat(81)},350602002,35,3506,350602`, 'name must have'],
    [
      'a wrong ancestor',
      '350602002088,错区,350602002,35,3506,350603',
      'areaCode "350603" is not an ancestor',
    ],
    ['a quote that never closes', '350602002088,"开口,350602002,35,3506,350602', 'broken quotes'],
    ['a control character', '350602002088,控\u0007制,350602002,35,3506,350602', 'control characters'],
  ])('refuses %s, names its line and leaves the database as it was', async (_, line, message) => {
    const refusal = await refusalOf(villages(line));
    expect(refusal.problems).toHaveLength(1);
    expect(refusal.problems[0]).toMatchObject({ file: 'villages.csv', line: 6 });
    expect(refusal.problems[0]?.message).toContain(message);
    expect(refusal.message).toContain('villages.csv:6: ');
    expect(await rows()).toEqual([]);
  });

  it('names every fault of all files, not the first alone', async () => {
    const refusal = await refusalOf({
      'areas.csv':
        'code,name,cityCode,provinceCode\n350602,芗城区,3506,35\n360101,外省的区,3601,36\n350603,龙文区,3506,35\n',
      ...villages('1,短,350602002,35,3506,350602', '350602002088,,350602002,35,3506,350602'),
    });
    expect(refusal.problems.map((p) => `${p.file}:${p.line}`)).toEqual([
      'areas.csv:3',
      'villages.csv:6',
      'villages.csv:7',
    ]);
  });

  it('stops after fifty faults', async () => {
    const lines = Array.from({ length: 400 }, (_, n) => `35060200${n},"坏,350602002,35,3506,350602`);
    const bad = lines.map((line) => line.replace('"', ''));
    const refusal = await refusalOf(villages(...bad));
    expect(refusal.problems).toHaveLength(50);
    expect(refusal.message).toContain('reading stopped there');
    expect(await rows()).toEqual([]);
  });

  it('stops after fifty lines with broken quotes', async () => {
    const lines = Array.from(
      { length: 400 },
      (_, n) => `350602002${String(n).padStart(3, '0')},坏"引"号,350602002,35,3506,350602`,
    );
    const refusal = await refusalOf(villages(...lines));
    expect(refusal.problems.length).toBeGreaterThan(0);
    expect(refusal.problems.length).toBeLessThanOrEqual(50);
    expect(refusal.problems[0]).toMatchObject({ file: 'villages.csv', line: 6 });
    expect(await rows()).toEqual([]);
  });

  it('does not read on forever after an open quote in a large file', async () => {
    const tail = Array.from({ length: 5000 }, () => '350602002099,尾巴社区居委会,350602002,35,3506,350602');
    const refusal = await refusalOf(villages('350602002088,"开口,350602002,35,3506,350602', ...tail));
    expect(refusal.problems.some((p) => p.message.includes('broken quotes'))).toBe(true);
    expect(await rows()).toEqual([]);
  });

  it('refuses bytes that are not UTF-8 and a header that lacks a column', async () => {
    const gbk = Buffer.concat([
      Buffer.from(SMALL_DIVISIONS['villages.csv'] as string),
      Buffer.from('350602002088,'),
      Buffer.from([0xd1, 0xd3, 0xb0, 0xb2]),
      Buffer.from(',350602002,35,3506,350602\n'),
    ]);
    expect((await refusalOf({ 'villages.csv': gbk })).problems[0]).toMatchObject({ line: 6 });
    const header = await refusalOf({ 'streets.csv': 'code,title\n350602002,西桥街道\n' });
    expect(header.problems[0]).toMatchObject({ file: 'streets.csv', line: 1 });
    expect(header.problems[0]?.message).toContain('header lacks name, areaCode');
    expect((await refusalOf({ 'provinces.csv': '' })).problems[0]).toMatchObject({
      file: 'provinces.csv',
      line: 1,
    });
  });

  it('takes a byte order mark, CRLF, quotes and other column orders', async () => {
    await importFiles({
      'provinces.csv': '\ufeff"code","name"\r\n"35","福建省"\r\n',
      'cities.csv': 'provinceCode,name,code\r\n35,漳州市,3506\r\n',
    });
    expect((await rows()).slice(0, 2).map((row) => row.name)).toEqual(['福建省', '漳州市']);
  });

  it('says when a file is missing', async () => {
    await expect(importDivisions(database.dataSource, path.join(__dirname, 'nowhere'))).rejects.toMatchObject(
      {
        code: 'ENOENT',
      },
    );
  });

  it('lets two imports of the same files run at once', async () => {
    const { folder, remove } = await folderWith(SMALL_DIVISIONS);
    const reports = await Promise.all([
      importDivisions(database.dataSource, folder),
      importDivisions(database.dataSource, folder),
    ]);
    await remove();
    expect(reports.map((report) => report.inserted).sort((a, b) => a - b)).toEqual([0, 10]);
  });

  it('reads the bundled four cities: 40 districts, 533 streets, 8,591 communities', async () => {
    const bundled = path.resolve(__dirname, '../../../bff/data/divisions');
    const progress: number[] = [];
    const { read } = await importDivisions(database.dataSource, bundled, ({ bytes, totalBytes }) => {
      progress.push(bytes / totalBytes);
    });
    expect(read).toEqual({ province: 3, city: 4, district: 40, street: 533, community: 8591 });
    expect(progress.at(-1)).toBe(1);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    const [count] = await database.dataSource.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM division');
    expect(count?.n).toBe(9171);
  });
});
