import { MINUTE_MS } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';
import { insertRows } from '../insert.js';
import type { ClaimPlanner, DemoClaim } from './claims.js';

/** Nothing becomes of a shift by time alone once it has been over for so long. */
const SETTLED_MS = 6 * 60 * MINUTE_MS;

const COLUMNS = [
  'id',
  'shift_id',
  'task_id',
  'division_code',
  'person_id',
  'starts_at',
  'ends_at',
  'channel',
  'status',
  'status_reason',
  'created_at',
  'updated_at',
  'checked_in_at',
  'check_in_method',
  'check_in_metres',
  'checked_in_by',
  'finished_at',
  'submitted_at',
  'note',
  'question',
  'verified_minutes',
  'verified_by',
  'verified_at',
];

/** Writes the planned claims with their steps, the queues, and the shifts' counters. */
export async function writeClaims(tx: Sql, planner: ClaimPlanner): Promise<void> {
  const { claims, waits, now } = planner;
  planner.number(await take(tx, 'claim', claims.length));
  await insertRows(tx, 'claim', COLUMNS, claims.map(rowOf));
  await insertRows(
    tx,
    'claim_event',
    ['claim_id', 'status', 'at', 'actor_id', 'note'],
    claims
      .flatMap((claim) => claim.steps.map((step) => ({ ...step, claimId: claim.id })))
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ claimId, status, at, actorId, note }) => [claimId, status, at, actorId, note]),
  );
  const first = await take(tx, 'shift_wait', waits.length);
  await insertRows(
    tx,
    'shift_wait',
    ['id', 'shift_id', 'person_id', 'status', 'created_at', 'updated_at'],
    waits.map(({ shift, volunteer, createdAt }, index) => [
      first + index,
      shift.id,
      volunteer.personId,
      'waiting',
      createdAt,
      createdAt,
    ]),
  );
  await countShifts(
    tx,
    [...claims, ...waits].map(({ shift }) => shift.id),
  );
  await settle(tx, now);
}

/** Takes row numbers from a counter; returns the first. */
async function take(tx: Sql, name: 'claim' | 'shift_wait', count: number): Promise<number> {
  if (count === 0) return 0;
  const { insertId } = await tx.execute(
    'UPDATE id_block SET next_id = LAST_INSERT_ID(next_id) + ? WHERE name = ?',
    [count, name],
  );
  return insertId;
}

function rowOf(claim: DemoClaim): unknown[] {
  const { shift, volunteer, checkIn, verified } = claim;
  return [
    claim.id,
    shift.id,
    shift.task.id,
    shift.task.divisionCode,
    volunteer.personId,
    shift.startsAt,
    shift.endsAt,
    claim.channel,
    claim.status,
    claim.statusReason,
    claim.createdAt,
    claim.updatedAt,
    checkIn?.at ?? null,
    checkIn?.method ?? null,
    checkIn?.metres ?? null,
    checkIn?.by ?? null,
    claim.finishedAt,
    claim.submittedAt,
    claim.note,
    claim.question,
    verified?.minutes ?? null,
    verified?.by ?? null,
    verified?.at ?? null,
  ];
}

/** Counts the places and queues of these shifts anew. */
export async function countShifts(tx: Sql, shiftIds: readonly number[]): Promise<void> {
  if (shiftIds.length === 0) return;
  await tx.execute(
    `UPDATE shift SET claimed = (SELECT COUNT(*) FROM claim c WHERE c.shift_id = shift.id AND c.live = 1),
       waiting = (SELECT COUNT(*) FROM shift_wait w WHERE w.shift_id = shift.id AND w.status = 'waiting') WHERE id IN (?)`,
    [[...new Set(shiftIds)]],
  );
}

/** Marks what is over and decided, as the clock of the claims would have. */
export async function settle(tx: Sql, now: Date): Promise<void> {
  await tx.execute(
    `UPDATE shift SET settled_at = DATE_ADD(ends_at, INTERVAL 6 HOUR) WHERE settled_at IS NULL AND ends_at <= ?
        AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.shift_id = shift.id AND c.status IN ('claimed', 'in_progress'))`,
    [new Date(now.getTime() - SETTLED_MS)],
  );
}
