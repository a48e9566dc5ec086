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
}

const MAX_RUNS = 8;

/** The data source as services see it: plain reads from the pool, and transactions that are rerun when the engine asks. */
@Injectable()
export class Database implements Sql {
  constructor(readonly dataSource: DataSource) {}

  query<T>(statement: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.dataSource.query<T[]>(statement, [...values]);
  }

  execute(statement: string, values: readonly unknown[] = []): Promise<WriteResult> {
    return this.dataSource.query<WriteResult>(statement, [...values]);
  }

  /**
   * Runs `work` in one READ COMMITTED transaction and commits. When the engine reports a deadlock, a lock timeout or a
   * certification failure, also at COMMIT, the whole of `work` is run again with jitter, so it must have no effect
   * outside its transaction.
   */
  async transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    for (let run = 1; ; run += 1) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (run >= MAX_RUNS || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * run));
      }
    }
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

class RunnerSql implements Sql {
  constructor(private readonly runner: QueryRunner) {}

  query<T>(statement: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.runner.query(statement, [...values]) as Promise<T[]>;
  }

  execute(statement: string, values: readonly unknown[] = []): Promise<WriteResult> {
    return this.runner.query(statement, [...values]) as Promise<WriteResult>;
  }
}

/** A JSON column's value: MariaDB returns its text, MySQL the parsed value. */
export function fromJson<T>(value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T;
}
