import { interleaved, median, rounded } from '../harness.js';
import type { HttpClient } from './http-client.js';

/** Rounds in which the compiler and the database's cache settle before anything is measured. */
export const WARM_UP_ROUNDS = 2;
/** Rounds that are measured. */
export const ROUNDS = 5;

/** What is sent over and over. */
export interface Load {
  path: string;
  /** Requests of one round. */
  count: number;
  /** Requests under way at any moment. */
  sockets: number;
  /** Who sends the `index`th, and what. */
  request: (index: number) => { token: string | undefined; body: unknown };
}

let keys = 0;

/** Requests a second of one round, each under a key of its own. @throws when one is not granted (201). */
export async function rateOf(client: HttpClient, { path, count, sockets, request }: Load): Promise<number> {
  const requests = Array.from({ length: count }, (_, index) => request(index));
  const startedAt = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const { token, body } = requests[next] as ReturnType<typeof request>;
      next += 1;
      keys += 1;
      const answer = await client.send({
        method: 'POST',
        path,
        ...(token === undefined ? {} : { token }),
        key: `speed-${String(keys).padStart(7, '0')}`,
        body,
      });
      if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
    }
  };
  await Promise.all(Array.from({ length: sockets }, worker));
  return count / ((performance.now() - startedAt) / 1000);
}

/** The measured rounds of each candidate, after the warm-up; they are logged, too. */
export async function rateRounds<Name extends string>(
  candidates: Record<Name, () => Promise<number>>,
  log: (line: string) => void,
): Promise<Record<Name, number[]>> {
  await interleaved(WARM_UP_ROUNDS, candidates);
  const rates = await interleaved(ROUNDS, candidates);
  const whole = Object.entries<number[]>(rates).map(([name, values]) => [name, values.map(Math.round)]);
  log(`rounds: ${JSON.stringify(Object.fromEntries(whole))}`);
  return rates;
}

/** How many times as fast one is as the other: the median over the rounds of both. */
export function ratioOf(one: readonly number[], other: readonly number[]): number {
  return rounded(median(one.map((value, index) => value / (other[index] as number))));
}
