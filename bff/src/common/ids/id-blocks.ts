import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/**
 * How many numbers a replica takes from the counter at a time. A waitlist entry's number is also its place in the queue,
 * so it comes from the counter itself, whichever replica asks.
 */
const BLOCK = { booking: 1000, waitlist_entry: 0, claim: 1000, shift_wait: 0 } as const;

/**
 * Row numbers handed out before the insert, so that a batch can refer to its own rows. They are unique on one node and
 * on a cluster, and may have gaps.
 */
@Injectable()
export class IdBlocks {
  private readonly blocks = new Map<string, { next: number; end: number; filling: Promise<void> | null }>();

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
    const block = this.blocks.get(name) ?? { next: 0, end: 0, filling: null };
    this.blocks.set(name, block);
    while (numbers.length < count) {
      if (block.next < block.end) {
        numbers.push(block.next);
        block.next += 1;
      } else {
        block.filling ??= this.fill(name, block).finally(() => (block.filling = null));
        await block.filling;
      }
    }
    return numbers;
  }

  private async fill(name: keyof typeof BLOCK, block: { next: number; end: number }): Promise<void> {
    block.next = await this.advance(name, BLOCK[name]);
    block.end = block.next + BLOCK[name];
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
