/** Jest's global tear-down: stops the run's database and removes its data. */
import { rm } from 'node:fs/promises';

export default async function stop() {
  const held = Reflect.get(globalThis, 'jiefangTestDatabase');
  if (!held) return;
  await held.database.stop();
  await rm(held.dataDir, { recursive: true, force: true });
}
