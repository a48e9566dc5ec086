import { onlineManager } from '@tanstack/react-query';
import { useSession } from '../session';
import { errorFrom, networkDown, type ApiError } from './error';
import { freshTokens } from './refresh';
import { send, type Answer, type Method } from './transport';

type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  /** Values of the `{names}` in the path. */
  path?: Record<string, string>;
  query?: Query;
}

interface WriteOptions extends Options {
  body?: unknown;
  /** Idempotency key of one action of the reader; see `newKey`. */
  key?: string;
}

const ATTEMPTS = 3;
const PAUSE_MS = 400;

/** Calls of the BFF. Paths are below /api/v1, with `{names}` filled from `path`. Every failure is an `ApiError`. */
export const api = {
  get: <T>(path: string, options: Options = {}): Promise<T> => call<T>('GET', path, options),
  post: <T>(path: string, options: WriteOptions = {}): Promise<T> => call<T>('POST', path, options),
  put: <T>(path: string, options: WriteOptions = {}): Promise<T> => call<T>('PUT', path, options),
  patch: <T>(path: string, options: WriteOptions = {}): Promise<T> => call<T>('PATCH', path, options),
};

/** A fresh idempotency key: 24 characters of [a-z0-9]. */
export function newKey(): string {
  const part = (): string => Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  return `${Date.now().toString(36).padStart(8, '0').slice(-8)}${part()}${part()}`;
}

async function call<T>(method: Method, path: string, options: WriteOptions): Promise<T> {
  const url = fill(path, options.path) + search(options.query);
  // A write without a key may have been done already when its answer got lost: never sent twice by the client itself.
  const attempts = method === 'GET' || options.key !== undefined ? ATTEMPTS : 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await exchange<T>(method, url, options);
    } catch (error) {
      const refused = error as ApiError;
      if (attempt === attempts || !mayRepeat(refused)) throw refused;
      await pause(PAUSE_MS * attempt + (refused.retryAfterSeconds ?? 0) * 1000);
    }
  }
}

async function exchange<T>(method: Method, url: string, { body, key }: WriteOptions): Promise<T> {
  if (!onlineManager.isOnline()) throw networkDown();
  const attempt = (): Promise<Answer> => {
    const token = useSession.getState().tokens?.accessToken;
    return send({
      method,
      path: url,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body }),
    });
  };
  const before = useSession.getState().tokens;
  let answer = await attempt();
  if (answer.status === 401 && before !== null && (await freshTokens(before))) answer = await attempt();
  if (answer.status >= 200 && answer.status < 300) return answer.body as T;
  throw errorFrom(answer.status, answer.body);
}

/** Busy, restarting or unreachable: worth another try. A plain 500 is not. */
function mayRepeat(error: ApiError): boolean {
  return [0, 502, 503, 504].includes(error.status) && (error.retryAfterSeconds ?? 0) <= 3;
}

function fill(path: string, values: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values[name] ?? ''));
}

function search(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
