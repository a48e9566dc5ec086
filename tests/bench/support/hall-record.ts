import { spawn } from 'node:child_process';
import { hash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { commitmentOf, genesisOf, sealEntry, type HashedEntry } from '@jiefang/bff/halls/record/record-chain';
import canonicalize from 'canonicalize';
import { measure, median, rounded, type BenchContext, type Measure } from '../harness.js';

const ENTRIES = 100_000;
const ROUNDS = 3;
const TOPIC = 4_711;
const WORDS = '楼下的充电棚离窗户太近，晚上有人说话也睡不好，能不能往东门那边挪一挪？';

/**
 * `hall.verify_s`: the whole of `verify record FILE`, from the start of the process to its end, over a record of 100,000
 * entries of which nine in ten carry a text. One line is then changed, to see that the same run would have found it.
 */
export async function measureRecord({ folder, root, log }: BenchContext): Promise<Measure[]> {
  const file = path.join(folder, 'record.ndjson');
  await writeRecord(file);
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { report, elapsed } = await verify(root, file);
    if (!report.pass || report.entries !== ENTRIES)
      throw new Error('the record that was written does not prove');
    seconds.push(elapsed);
  }
  log(`a record of ${ENTRIES} entries proved in ${seconds.map((s) => s.toFixed(2)).join(', ')} s`);
  const text = await readFile(file, 'utf8');
  const at = text.indexOf(WORDS, Math.floor(text.length / 2));
  const changed = `${text.slice(0, at)}楼上${text.slice(at + 2)}`;
  await writeFile(file, changed);
  const { report } = await verify(root, file);
  if (report.pass || report.faultCount !== 1) throw new Error('a changed word was not found');
  return [measure('hall.verify_s', rounded(median(seconds)), 's', '≤3')];
}

interface Report {
  pass: boolean;
  entries: number;
  faultCount: number;
}

function verify(root: string, file: string): Promise<{ report: Report; elapsed: number }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['bff/dist/cli/verify.js', 'record', file, '--json'], {
      cwd: root,
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece));
    child.on('error', reject);
    child.on('close', () => {
      const elapsed = (performance.now() - started) / 1000;
      try {
        resolve({ report: JSON.parse(output) as Report, elapsed });
      } catch {
        reject(new Error(`verify printed no report: ${output.slice(0, 200)}`));
      }
    });
  });
}

/** The file that the product would export for such a record. */
async function writeRecord(file: string): Promise<void> {
  const lines: string[] = [];
  let previous = genesisOf(TOPIC);
  for (let seq = 1; seq <= ENTRIES; seq += 1) {
    const text = seq % 10 === 0 ? null : `${WORDS}（${seq}）`;
    const salt = randomBytes(16);
    const entry: HashedEntry = {
      seq,
      at: new Date(Date.UTC(2026, 10, 23) + seq * 1000).toISOString(),
      act: text === null ? 'endorse' : 'opinion',
      actor: { role: 'resident', ref: randomBytes(8).toString('hex') },
      body:
        text === null ? { no: 1 } : { opinion: encodeId('opinion', seq), no: 1, parent: null, stance: 'for' },
      contents: text === null ? [] : [{ name: 'text', hash: commitmentOf(salt, text) }],
      prev: previous.toString('hex'),
    };
    const sealed = sealEntry(entry);
    previous = sealed.hash;
    const disclosed = text === null ? [] : [{ name: 'text', salt: salt.toString('hex'), text }];
    lines.push(
      `${sealed.text.slice(0, -1)},"hash":"${previous.toString('hex')}","disclosed":${canonicalize(disclosed)}}\n`,
    );
  }
  const header = {
    format: 'jiefang-record/1',
    topic: { id: encodeId('topic', TOPIC), title: '充电棚' },
    exportedAt: '2026-12-01T00:00:00.000Z',
    count: ENTRIES,
    head: previous.toString('hex'),
    roots: [],
  };
  const check = hash('sha256', canonicalize(header) ?? '', 'hex');
  const output = createWriteStream(file);
  output.write(`${canonicalize({ ...header, check })}\n`);
  for (let from = 0; from < lines.length; from += 5_000)
    output.write(lines.slice(from, from + 5_000).join(''));
  output.end();
  await finished(output);
}
