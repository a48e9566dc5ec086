/** One figure of a benchmark, as it appears in `npm run bench -- SUITE --json`. */
export interface Measure {
  /** As the requirement names it: `bookings.overlaps`. */
  name: string;
  value: number;
  /** 's', 'MB', '×', '/s'; '' for a count. */
  unit: string;
  /** '= 0', '≥3', '≤60'; '' when it only informs. */
  bar: string;
  pass: boolean;
}

/** What a suite is given. */
export interface BenchContext {
  /** The bench's own MariaDB, durable as in production; `namedDatabase(name, { server })` makes databases on it. */
  server: string;
  /** An empty folder of its own, removed afterwards. */
  folder: string;
  /** The repository. */
  root: string;
  /** Progress, to standard error. */
  log(line: string): void;
}

/** A suite is a module `tests/bench/NAME.ts` that exports this function as `run`. */
export type Suite = (context: BenchContext) => Promise<Measure[]>;

/** Judges a figure against its bar. @throws when the bar is not one of '= n', '≥n', '≤n', ''. */
export function measure(name: string, value: number, unit: string, bar = ''): Measure {
  return { name, value, unit, bar, pass: meets(value, bar) };
}

/** Whether a value meets a bar; a value that is no number meets none. */
export function meets(value: number, bar: string): boolean {
  if (!Number.isFinite(value)) return false;
  if (bar === '') return true;
  const parts = /^([=≥≤])\s*(-?\d+(?:\.\d+)?)$/.exec(bar);
  if (!parts) throw new Error(`A bar reads '= 0', '≥3' or '≤60', not '${bar}'.`);
  const limit = Number(parts[2]);
  if (parts[1] === '=') return value === limit;
  return parts[1] === '≥' ? value >= limit : value <= limit;
}

/** The middle value, or the mean of the two middle ones. @throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('There is no median of no values.');
  return (upper + lower) / 2;
}

/** The value that `share` (0–1) of the values do not exceed, by nearest rank. @throws when there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is no percentile of no values.');
  return value;
}

/** Rounded to `digits` decimals, for figures that are printed. */
export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/**
 * Rounds of several candidates, interleaved so that a slow moment of the machine strikes all of them alike.
 * Answers each candidate's figures, in order.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  candidates: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(candidates) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) results[name].push(await candidates[name]());
  }
  return results;
}
