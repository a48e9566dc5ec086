import path from 'node:path';
import { APP_CONFIG } from '@jiefang/bff/common/tokens';
import type { AppConfig } from '@jiefang/bff/config/app-config';
import { connectDatabase, createDataSource } from '@jiefang/bff/database/data-source';
import { seedDemo } from '@jiefang/bff/demo/seed';
import { importDivisions } from '@jiefang/bff/divisions/importer';
import { createApp, TEST_SECRET, type TestApp } from '../app.js';
import { TestClock } from '../clock.js';
import { H5_DIR, START } from './city.js';

const DIVISIONS = path.join(__dirname, '../../../bff/data/divisions');

/** The product with its demo city, on the Monday morning of every journey: as full and as varied as the real screens. */
export async function buildDemoCity(): Promise<TestApp> {
  const app = await createApp({
    clock: new TestClock(new Date(START)),
    config: { demoMode: true, h5Dir: H5_DIR },
  });
  const url = app.app.get<AppConfig>(APP_CONFIG).databaseUrl;
  const dataSource = await connectDatabase(createDataSource({ url, poolSize: 2 }));
  try {
    await importDivisions(dataSource, DIVISIONS);
    await seedDemo(dataSource, () => undefined, { appSecret: TEST_SECRET, now: new Date(START) });
  } finally {
    await dataSource.destroy();
  }
  return app;
}
