import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildTopic } from '../../../builders/halls.js';
import { buildDivision } from '../../../builders/people.js';
import { append, exported, opinion, voteActs } from '../../../builders/record.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { stage } from '../../../support/stage.js';

const COMMAND = path.resolve(__dirname, '../../../../bff/dist/cli/verify.js');

/** Runs the command with nothing but the file: no database, no secret. */
function verify(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [COMMAND, ...args],
      { env: { PATH: process.env.PATH } },
      (error, output, errors) => {
        resolve({ code: error === null ? 0 : Number(error.code), output, errors });
      },
    );
  });
}

describe('verify record', () => {
  const [app] = stage(1);
  let folder: string;
  let lines: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'record-'));
    await buildDivision(app.database, COMMUNITY, '延安社区');
    const topic = await buildTopic(app.database, {}, app);
    await append(app, topic, [opinion(null, '赞成'), opinion(null, '反对'), ...voteActs(9, false)]);
    lines = await exported(app, topic);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const write = async (name: string, text: string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, text);
    return file;
  };

  it('says that everything agrees, and leaves with 0', async () => {
    const { code, output } = await verify('record', await write('sound', `${lines.join('\n')}\n`));
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining('Everything agrees') as string,
    });
    expect(output).toContain('The recount agrees.');
    const windows = await write('windows', `\ufeff${lines.join('\r\n')}\r\n`);
    expect((await verify('record', windows)).code).toBe(0);
  });

  it('names what is wrong, and leaves with 1', async () => {
    const changed = lines.map((line) => line.replace('反对', '赞同'));
    const { code, output } = await verify('record', await write('changed', changed.join('\n')));
    expect(code).toBe(1);
    expect(output).toContain('content: entry 3, line 4: 第 3 条的文字“text”被改过');
    const short = await verify('record', '--json', await write('short', lines.slice(0, 4).join('\n')));
    expect(short.code).toBe(1);
    expect(JSON.parse(short.output)).toMatchObject({
      pass: false,
      faults: [{ kind: 'removed', seq: 4, until: 11 }],
    });
    const root = await verify('record', await write('sound', lines.join('\n')), '--root', 'ab'.repeat(32));
    expect({ ...root, errors: '' }).toMatchObject({
      code: 1,
      output: expect.stringContaining('root:') as string,
    });
  });

  it.each([
    ['an empty file', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000'],
    ['UTF-16', Buffer.from('{"format":"jiefang-record/1"}', 'utf16le').toString('latin1')],
    ['one endless line', 'x'.repeat(9_000_000)],
    ['a million lines', '{}\n'.repeat(1_000_000)],
  ])('of %s is no record', async (_, text) => {
    const { code, output } = await verify('record', await write('other', text));
    expect(code).toBe(1);
    expect(output).toMatch(/fault\(s\)/);
  });

  it.each([
    ['no file', ['record']],
    ['a file that is not there', ['record', '/nowhere/record.ndjson']],
    ['a folder', ['record', '/']],
    ['two files', ['record', 'a', 'b']],
    ['a root that is none', ['record', 'a', '--root', 'xyz']],
    ['something else', ['tracks']],
    ['an option that is none', ['record', 'a', '--yes']],
  ])('with %s says what is wrong', async (_, args) => {
    const { code, output, errors } = await verify(...args);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).not.toContain('    at ');
    expect(errors.length).toBeGreaterThan(10);
  });
});
