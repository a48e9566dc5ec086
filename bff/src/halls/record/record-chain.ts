import { createHmac, hash, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { encodeId } from '../../common/ids/public-id.js';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue | undefined;
}

/** What an entry commits to of a text: `hash` is hex SHA-256(salt, UTF-8). `withheld` when it was not shown from the start. */
export interface Commitment {
  name: string;
  hash: string;
  withheld?: true;
}

/** The part of an entry that is hashed. */
export interface HashedEntry {
  seq: number;
  /** ISO instant with milliseconds, UTC. */
  at: string;
  act: string;
  actor: { role: string; ref: string | null };
  body: JsonObject;
  contents: Commitment[];
  /** Hex hash of the entry before, or the topic's genesis. */
  prev: string;
}

/** What stands before a topic's first entry: 32 bytes. */
export function genesisOf(topicId: number): Buffer {
  return hash('sha256', `jiefang-record/1:${encodeId('topic', topicId)}`, 'buffer');
}

/** The canonical JSON of an entry (RFC 8785) and its SHA-256. Throws for what JSON cannot say exactly. */
export function sealEntry(entry: HashedEntry): { text: string; hash: Buffer } {
  const text = canonicalize(entry);
  if (text === undefined) throw new TypeError('an entry of the record is no JSON');
  return { text, hash: hash('sha256', text, 'buffer') };
}

/** Hex SHA-256 of a salted text. */
export function commitmentOf(salt: Buffer, text: string): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(text, 'utf8')]), 'hex');
}

/** Names people within one topic: the same person has the same name there, and another in every other topic. */
export class RecordNames {
  private readonly key: KeyObject;

  constructor(appSecret: string) {
    this.key = deriveKey(appSecret, 'record-actor');
  }

  /** 16 hex digits. */
  refOf(topicId: number, personId: number): string {
    return createHmac('sha256', this.key).update(`record:${topicId}:${personId}`).digest('hex').slice(0, 16);
  }
}
