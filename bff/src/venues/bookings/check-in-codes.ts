import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';

/** Seconds that one check-in code is shown before it rotates. */
export const CHECK_IN_STEP_SECONDS = 30;
/** Steps back that a scanned code is still taken: it may have been shown just before it rotated. */
const QR_STEPS_BACK = 1;
/** Steps back for digits that are read out and typed. */
const MANUAL_STEPS_BACK = 2;
const PREFIX = 'JF1';

/** What a booking's code is bound to: another booking's or venue's code never matches. */
export interface CodeSubject {
  bookingId: number;
  venueId: number;
}

/** The code on the resident's screen at an instant. */
export interface CheckInCode {
  qr: string;
  manualCode: string;
  expiresAt: Date;
}

/** What a scanned text turns out to be before it is checked against a booking. */
export interface ScannedCode {
  publicId: string;
  step: number;
  mac: string;
}

/** Issues and checks rotating check-in codes (HMAC-SHA-256 over booking, venue and a 30-second step). */
export class CheckInCodes {
  constructor(private readonly key: KeyObject) {}

  issue(subject: CodeSubject, publicId: string, now: Date): CheckInCode {
    const step = stepOf(now);
    return {
      qr: `${PREFIX}.${publicId}.${step.toString(36)}.${this.mac('qr', subject, step)}`,
      manualCode: this.digits(subject, step),
      expiresAt: new Date((step + 1) * CHECK_IN_STEP_SECONDS * 1000),
    };
  }

  /** The parts of a scanned text; null when it is not one of ours. */
  read(text: string): ScannedCode | null {
    const match = /^JF1\.([0-9A-Za-z]{8,24})\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{16})$/.exec(text.trim());
    if (match === null) return null;
    return {
      publicId: match[1] as string,
      step: Number.parseInt(match[2] as string, 36),
      mac: match[3] as string,
    };
  }

  /** forged: the code was not issued for this booking; expired: it was, but not just now. */
  check(scanned: ScannedCode, subject: CodeSubject, now: Date): 'good' | 'expired' | 'forged' {
    const expected = Buffer.from(this.mac('qr', subject, scanned.step));
    const given = Buffer.from(scanned.mac);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
    const age = stepOf(now) - scanned.step;
    return age >= 0 && age <= QR_STEPS_BACK ? 'good' : 'expired';
  }

  /** True when the six digits are this booking's now or were within the last minute and a half. */
  matchesDigits(digits: string, subject: CodeSubject, now: Date): boolean {
    const step = stepOf(now);
    return Array.from({ length: MANUAL_STEPS_BACK + 1 }, (_, back) =>
      this.digits(subject, step - back),
    ).includes(digits);
  }

  private mac(use: string, subject: CodeSubject, step: number): string {
    return createHmac('sha256', this.key)
      .update(`${use}|${subject.bookingId}|${subject.venueId}|${step}`)
      .digest()
      .subarray(0, 12)
      .toString('base64url');
  }

  private digits(subject: CodeSubject, step: number): string {
    const mac = createHmac('sha256', this.key)
      .update(`manual|${subject.bookingId}|${subject.venueId}|${step}`)
      .digest();
    return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  }
}

function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / CHECK_IN_STEP_SECONDS);
}
