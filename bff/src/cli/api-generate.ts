import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import pino from 'pino';
import { AppModule } from '../app.module.js';
import { assemble } from '../app.js';
import { loadConfig } from '../config/app-config.js';
import { createDataSource } from '../database/data-source.js';
import { OperatorError } from '../database/operator-error.js';
import { openApiDocument } from '../openapi.js';
import { runCommand } from './command.js';

/** Where the contract is kept: the document beside the BFF, the client's types in `shared`. */
const DOCUMENT = fileURLToPath(new URL('../../openapi.json', import.meta.url));
const TYPES = fileURLToPath(new URL('../../../shared/src/api.gen.ts', import.meta.url));

const HEADER = '// Generated from the BFF by `npm run api:generate`. Do not edit.\n';

/** Nothing is started, so nothing of this has to exist. */
const NOWHERE = {
  DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none',
  APP_SECRET: 'x'.repeat(32),
  WECHAT_APP_ID: 'none',
  WECHAT_APP_SECRET: 'none',
};

async function main(): Promise<void> {
  const dataSource = createDataSource(NOWHERE.DATABASE_URL);
  const root = AppModule.register({ config: loadConfig(NOWHERE), dataSource });
  const app = await assemble(root, pino({ level: 'silent' }));
  const document = openApiDocument(app);
  const types =
    HEADER + astToString(await openapiTypescript(document as unknown as OpenAPI3, { alphabetize: true }));
  const files = [
    { path: DOCUMENT, content: `${JSON.stringify(document, null, 2)}\n` },
    { path: TYPES, content: types },
  ];
  if (!process.argv.includes('--check')) {
    for (const { path, content } of files) await writeFile(path, content);
    return;
  }
  for (const { path, content } of files) {
    if ((await readFile(path, 'utf8').catch(() => '')) !== content) {
      throw new OperatorError(
        'The OpenAPI document or its types are out of date: run `npm run api:generate`.',
      );
    }
  }
}

// The throttler and pools keep timers; the work is done when main is.
await runCommand(main).finally(() => process.exit(process.exitCode ?? 0));
