import { createHmac, randomInt, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';

/** Without 0 and O, 1, I and L: the code is read from paper and typed. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;
/** Compared with when there is nothing to compare with, so that a wrong number takes as long as a wrong code. */
const NOTHING = Buffer.alloc(32);

/** Check codes of certificates: 59 bits at random, kept as a keyed hash that is bound to the certificate's number. */
@Injectable()
export class CertificateCodes {
  private readonly key: KeyObject;

  constructor(@Inject(APP_CONFIG) config: Pick<AppConfig, 'appSecret'>) {
    this.key = deriveKey(config.appSecret, 'certificate-code');
  }

  /** A new code, twelve characters. */
  generate(): string {
    return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  }

  /** 32 bytes. */
  hash(number: string, code: string): Buffer {
    return createHmac('sha256', this.key)
      .update(`${number}\n${tidyCode(code)}`)
      .digest();
  }

  /** Whether the code belongs to the number; `stored` null where there is no such number. In constant time. */
  matches(number: string, code: string, stored: Buffer | null): boolean {
    const same = timingSafeEqual(this.hash(number, code), stored ?? NOTHING);
    return same && stored !== null;
  }
}

/** A code as it was typed, without the spaces and hyphens that it is printed with. */
export function tidyCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** ABCD-EFGH-JKMN: a code as it is printed. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
