/**
 * Something the person who started the program can act on: a taken port, a full disk, no network.
 * `message` is one Chinese sentence, printed as it is and without a stack.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** The operating system's or driver's error code (`ENOSPC`, `ECONNREFUSED`…), '' when there is none. */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** MariaDB's and MySQL's ways to say that the server's disk is full; the message has the system's own number, too. */
const SERVER_DISK_FULL = ['ER_DISK_FULL', 'ER_RECORD_FILE_FULL'];
/** 28 is the system's ENOSPC, 135 InnoDB's "No more room in record file" for the same, met while a table is created. */
const NO_SPACE = /\b(?:errcode|errno|error): (?:28|135)\b|No space left on device/i;

/**
 * Turns a full or read-only disk into a sentence; anything else comes back as it was. `folder` is what the caller wrote
 * to; the database's disk may be another one.
 */
export function explainDisk(error: unknown, folder: string): unknown {
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OperatorError(`磁盘空间不足，写不进 ${folder}：请清理一些空间再启动。`);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new OperatorError(`没有权限写入 ${folder}：请换一个数据目录（JIEFANG_DATA_DIR）或调整权限。`);
  }
  if (SERVER_DISK_FULL.includes(code) || (error instanceof Error && NO_SPACE.test(error.message))) {
    return new OperatorError('磁盘空间不足，数据库写不进去：请在它所在的磁盘上清理一些空间再启动。');
  }
  return error;
}
