import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';

/** Seconds that one code is shown before it rotates. */
const CODE_SECONDS = 30;
/** Steps back that a scanned code is still taken: it may have been shown just before it rotated. */
const QR_STEPS_BACK = 1;
/** Steps back for digits that are read out and typed. */
const DIGITS_STEPS_BACK = 2;

/** The code on the staff phone at an instant. */
export interface RotatingCode {
  qr: string;
  manualCode: string;
  expiresAt: Date;
}

/** What a code is bound to: words that stand in it, and the same or others that are signed. */
export interface CodeSubject {
  shown: readonly string[];
  signed: string;
}

/**
 * Rotating codes that staff show and others scan, or type (HMAC-SHA-256 over the subject and a 30-second step). The code
 * of another subject never matches. `prefix` tells the kinds of codes apart; each kind has its own key.
 */
export class RotatingCodes {
  constructor(
    private readonly key: KeyObject,
    private readonly prefix: string,
  ) {}

  issue(subject: CodeSubject, now: Date): RotatingCode {
    const step = stepOf(now);
    return {
      qr: [this.prefix, ...subject.shown, step.toString(36), this.mac(subject, step)].join('.'),
      manualCode: this.digits(subject, step),
      expiresAt: new Date((step + 1) * CODE_SECONDS * 1000),
    };
  }

  /** forged: not issued for this subject; expired: it was, but not just now. `text` may be six digits. */
  check(text: string, subject: CodeSubject, now: Date): 'good' | 'expired' | 'forged' {
    const given = text.trim();
    if (isTyped(given)) return this.matchesDigits(given, subject, now) ? 'good' : 'forged';
    const parts = given.split('.');
    const expected = [this.prefix, ...subject.shown];
    if (parts.length !== expected.length + 2 || expected.some((part, index) => parts[index] !== part))
      return 'forged';
    const [stepText, mac] = parts.slice(-2) as [string, string];
    if (!/^[0-9a-z]{1,10}$/.test(stepText) || !/^[A-Za-z0-9_-]{16}$/.test(mac)) return 'forged';
    const step = Number.parseInt(stepText, 36);
    if (!timingSafeEqual(Buffer.from(mac), Buffer.from(this.mac(subject, step)))) return 'forged';
    const age = stepOf(now) - step;
    return age >= 0 && age <= QR_STEPS_BACK ? 'good' : 'expired';
  }

  private matchesDigits(digits: string, subject: CodeSubject, now: Date): boolean {
    const step = stepOf(now);
    return Array.from({ length: DIGITS_STEPS_BACK + 1 }, (_, back) =>
      this.digits(subject, step - back),
    ).includes(digits);
  }

  private mac({ signed }: CodeSubject, step: number): string {
    return createHmac('sha256', this.key)
      .update(`qr|${signed}|${step}`)
      .digest()
      .subarray(0, 12)
      .toString('base64url');
  }

  private digits({ signed }: CodeSubject, step: number): string {
    const mac = createHmac('sha256', this.key).update(`digits|${signed}|${step}`).digest();
    return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  }
}

/** Whether a code is the six digits that are read out and typed, not a scanned one. */
export function isTyped(text: string): boolean {
  return /^\d{6}$/.test(text.trim());
}

function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / CODE_SECONDS);
}
