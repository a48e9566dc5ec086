import { BatchDatabase } from '@jiefang/bff/database/batch-database';
import type { DataSource } from 'typeorm';
import { workerDatabase } from '../../support/database.js';

describe('a batch', () => {
  let dataSource: DataSource;
  let batches: BatchDatabase;

  beforeAll(async () => {
    ({ dataSource } = await workerDatabase());
    await dataSource.query(
      'CREATE TABLE scratch (id INT PRIMARY KEY, note VARCHAR(50) NOT NULL, at DATETIME(3) NULL)',
    );
    batches = new BatchDatabase(dataSource);
  });
  beforeEach(() => dataSource.query('DELETE FROM scratch'));
  afterAll(async () => {
    await batches.onApplicationShutdown();
    await dataSource.query('DROP TABLE scratch');
    await dataSource.destroy();
  });

  const stored = (): Promise<{ id: number; note: string }[]> =>
    dataSource.query('SELECT id, note FROM scratch ORDER BY id');

  it('reads what it has put off writing, answers each statement its own result, and keeps all of it', async () => {
    const at = new Date('2026-11-28T06:00:00.250Z');
    const told = await batches.transaction(async (tx) => {
      await tx.later('INSERT INTO scratch VALUES ?', [[[1, 'one', at]]]);
      await tx.later('INSERT INTO scratch (id, note) VALUES (?, ?)', [2, "two'; DELETE FROM scratch; -- ?"]);
      const rows = await tx.query<{ id: number; at: Date | null }>('SELECT id, at FROM scratch ORDER BY id');
      const { affectedRows } = await tx.execute('UPDATE scratch SET note = ? WHERE id <= ?', ['changed', 1]);
      await tx.later('UPDATE scratch SET note = CONCAT(note, ?) WHERE id = 1', ['?']);
      return { rows, affectedRows };
    });
    expect(told).toEqual({
      rows: [
        { id: 1, at },
        { id: 2, at: null },
      ],
      affectedRows: 1,
    });
    expect(await stored()).toEqual([
      { id: 1, note: 'changed?' },
      { id: 2, note: "two'; DELETE FROM scratch; -- ?" },
    ]);
  });

  it('keeps nothing when a write fails that was put off, and its connection is as good as new', async () => {
    await dataSource.query("INSERT INTO scratch (id, note) VALUES (7, 'there')");
    await expect(
      batches.transaction(async (tx) => {
        await tx.execute("INSERT INTO scratch (id, note) VALUES (1, 'first')");
        await tx.later("INSERT INTO scratch (id, note) VALUES (2, 'second')");
        await tx.later("INSERT INTO scratch (id, note) VALUES (7, 'taken')");
        await tx.later("INSERT INTO scratch (id, note) VALUES (3, 'behind it')");
      }),
    ).rejects.toMatchObject({ driverError: { code: 'ER_DUP_ENTRY' } });
    expect(await stored()).toEqual([{ id: 7, note: 'there' }]);
    await batches.transaction((tx) => tx.later("INSERT INTO scratch (id, note) VALUES (4, 'next')"));
    expect((await stored()).map((row) => row.id)).toEqual([4, 7]);
  });

  it('keeps nothing when the work throws', async () => {
    const work = batches.transaction(async (tx) => {
      await tx.later("INSERT INTO scratch (id, note) VALUES (1, 'sent')");
      await tx.query('SELECT 1');
      await tx.later("INSERT INTO scratch (id, note) VALUES (2, 'not sent')");
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await stored()).toEqual([]);
  });

  it('runs again what the engine ended for a deadlock, all of it', async () => {
    await dataSource.query("INSERT INTO scratch (id, note) VALUES (1, ''), (2, '')");
    const cross = (first: number, second: number): Promise<void> =>
      batches.transaction(async (tx) => {
        await tx.execute('UPDATE scratch SET note = CONCAT(note, ?) WHERE id = ?', [String(first), first]);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await tx.later('UPDATE scratch SET note = CONCAT(note, ?) WHERE id = ?', [String(first), second]);
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect((await stored()).map(({ note }) => [...note].sort().join(''))).toEqual(['12', '12']);
  });

  it('is the only way to send several statements at once', async () => {
    const several = "DELETE FROM scratch; INSERT INTO scratch (id, note) VALUES (1, 'injected')";
    await expect(dataSource.query(several)).rejects.toMatchObject({ code: 'ER_PARSE_ERROR' });
  });
});
