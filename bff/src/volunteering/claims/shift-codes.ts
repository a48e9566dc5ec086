import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { encodeId } from '../../common/ids/public-id.js';

/** Seconds that one code is shown before it rotates. */
export const SHIFT_CODE_SECONDS = 30;
/** Steps back that a scanned code is still taken: it may have been shown just before it rotated. */
const QR_STEPS_BACK = 1;
/** Steps back for digits that are read out and typed. */
const DIGITS_STEPS_BACK = 2;
const PATTERN = /^JFV1\.([0-9A-Za-z]{8,24})\.(\d{1,4})\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{16})$/;

/** What a code is bound to: a shift, or a checkpoint of its route (number from 1). */
export interface ShiftCodeSubject {
  shiftId: number;
  checkpoint: number | null;
}

/** The code on the staff phone at an instant. */
export interface ShiftCode {
  qr: string;
  manualCode: string;
  expiresAt: Date;
}

/**
 * Rotating codes that staff show and volunteers scan, or type (HMAC-SHA-256 over shift, checkpoint and a 30-second
 * step). Another shift's or checkpoint's code never matches.
 */
export class ShiftCodes {
  constructor(private readonly key: KeyObject) {}

  issue(subject: ShiftCodeSubject, now: Date): ShiftCode {
    const step = stepOf(now);
    const place = encodeId('shift', subject.shiftId);
    return {
      qr: `JFV1.${place}.${subject.checkpoint ?? 0}.${step.toString(36)}.${this.mac(subject, step)}`,
      manualCode: this.digits(subject, step),
      expiresAt: new Date((step + 1) * SHIFT_CODE_SECONDS * 1000),
    };
  }

  /** forged: not issued for this shift and checkpoint; expired: it was, but not just now. `text` may be six digits. */
  check(text: string, subject: ShiftCodeSubject, now: Date): 'good' | 'expired' | 'forged' {
    const given = text.trim();
    if (isTyped(given)) return this.matchesDigits(given, subject, now) ? 'good' : 'forged';
    const match = PATTERN.exec(given);
    if (match === null) return 'forged';
    const [, place, checkpoint, stepText, mac] = match as unknown as [string, string, string, string, string];
    if (place !== encodeId('shift', subject.shiftId) || Number(checkpoint) !== (subject.checkpoint ?? 0))
      return 'forged';
    const step = Number.parseInt(stepText, 36);
    if (!timingSafeEqual(Buffer.from(mac), Buffer.from(this.mac(subject, step)))) return 'forged';
    const age = stepOf(now) - step;
    return age >= 0 && age <= QR_STEPS_BACK ? 'good' : 'expired';
  }

  private matchesDigits(digits: string, subject: ShiftCodeSubject, now: Date): boolean {
    const step = stepOf(now);
    return Array.from({ length: DIGITS_STEPS_BACK + 1 }, (_, back) =>
      this.digits(subject, step - back),
    ).includes(digits);
  }

  private mac({ shiftId, checkpoint }: ShiftCodeSubject, step: number): string {
    return createHmac('sha256', this.key)
      .update(`qr|${shiftId}|${checkpoint ?? 0}|${step}`)
      .digest()
      .subarray(0, 12)
      .toString('base64url');
  }

  private digits({ shiftId, checkpoint }: ShiftCodeSubject, step: number): string {
    const mac = createHmac('sha256', this.key)
      .update(`digits|${shiftId}|${checkpoint ?? 0}|${step}`)
      .digest();
    return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  }
}

/** Whether a code is the six digits that are read out and typed, not a scanned one. */
export function isTyped(text: string): boolean {
  return /^\d{6}$/.test(text.trim());
}

function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / SHIFT_CODE_SECONDS);
}
