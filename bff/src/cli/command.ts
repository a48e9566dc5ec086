import { ConfigError } from '../config/app-config.js';
import { explainDisk } from '../database/operator-error.js';

/**
 * Runs a command line's work: one sentence and exit code 1 for what its user can mend, a stack for what is our fault.
 * The command ends when the process that started it is gone.
 */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  const abandoned = (): never => process.exit(1);
  process.once('disconnect', abandoned);
  try {
    await work();
  } catch (caught) {
    const error = explainDisk(caught, process.cwd());
    const known = error instanceof Error && (error.name === 'OperatorError' || error instanceof ConfigError);
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    // Done: the channel to the parent must not keep this process alive, nor its closing end it as abandoned.
    process.off('disconnect', abandoned);
    if (process.connected) process.disconnect();
  }
}
