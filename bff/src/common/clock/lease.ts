import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Clock } from './clock.js';

/** Lets one replica at a time run a periodic job: a row that is held for a while and taken over when its holder dies. */
@Injectable()
export class Leases {
  private readonly holder = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** True when this process holds the lease for the next `seconds`. */
  async acquire(name: string, seconds: number): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + seconds * 1000);
    await this.database.execute(
      `INSERT INTO job_lease (name, holder, until) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE holder = IF(until < ? OR holder = VALUES(holder), VALUES(holder), holder),
                               until = IF(holder = VALUES(holder), VALUES(until), until)`,
      [name, this.holder, until, now],
    );
    const rows = await this.database.query<{ holder: string }>(
      'SELECT holder FROM job_lease WHERE name = ?',
      [name],
    );
    return rows[0]?.holder === this.holder;
  }
}
