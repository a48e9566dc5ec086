import { explainDisk, OperatorError } from './operator-error.js';

/** What MariaDB says, with the driver's code, when its disk is full. */
const FULL = [
  ['ENOSPC', 'ENOSPC: no space left on device, write'],
  ['ER_DISK_FULL', 'Disk got full'],
  ['ER_RECORD_FILE_FULL', "The table 'x' is full"],
  ['ER_CANT_CREATE_TABLE', 'Can\'t create table `a`.`b` (errno: 135 "No more room in record file")'],
  ['ER_CANT_CREATE_TABLE', 'Can\'t create table `a`.`b` (errno: 28 "No space left on device")'],
  ['ER_ERROR_ON_WRITE', 'Error writing file \'./a.frm\' (Errcode: 28 "No space left on device")'],
] as const;

const failure = (code: string, message: string): Error => Object.assign(new Error(message), { code });

describe('explainDisk', () => {
  it.each(FULL)('tells of a full disk: %s, %s', (code, message) => {
    const told = explainDisk(failure(code, message), '/data');
    expect(told).toBeInstanceOf(OperatorError);
    expect((told as OperatorError).message).toMatch(/^磁盘空间不足，.*清理一些空间再启动。$/);
  });

  it.each([
    ['ER_CANT_CREATE_TABLE', 'Can\'t create table `a`.`b` (errno: 150 "Foreign key constraint")'],
    ['ER_UNKNOWN_ERROR', 'error: 281'],
  ])('leaves another failure as it was: %s, %s', (code, message) => {
    const error = failure(code, message);
    expect(explainDisk(error, '/data')).toBe(error);
  });
});
