import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { isRetryable } from './sql-errors.js';

/** What a write reports. */
export interface WriteResult {
  affectedRows: number;
  insertId: number;
}

/** Where SQL can be sent: the pool, or one open transaction. Repositories take it as their first argument. */
export interface Sql {
  /** Rows of a SELECT. `?` takes a value, `IN (?)` an array, `VALUES ?` an array of rows. */
  query<T>(statement: string, values?: readonly unknown[]): Promise<T[]>;
  /** An INSERT, UPDATE or DELETE. */
  execute(statement: string, values?: readonly unknown[]): Promise<WriteResult>;
  /**
   * A write of which only a failure matters. A batch sends it together with its next statement or its COMMIT, so the
   * failure may be met there; anywhere else it is sent at once.
   */
  later(statement: string, values?: readonly unknown[]): Promise<void>;
}

/** Whatever can run work in a transaction, as `Database.transaction` says. */
export interface Transactions {
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
}

const MAX_RUNS = 8;

/** The data source as services see it: plain reads from the pool, and transactions that are rerun when the engine asks. */
@Injectable()
export class Database implements Sql, Transactions {
  constructor(readonly dataSource: DataSource) {}

  query<T>(statement: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.dataSource.query<T[]>(statement, [...values]);
  }

  execute(statement: string, values: readonly unknown[] = []): Promise<WriteResult> {
    return this.dataSource.query<WriteResult>(statement, [...values]);
  }

  async later(statement: string, values: readonly unknown[] = []): Promise<void> {
    await this.execute(statement, values);
  }

  /**
   * Runs `work` in one READ COMMITTED transaction and commits. When the engine reports a deadlock, a lock timeout or a
   * certification failure, also at COMMIT, the whole of `work` is run again with jitter, so it must have no effect
   * outside its transaction.
   */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    return withReruns(() => this.runOnce(work));
  }

  private async runOnce<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // Every pooled connection is set to READ COMMITTED when it is opened; saying so again would cost a round trip.
      await runner.startTransaction();
      const result = await work(new RunnerSql(runner));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}

/** Runs a transaction again, with jitter, as long as the engine asks for it; after some runs its error is thrown. */
export async function withReruns<T>(runOnce: () => Promise<T>): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await runOnce();
    } catch (error) {
      if (run >= MAX_RUNS || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * run));
    }
  }
}

class RunnerSql implements Sql {
  constructor(private readonly runner: QueryRunner) {}

  query<T>(statement: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.runner.query(statement, [...values]) as Promise<T[]>;
  }

  execute(statement: string, values: readonly unknown[] = []): Promise<WriteResult> {
    return this.runner.query(statement, [...values]) as Promise<WriteResult>;
  }

  async later(statement: string, values: readonly unknown[] = []): Promise<void> {
    await this.execute(statement, values);
  }
}

/** A JSON column's value: MariaDB returns its text, MySQL the parsed value. */
export function fromJson<T>(value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T;
}
