import { parseArgs } from 'node:util';
import { OperatorError } from '../database/operator-error.js';
import { runCommand } from './command.js';
import { verifyRecordFile } from './verify-record.js';

const USAGE = `Usage: npm run verify -- hours [--json]
       npm run verify -- record FILE [--root HEX] [--json]
  hours   Proves the ledger of volunteer hours row by row and names whatever was changed from outside.
  record  Proves the exported record of a topic and names what was altered, removed, reordered or inserted;
          with --root also that it lies under a daily root that was got elsewhere.`;

/**
 * `node bff/dist/cli/verify.js hours [--json]` with DATABASE_URL and APP_SECRET set, or `… record FILE` with nothing.
 * Exit code 0 when everything is as the product wrote it, 1 when anything is not.
 */
async function verify(): Promise<void> {
  const { positionals, values } = readArguments();
  const [what, file, ...more] = positionals;
  const json = values.json ?? false;
  let pass: boolean;
  if (what === 'hours' && file === undefined && values.root === undefined) {
    // A record is proved where there is no database, and without what knows one.
    const { verifyHours } = await import('./verify-hours.js');
    pass = await verifyHours(json);
  } else if (what === 'record' && file !== undefined && more.length === 0) {
    pass = await verifyRecordFile(file, {
      json,
      ...(values.root === undefined ? {} : { root: values.root }),
    });
  } else throw new OperatorError(USAGE);
  if (!pass) process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, root: { type: 'string' } },
    });
  } catch (error) {
    throw new OperatorError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

await runCommand(verify);
