import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { loadConfig } from '../config/app-config.js';
import { connectDatabase, createDataSource, migrate } from '../database/data-source.js';
import { importDivisions } from '../divisions/importer.js';
import { runCommand } from './command.js';

/** The national division files the product ships with. */
const BUNDLED_DIVISIONS = fileURLToPath(new URL('../../data/divisions', import.meta.url));

/**
 * Makes a database ready to serve: `node bff/dist/cli/prepare.js [schema]`. Run at every start; what is there already
 * is left alone. Each line of output says what it is at.
 *
 * `schema` stops after the migrations. Otherwise the bundled divisions are imported when there are none, and with
 * DEMO_MODE=1 the demo city is filled in.
 */
async function prepare(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const dataSource = await connectDatabase(
    createDataSource({ url: process.env.DATABASE_URL ?? '', poolSize: 4 }),
  );
  try {
    say('检查数据库结构');
    await migrate(dataSource, say);
    if (process.argv[2] === 'schema') return;
    if (await hasNoDivisions(dataSource)) {
      await importDivisions(dataSource, BUNDLED_DIVISIONS, ({ bytes, totalBytes }) => {
        say(`导入行政区划 ${Math.floor((bytes / totalBytes) * 100)}%`);
      });
    }
    const config = loadConfig(process.env);
    if (config.demoMode) {
      const { seedDemo } = await import('../demo/seed.js');
      await seedDemo(dataSource, say, { appSecret: config.appSecret, now: new Date() });
    }
  } finally {
    await dataSource.destroy();
  }
}

async function hasNoDivisions(dataSource: DataSource): Promise<boolean> {
  const rows: unknown[] = await dataSource.query('SELECT 1 FROM division LIMIT 1');
  return rows.length === 0;
}

await runCommand(prepare);
