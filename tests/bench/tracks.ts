import { createDecipheriv, hkdfSync } from 'node:crypto';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { DataSource } from 'typeorm';
import { namedDatabase } from '../support/database.js';
import { measure, rounded, type Suite } from './harness.js';
import { buildResidents, insertAll, randomNumbers } from './support/city.js';
import { HttpClient } from './support/http-client.js';
import { BENCH_SECRET, startServer, tokenFor } from './support/processes.js';

const PATROLS = 2000;
const POINTS = 1200;
const BATCH = 60;
const REPEATED_PERCENT = 5;
const SOCKETS = 128;
const DEVICE = 'bench-device';
const COMMUNITY = '350602002002';
/** Every patrol began two hours ago and has a point every five seconds. */
const STARTED_AT = Math.floor(Date.now() / 1000) * 1000 - 2 * 3600_000;

/** How the product stores points: the bench reads them by code of its own. */
const CHUNK = { points: 60, slotBytes: 40, head: 1 + 12 + 16 };

/** 2,000 phones bring their patrols in batches that repeat and overtake each other; every point is looked at afterwards. */
export const run: Suite = async ({ server, log }) => {
  const { url, dataSource } = await namedDatabase('tracks', { server });
  await buildPatrols(dataSource);
  const bff = await startServer(url);
  try {
    const uploads = shuffledUploads();
    const client = await HttpClient.open(bff.port, SOCKETS);
    const tokens = Array.from({ length: PATROLS }, (_, index) => tokenFor(index + 1));
    const acknowledged = new Set<number>();
    const startedAt = performance.now();
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < uploads.length) {
        const upload = uploads[next] as Upload;
        next += 1;
        await send(client, tokens[upload.patrol - 1] as string, upload);
        acknowledged.add(keyOf(upload));
      }
    };
    await Promise.all(Array.from({ length: SOCKETS }, worker));
    const seconds = (performance.now() - startedAt) / 1000;
    client.close();
    log(`${uploads.length} uploads in ${seconds.toFixed(1)} s`);
    const found = await inspect(dataSource, acknowledged);
    return [
      measure('tracks.points_per_s', Math.round((PATROLS * POINTS) / seconds), '/s', '≥60000'),
      measure('tracks.lost', found.lost, '', '= 0'),
      measure('tracks.doubled', found.doubled, '', '= 0'),
      measure('tracks.stored', found.stored, ''),
      measure('tracks.uploads_per_s', Math.round(uploads.length / seconds), '/s'),
      measure('tracks.seconds', rounded(seconds), 's'),
    ];
  } finally {
    await bff.stop();
    await dataSource.destroy();
  }
};

/** One request: the batch of a patrol (numbers from 1 and 0). */
interface Upload {
  patrol: number;
  batch: number;
}

function keyOf({ patrol, batch }: Upload): number {
  return patrol * 1000 + batch;
}

async function send(client: HttpClient, token: string, { patrol, batch }: Upload): Promise<void> {
  const firstSeq = batch * BATCH;
  const answer = await client.send({
    method: 'POST',
    path: `/api/v1/patrols/${encodeId('patrol', patrol)}/points`,
    token,
    body: {
      device: DEVICE,
      firstSeq,
      points: Array.from({ length: BATCH }, (_, index) => point(patrol, firstSeq + index)),
    },
  });
  const expected = {
    patrolId: encodeId('patrol', patrol),
    firstSeq,
    lastSeq: firstSeq + BATCH - 1,
    count: BATCH,
  };
  if (answer.status !== 200 || answer.body !== JSON.stringify(expected))
    throw new Error(`an upload was answered ${answer.status}: ${answer.body}`);
}

/** The point of a patrol at a number: a walk north-east that no other patrol shares. Six decimals, as phones give them. */
function point(patrol: number, seq: number): (number | null)[] {
  const latitude = Math.round((24.4 + patrol / 1e4) * 1e6 + seq * 9) / 1e6;
  const longitude = Math.round((117.6 + patrol / 1e4) * 1e6 + (seq % 300) * 7) / 1e6;
  return [STARTED_AT + seq * 5000, latitude, longitude, 5 + (seq % 8), seq % 3 === 0 ? null : 12.5, 1.25];
}

/** All phones at once, batch by batch; a phone's batches overtake each other, and one in twenty is sent again. */
function shuffledUploads(): Upload[] {
  const random = randomNumbers(20_261_122);
  const uploads: { upload: Upload; order: number }[] = [];
  for (let batch = 0; batch < POINTS / BATCH; batch += 1) {
    for (let patrol = 1; patrol <= PATROLS; patrol += 1) {
      // Up to three rounds later or earlier than its turn.
      uploads.push({ upload: { patrol, batch }, order: batch + random(3000) / 1000 });
      if (random(100) < REPEATED_PERCENT)
        uploads.push({ upload: { patrol, batch }, order: batch + random(3000) / 1000 });
    }
  }
  return uploads.sort((a, b) => a.order - b.order).map(({ upload }) => upload);
}

async function buildPatrols(dataSource: DataSource): Promise<void> {
  const at = new Date(STARTED_AT);
  const ids = Array.from({ length: PATROLS }, (_, index) => index + 1);
  await buildResidents(dataSource, PATROLS);
  await insertAll(
    dataSource,
    'task',
    'id, division_code, kind, title, place_name, address, latitude, longitude, geofence_metres, requirements, contact_name, contact_phone, release_by_minutes, check_in_opens_minutes, status, created_at, updated_at',
    [
      [
        1,
        COMMUNITY,
        'patrol',
        '夜间巡防',
        '中山公园',
        '漳州市芗城区',
        24.51,
        117.65,
        300,
        '{}',
        '陈协调',
        '0596-2020001',
        120,
        30,
        'published',
        at,
        at,
      ],
    ],
  );
  const end = new Date(STARTED_AT + 4 * 3600_000);
  await insertAll(
    dataSource,
    'shift',
    'id, task_id, division_code, starts_at, ends_at, opens_at, closes_at, capacity, claimed, updated_at',
    [[1, 1, COMMUNITY, at, end, at, at, PATROLS, PATROLS, at]],
  );
  await insertAll(
    dataSource,
    'claim',
    'id, shift_id, task_id, division_code, person_id, starts_at, ends_at, channel, status, created_at, updated_at, checked_in_at, check_in_method',
    ids.map((id) => [id, 1, 1, COMMUNITY, id, at, end, 'app', 'in_progress', at, at, at, 'location']),
  );
  await insertAll(
    dataSource,
    'consent',
    'id, person_id, purpose, version, granted_at',
    ids.map((id) => [id, id, 'track', 1, at]),
  );
  await insertAll(
    dataSource,
    'patrol',
    'id, claim_id, person_id, shift_id, task_id, division_code, status, device, coordinate_system, consent_id, started_at',
    ids.map((id) => [id, id, id, 1, 1, COMMUNITY, 'recording', DEVICE, 'GCJ-02', id, at]),
  );
}

interface ChunkRow {
  patrol: number;
  chunk: number;
  low: number;
  high: number;
  points: Buffer;
}

/** Decrypts every stored point and compares it with what was acknowledged; the mask is counted by SQL beside it. */
async function inspect(
  dataSource: DataSource,
  acknowledged: ReadonlySet<number>,
): Promise<{ lost: number; doubled: number; stored: number }> {
  const key = Buffer.from(hkdfSync('sha256', BENCH_SECRET, 'jiefang', 'track', 32));
  const right = new Set<number>();
  let readable = 0;
  for (let from = 1; from <= PATROLS; from += 100) {
    const rows = await dataSource.query<ChunkRow[]>(
      `SELECT patrol_id AS patrol, chunk, seq_mask & 1073741823 AS low, seq_mask >> 30 AS high, points
         FROM patrol_chunk WHERE patrol_id BETWEEN ? AND ?`,
      [from, from + 99],
    );
    for (const row of rows) {
      for (const { seq, values } of pointsOf(row, key)) {
        readable += 1;
        const wanted = point(row.patrol, seq);
        if (values.every((value, index) => Object.is(value, wanted[index])))
          right.add(row.patrol * POINTS + seq);
      }
    }
  }
  let lost = 0;
  for (const upload of acknowledged) {
    const [patrol, batch] = [Math.floor(upload / 1000), upload % 1000];
    for (let seq = batch * BATCH; seq < (batch + 1) * BATCH; seq += 1) {
      if (!right.has(patrol * POINTS + seq)) lost += 1;
    }
  }
  const [counted] = await dataSource.query<{ n: string }[]>(
    'SELECT CAST(SUM(BIT_COUNT(seq_mask)) AS CHAR) AS n FROM patrol_chunk',
  );
  const stored = Number(counted?.n ?? -1);
  // A point beyond those that are right, and each counted once, is there twice or was never sent.
  return { lost, doubled: Math.max(readable, stored) - right.size, stored };
}

function pointsOf(row: ChunkRow, key: Buffer): { seq: number; values: (number | null)[] }[] {
  const decipher = createDecipheriv('aes-256-gcm', key, row.points.subarray(1, 13));
  decipher.setAAD(Buffer.from(`points|${row.patrol}|${row.chunk}|${row.low}|${row.high}`));
  decipher.setAuthTag(row.points.subarray(13, CHUNK.head));
  const bytes = Buffer.concat([decipher.update(row.points.subarray(CHUNK.head)), decipher.final()]);
  return Array.from({ length: CHUNK.points }, (_, slot) => slot)
    .filter((slot) => (slot < 30 ? (row.low >> slot) & 1 : (row.high >> (slot - 30)) & 1) === 1)
    .map((slot) => {
      const at = slot * CHUNK.slotBytes;
      const floats = [24, 28, 32].map((offset) => bytes.readFloatLE(at + offset));
      return {
        seq: row.chunk * CHUNK.points + slot,
        values: [
          ...[0, 8, 16].map((offset) => bytes.readDoubleLE(at + offset)),
          ...floats.map((value) => (Number.isNaN(value) ? null : value)),
        ],
      };
    });
}
