import { hash } from 'node:crypto';

/** Crockford's: no I, L, O or U, so that a receipt can be read out and copied by hand. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECEIPT_BYTES = 10;
const LENGTH = 16;

/** K7QM-2XRT-9HND-4BWC: ten bytes as four groups of four. */
export function writeReceipt(receipt: Buffer): string {
  let text = '';
  // Five bytes are two groups of twenty bits.
  for (let at = 0; at < RECEIPT_BYTES; at += 5) {
    const middle = receipt[at + 2] as number;
    const first = receipt.readUInt16BE(at) * 16 + (middle >> 4);
    const second = (middle & 15) * 65_536 + receipt.readUInt16BE(at + 3);
    text += `${at === 0 ? '' : '-'}${letters(first)}-${letters(second)}`;
  }
  return text;
}

/** The bytes of a receipt however it was typed; null for what is none. */
export function readReceipt(text: string): Buffer | null {
  const typed = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (typed.length !== LENGTH) return null;
  let value = 0n;
  for (const letter of typed) {
    const digit = LETTERS.indexOf(letter);
    if (digit < 0) return null;
    value = value * 32n + BigInt(digit);
  }
  return Buffer.from(value.toString(16).padStart(RECEIPT_BYTES * 2, '0'), 'hex');
}

/** What the record shows of a receipt: hex of its SHA-256. Who holds the receipt finds their ballot by it. */
export function receiptHash(receipt: Buffer): string {
  return hash('sha256', receipt, 'hex');
}

function letters(twentyBits: number): string {
  return (
    (LETTERS[(twentyBits >> 15) & 31] as string) +
    (LETTERS[(twentyBits >> 10) & 31] as string) +
    (LETTERS[(twentyBits >> 5) & 31] as string) +
    (LETTERS[twentyBits & 31] as string)
  );
}
