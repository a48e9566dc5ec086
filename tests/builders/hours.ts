import type { Caller } from '@jiefang/bff/common/auth/caller';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Sql } from '@jiefang/bff/database/database';
import { HoursClock } from '@jiefang/bff/volunteering/hours/hours-clock';
import { Hours } from '@jiefang/bff/volunteering/hours/hours';
import { proveHours, type HoursFault } from '@jiefang/bff/volunteering/hours/hours-proof';
import { tierOf, type HoursTier } from '@jiefang/shared/hours';
import { instantAt } from '@jiefang/shared/time';
import { TEST_SECRET, type TestApp } from '../support/app.js';
import { COMMUNITY } from './venues.js';
import { buildClaim, buildPost } from './volunteering.js';

/** Keeps the applications' own tick away: from here on time does its work only when `runHoursClock` lets it. */
export async function holdHoursClock(app: TestApp): Promise<void> {
  await app.database.execute(
    `INSERT INTO job_lease (name, holder, until) VALUES ('hours_clock', 'the test', '2999-01-01')
     ON DUPLICATE KEY UPDATE holder = VALUES(holder), until = VALUES(until)`,
  );
}

/** Lets time do to hours what is due at the application's clock. */
export function runHoursClock(app: TestApp): Promise<void> {
  return app.app.get(HoursClock).run();
}

export interface CreditOptions {
  minutes?: number;
  day?: string;
  title?: string;
  kind?: string;
  divisionCode?: string;
  unitId?: number | null;
  tier?: HoursTier;
}

/** A claim whose service of so many minutes was verified, not yet in the ledger. Returns the row number. */
export async function buildVerified(
  sql: Sql,
  personId: number,
  verifiedBy: number,
  options: CreditOptions = {},
): Promise<number> {
  const { minutes = 120, day = '2026-11-20', divisionCode = COMMUNITY } = options;
  const startsAt = instantAt(day, 9 * 60);
  const { shift } = await buildPost(
    sql,
    {
      divisionCode,
      ...(options.title === undefined ? {} : { title: options.title }),
      ...(options.kind === undefined ? {} : { kind: options.kind }),
    },
    { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) },
  );
  return buildClaim(sql, {
    shiftId: shift,
    personId,
    status: 'verified',
    verifiedMinutes: minutes,
    verifiedBy,
  });
}

/** Verifies a service as the claims' domain does: claim and ledger. Returns the item's row number. */
export async function credit(
  app: TestApp,
  personId: number,
  actorId: number,
  options: CreditOptions = {},
): Promise<number> {
  const { minutes = 120, day = '2026-11-20', divisionCode = COMMUNITY, unitId = null } = options;
  const hours = app.app.get(Hours);
  const claimId = await buildVerified(app.database, personId, actorId, options);
  return app.database.transaction(async (tx) =>
    hours.credit(tx, {
      claimId,
      personId,
      minutes,
      day,
      content: options.title ?? '路口值守',
      divisionCode,
      unitId,
      tier: options.tier ?? tierOf((await hours.minutesOfDay(tx, personId, day)) + minutes),
      actorId,
      at: app.clock.now(),
    }),
  );
}

/** The public id of an item. */
export function hoursId(itemId: number): string {
  return encodeId('hours', itemId);
}

/** What the proof finds; an empty list when everything agrees. */
export async function faultsOfHours(sql: Sql, secret = TEST_SECRET): Promise<HoursFault[]> {
  const faults: HoursFault[] = [];
  await proveHours(sql, secret, (fault) => faults.push(fault));
  return faults;
}

/** Lifts what keeps the ledger append-only while somebody with the database's password tampers with it. */
export async function tamper(sql: Sql, work: () => Promise<unknown>): Promise<void> {
  const triggers = ['update', 'delete'];
  for (const name of triggers) await sql.execute(`DROP TRIGGER hours_ledger_no_${name}`);
  try {
    await work();
  } finally {
    for (const name of triggers) {
      await sql.execute(
        `CREATE TRIGGER hours_ledger_no_${name} BEFORE ${name.toUpperCase()} ON hours_ledger FOR EACH ROW
           SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'hours_ledger is append-only'`,
      );
    }
  }
}

/** A caller for services that are called without HTTP. */
export function callerOf(personId: number): Caller {
  return { personId, familyId: 0, requestId: '000000000000', address: '127.0.0.1' };
}
