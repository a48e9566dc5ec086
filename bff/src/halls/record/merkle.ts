import { createHash, hash } from 'node:crypto';
import { encodeId } from '../../common/ids/public-id.js';

/** A leaf of a day's tree: a topic's head (RFC 6962: SHA-256 of 0x00 and `topic:seq:hash`). */
export function leafOf(topicId: number, seq: number, head: Buffer): Buffer {
  return createHash('sha256')
    .update(Buffer.of(0))
    .update(`${encodeId('topic', topicId)}:${seq}:${head.toString('hex')}`)
    .digest();
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}

/** The root of a day: binds the day and the number of records to the top of their tree. */
export function dailyRootOf(day: string, leaves: number, top: Buffer): Buffer {
  return hash('sha256', `jiefang-root/1:${day}:${leaves}:${top.toString('hex')}`, 'buffer');
}

/** A Merkle tree as RFC 6962 shapes it: pairs from the left, a node without a partner goes up as it is. */
export class MerkleTree {
  private readonly levels: Buffer[][];

  /** @throws RangeError without a leaf. */
  constructor(leaves: readonly Buffer[]) {
    if (leaves.length === 0) throw new RangeError('a tree has a leaf');
    this.levels = [[...leaves]];
    for (let level = this.levels[0] as Buffer[]; level.length > 1;) {
      const next: Buffer[] = [];
      for (let at = 0; at < level.length; at += 2) {
        const [left, right] = [level[at] as Buffer, level[at + 1]];
        next.push(right === undefined ? left : nodeOf(left, right));
      }
      this.levels.push(next);
      level = next;
    }
  }

  /** The single node above all. */
  get top(): Buffer {
    return this.levels.at(-1)?.[0] as Buffer;
  }

  /** What leaf `no` (from 0) needs to come to the root, from the bottom. */
  proofOf(no: number): Buffer[] {
    const proof: Buffer[] = [];
    let at = no;
    for (const level of this.levels.slice(0, -1)) {
      const sibling = level[at % 2 === 0 ? at + 1 : at - 1];
      if (sibling !== undefined) proof.push(sibling);
      at = Math.floor(at / 2);
    }
    return proof;
  }
}
