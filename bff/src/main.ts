import 'reflect-metadata';
import { createHttpApp } from './app.js';
import { watchConnections } from './common/http/connections.js';
import { ConfigError, loadConfig } from './config/app-config.js';
import { connectDatabase, createDataSource } from './database/data-source.js';
import { OperatorError } from './database/operator-error.js';

/** Starts one replica of the BFF and ends it in order: no new requests, lanes drained, answers sent, pool closed. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const dataSource = await connectDatabase(
    createDataSource({ url: config.databaseUrl, poolSize: config.databasePool }),
  );
  const app = await createHttpApp({ config, dataSource });
  const endConnections = watchConnections(app.getHttpServer());
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    if (stopping !== undefined) return;
    const ended = endConnections();
    stopping = app
      .close()
      .finally(ended)
      .then(() => dataSource.destroy())
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Started by a parent that dies: end as well, in the same order.
  if (process.send !== undefined) process.on('disconnect', stop);
  await app.listen(config.port, config.host);
  const address = app.getHttpServer().address();
  process.send?.({ type: 'listening', address });
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof OperatorError) {
    process.stderr.write(`${error.message}\n`);
  } else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    process.stderr.write(`Port ${process.env.PORT ?? ''} is taken; set PORT to another.\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  process.exit(1);
});
