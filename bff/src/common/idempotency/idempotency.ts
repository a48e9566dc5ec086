import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../database/database.js';
import { sqlBytes, sqlInstant, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { Clock } from '../clock/clock.js';
import { DomainError, type Refusal } from '../errors/domain-error.js';

/** What identifies a repeated write: who, their key, and a hash of route and body. */
export interface IdempotentRequest {
  personId: number;
  key: string;
  bodyHash: Buffer;
}

/** A stored answer: a success with its body, or a refusal that is thrown again. */
export interface StoredAnswer {
  personId: number;
  key: string;
  bodyHash: Buffer;
  status: number;
  response: string | null;
}

/** Names a write for its key: `route` is constant per endpoint and includes the ids of the path. */
export function idempotent(personId: number, key: string, route: string, body: unknown): IdempotentRequest {
  return {
    personId,
    key,
    bodyHash: hash('sha256', `${route}\n${stableJson(body)}`, 'buffer'),
  };
}

/** Same key, same answer; same key with another body is refused; a key in flight waits for the first to end. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` once per key in a transaction and keeps its result. A repeat gets the kept result, also a kept refusal;
   * only failures that say nothing about the request (a 5xx) are not kept. Throws IDEMPOTENCY_KEY_REUSED.
   */
  async run<T>(request: IdempotentRequest, work: (tx: Sql) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(async (tx) => {
        // The row is written first: a simultaneous repeat waits on the key until this transaction ends.
        await this.insert(tx, [{ ...request, status: 0, response: null }]);
        const result = await work(tx);
        await tx.execute(
          'UPDATE idempotency SET status = 200, response = ? WHERE person_id = ? AND idem_key = ?',
          [JSON.stringify(result ?? null), request.personId, request.key],
        );
        return result;
      });
    } catch (error) {
      if (error instanceof DomainError && error.status < 500) await this.keepRefusal(request, error);
      if (!isDuplicateKey(error)) throw error;
      const stored = (await this.find(this.database, [request])).at(0);
      if (stored === undefined) throw error;
      return replay<T>(stored, request);
    }
  }

  /** The kept answers of these requests, in no order. */
  async find(sql: Sql, requests: readonly IdempotentRequest[]): Promise<StoredAnswer[]> {
    if (requests.length === 0) return [];
    return sql.query<StoredAnswer>(
      `SELECT person_id AS personId, idem_key AS \`key\`, body_hash AS bodyHash, status, response
         FROM idempotency FORCE INDEX (PRIMARY) WHERE (person_id, idem_key) IN (?)`,
      [sqlRows(requests.map((r) => `(${sqlNumber(r.personId)},${sqlText(r.key)})`))],
    );
  }

  /** Keeps answers in one statement. A duplicate key fails the transaction. */
  async insert(sql: Sql, answers: readonly StoredAnswer[]): Promise<void> {
    if (answers.length === 0) return;
    const at = sqlInstant(this.clock.now());
    await sql.later(
      'INSERT INTO idempotency (person_id, idem_key, body_hash, status, response, created_at) VALUES ?',
      [
        sqlRows(
          answers.map(
            (a) =>
              `(${sqlNumber(a.personId)},${sqlText(a.key)},${sqlBytes(a.bodyHash)},${sqlNumber(a.status)},${sqlText(a.response)},${at})`,
          ),
        ),
      ],
    );
  }

  private async keepRefusal(request: IdempotentRequest, error: DomainError): Promise<void> {
    const answer = { ...request, status: error.status, response: JSON.stringify(error.refusal) };
    await this.insert(this.database, [answer]).catch((failure: unknown) => {
      if (!isDuplicateKey(failure)) throw failure;
    });
  }
}

/** Returns or throws what was kept; IDEMPOTENCY_KEY_REUSED when the repeat's content is another. */
export function replay<T>(stored: StoredAnswer, request: IdempotentRequest): T {
  if (!stored.bodyHash.equals(request.bodyHash)) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  const body = JSON.parse(stored.response ?? 'null') as unknown;
  if (stored.status >= 400) throw DomainError.stored(body as Refusal);
  return body as T;
}

/** JSON with sorted keys: equal for equal content. */
function stableJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  const fields = value as Record<string, unknown>;
  let text = '';
  for (const name of Object.keys(fields).sort()) {
    if (fields[name] === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${stableJson(fields[name])}`;
  }
  return `{${text}}`;
}
