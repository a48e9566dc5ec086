import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts personal fields at rest (AES-256-GCM) and hashes them for look-up (HMAC-SHA-256). The keys are derived from
 * the application secret, which never enters the database. A stored value is version (1 byte), nonce (12), tag (16), text.
 */
export class FieldCipher {
  private readonly encryptionKey: KeyObject;
  private readonly lookupKey: KeyObject;

  constructor(appSecret: string) {
    this.encryptionKey = deriveKey(appSecret, 'field-encryption');
    this.lookupKey = deriveKey(appSecret, 'field-lookup');
  }

  /** Ciphertext of a UTF-8 text; two encryptions of one text differ. */
  encrypt(text: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
  }

  /** The text; throws when the stored value was tampered with or the key is another. */
  decrypt(stored: Buffer): string {
    if (stored[0] !== VERSION) throw new Error('unknown version of an encrypted field');
    const nonce = stored.subarray(1, 1 + NONCE_BYTES);
    const tag = stored.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, nonce);
    decipher.setAuthTag(tag);
    const body = stored.subarray(1 + NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  /** 32 bytes that are equal for equal texts of one purpose ('phone', 'name'). */
  lookupHash(purpose: 'phone' | 'name', text: string): Buffer {
    return createHmac('sha256', this.lookupKey)
      .update(`${purpose}\0${text.normalize('NFKC').trim()}`)
      .digest();
  }
}

/** A 256-bit key for one purpose, derived from the application secret (HKDF-SHA-256). */
export function deriveKey(appSecret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', appSecret, 'jiefang', purpose, 32)));
}

/** 138****5678: what a member of staff sees of a phone number until it is unmasked. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 张**: what is shown of a name in lists. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name);
  return first + '*'.repeat(Math.max(rest.length, 1));
}
