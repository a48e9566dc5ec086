import { execFile } from 'node:child_process';
import path from 'node:path';
import { buildDivision, buildPerson } from '../../builders/people.js';
import { COMMUNITY } from '../../builders/venues.js';
import { createApp, TEST_SECRET, type TestApp } from '../../support/app.js';

const COMMAND = path.resolve(__dirname, '../../../bff/dist/cli/appoint.js');

describe('npm run appoint', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createApp();
    await buildDivision(app.database, COMMUNITY, '延安社区');
  });
  afterAll(() => app.close());

  const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const { host, port, username, password, database } = app.database.dataSource
        .options as unknown as Record<string, string>;
      const url = `mysql://${username}:${password}@${host}:${port}/${database}`;
      const env = { ...process.env, DATABASE_URL: url, APP_SECRET: TEST_SECRET };
      const child = execFile(process.execPath, [COMMAND, ...args], { env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });

  it('makes the owner of a phone administrator once, and tells them', async () => {
    const person = await buildPerson(app.database, { phone: '19900123456' });
    expect(await run('19900123456', COMMUNITY)).toMatchObject({ code: 0, err: '' });
    await app.as(person).get(`/staff/divisions/${COMMUNITY}/roles`).expect(200);
    expect(await app.database.query('SELECT kind FROM outbox WHERE person_id = ?', [person])).toEqual([
      { kind: 'role_granted' },
    ]);
    expect(await run('19900123456', COMMUNITY)).toMatchObject({
      code: 1,
      err: expect.stringContaining('already'),
    });
  });

  it.each([
    [['19900999999', COMMUNITY], 'Nobody has bound this phone'],
    [['19900123456', '999999999999'], 'no division'],
    [['phone', COMMUNITY], 'Usage'],
    [['19900123456'], 'Usage'],
  ])('refuses %j', async (args, said) => {
    expect(await run(...args)).toMatchObject({ code: 1, err: expect.stringContaining(said) });
  });
});
