import { readFile, stat } from 'node:fs/promises';
import { lengthMetres } from '@jiefang/shared/geo';
import { judgePoints, measureTrack, type TrackPoint } from '@jiefang/shared/tracks';
import { OperatorError } from '../database/operator-error.js';
import { GpxError, readGpx, type GpxTracks } from '../volunteering/patrols/gpx.js';
import { runCommand } from './command.js';

const USAGE = `Usage: npm run track -- FILE.gpx [--json]
Sends a recorded walk through the pipeline that judges patrols, and prints what counts of it.`;
/** Beyond this a file is no recorded walk, and its tree would not fit into memory. */
const MAX_BYTES = 256 * 1024 * 1024;

/** What the command prints; with `--json` exactly this. Metres and seconds; null where the file has no times. */
interface Report {
  points_kept: number;
  /** Reason → points; a point without a time or place in the file is `no_time` or `no_fix`. */
  points_aside: Record<string, number>;
  distance_all_m: number;
  distance_kept_m: number;
  duration_s: number | null;
  moving_s: number | null;
}

/** `node bff/dist/cli/track.js FILE.gpx [--json]`. Exit code 1 with one sentence when the file cannot be read. */
async function track(): Promise<void> {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => arg !== '--json');
  const [file] = files;
  if (file === undefined || files.length > 1 || file.startsWith('-')) throw new OperatorError(USAGE);
  const tracks = await read(file);
  const { report, remarks } = judge(tracks);
  if (args.includes('--json')) {
    console.log(JSON.stringify(report));
    // Said all the same, beside what a program reads.
    for (const remark of remarks) console.error(remark);
    return;
  }
  const aside = Object.entries(report.points_aside).map(([reason, count]) => `${reason} ${count}`);
  const lines: [string, string][] = [
    ['points_kept', String(report.points_kept)],
    ['points_aside', aside.length === 0 ? 'none' : aside.join(', ')],
    ['distance_all_m', String(report.distance_all_m)],
    ['distance_kept_m', String(report.distance_kept_m)],
    ['duration_s', report.duration_s === null ? 'unknown' : String(report.duration_s)],
    ['moving_s', report.moving_s === null ? 'unknown' : String(report.moving_s)],
  ];
  for (const [name, value] of lines) console.log(`${name.padEnd(16)} ${value}`);
  for (const remark of remarks) console.log(remark);
}

async function read(file: string): Promise<GpxTracks> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new GpxError('it is larger than 256 MB');
    return readGpx(decode(await readFile(file)));
  } catch (error) {
    if (error instanceof GpxError)
      throw new OperatorError(`${file} is no GPX file that can be read: ${error.message}.`);
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new OperatorError(`There is no file ${file}.`);
    if (code === 'EISDIR') throw new OperatorError(`${file} is a folder.`);
    if (code === 'EACCES') throw new OperatorError(`${file} may not be read.`);
    throw error;
  }
}

/** UTF-8, or UTF-16 where a byte order mark says so. */
function decode(bytes: Buffer): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

function judge({ segments, tracks, unplaced }: GpxTracks): { report: Report; remarks: string[] } {
  const all = segments.flat();
  const untimed = all.filter((point) => point.at === null).length;
  const hasTimes = untimed < all.length;
  const points = segments.flatMap((segment, index) =>
    segment.flatMap(({ latitude, longitude, at }, number): TrackPoint[] =>
      at === null
        ? []
        : [{ seq: number, at, latitude, longitude, accuracy: null, receivedAt: null, segment: index }],
    ),
  );
  const numbers = measureTrack(judgePoints(points, null), null);
  const distance = segments.reduce((sum, segment) => sum + lengthMetres(segment), 0);
  const aside: Record<string, number> = { ...numbers.pointsAside };
  if (unplaced > 0) aside['no_fix'] = (aside['no_fix'] ?? 0) + unplaced;
  // Without any time nothing can be judged by speed: every place counts as it stands.
  if (hasTimes && untimed > 0) aside['no_time'] = untimed;
  const report: Report = {
    points_kept: hasTimes ? numbers.pointsKept : all.length,
    points_aside: aside,
    distance_all_m: round(distance),
    distance_kept_m: round(hasTimes ? numbers.distanceKeptMetres : distance),
    duration_s: hasTimes ? round(numbers.durationSeconds) : null,
    moving_s: hasTimes ? round(numbers.movingSeconds) : null,
  };
  return { report, remarks: remarksOn(segments, tracks, untimed, unplaced) };
}

/** What the file lacks, said plainly. */
function remarksOn(
  segments: GpxTracks['segments'],
  tracks: number,
  untimed: number,
  unplaced: number,
): string[] {
  const all = segments.flat();
  if (all.length === 0) {
    return [
      tracks === 0
        ? 'The file has no track: planned routes and marks are no record of a walk.'
        : 'The tracks of the file have no points.',
    ];
  }
  const flat = all.filter((point) => point.elevation === null).length;
  const remarks: string[] = [];
  if (untimed === all.length)
    remarks.push('No point has a time: duration, moving time and speed are unknown.');
  else if (untimed > 0) remarks.push(`${untimed} of ${all.length} points have no time and do not count.`);
  if (flat === all.length) remarks.push('No point has an elevation.');
  else if (flat > 0) remarks.push(`${flat} of ${all.length} points have no elevation.`);
  if (unplaced > 0)
    remarks.push(`${unplaced} points have no latitude and longitude that are a place on earth.`);
  if (segments.length > 1) {
    remarks.push(
      `The walk is recorded in ${segments.length} segments; the ways between them are not counted.`,
    );
  }
  return remarks;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

await runCommand(track);
