import { createReadStream } from 'node:fs';
import { RecordVerifier, type RecordFault, type RecordReport } from '@jiefang/shared/record';
import { OperatorError } from '../database/operator-error.js';

/** Bytes read at once. */
const PIECE = 1 << 20;

/**
 * Proves an exported record from the file alone: no database, no secret, nothing of what wrote it. `root` is a daily root
 * (hex) that was got elsewhere. True when nothing was altered, removed, reordered or inserted.
 */
export async function verifyRecordFile(
  file: string,
  options: { json: boolean; root?: string },
): Promise<boolean> {
  const { json, root } = options;
  if (root !== undefined && !/^[0-9a-fA-F]{64}$/.test(root)) {
    throw new OperatorError('--root takes the 64 hex digits of a daily root.');
  }
  const started = Date.now();
  const verifier = new RecordVerifier(root === undefined ? {} : { root });
  try {
    for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: PIECE })) {
      verifier.feed(piece as string);
    }
  } catch (error) {
    throw new OperatorError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const report = verifier.end();
  const seconds = (Date.now() - started) / 1000;
  if (json) console.log(JSON.stringify({ suite: 'record', pass: report.ok, ...report, seconds }));
  else print(report, seconds);
  return report.ok;
}

function print(report: RecordReport, seconds: number): void {
  for (const fault of report.faults) console.log(lineOf(fault));
  const { topic, entries, head, faultCount, erased, withheld, roots, tally } = report;
  if (faultCount > report.faults.length) console.log(`… and ${faultCount - report.faults.length} more`);
  if (topic !== null) console.log(`Topic ${topic.id}: ${topic.title}`);
  console.log(
    `${entries} entries${head === null ? '' : `, head ${head.seq} ${head.hash}`}, ${withheld} texts withheld, ${erased} erased.`,
  );
  for (const { day, root, seq } of roots) console.log(`Root of ${day} covers entry ${seq}: ${root}`);
  if (tally !== null) console.log(tally.agrees ? 'The recount agrees.' : 'The recount does not agree.');
  console.log(`${report.ok ? 'Everything agrees' : `${faultCount} fault(s)`}, in ${seconds.toFixed(1)} s.`);
}

function lineOf({ kind, seq, until, line, words }: RecordFault): string {
  const entry =
    seq === null
      ? 'no entry'
      : seq === 0
        ? 'header'
        : `entry ${seq}${until === undefined ? '' : `–${until}`}`;
  return `${kind}: ${entry}${line === null ? '' : `, line ${line}`}: ${words}`;
}
