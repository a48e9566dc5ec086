import { Injectable } from '@nestjs/common';
import { ROLE_PERMISSIONS, ROLES } from '@jiefang/shared/permissions';
import { shanghaiDay } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { Ticker } from '../../common/clock/ticker.js';
import { Database, type Sql } from '../../database/database.js';
import { FollowUpsRepository, type FollowUpRow } from './follow-ups.repository.js';

const TICK_MS = 60_000;
const LEASE_SECONDS = 120;
const BATCH = 200;

/** Tells the staff of a community once when a promise's day has passed; that it is late, everybody sees by itself. */
@Injectable()
export class FollowUpClock {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUpsRepository,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({
      name: 'follow_up_clock',
      every: TICK_MS,
      leaseSeconds: LEASE_SECONDS,
      work: () => this.run(),
    });
  }

  /** Everything that is late and was not told. */
  async run(): Promise<void> {
    for (;;) {
      const late = await this.followUps.findLate(this.database, shanghaiDay(this.clock.now()), BATCH);
      for (const row of late) await this.database.transaction((tx) => this.remind(tx, row));
      if (late.length < BATCH) return;
    }
  }

  private async remind(tx: Sql, row: FollowUpRow): Promise<void> {
    const now = this.clock.now();
    if (!(await this.followUps.markReminded(tx, row.id, now))) return;
    const roles = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('followups.manage'));
    const payload = {
      topicId: row.topicId,
      topicTitle: row.topicTitle,
      followUpTitle: row.title,
      responsible: row.responsible,
      dueOn: row.dueOn,
    };
    await tx.execute(
      `INSERT INTO outbox (person_id, kind, dedupe, payload, due_at, created_at)
       SELECT DISTINCT g.person_id, 'follow_up_late', ?, ?, ?, ? FROM role_grant g
        WHERE g.division_code = ? AND g.live = 1 AND g.role IN (?)
       ON DUPLICATE KEY UPDATE outbox.id = outbox.id`,
      [`follow-up:${row.id}:late`, JSON.stringify(payload), now, now, row.divisionCode, roles],
    );
  }
}
