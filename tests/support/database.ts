import type { DataSource } from 'typeorm';
import { connectDatabase, createDataSource, migrate } from '@jiefang/bff/database/data-source';

/** A Jest worker's own database: migrated, emptied, and nobody else's. */
export interface TestDatabase {
  /** For a process the test starts itself. */
  url: string;
  /** Initialized; the test that asked for it destroys it. */
  dataSource: DataSource;
}

/** Rows that migrations put there belong to the schema and stay; this table of ours remembers which tables have some. */
const KEPT = 'test_kept_tables';

/** The run's server, as the global set-up started it. `pid` is for tests that kill it. */
export function testServer(): { url: string; pid: number } {
  const value = process.env.JIEFANG_TEST_DATABASE;
  if (!value) throw new Error('No test database: run through `npm test` or jest -c tests/jest.config.mjs.');
  return JSON.parse(value) as { url: string; pid: number };
}

/**
 * The database of this Jest worker, migrated by the product's own migrations and empty but for what they put there.
 *
 * @param options.poolSize connections of the returned data source; 20 unless told.
 */
export async function workerDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  return namedDatabase(`w${process.env.JEST_WORKER_ID ?? '1'}`, options);
}

/** Like `workerDatabase`, for a test that needs a second one or a bench that runs without Jest. `name`: [a-z0-9_]+ */
export async function namedDatabase(
  name: string,
  options: { poolSize?: number; server?: string } = {},
): Promise<TestDatabase> {
  const server = new URL(options.server ?? testServer().url);
  const database = `jiefang_${name}`;
  const maintenance = await connectDatabase(createDataSource({ url: server.href, poolSize: 1 }));
  try {
    await maintenance.query(
      `CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    );
  } finally {
    await maintenance.destroy();
  }
  server.pathname = `/${database}`;
  const url = server.href;
  const dataSource = await connectDatabase(createDataSource({ url, poolSize: options.poolSize ?? 20 }));
  await migrate(dataSource);
  await rememberKeptTables(dataSource);
  await resetDatabase(dataSource);
  return { url, dataSource };
}

/** Empties every table but those that migrations filled. About a millisecond a table. */
export async function resetDatabase(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const kept = new Set(await column(runner.query(`SELECT name FROM ${KEPT}`)));
    const tables = (await allTables((sql) => runner.query(sql))).filter((table) => !kept.has(table));
    await runner.query('SET SESSION foreign_key_checks = 0');
    // A table that is append-only by a trigger refuses DELETE, not TRUNCATE.
    const guarded = new Set(
      await column(
        runner.query(
          'SELECT EVENT_OBJECT_TABLE AS name FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()',
        ),
      ),
    );
    for (const table of tables) {
      await runner.query(`${guarded.has(table) ? 'TRUNCATE TABLE' : 'DELETE FROM'} \`${table}\``);
    }
    await runner.query('SET SESSION foreign_key_checks = 1');
  } finally {
    await runner.release();
  }
}

async function rememberKeptTables(dataSource: DataSource): Promise<void> {
  const known = await allTables((sql) => dataSource.query(sql));
  if (known.includes(KEPT)) return;
  const kept = [KEPT];
  for (const table of known) {
    const rows: unknown[] = await dataSource.query(`SELECT 1 FROM \`${table}\` LIMIT 1`);
    if (rows.length > 0) kept.push(table);
  }
  await dataSource.query(`CREATE TABLE ${KEPT} (name VARCHAR(64) PRIMARY KEY)`);
  await dataSource.query(`INSERT INTO ${KEPT} VALUES ${kept.map(() => '(?)').join(', ')}`, kept);
}

function allTables(query: (sql: string) => Promise<unknown>): Promise<string[]> {
  return column(
    query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    ),
  );
}

async function column(rows: Promise<unknown>): Promise<string[]> {
  return ((await rows) as { name: string }[]).map((row) => row.name);
}
