import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

const BLOCK = 1000;

/**
 * Row numbers handed out before the insert, so that a batch can refer to its own rows. Each replica takes blocks of a
 * thousand from one counter row; numbers are unique on one node and on a cluster, and may have gaps.
 */
@Injectable()
export class IdBlocks {
  private readonly blocks = new Map<string, { next: number; end: number; filling: Promise<void> | null }>();

  constructor(private readonly database: Database) {}

  /** The next `count` numbers of a counter, ascending. Takes its block outside any transaction of the caller. */
  async take(name: 'booking' | 'waitlist_entry', count: number): Promise<number[]> {
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

  private async fill(name: string, block: { next: number; end: number }): Promise<void> {
    const { insertId } = await this.database.execute(
      'UPDATE id_block SET next_id = LAST_INSERT_ID(next_id) + ? WHERE name = ?',
      [BLOCK, name],
    );
    block.next = insertId;
    block.end = insertId + BLOCK;
  }
}
