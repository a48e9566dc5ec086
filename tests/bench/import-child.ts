import { connectDatabase, createDataSource } from '@jiefang/bff/database/data-source';
import { importDivisions } from '@jiefang/bff/divisions/importer';

/** `node import-child.js DATABASE_URL FOLDER`: one import in a process of its own, which reports what it took. */
const [url = '', folder = ''] = process.argv.slice(2);
const dataSource = await connectDatabase(createDataSource({ url, poolSize: 2 }));
const started = performance.now();
const report = await importDivisions(dataSource, folder);
const seconds = (performance.now() - started) / 1000;
await dataSource.destroy();
// maxRSS is in KiB.
process.send?.({ report, seconds, peakMb: process.resourceUsage().maxRSS / 1024 });
process.disconnect?.();
