/** The database a launcher works on: the one DATABASE_URL names, or the embedded one of the data directory. */
import { CACHE_DIR, DATA_DIR } from './environment.mjs';

/**
 * @typedef {object} OpenDatabase
 * @property {string} url
 * @property {Promise<void> | null} exited resolves when the embedded server has ended; null when it is not ours
 * @property {() => Promise<void>} stop
 */

/**
 * @param {(detail: string) => void} say
 * @param {{ join?: boolean }} [options] join: use the embedded server that another process runs, instead of refusing
 * @returns {Promise<OpenDatabase>}
 * @throws {Error} an OperatorError, whose message is a sentence
 */
export async function openDatabase(say, options = {}) {
  if (process.env.DATABASE_URL) {
    return { url: process.env.DATABASE_URL, exited: null, stop: async () => undefined };
  }
  const { runningEmbedded, startEmbedded } = await import('@jiefang/bff/database/embedded');
  if (options.join) {
    const running = await runningEmbedded(DATA_DIR);
    if (running) return { url: running.url, exited: null, stop: async () => undefined };
  }
  const database = await startEmbedded({ dataDir: DATA_DIR, cacheDir: CACHE_DIR, log: say });
  return { url: database.url, exited: database.exited, stop: () => database.stop() };
}
