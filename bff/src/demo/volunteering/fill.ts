import { DAY_MS, MINUTE_MS } from '@jiefang/shared/time';
import type { ClaimStatus } from '@jiefang/shared/volunteering';
import type { ClaimPlanner, ClaimWish } from './claims.js';
import type { DemoVolunteer } from './cast.js';
import type { DemoShift } from './tasks.js';

/** A service is under way from so long after the start until so long after the end. */
const BEGUN_MS = 15 * MINUTE_MS;
const OVER_MS = 20 * MINUTE_MS;
/** Beyond so many days ahead nobody has claimed yet. */
const CLAIMED_DAYS = 12;
const TRIES_PER_PLACE = 6;
const REJECTION = '签到后不久就离开了，没有完成服务';

/** Fills shifts with what neighbours would claim, and what became of it. */
export class ShiftFiller {
  /** Who missed a shift already: another one would come near a pause. */
  private readonly missed = new Set<number>();

  constructor(
    private readonly planner: ClaimPlanner,
    private readonly volunteers: readonly DemoVolunteer[],
  ) {}

  fill(shifts: readonly DemoShift[]): void {
    for (const shift of shifts) this.fillShift(shift);
  }

  private fillShift(shift: DemoShift): void {
    const { random, now } = this.planner;
    const ahead = (shift.startsAt.getTime() - now.getTime()) / DAY_MS;
    const known = Math.max(0, Math.min(1, 1.1 - Math.max(0, ahead) / CLAIMED_DAYS));
    const share = Math.min(1, shift.task.popular * known * (0.65 + random.next() * 0.6));
    const wanted = Math.round(shift.capacity * share) - shift.claimed;
    const near = this.volunteers.filter((one) => one.home.startsWith(shift.task.divisionCode));
    for (let placed = 0, tries = 0; placed < wanted && tries < wanted * TRIES_PER_PLACE; tries += 1) {
      const volunteer = random.pick(near.length > 0 && random.chance(0.75) ? near : this.volunteers);
      const wish = this.wishOf(shift, volunteer);
      // Nobody serves twice a day, or the day would need a higher approval.
      const isBusy = volunteer.held.some((held) => dayOf(held.startsAt) === dayOf(shift.startsAt));
      if (isBusy || this.planner.claim(shift, volunteer, wish) === null) continue;
      if (wish.status === 'no_show') this.missed.add(volunteer.personId);
      placed += 1;
    }
  }

  private wishOf(shift: DemoShift, volunteer: DemoVolunteer): ClaimWish {
    const { random, now } = this.planner;
    const since = now.getTime() - shift.startsAt.getTime();
    const over = now.getTime() - shift.endsAt.getTime();
    if (since < BEGUN_MS) return { status: random.chance(0.05) ? 'released' : 'claimed' };
    if (over < OVER_MS) return { status: 'in_progress' };
    const status = random.weighted<ClaimStatus>({
      verified: 870,
      released: 70,
      abandoned: 25,
      no_show: 12,
      rejected: 8,
      claimed: 0,
      in_progress: 0,
      submitted: 0,
      queried: 0,
    });
    if (status === 'no_show' && this.missed.has(volunteer.personId)) return { status: 'released' };
    if (status === 'rejected' && over > 3 * DAY_MS) return { status, reason: REJECTION };
    return status === 'verified' || status === 'rejected' ? this.served(shift) : { status };
  }

  /** Verified when staff would have come to it by now, else waiting for them. */
  private served(shift: DemoShift): ClaimWish {
    const { random, now } = this.planner;
    // The service may be handed in a little after the shift.
    const verifiedAt = this.planner.verifiedAfter(new Date(shift.endsAt.getTime() + OVER_MS));
    if (verifiedAt <= now) return { status: 'verified', verifiedAt };
    const asked = now.getTime() - shift.endsAt.getTime() > 5 * 60 * MINUTE_MS && random.chance(0.1);
    if (!asked) return { status: 'submitted' };
    return { status: 'queried', verifiedAt: new Date(now.getTime() - random.int(5, 90) * MINUTE_MS) };
  }
}

function dayOf(instant: Date): number {
  return Math.floor((instant.getTime() + 8 * 60 * MINUTE_MS) / DAY_MS);
}
