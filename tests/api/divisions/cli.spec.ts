import { execFile } from 'node:child_process';
import path from 'node:path';
import { TEST_SECRET } from '../../support/app.js';
import { workerDatabase, type TestDatabase } from '../../support/database.js';
import { folderWith, SMALL_DIVISIONS } from './files.js';

const COMMAND = path.resolve(__dirname, '../../../bff/dist/cli/import.js');

describe('npm run import', () => {
  let database: TestDatabase;
  let input: Awaited<ReturnType<typeof folderWith>>;
  beforeAll(async () => {
    database = await workerDatabase();
    input = await folderWith({
      ...SMALL_DIVISIONS,
      'roster.csv': 'community,building,room,name,phone\n延安社区,文昌苑2栋,301,林秀兰,19900010001\n',
      'broken.csv': 'community,building,room,name,phone\n延安社区,文昌苑2栋,301,林秀兰,没有\n',
    });
  });
  afterAll(async () => {
    await input.remove();
    await database.dataSource.destroy();
  });

  const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, DATABASE_URL: database.url, APP_SECRET: TEST_SECRET };
      const child = execFile(
        process.execPath,
        [COMMAND, ...args],
        { env, cwd: input.folder },
        (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });

  it('imports divisions, and says so when there is nothing to change', async () => {
    const first = await run('divisions', '.');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Read 1 provinces, 1 cities, 2 districts, 2 streets, 4 communities.');
    expect(first.out).toContain('10 added, 0 changed, 0 as they were.');
    expect((await run('divisions', '.')).out).toContain(
      'Nothing to change: all 10 divisions were there already.',
    );
  });

  it('imports a roster, and refuses a broken one with its line', async () => {
    await run('divisions', '.');
    const good = await run('roster', 'roster.csv', '--community', '350602');
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(good.out).toContain('1 households added; 1 people added, 0 changed, 0 as they were.');
    expect((await run('roster', 'roster.csv')).out).toContain('Nothing to change');
    const bad = await run('roster', 'broken.csv');
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('broken.csv:2: phone is not a phone number');
    expect(bad.err).not.toMatch(/\n\s+at /);
  });

  it.each([
    [[], 'Usage:'],
    [['planets', '.'], 'Usage:'],
    [['divisions'], 'Usage:'],
    [['divisions', '.', '--fast'], 'Usage:'],
    [['divisions', '.', '--community', '35'], '--community is for a roster or opinions.'],
    [['divisions', 'nowhere'], 'no such file'],
    [['roster', '.'], 'is a folder, not a file'],
    [['roster', 'roster.csv', '--community', '99'], 'there is no division with this code'],
  ])('ends %j with one sentence and exit code 1', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
