import { Injectable } from '@nestjs/common';
import { DAY_MS } from '@jiefang/shared/time';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import { BookingLane } from './booking-lane.js';
import { runOf } from './booking-run.js';
import type { BookBody } from './bookings.dto.js';
import type { WaitlistView } from './booking-views.js';
import { waitlistViewOf } from './waitlist-mapping.js';
import { WaitlistRepository } from './waitlist.repository.js';

const SHOWN_DAYS = 30;

/** Waiting for a taken run. Serving those who wait is the booking ledger's. */
@Injectable()
export class WaitlistService {
  constructor(
    private readonly database: Database,
    private readonly waitlist: WaitlistRepository,
    private readonly lane: BookingLane,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Joins the queue; refused by the rules that would refuse the booking, and when the run is free. */
  async join(caller: Caller, key: string, body: BookBody): Promise<WaitlistView> {
    return this.lane.wait({
      kind: 'wait',
      request: idempotent(caller.personId, key, 'POST /waitlist', body),
      venueId: decodeId('venue', body.venueId),
      run: runOf(body.startsAt, body.endsAt),
      personId: caller.personId,
      purpose: body.purpose,
      attendees: body.attendees,
    });
  }

  async list(personId: number): Promise<WaitlistView[]> {
    const now = this.clock.now();
    const rows = await this.waitlist.findOfPerson(
      this.database,
      personId,
      new Date(now.getTime() - SHOWN_DAYS * DAY_MS),
    );
    const ahead = await this.waitlist.countAhead(
      this.database,
      rows.filter((row) => row.status === 'waiting').map((row) => row.id),
    );
    return rows.map((row) => waitlistViewOf(row, ahead.get(row.id) ?? 0, now));
  }

  async leave(caller: Caller, key: string, publicId: string): Promise<WaitlistView> {
    const id = decodeId('waitlist', publicId);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /waitlist/${publicId}/leave`, {}),
      async (tx) => {
        const row = await this.waitlist.findById(tx, id);
        if (row === null || row.personId !== caller.personId) throw new DomainError('NOT_FOUND');
        const now = this.clock.now();
        if ((await this.waitlist.finish(tx, [id], 'cancelled', {}, now)) !== 1)
          throw new DomainError('WAITLIST_STATE');
        return waitlistViewOf({ ...row, status: 'cancelled' }, 0, now);
      },
    );
  }
}
