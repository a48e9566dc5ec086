import type { Sql } from '../../database/database.js';
import {
  CHUNK_POINTS,
  MASK_HALF,
  TrackChunk,
  type RawPoint,
  type TrackCipher,
} from '../../volunteering/patrols/track-chunks.js';
import { insertRows } from '../insert.js';
import type { Random } from '../random.js';
import { PAUSE_SECONDS, type DemoClaim } from './claims.js';
import { fixesOf, type Walk } from './walks.js';

/** A phone hands its points over about so often. */
const UPLOAD_MS = 45_000;
/** A row of points is two and a half kilobytes, twice that as text: statements stay below two megabytes. */
const CHUNKS_PER_STATEMENT = 300;

interface Pause {
  from: number;
  to: number;
}

/** A claim's patrol with everything that is written of it. */
interface Recorded {
  id: number;
  claim: DemoClaim;
  walk: Walk;
  pause: Pause | null;
  points: RawPoint[];
}

/** Writes the patrols of claims that have a walk, with their points, encrypted as the product does. */
export async function writePatrols(
  tx: Sql,
  claims: readonly DemoClaim[],
  { cipher, random }: { cipher: TrackCipher; random: Random },
): Promise<void> {
  // Numbers are given out beforehand, for what is encrypted is bound to them; a city that is being seeded has no others.
  const [last] = await tx.query<{ id: number }>('SELECT COALESCE(MAX(id), 0) AS id FROM patrol');
  let id = last?.id ?? 0;
  const patrols = claims.flatMap((claim): Recorded[] => {
    const { walk } = claim;
    if (walk === null) return [];
    const pause = pauseOf(walk);
    id += 1;
    return [{ id, claim, walk, pause, points: fixesOf(walk, pause, random) }];
  });
  await insertPatrols(tx, patrols, cipher);
  await insertRows(
    tx,
    'patrol_pause',
    ['patrol_id', 'paused_at', 'resumed_at'],
    patrols.flatMap((one) =>
      one.pause === null ? [] : [[one.id, new Date(one.pause.from), new Date(one.pause.to)]],
    ),
  );
  const chunks = patrols.flatMap((one) => chunksOf(one, cipher));
  for (let from = 0; from < chunks.length; from += CHUNKS_PER_STATEMENT) {
    await insertRows(
      tx,
      'patrol_chunk',
      ['patrol_id', 'chunk', 'seq_mask', 'points', 'received_at'],
      chunks.slice(from, from + CHUNKS_PER_STATEMENT),
    );
  }
  await insertRows(
    tx,
    'patrol_checkpoint',
    ['patrol_id', 'checkpoint_no', 'at', 'method', 'actor_id'],
    patrols.flatMap(scanOf),
  );
}

function pauseOf({ quality, startedAt, finishedAt }: Walk): Pause | null {
  if (quality !== 'paused') return null;
  const from = Math.floor((startedAt.getTime() + finishedAt.getTime()) / 2);
  return { from, to: from + PAUSE_SECONDS * 1000 };
}

async function insertPatrols(tx: Sql, patrols: readonly Recorded[], cipher: TrackCipher): Promise<void> {
  const columns = `id claim_id person_id shift_id task_id division_code status device coordinate_system consent_id
    started_at finished_at last_seq version last_point_cipher last_point_at last_received_at`;
  await insertRows(
    tx,
    'patrol',
    columns.split(/\s+/),
    patrols.map(({ id, claim, walk, points }) => {
      const { volunteer, shift } = claim;
      const last = points.at(-1);
      return [
        id,
        claim.id,
        volunteer.personId,
        shift.id,
        shift.task.id,
        shift.task.divisionCode,
        'finished',
        `demo-phone-${volunteer.personId}`,
        'GCJ-02',
        volunteer.trackConsentId,
        walk.startedAt,
        walk.finishedAt,
        points.length - 1,
        Math.ceil(points.length / CHUNK_POINTS) + 1,
        last === undefined ? null : cipher.sealPosition(id, last),
        last === undefined ? null : new Date(last.at),
        walk.finishedAt,
      ];
    }),
  );
}

function chunksOf({ id, walk, points }: Recorded, cipher: TrackCipher): unknown[][] {
  const rows: unknown[][] = [];
  for (let from = 0; from < points.length; from += CHUNK_POINTS) {
    const content = TrackChunk.empty();
    for (const [slot, point] of points.slice(from, from + CHUNK_POINTS).entries())
      content.put(slot, point, point.at + UPLOAD_MS);
    const chunk = from / CHUNK_POINTS;
    const mask = (BigInt(content.high) << BigInt(MASK_HALF)) | BigInt(content.low);
    rows.push([id, chunk, mask.toString(), cipher.sealChunk(id, chunk, content), walk.finishedAt]);
  }
  return rows;
}

/** While the receiver was silent, the code at a checkpoint still told where the walker was. */
function scanOf({ id, claim, walk }: Recorded): unknown[][] {
  const { route, startedAt, finishedAt, quality } = walk;
  const checkpoint = route.checkpoints[Math.floor(route.checkpoints.length / 2)];
  if (quality !== 'gap' || checkpoint === undefined) return [];
  const at = new Date(Math.floor((startedAt.getTime() + finishedAt.getTime()) / 2));
  return [[id, checkpoint.no, at, 'qr', claim.volunteer.personId]];
}
