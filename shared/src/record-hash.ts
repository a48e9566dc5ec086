/** SHA-256 and Merkle trees for proving a record: without Node, so that a phone can do it. */
import { sha256 } from '@noble/hashes/sha2.js';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

let scratch = new Uint8Array(1 << 16);

/**
 * UTF-8 of `text` in a buffer that the next call uses again, `offset` bytes left free in front. Mini-programs have no
 * TextEncoder. A lone surrogate becomes U+FFFD, as everywhere.
 */
function utf8(text: string, offset = 0): Uint8Array {
  if (scratch.length < offset + text.length * 3) scratch = new Uint8Array(offset + text.length * 3);
  const bytes = scratch;
  let at = offset;
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 63);
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = code < 0xdc00 ? text.charCodeAt(index + 1) : Number.NaN;
      if (low >= 0xdc00 && low <= 0xdfff) {
        index += 1;
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 63);
        bytes[at++] = 0x80 | ((code >> 6) & 63);
        bytes[at++] = 0x80 | (code & 63);
        continue;
      }
      code = 0xfffd;
    }
    bytes[at++] = 0xe0 | (code >> 12);
    bytes[at++] = 0x80 | ((code >> 6) & 63);
    bytes[at++] = 0x80 | (code & 63);
  }
  return bytes.subarray(0, at);
}

/** Lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 1) text += HEX[bytes[index] as number];
  return text;
}

/** The bytes of lower-case hex; null for anything else. */
export function bytesOf(hex: string): Uint8Array | null {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return null;
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}

/** Hex SHA-256 of a text's UTF-8. */
export function sha256Hex(text: string): string {
  return hexOf(sha256(utf8(text)));
}

/** Hex SHA-256 of a salt (hex) followed by a text's UTF-8; null when the salt is no hex. */
export function saltedHash(salt: string, text: string): string | null {
  const bytes = bytesOf(salt);
  if (bytes === null) return null;
  const input = utf8(text, bytes.length);
  input.set(bytes, 0);
  return hexOf(sha256(input));
}

/** What stands before a topic's first entry (hex). */
export function genesisHash(topicId: string): string {
  return sha256Hex(`jiefang-record/1:${topicId}`);
}

function tagged(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 1));
  bytes[0] = tag;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return sha256(bytes);
}

/** The leaf of a topic's head in a day's tree (RFC 6962: SHA-256 of 0x00 and `topic:seq:hash`). */
export function rootLeaf(topicId: string, seq: number, hash: string): Uint8Array {
  return tagged(0, utf8(`${topicId}:${seq}:${hash}`).slice());
}

/**
 * The top of the tree (hex) that a proof leads to from leaf `no` (from 0) of `leaves`, after RFC 9162 2.1.3.2; null when the proof
 * has not the length or form that this place needs.
 */
export function topOfProof(
  leaf: Uint8Array,
  no: number,
  leaves: number,
  proof: readonly string[],
): string | null {
  if (!Number.isSafeInteger(no) || !Number.isSafeInteger(leaves) || no < 0 || no >= leaves) return null;
  let [index, last, node] = [no, leaves - 1, leaf];
  for (const hex of proof) {
    const sibling = bytesOf(hex);
    if (sibling === null || sibling.length !== 32 || last === 0) return null;
    if (index % 2 === 1 || index === last) {
      node = tagged(1, sibling, node);
      while (index % 2 === 0 && index !== 0) {
        index = Math.floor(index / 2);
        last = Math.floor(last / 2);
      }
    } else {
      node = tagged(1, node, sibling);
    }
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hexOf(node) : null;
}

/** The root of a day (hex): binds the day and the number of records to the top of the tree. */
export function dailyRoot(day: string, leaves: number, top: string): string {
  return sha256Hex(`jiefang-root/1:${day}:${leaves}:${top}`);
}
