import { tierOf } from '@jiefang/shared/hours';
import { MINUTE_MS, shanghaiDay } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';
import { HoursItemsRepository } from '../../volunteering/hours/hours-items.repository.js';
import type { HoursLedger } from '../../volunteering/hours/hours-ledger.js';
import { Hours } from '../../volunteering/hours/hours.js';
import { insertRows } from '../insert.js';
import { countShifts } from './write-claims.js';

interface Slept {
  id: number;
  personId: number;
  shiftId: number;
  status: 'claimed' | 'in_progress';
  divisionCode: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  unitId: number | null;
}

/**
 * Nobody was there to check the demo people in while the city slept: what they had claimed counts as served and, a day
 * later, as verified. Otherwise every later start would find a city full of people who did not come. Patrols were not
 * recorded: a track is not made up afterwards.
 */
export async function settlePastClaims(
  tx: Sql,
  { ledger, staffOf, now }: { ledger: HoursLedger; staffOf: (divisionCode: string) => number; now: Date },
): Promise<void> {
  const claims = await tx.query<Slept>(
    `SELECT c.id, c.person_id AS personId, c.shift_id AS shiftId, c.status, c.division_code AS divisionCode, t.title,
            c.starts_at AS startsAt, c.ends_at AS endsAt, v.unit_id AS unitId
       FROM claim c JOIN person p ON p.id = c.person_id JOIN task t ON t.id = c.task_id
       JOIN volunteer v ON v.person_id = c.person_id
      WHERE c.status IN ('claimed', 'in_progress') AND c.ends_at <= ? AND p.openid LIKE 'demo-%'
        AND NOT EXISTS (SELECT 1 FROM patrol l WHERE l.claim_id = c.id) ORDER BY c.ends_at, c.id`,
    [now],
  );
  const hours = new Hours(new HoursItemsRepository(), ledger);
  for (const claim of claims) {
    await submit(tx, claim);
    const verifiedAt = new Date(claim.endsAt.getTime() + 24 * 60 * MINUTE_MS);
    if (verifiedAt > now) continue;
    const minutes = (claim.endsAt.getTime() - claim.startsAt.getTime()) / MINUTE_MS;
    const actorId = staffOf(claim.divisionCode);
    const day = shanghaiDay(claim.startsAt);
    await tx.execute(
      `UPDATE claim SET status = 'verified', verified_minutes = ?, verified_by = ?, verified_at = ?, updated_at = ?
        WHERE id = ? AND status = 'submitted'`,
      [minutes, actorId, verifiedAt, verifiedAt, claim.id],
    );
    await insertRows(
      tx,
      'claim_event',
      ['claim_id', 'status', 'at', 'actor_id'],
      [[claim.id, 'verified', verifiedAt, actorId]],
    );
    const total = (await hours.minutesOfDay(tx, claim.personId, day)) + minutes;
    await hours.credit(tx, {
      claimId: claim.id,
      personId: claim.personId,
      minutes,
      day,
      content: claim.title,
      divisionCode: claim.divisionCode,
      unitId: claim.unitId,
      tier: tierOf(total),
      actorId,
      at: verifiedAt,
    });
  }
  await countShifts(
    tx,
    claims.map((claim) => claim.shiftId),
  );
}

async function submit(tx: Sql, { id, personId, status, startsAt, endsAt }: Slept): Promise<void> {
  await tx.execute(
    `UPDATE claim SET status = 'submitted', checked_in_at = COALESCE(checked_in_at, starts_at),
       check_in_method = COALESCE(check_in_method, 'qr'), checked_in_by = COALESCE(checked_in_by, person_id),
       finished_at = ends_at, submitted_at = ends_at, updated_at = ends_at
      WHERE id = ? AND status = ?`,
    [id, status],
  );
  await insertRows(
    tx,
    'claim_event',
    ['claim_id', 'status', 'at', 'actor_id'],
    [
      ...(status === 'claimed' ? [[id, 'in_progress', startsAt, personId]] : []),
      [id, 'submitted', endsAt, personId],
    ],
  );
}
