import { parseArgs } from 'node:util';
import { connectDatabase, createDataSource } from '../database/data-source.js';
import { OperatorError } from '../database/operator-error.js';
import { proveHours, type HoursFault } from '../volunteering/hours/hours-proof.js';
import type { Reader } from '../volunteering/hours/hours-proof.repository.js';
import { runCommand } from './command.js';

const USAGE = `Usage: npm run verify -- hours [--json]
  hours   Proves the ledger of volunteer hours row by row and names whatever was changed from outside.`;

/** As many faults as one object can hold without becoming one itself; the count is of all of them. */
const LISTED = 10_000;

/**
 * `node bff/dist/cli/verify.js hours [--json]` with DATABASE_URL and APP_SECRET set. Exit code 0 when everything is as the
 * product wrote it, 1 when anything is not.
 */
async function verify(): Promise<void> {
  const json = readArguments();
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
    if (!pass) process.exitCode = 1;
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

function readArguments(): boolean {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  } catch (error) {
    throw new OperatorError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  if (parsed.positionals.length !== 1 || parsed.positionals[0] !== 'hours') throw new OperatorError(USAGE);
  return parsed.values.json ?? false;
}

function lineOf({ ledgerId, volunteer, personId, what }: HoursFault): string {
  const where = ledgerId === null ? 'no ledger row' : `ledger row ${ledgerId}`;
  return `${where}, volunteer ${volunteer ?? `(person ${personId})`}: ${what}`;
}

await runCommand(verify);
