import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { HoursAct, HoursTier } from '@jiefang/shared/hours';
import { deriveKey } from '../../common/crypto/field-cipher.js';

/** What one row of the ledger says, without its place in the chain. Minutes are signed; `day` is the service's day. */
export interface LedgerAct {
  personId: number;
  act: HoursAct;
  itemId: number;
  minutes: number;
  /** 'YYYY-MM-DD' in Shanghai. */
  day: string;
  claimId: number | null;
  divisionCode: string;
  unitId: number | null;
  tier: HoursTier | null;
  actorId: number | null;
  /** Of a service its content, of a publication its last day, otherwise why. */
  reason: string | null;
  at: Date;
}

/** A row with its place: `seq` counts a person's rows from 1. */
export interface ChainedAct extends LedgerAct {
  seq: number;
}

/** The end of a person's chain. */
export interface ChainHead {
  personId: number;
  /** Rows of the person. */
  seq: number;
  /** Sum of their minutes. */
  minutes: number;
  /** MAC of the last row. */
  lastMac: Buffer;
}

/** What stands before a person's first row. */
export const GENESIS = Buffer.alloc(32);

/**
 * The MACs that make the ledger provable (HMAC-SHA-256, keys derived from the application secret). A row's MAC covers the
 * MAC before it and every column but `id`, which is only where the row lies; person and seq are who it is. The head's
 * MAC covers count, sum and last MAC, so that rows cut off at the end are missed.
 */
export class HoursChain {
  private readonly rowKey: KeyObject;
  private readonly headKey: KeyObject;

  constructor(appSecret: string) {
    this.rowKey = deriveKey(appSecret, 'hours-ledger');
    this.headKey = deriveKey(appSecret, 'hours-head');
  }

  /** 32 bytes. */
  macOf(previous: Buffer, row: ChainedAct): Buffer {
    return createHmac('sha256', this.rowKey).update(previous).update(canonical(row)).digest();
  }

  /** 32 bytes. */
  headMacOf(head: ChainHead): Buffer {
    const text = JSON.stringify([head.personId, head.seq, head.minutes]);
    return createHmac('sha256', this.headKey).update(head.lastMac).update(text).digest();
  }
}

/** Equal in constant time. */
export function sameMac(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** One text for one row: a JSON array in the order of the columns, so that no two rows share it. */
function canonical(row: ChainedAct): string {
  return JSON.stringify([
    row.personId,
    row.seq,
    row.act,
    row.itemId,
    row.minutes,
    row.day,
    row.claimId,
    row.divisionCode,
    row.unitId,
    row.tier,
    row.actorId,
    row.reason,
    row.at.toISOString(),
  ]);
}
