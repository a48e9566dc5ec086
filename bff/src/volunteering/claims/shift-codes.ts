import type { KeyObject } from 'node:crypto';
import { RotatingCodes, type CodeSubject, type RotatingCode } from '../../common/codes/rotating-codes.js';
import { encodeId } from '../../common/ids/public-id.js';

/** What a code is bound to: a shift, or a checkpoint of its route (number from 1). */
export interface ShiftCodeSubject {
  shiftId: number;
  checkpoint: number | null;
}

/** Rotating codes that staff show and volunteers scan, or type. Another shift's or checkpoint's code never matches. */
export class ShiftCodes {
  private readonly codes: RotatingCodes;

  constructor(key: KeyObject) {
    this.codes = new RotatingCodes(key, 'JFV1');
  }

  issue(subject: ShiftCodeSubject, now: Date): RotatingCode {
    return this.codes.issue(codeSubject(subject), now);
  }

  /** forged: not issued for this shift and checkpoint; expired: it was, but not just now. `text` may be six digits. */
  check(text: string, subject: ShiftCodeSubject, now: Date): 'good' | 'expired' | 'forged' {
    return this.codes.check(text, codeSubject(subject), now);
  }
}

function codeSubject({ shiftId, checkpoint }: ShiftCodeSubject): CodeSubject {
  return {
    shown: [encodeId('shift', shiftId), String(checkpoint ?? 0)],
    signed: `${shiftId}|${checkpoint ?? 0}`,
  };
}
