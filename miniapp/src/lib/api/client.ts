import { onlineManager } from '@tanstack/react-query';
import { useSession } from '../session';
import type { Answer as AnswerOf, Given, PathOf } from './contract';
import { errorFrom, networkDown, type ApiError } from './error';
import { freshTokens } from './refresh';
import { send, type Answer, type Method } from './transport';

/** Options of a path that is put together at run time, where the contract can't be looked up. */
interface LooseOptions {
  /** Values of the `{names}` in the path. */
  path?: Record<string, string> | undefined;
  query?: object | undefined;
  body?: unknown;
  key?: string | undefined;
}

const ATTEMPTS = 3;
const PAUSE_MS = 400;

/**
 * Calls of the BFF. Paths are below /api/v1, with `{names}` filled from `path`; what each needs and answers comes from
 * the contract. A path put together at run time names its answer itself. Every failure is an `ApiError`.
 */
export const api = { get, post, put, patch };

function get<P extends PathOf<'get'>>(path: P, ...given: Given<'get', P>): Promise<AnswerOf<'get', P>>;
function get<T>(path: string, options?: LooseOptions): Promise<T>;
function get<T>(path: string, options: LooseOptions = {}): Promise<T> {
  return call<T>('GET', path, options);
}

function post<P extends PathOf<'post'>>(path: P, ...given: Given<'post', P>): Promise<AnswerOf<'post', P>>;
function post<T>(path: string, options?: LooseOptions): Promise<T>;
function post<T>(path: string, options: LooseOptions = {}): Promise<T> {
  return call<T>('POST', path, options);
}

function put<P extends PathOf<'put'>>(path: P, ...given: Given<'put', P>): Promise<AnswerOf<'put', P>>;
function put<T>(path: string, options?: LooseOptions): Promise<T>;
function put<T>(path: string, options: LooseOptions = {}): Promise<T> {
  return call<T>('PUT', path, options);
}

function patch<P extends PathOf<'patch'>>(
  path: P,
  ...given: Given<'patch', P>
): Promise<AnswerOf<'patch', P>> {
  return call<AnswerOf<'patch', P>>('PATCH', path, given[0] ?? {});
}

/** A fresh idempotency key: 24 characters of [a-z0-9]. */
export function newKey(): string {
  const part = (): string => Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  return `${Date.now().toString(36).padStart(8, '0').slice(-8)}${part()}${part()}`;
}

async function call<T>(method: Method, path: string, options: LooseOptions): Promise<T> {
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

async function exchange<T>(method: Method, url: string, { body, key }: LooseOptions): Promise<T> {
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

function search(query: object = {}): string {
  const pairs = (Object.entries(query) as [string, string | number | boolean | null | undefined][]).flatMap(
    ([name, value]) =>
      value === undefined || value === null || value === ''
        ? []
        : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
