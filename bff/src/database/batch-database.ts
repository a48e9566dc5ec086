import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { format, type SqlValue } from 'mysql2';
import { DataSource, type QueryRunner } from 'typeorm';
import { batchDataSource } from './data-source.js';
import { withReruns, type Sql, type Transactions, type WriteResult } from './database.js';

/** Batches of a process that may be under way at once; more wait for a connection. */
const CONNECTIONS = 12;

/**
 * Transactions of few round trips, for lanes: BEGIN goes out with the first statement, and writes of which only a failure
 * matters (`Sql.later`) with the next statement or with COMMIT. While a busy process reads requests, each round trip waits
 * for its turn. A statement that fails keeps those behind it from running, COMMIT among them.
 *
 * The connections are its own, opened when they are first wanted: they take several statements at once, which no others
 * do.
 */
@Injectable()
export class BatchDatabase implements Transactions, OnApplicationShutdown {
  private readonly dataSource: DataSource;
  private opening: Promise<unknown> | null = null;

  constructor(likewise: DataSource) {
    this.dataSource = batchDataSource(likewise, CONNECTIONS);
  }

  /** As `Database.transaction`. */
  async transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    await this.open();
    return withReruns(() => this.runOnce(work));
  }

  /** The lanes have drained by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.opening;
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async open(): Promise<void> {
    if (this.dataSource.isInitialized) return;
    this.opening ??= this.dataSource.initialize();
    try {
      await this.opening;
    } finally {
      this.opening = null;
    }
  }

  private async runOnce<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const tx = new BatchSql(runner);
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}

class BatchSql implements Sql {
  private unsent = ['START TRANSACTION'];

  constructor(private readonly runner: QueryRunner) {}

  async query<T>(statement: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.send(written(statement, values))) as T[];
  }

  async execute(statement: string, values: readonly unknown[] = []): Promise<WriteResult> {
    return (await this.send(written(statement, values))) as WriteResult;
  }

  later(statement: string, values: readonly unknown[] = []): Promise<void> {
    this.unsent.push(written(statement, values));
    return Promise.resolve();
  }

  async commit(): Promise<void> {
    await this.send('COMMIT');
  }

  /** Sends what has waited and this, and answers the result of this. */
  private async send(statement: string): Promise<unknown> {
    const statements = [...this.unsent, statement];
    this.unsent = [];
    const results: unknown = await this.runner.query(statements.join(';\n'));
    return statements.length > 1 ? (results as unknown[]).at(-1) : results;
  }
}

/** The statement with its values in place, as the driver would write it for a session in UTC. */
function written(statement: string, values: readonly unknown[]): string {
  return values.length === 0 ? statement : format(statement, [...values] as SqlValue[], false, 'Z');
}
