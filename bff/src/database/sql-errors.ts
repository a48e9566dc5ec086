/** Recognising the server's errors by code, as mysql2 and TypeORM's QueryFailedError carry them. */

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('driverError' in error) return codeOf(error.driverError);
  return '';
}

/** A unique key refused the row. */
export function isDuplicateKey(error: unknown): boolean {
  return codeOf(error) === 'ER_DUP_ENTRY';
}

/**
 * The engine asks for the whole transaction to be run again; on Galera also a certification failure at COMMIT. An
 * interrupted statement (a time limit, an operator's KILL QUERY) did nothing, so it is worth another run too.
 */
export function isRetryable(error: unknown): boolean {
  return ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'ER_QUERY_INTERRUPTED'].includes(
    codeOf(error),
  );
}

/** The server went away or the pool is closed; whether the last COMMIT arrived is unknown. */
export function isLostConnection(error: unknown): boolean {
  const code = codeOf(error);
  if (
    [
      'ECONNRESET',
      'ECONNREFUSED',
      'ENOENT',
      'EPIPE',
      'ETIMEDOUT',
      'PROTOCOL_CONNECTION_LOST',
      'ER_SERVER_SHUTDOWN',
    ].includes(code)
  ) {
    return true;
  }
  return (
    error instanceof Error &&
    /pool is closed|connection is in closed state|connection lost|connection was killed/i.test(error.message)
  );
}
