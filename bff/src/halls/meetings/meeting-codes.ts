import type { KeyObject } from 'node:crypto';
import { RotatingCodes, type CodeSubject, type RotatingCode } from '../../common/codes/rotating-codes.js';
import { encodeId } from '../../common/ids/public-id.js';

/** Rotating codes that staff show at a meeting and those present scan, or type. Another meeting's code never matches. */
export class MeetingCodes {
  private readonly codes: RotatingCodes;

  constructor(key: KeyObject) {
    this.codes = new RotatingCodes(key, 'JFM1');
  }

  issue(meetingId: number, now: Date): RotatingCode {
    return this.codes.issue(subjectOf(meetingId), now);
  }

  check(text: string, meetingId: number, now: Date): 'good' | 'expired' | 'forged' {
    return this.codes.check(text, subjectOf(meetingId), now);
  }
}

function subjectOf(meetingId: number): CodeSubject {
  return { shown: [encodeId('meeting', meetingId)], signed: `meeting|${meetingId}` };
}
