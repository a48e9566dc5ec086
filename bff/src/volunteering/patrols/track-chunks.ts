import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

/** Points in one row. Chunk n holds the sequence numbers 60n … 60n + 59; the slot is the number within it. */
export const CHUNK_POINTS = 60;
/** Slots of a mask are kept in two halves, since a number of JavaScript holds 53 bits of a BIGINT exactly. */
export const MASK_HALF = 30;

const SLOT_BYTES = 40;
const CHUNK_BYTES = CHUNK_POINTS * SLOT_BYTES;
const VERSION = 1;
const NONCE_BYTES = 12;
const NONCES_AHEAD = 256;
const TAG_BYTES = 16;

/** One position as it was received. Degrees are those of the patrol's coordinate system. */
export interface RawPoint {
  /** Epoch milliseconds by the phone's clock. */
  at: number;
  latitude: number;
  longitude: number;
  /** Metres; null when the phone did not say. */
  accuracy: number | null;
  /** Metres above the sea. */
  altitude: number | null;
  /** Metres a second. */
  speed: number | null;
}

/** A stored point: its number and when it first arrived (epoch milliseconds, whole seconds). */
export interface StoredPoint extends RawPoint {
  seq: number;
  receivedAt: number;
}

/** Up to sixty points of one patrol before they are encrypted. A slot that is written stays as it is. */
export class TrackChunk {
  private constructor(
    private readonly bytes: Buffer,
    /** Slots 0 … 29 and 30 … 59, a bit each. */
    public low: number,
    public high: number,
  ) {}

  static empty(): TrackChunk {
    return new TrackChunk(Buffer.alloc(CHUNK_BYTES), 0, 0);
  }

  static of(bytes: Buffer, low: number, high: number): TrackChunk {
    if (bytes.length !== CHUNK_BYTES) throw new Error('a chunk of points has the wrong length');
    return new TrackChunk(bytes, low, high);
  }

  has(slot: number): boolean {
    return slot < MASK_HALF ? (this.low & (1 << slot)) !== 0 : (this.high & (1 << (slot - MASK_HALF))) !== 0;
  }

  /** Puts a point into its slot. Answers false, and changes nothing, when there was one before. */
  put(slot: number, point: RawPoint, receivedAt: number): boolean {
    if (this.has(slot)) return false;
    const { bytes } = this;
    const at = slot * SLOT_BYTES;
    bytes.writeDoubleLE(point.at, at);
    bytes.writeDoubleLE(point.latitude, at + 8);
    bytes.writeDoubleLE(point.longitude, at + 16);
    bytes.writeFloatLE(point.accuracy ?? Number.NaN, at + 24);
    bytes.writeFloatLE(point.altitude ?? Number.NaN, at + 28);
    bytes.writeFloatLE(point.speed ?? Number.NaN, at + 32);
    bytes.writeUInt32LE(Math.floor(receivedAt / 1000), at + 36);
    if (slot < MASK_HALF) this.low |= 1 << slot;
    else this.high |= 1 << (slot - MASK_HALF);
    return true;
  }

  /** The points of chunk number `chunk`, in the order of their numbers. */
  points(chunk: number): StoredPoint[] {
    const points: StoredPoint[] = [];
    const { bytes } = this;
    for (let slot = 0; slot < CHUNK_POINTS; slot += 1) {
      if (!this.has(slot)) continue;
      const at = slot * SLOT_BYTES;
      points.push({
        seq: chunk * CHUNK_POINTS + slot,
        at: bytes.readDoubleLE(at),
        latitude: bytes.readDoubleLE(at + 8),
        longitude: bytes.readDoubleLE(at + 16),
        accuracy: orNull(bytes.readFloatLE(at + 24)),
        altitude: orNull(bytes.readFloatLE(at + 28)),
        speed: orNull(bytes.readFloatLE(at + 32)),
        receivedAt: bytes.readUInt32LE(at + 36) * 1000,
      });
    }
    return points;
  }

  /** The bytes to encrypt. */
  plain(): Buffer {
    return this.bytes;
  }
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/**
 * Encrypts chunks and positions (AES-256-GCM). Stored: version (1 byte), nonce (12), tag (16), content. A chunk is bound to
 * its patrol, its number and its mask: one that was moved, or whose mask was changed, cannot be read.
 */
export class TrackCipher {
  private nonces: Buffer = Buffer.alloc(0);

  constructor(private readonly key: KeyObject) {}

  sealChunk(patrolId: number, chunk: number, content: TrackChunk): Buffer {
    return this.seal(content.plain(), chunkName(patrolId, chunk, content.low, content.high));
  }

  /** Throws when the row was tampered with. */
  openChunk(patrolId: number, chunk: number, low: number, high: number, stored: Buffer): TrackChunk {
    return TrackChunk.of(this.open(stored, chunkName(patrolId, chunk, low, high)), low, high);
  }

  sealPosition(patrolId: number, place: { latitude: number; longitude: number }): Buffer {
    const bytes = Buffer.alloc(16);
    bytes.writeDoubleLE(place.latitude, 0);
    bytes.writeDoubleLE(place.longitude, 8);
    return this.seal(bytes, `position|${patrolId}`);
  }

  /** Throws when the value was tampered with. */
  openPosition(patrolId: number, stored: Buffer): { latitude: number; longitude: number } {
    const bytes = this.open(stored, `position|${patrolId}`);
    return { latitude: bytes.readDoubleLE(0), longitude: bytes.readDoubleLE(8) };
  }

  private seal(plain: Buffer, name: string): Buffer {
    const nonce = this.nonce();
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    cipher.setAAD(Buffer.from(name));
    const body = cipher.update(plain);
    cipher.final();
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
  }

  /** Random bytes are asked for by the kilobyte: each call costs as much as encrypting a chunk. */
  private nonce(): Buffer {
    if (this.nonces.length < NONCE_BYTES) this.nonces = randomBytes(NONCE_BYTES * NONCES_AHEAD);
    const nonce = this.nonces.subarray(0, NONCE_BYTES);
    this.nonces = this.nonces.subarray(NONCE_BYTES);
    return nonce;
  }

  private open(stored: Buffer, name: string): Buffer {
    if (stored[0] !== VERSION || stored.length < 1 + NONCE_BYTES + TAG_BYTES)
      throw new Error('unknown version of an encrypted track');
    const nonce = stored.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce);
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(stored.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES));
    const body = decipher.update(stored.subarray(1 + NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]);
  }
}

function chunkName(patrolId: number, chunk: number, low: number, high: number): string {
  return `points|${patrolId}|${chunk}|${low}|${high}`;
}
