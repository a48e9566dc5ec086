import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type request from 'supertest';
import { decodeId } from '@jiefang/bff/common/ids/public-id';
import {
  ImportCommunityError,
  importOpinions,
  type OpinionsImportReport,
} from '@jiefang/bff/halls/opinions/opinions-importer';
import { APP_CONFIG } from '@jiefang/bff/common/tokens';
import type { AppConfig } from '@jiefang/bff/config/app-config';
import { ImportRefused } from '@jiefang/bff/common/csv/import-problems';
import { RecordVerifier } from '@jiefang/shared/record';
import { countRows } from '../../../builders/identity.js';
import { listOpinions, miscounted, recordOf, visit, walkOpinions } from '../../../builders/opinions.js';
import { buildDivision, buildPerson, buildResidency } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { TEST_SECRET } from '../../../support/app.js';
import { contentsOf } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const FIXTURES = path.resolve(__dirname, '../../../fixtures/opinions');
const SMALL = path.join(FIXTURES, 'small');
const REAL = path.join(FIXTURES, 'vtaiwan-uberx');

jest.setTimeout(60_000);

describe('a deliberation held elsewhere', () => {
  const [app] = stage(1);
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
  });

  const bringIn = (folder: string, community: string | null = COMMUNITY): Promise<OpinionsImportReport> =>
    importOpinions(app.database.dataSource, folder, { community, appSecret: TEST_SECRET, clock: app.clock });

  const provedRecord = async (topicId: string): Promise<void> => {
    const file = await app
      .as()
      .get(`/topics/${topicId}/record.ndjson`)
      .buffer(true)
      .parse(readText)
      .expect(200);
    const verifier = new RecordVerifier();
    verifier.feed(file.body as string);
    const report = verifier.end();
    expect(report.faults).toEqual([]);
    expect(report.ok).toBe(true);
  };

  it('becomes a topic with its statements, votes, and stubs where its moderators rejected one', async () => {
    const report = await bringIn(SMALL);
    expect(report).toMatchObject({ statements: 5, hidden: 1, people: 5, reactions: 10, unchanged: false });
    const topic = decodeId('topic', report.topicId);
    const { items } = await listOpinions(app, topic);
    expect(items.map((one) => [one.text, one.agree, one.disagree, one.pass])).toEqual([
      ['建在西门。', 1, 0, 1],
      ['不用建，楼下就行。', 0, 1, 1],
      ['说"先装烟感"，再建棚。', 1, 0, 0],
      [null, 0, 2, 0],
      ['建在东门，\n离消防通道远。', 2, 1, 0],
    ]);
    expect(items.at(-1)).toMatchObject({
      author: { nickname: '参与者 1', role: 'resident' },
      stance: 'neutral',
      createdAt: '2015-08-26T01:28:38.501Z',
    });
    expect(items[3]).toMatchObject({
      author: null,
      status: 'hidden',
      hidden: { reason: 'other', caseId: expect.any(String) },
    });
    const shown = await app.as().get(`/topics/${report.topicId}`).expect(200);
    expect(shown.body).toMatchObject({ title: '充电棚建在哪', status: 'deliberating' });
    expect(shown.body.body).toContain('CC BY 4.0');
    expect(
      (await app.as().get(`/topics/${report.topicId}/record`).expect(200)).body.items.length,
    ).toBeGreaterThan(5);
    const record = await recordOf(app.database, topic);
    expect(record.filter((entry) => entry.act === 'opinion')).toHaveLength(5);
    expect(record.filter((entry) => entry.act === 'hide')).toHaveLength(1);
    expect(record.flatMap((entry) => entry.texts).join()).not.toContain('微信');
    expect(record.at(-1)?.act).toBe('reactions');
    await provedRecord(report.topicId);
    expect(await miscounted(app.database)).toEqual([]);
  });

  it('is there once, however often it is brought in, and once a community', async () => {
    const before = await contentsOf(app.database);
    const again = await Promise.all([bringIn(SMALL), bringIn(SMALL)]);
    expect(again).toMatchObject([
      { unchanged: true, reactions: 0 },
      { unchanged: true, topicId: again[0].topicId },
    ]);
    expect(await contentsOf(app.database)).toEqual(before);
    const elsewhere = await bringIn(SMALL, OTHER_STREET_COMMUNITY);
    expect(elsewhere).toMatchObject({ unchanged: false, communityCode: OTHER_STREET_COMMUNITY });
  });

  it('goes on here: residents answer it and react to it', async () => {
    const { topicId } = await bringIn(SMALL);
    const person = await buildPerson(app.database);
    await buildResidency(app.database, person, COMMUNITY);
    await visit(app, person);
    const topic = decodeId('topic', topicId);
    const { items } = await listOpinions(app, topic, { as: person });
    await app.as(person).put(`/opinions/${items[0]?.id}/reaction`, { value: -1 }).expect(200);
    await app
      .as(person)
      .post(`/topics/${topicId}/opinions`, { stance: 'against', text: '西门太远。', parentId: items[0]?.id })
      .expect(201);
    expect(await miscounted(app.database)).toEqual([]);
    await provedRecord(topicId);
  });

  it('goes to the community with most verified residents when none is named', async () => {
    for (let n = 0; n < 3; n += 1) {
      await buildResidency(app.database, await buildPerson(app.database), OTHER_STREET_COMMUNITY);
    }
    expect(await bringIn(SMALL, null)).toMatchObject({ communityCode: OTHER_STREET_COMMUNITY });
  });

  describe('that is broken', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'polis-'));
      await cp(SMALL, folder, { recursive: true });
    });
    afterEach(() => rm(folder, { recursive: true }));

    it.each([
      [
        'participants-votes.csv',
        '1,0,2,5,3,1,1,-1,1,0,1',
        '1,0,2,5,3,1,2,-1,1,0,1',
        /participants-votes.csv:2: a vote is not/,
      ],
      [
        'participants-votes.csv',
        '5,1,0,0,0,0',
        '3,1,0,0,0,0',
        /participants-votes.csv:5: participant 3 is there twice/,
      ],
      ['participants-votes.csv', '0,1,2,3,4\n', '0,1,2,3,9\n', /header lacks 4/],
      [
        'participants-votes.csv',
        '2,0,2,3,1,1,1,,,-1,0',
        'x,0,2,3,1,1,1,,,-1,0',
        /:3: participant is not a number/,
      ],
      ['comments.csv', ',4,1,9,9,0,', ',0,1,9,9,0,', /comments.csv:\d+: comment-id 0 is there twice/],
      ['comments.csv', ',9,9,-1,', ',9,9,5,', /moderated is not/],
      ['comments.csv', '建在西门。', '\u200b', /a text cannot be taken: empty/],
      ['comments.csv', '建在西门。', '长'.repeat(1001), /a text cannot be taken: long/],
      ['comments.csv', 'moderated,comment-body', 'moderated,body', /there is no comment-body/],
      ['summary.csv', 'topic,', 'subject,', /there is no topic/],
    ])('%s with %j is refused as a whole', async (name, from, to, message) => {
      const file = path.join(folder, name);
      const text = await readFile(file, 'utf8');
      expect(text).toContain(from);
      await writeFile(file, text.replace(from, to));
      const before = await contentsOf(app.database);
      const refused = await bringIn(folder).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ImportRefused);
      expect((refused as Error).message).toMatch(message);
      expect(await contentsOf(app.database)).toEqual(before);
    });

    it('lacks a file, or its community', async () => {
      for (const code of ['350602002999', '3506', 'abc', '']) {
        await expect(bringIn(SMALL, code)).rejects.toThrow(ImportCommunityError);
      }
      await rm(path.join(folder, 'comments.csv'));
      await expect(bringIn(folder)).rejects.toThrow(/ENOENT/);
    });
  });

  it('is taken from the command line, with what it says for the operator', async () => {
    const command = path.resolve(__dirname, '../../../../bff/dist/cli/import.js');
    const url = app.app.get<AppConfig>(APP_CONFIG).databaseUrl;
    const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
      new Promise((resolve) => {
        const env = { ...process.env, DATABASE_URL: url, APP_SECRET: TEST_SECRET };
        const child = execFile(process.execPath, [command, ...args], { env }, (_, out, err) =>
          resolve({ code: child.exitCode ?? -1, out, err }),
        );
      });
    const unchanged = await run('opinions', SMALL, '--community', COMMUNITY);
    expect(unchanged).toMatchObject({ code: 0, err: '' });
    expect(unchanged.out).toContain('these 5 statements were there already');
    expect(await run('opinions', SMALL, '--community', '1')).toMatchObject({
      code: 1,
      err: '--community 1: there is no community with this code.\n',
    });
  });

  it('of 1,921 people on 197 statements has the counts of its matrix, and 78 stubs', async () => {
    const report = await bringIn(REAL);
    expect(report).toMatchObject({ statements: 197, hidden: 78, people: 1921, reactions: 49_443 });
    const [header = [], ...lines] = parse(await readFile(path.join(REAL, 'participants-votes.csv'), 'utf8'));
    const comments = parse<Record<string, string>>(await readFile(path.join(REAL, 'comments.csv'), 'utf8'), {
      columns: true,
    });
    const count = (no: string, value: string): number =>
      lines.filter((line) => line[header.indexOf(no)] === value).length;
    const expected = comments
      .map((one) => {
        const no = one['comment-id'] ?? '';
        const counts = [count(no, '1'), count(no, '-1'), count(no, '0')];
        return JSON.stringify([
          one.moderated === '-1' ? null : one['comment-body']?.replace(/\s/g, ''),
          ...counts,
        ]);
      })
      .sort();
    const topic = decodeId('topic', report.topicId);
    const seen = await walkOpinions(app, topic, 'limit=50&sort=contested');
    expect(
      seen
        .map((one) =>
          JSON.stringify([one.text?.replace(/\s/g, '') ?? null, one.agree, one.disagree, one.pass]),
        )
        .sort(),
    ).toEqual(expected);
    expect(seen.filter((one) => one.status === 'hidden')).toHaveLength(78);
    expect(
      await countRows(app.database, "moderation_case WHERE topic_id = ? AND decision = 'hide'", [topic]),
    ).toBe(78);
    expect(await miscounted(app.database)).toEqual([]);
    await provedRecord(report.topicId);
    expect(await bringIn(REAL)).toMatchObject({ unchanged: true, topicId: report.topicId });
  });
});

function readText(response: request.Response, done: (error: Error | null, body: string) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
}
