import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/**
 * How many numbers a replica takes from the counter at a time. A waitlist entry's number is also its place in the queue,
 * so it comes from the counter itself, whichever replica asks.
 */
const BLOCK = { booking: 1000, waitlist_entry: 0, claim: 1000, shift_wait: 0 } as const;

interface Block {
  next: number;
  end: number;
  /** The first of the block that follows, when it is at hand. */
  spare: number | null;
  filling: Promise<void> | null;
}

/**
 * Row numbers handed out before the insert, so that a batch can refer to its own rows. They are unique on one node and
 * on a cluster, and may have gaps.
 */
@Injectable()
export class IdBlocks {
  private readonly blocks = new Map<string, Block>();

  constructor(private readonly database: Database) {}

  /**
   * The next `count` numbers of a counter, ascending. The block is taken outside any transaction of the caller, on a
   * connection of its own: take numbers before a transaction is opened, for many of them waiting for a second connection
   * would wait for ever.
   */
  async take(name: keyof typeof BLOCK, count: number): Promise<number[]> {
    if (count === 0) return [];
    if (BLOCK[name] === 0) {
      const first = await this.advance(name, count);
      return Array.from({ length: count }, (_, index) => first + index);
    }
    const numbers: number[] = [];
    const block = this.blocks.get(name) ?? { next: 0, end: 0, spare: null, filling: null };
    this.blocks.set(name, block);
    while (numbers.length < count) {
      if (block.next < block.end) {
        numbers.push(block.next);
        block.next += 1;
      } else if (block.spare !== null) {
        block.next = block.spare;
        block.end = block.next + BLOCK[name];
        block.spare = null;
      } else {
        await this.fill(name, block);
      }
    }
    // Whoever comes next need not wait. A failure is met by whoever runs out of numbers.
    if (block.spare === null && block.end - block.next < BLOCK[name] / 2)
      void this.fill(name, block).catch(() => undefined);
    return numbers;
  }

  private fill(name: keyof typeof BLOCK, block: Block): Promise<void> {
    block.filling ??= this.advance(name, BLOCK[name])
      .then((first) => void (block.spare = first))
      .finally(() => (block.filling = null));
    return block.filling;
  }

  /** Moves the counter on and returns the first of the numbers it passed. */
  private async advance(name: string, count: number): Promise<number> {
    const { insertId } = await this.database.execute(
      'UPDATE id_block SET next_id = LAST_INSERT_ID(next_id) + ? WHERE name = ?',
      [count, name],
    );
    return insertId;
  }
}
