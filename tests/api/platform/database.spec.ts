import type { DataSource } from 'typeorm';
import { resetDatabase, workerDatabase } from '../../support/database.js';

describe('the database every test gets', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    ({ dataSource } = await workerDatabase());
  });

  afterAll(async () => {
    await dataSource.destroy();
  });

  it('is migrated, in UTC, strict and READ COMMITTED on every connection', async () => {
    const runners = Array.from({ length: 5 }, () => dataSource.createQueryRunner());
    const sessions = await Promise.all(
      runners.map((runner) =>
        runner.query(
          "SHOW SESSION VARIABLES WHERE Variable_name IN ('time_zone', 'tx_isolation', 'sql_mode')",
        ),
      ),
    );
    await Promise.all(runners.map((runner) => runner.release()));
    for (const session of sessions as { Variable_name: string; Value: string }[][]) {
      const values = Object.fromEntries(session.map((row) => [row.Variable_name, row.Value]));
      expect(values.time_zone).toBe('+00:00');
      expect(values.tx_isolation).toBe('READ-COMMITTED');
      expect(values.sql_mode).toContain('STRICT_ALL_TABLES');
    }
    expect(await dataSource.query('SELECT COUNT(*) AS applied FROM migrations')).toEqual([
      { applied: dataSource.migrations.length },
    ]);
  });

  it('hands out dates as days and instants as UTC', async () => {
    const [row] = await dataSource.query<{ day: string; at: Date }[]>(
      "SELECT CAST('2026-11-28' AS DATE) AS day, CAST('2026-11-28 06:00:00.250' AS DATETIME(3)) AS at",
    );
    expect(row?.day).toBe('2026-11-28');
    expect(row?.at.toISOString()).toBe('2026-11-28T06:00:00.250Z');
  });

  it('keeps 4-byte characters whole', async () => {
    expect(await dataSource.query('SELECT ? AS text', ['𠮷野家🎉'])).toEqual([{ text: '𠮷野家🎉' }]);
  });

  it('forgets what a test wrote', async () => {
    await dataSource.query('CREATE TABLE IF NOT EXISTS scratch (id INT PRIMARY KEY)');
    await dataSource.query('INSERT INTO scratch VALUES (1)');
    await resetDatabase(dataSource);
    expect(await dataSource.query('SELECT * FROM scratch')).toEqual([]);
    await dataSource.query('DROP TABLE scratch');
  });
});
