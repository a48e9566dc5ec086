import 'reflect-metadata';
import { createPool, type Pool, type PoolOptions } from 'mysql2';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';
import { OperatorError, systemCode } from './operator-error.js';

/** How to reach the database and how much of it to use. */
export interface DataSourceSettings {
  /** mysql://user:password@host:port/database, with `?socketPath=…` for a local socket and `?ssl=true` for TLS. */
  url: string;
  /** Connections of this process; 20 unless told. */
  poolSize?: number;
  /** Milliseconds for one connection attempt; 5,000 unless told. */
  connectTimeout?: number;
  entities?: DataSourceOptions['entities'];
}

/**
 * What every session is set to, whatever the server's defaults are: exactness rests on READ COMMITTED, on UTC and on
 * strict mode (a value that does not fit is refused, never cut).
 */
const SESSION_SQL =
  "SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = 5, " +
  "sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'";
const ISOLATION_SQL = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/**
 * A TypeORM data source, not yet initialized.
 *
 * What comes out: DATETIME as `Date` (UTC), DATE as 'YYYY-MM-DD', BIGINT and COUNT as number (string beyond 2^53),
 * DECIMAL and SUM as string.
 */
export function createDataSource(settings: string | DataSourceSettings): DataSource {
  const {
    url,
    poolSize = 20,
    connectTimeout = 5_000,
    entities = [],
  } = typeof settings === 'string' ? { url: settings } : settings;
  const { socketPath, ssl, ...address } = parseUrl(url);
  return new DataSource({
    type: 'mysql',
    driver: { createPool: createSessionPool },
    ...address,
    ...(socketPath ? { socketPath } : {}),
    ...(ssl ? { ssl: { rejectUnauthorized: true } } : {}),
    poolSize,
    connectTimeout,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    dateStrings: ['DATE'],
    entities,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: { maxIdle: poolSize, enableKeepAlive: true },
  });
}

/**
 * A data source like another, not yet initialized, whose connections take several statements at once. A hole for
 * injected SQL would be worse there, so nothing but the batches of `BatchDatabase` uses it.
 */
export function batchDataSource(likewise: DataSource, poolSize: number): DataSource {
  const { options } = likewise;
  if (options.type !== 'mysql') throw new Error(`no batches on ${options.type}`);
  return new DataSource({
    ...options,
    poolSize,
    multipleStatements: true,
    migrations: [],
    extra: { maxIdle: poolSize, enableKeepAlive: true },
  });
}

/** mysql2 queues a connection's statements: what is sent as it opens runs before whatever takes it from the pool. */
function createSessionPool(options: PoolOptions): Pool {
  const pool = createPool(options);
  pool.on('connection', (connection) => {
    for (const sql of [ISOLATION_SQL, SESSION_SQL]) {
      connection.query(sql, (error) => {
        if (error) connection.destroy();
      });
    }
  });
  return pool;
}

function parseUrl(url: string) {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new OperatorError('DATABASE_URL 的写法不对：应为 mysql://用户:密码@主机:端口/数据库名。');
  }
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (!['mysql:', 'mariadb:'].includes(parsed.protocol) || database === '') {
    throw new OperatorError('DATABASE_URL 的写法不对：应为 mysql://用户:密码@主机:端口/数据库名。');
  }
  return {
    host: parsed.hostname || '127.0.0.1',
    port: parsed.port ? Number(parsed.port) : 3306,
    username: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
    socketPath: parsed.searchParams.get('socketPath'),
    ssl: parsed.searchParams.get('ssl') === 'true',
  };
}

/** Opens the data source; a database that cannot be reached or refuses us becomes one sentence. */
export async function connectDatabase(dataSource: DataSource): Promise<DataSource> {
  try {
    return await dataSource.initialize();
  } catch (error) {
    throw explainConnection(error, dataSource);
  }
}

function explainConnection(error: unknown, dataSource: DataSource): unknown {
  const { options } = dataSource;
  const where = options.type === 'mysql' ? `${options.host}:${options.port}` : '';
  switch (systemCode(error)) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
    case 'ENOENT':
    case 'PROTOCOL_CONNECTION_LOST':
      return new OperatorError(`连不上数据库 ${where}：请确认它在运行、地址和端口无误（DATABASE_URL）。`);
    case 'ER_ACCESS_DENIED_ERROR':
    case 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR':
    case 'ER_DBACCESS_DENIED_ERROR':
      return new OperatorError(`数据库 ${where} 拒绝了登录：请检查 DATABASE_URL 里的用户名、密码和权限。`);
    case 'ER_BAD_DB_ERROR':
      return new OperatorError(`数据库 ${where} 里没有 DATABASE_URL 所写的库：请先建好它（utf8mb4）。`);
    default:
      return error;
  }
}

/**
 * Brings the schema up to date. Several replicas may do so at once: a database lock lets one work, the others find
 * nothing left to do.
 */
export async function migrate(
  dataSource: DataSource,
  log: (line: string) => void = () => undefined,
): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const name = `${String(dataSource.options.database)}.migrate`.slice(-64);
  try {
    const rows: { got: number | null }[] = await runner.query('SELECT GET_LOCK(?, 120) AS got', [name]);
    if (rows[0]?.got !== 1) {
      throw new OperatorError('另一个进程正在更新数据库结构，等了两分钟还没有完成：请稍后再启动。');
    }
    try {
      const done = await dataSource.runMigrations();
      for (const migration of done) log(`数据库结构已更新：${migration.name}`);
    } finally {
      await runner.query('SELECT RELEASE_LOCK(?)', [name]);
    }
  } finally {
    await runner.release();
  }
}
