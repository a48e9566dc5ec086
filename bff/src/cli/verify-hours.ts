import { connectDatabase, createDataSource } from '../database/data-source.js';
import { OperatorError } from '../database/operator-error.js';
import { proveHours, type HoursFault } from '../volunteering/hours/hours-proof.js';
import type { Reader } from '../volunteering/hours/hours-proof.repository.js';

/** As many faults as one object can hold without becoming one itself; the count is of all of them. */
const LISTED = 10_000;

/** Proves the ledger of volunteer hours with DATABASE_URL and APP_SECRET; true when everything is as the product wrote it. */
export async function verifyHours(json: boolean): Promise<boolean> {
  const secret = process.env.APP_SECRET ?? '';
  if (secret.length < 32) {
    throw new OperatorError(
      'APP_SECRET is not set: the ledger is proved with the secret of the installation.',
    );
  }
  const dataSource = await connectDatabase(
    createDataSource({ url: process.env.DATABASE_URL ?? '', poolSize: 1 }),
  );
  const runner = dataSource.createQueryRunner();
  const reader: Reader = {
    query: <T>(statement: string, values: readonly unknown[] = []) =>
      runner.query(statement, [...values]) as Promise<T[]>,
  };
  const started = Date.now();
  const listed: HoursFault[] = [];
  try {
    await runner.startTransaction('REPEATABLE READ');
    const proof = await proveHours(reader, secret, (fault) => {
      if (listed.length < LISTED) listed.push(fault);
      if (!json) console.log(lineOf(fault));
    });
    const seconds = (Date.now() - started) / 1000;
    const pass = proof.faultCount === 0;
    if (json) {
      console.log(JSON.stringify({ suite: 'hours', pass, ...proof, seconds, faults: listed }));
    } else {
      console.log(
        `${proof.rows} rows of ${proof.people} people, ${proof.items} items, ${proof.minutes} minutes, in ${seconds.toFixed(1)} s: ` +
          (pass ? 'everything agrees.' : `${proof.faultCount} fault(s).`),
      );
    }
    return pass;
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

function lineOf({ ledgerId, volunteer, personId, what }: HoursFault): string {
  const where = ledgerId === null ? 'no ledger row' : `ledger row ${ledgerId}`;
  return `${where}, volunteer ${volunteer ?? `(person ${personId})`}: ${what}`;
}
