import type { JsonObject } from './world.js';

/** One answered call, with every secret masked. */
export interface LoggedCall {
  /** Epoch ms of the simulated clock. */
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  status: number;
  /** 0 on success; undefined where a fault left no answer. */
  errcode?: number;
}

const SECRET_FIELDS = new Set([
  'secret',
  'appsecret',
  'access_token',
  'session_key',
  'signature',
  'js_code',
  'code',
  'encrypt_key',
]);

const KEPT = 5_000;

/** Masks the fields that hold secrets, at any depth. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRET_FIELDS.has(name) ? '***' : redact(inner)]),
  );
}

/** The last calls, oldest first. */
export class RequestLog {
  private calls: LoggedCall[] = [];

  add(call: Omit<LoggedCall, 'body' | 'query'> & { query: Record<string, string>; body: JsonObject }): void {
    this.calls.push({
      ...call,
      query: redact(call.query) as Record<string, string>,
      body: redact(call.body),
    });
    if (this.calls.length > KEPT) this.calls.shift();
  }

  /** All calls, or those of one path. */
  list(path?: string): LoggedCall[] {
    return this.calls.filter((call) => path === undefined || call.path === path);
  }

  clear(): void {
    this.calls = [];
  }
}
