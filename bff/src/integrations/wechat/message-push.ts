import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A push that did not come from WeChat, or not for this app. Answer 403, do nothing. */
export class PushRejected extends Error {
  override readonly name = 'PushRejected';
  constructor(readonly reason: 'signature' | 'stale' | 'malformed' | 'foreign app') {
    super(`message push rejected: ${reason}`);
  }
}

/** How far WeChat's timestamp may be from ours, in seconds: older pushes may be replays. */
export const PUSH_WINDOW_SECONDS = 300;

/** The padding of WeChat's scheme fills blocks of 32 bytes, not AES's 16. */
const PADDING_BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

/**
 * WeChat's signature: SHA-1, in hex, over the sorted parts. The parts are the token, timestamp and nonce, and the
 * ciphertext for `msg_signature`.
 */
export function pushSignature(...parts: string[]): string {
  const sorted = [...parts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return createHash('sha1').update(sorted.join('')).digest('hex');
}

/** What a push's query (and, in safe mode, its body) says about where it comes from. */
export interface SignedPush {
  /** The token set in WeChat's console. */
  token: string;
  /** Seconds since the epoch, as sent. */
  timestamp: string;
  nonce: string;
  /** `msg_signature` when `encrypt` is given, else `signature`. */
  signature: string;
  /** The ciphertext; absent for the check of the address. */
  encrypt?: string;
}

/** @param now epoch milliseconds. @throws PushRejected when the signature is wrong or the time too far off. */
export function verifyPush(push: SignedPush, now: number): void {
  const parts = [
    push.token,
    push.timestamp,
    push.nonce,
    ...(push.encrypt === undefined ? [] : [push.encrypt]),
  ];
  const expected = Buffer.from(pushSignature(...parts));
  const given = Buffer.from(push.signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new PushRejected('signature');
  const age = Math.abs(now / 1000 - Number(push.timestamp));
  if (!(age <= PUSH_WINDOW_SECONDS)) throw new PushRejected('stale');
}

/**
 * Opens a message in safe mode.
 * @param encodingAesKey the 43 characters from WeChat's console.
 * @returns the message, JSON or XML as the console says.
 * @throws PushRejected when it is not a message for this app.
 */
export function decryptPush(encodingAesKey: string, appId: string, encrypt: string): string {
  const plain = decipher(encodingAesKey, encrypt);
  const padding = plain[plain.length - 1] ?? 0;
  const end = plain.length - padding;
  const start = RANDOM_BYTES + LENGTH_BYTES;
  if (padding < 1 || padding > PADDING_BLOCK || end < start) throw new PushRejected('malformed');
  const messageEnd = start + plain.readUInt32BE(RANDOM_BYTES);
  if (messageEnd > end) throw new PushRejected('malformed');
  if (plain.toString('utf8', messageEnd, end) !== appId) throw new PushRejected('foreign app');
  return plain.toString('utf8', start, messageEnd);
}

/** Seals a message as WeChat does: 16 random bytes, the length, the message, the app id, padding; base64. */
export function encryptPush(
  encodingAesKey: string,
  appId: string,
  message: string,
  random: Buffer = randomBytes(RANDOM_BYTES),
): string {
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(appId, 'utf8')]);
  const padding = PADDING_BLOCK - (plain.length % PADDING_BLOCK);
  const key = aesKey(encodingAesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64');
}

function decipher(encodingAesKey: string, encrypt: string): Buffer {
  const key = aesKey(encodingAesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  try {
    return Buffer.concat([decipher.update(encrypt, 'base64'), decipher.final()]);
  } catch {
    throw new PushRejected('malformed');
  }
}

function aesKey(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (encodingAesKey.length !== 43 || key.length !== 32)
    throw new RangeError('an EncodingAESKey has 43 characters');
  return key;
}
