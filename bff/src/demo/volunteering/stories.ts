import { addDays, DAY_MS, instantAt, MINUTE_MS, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { CLAIM_NO_SHOW } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';
import type { WorkingDays } from '../../common/calendar/working-days.js';
import { YANAN } from '../people.js';
import type { VolunteerCast } from './cast.js';
import { dayBefore, type ClaimPlanner, type DemoClaim } from './claims.js';
import { planAdjustment, type DemoHours } from './hours.js';
import type { DemoShift } from './tasks.js';
import { BIRTHDAY, FIRE_LANES, OLD_TOWN_PATROL, PHONE_CLASS, VISITS } from './tasks-yanan.js';

/** Who acts in the stories. */
export interface StoryStaff {
  /** Volunteer coordinator of 延安社区. */
  coordinator: number;
  /** Administrator of the street. */
  administrator: number;
}

/** What later steps write about. */
export interface VolunteerStories {
  lins: DemoClaim[];
  /** Public now, verified by the administrator, so that the coordinator may answer an objection. */
  objected: DemoClaim | null;
  missed: DemoClaim[];
}

const OBJECTION = '那天晚上我也在文昌苑，八点多就没看到人了，请核对一下结束的时间。';
const REVERSAL = '那天下大雨改期了，记录是误点提交的，已经和本人核对';
const ADJUSTMENT = '多留了二十分钟陪老人等家属，当天漏记';

/** Places the claims of the demo people before the neighbours take the shifts. */
export function planVolunteerStories(
  planner: ClaimPlanner,
  cast: VolunteerCast,
  city: { shifts: readonly DemoShift[]; calendar: WorkingDays; staff: StoryStaff },
): VolunteerStories {
  const { now } = planner;
  const { shifts, calendar, staff } = city;
  const of = (title: string): DemoShift[] =>
    shifts.filter((shift) => shift.task.divisionCode === YANAN && shift.task.title === title);
  const past = (title: string): DemoShift[] =>
    of(title)
      .filter((shift) => shift.endsAt.getTime() < now.getTime() - 4 * 60 * MINUTE_MS)
      .reverse();
  const publicFrom = dayBefore(calendar.lastOpening(now), 19);
  const lins = planLin(planner, cast, { of, past, publicFrom, staff });
  planPatrolCompany(planner, cast, past(OLD_TOWN_PATROL)[0]);
  planFullShift(planner, cast, of(BIRTHDAY));

  const watched = past(FIRE_LANES).find(
    (shift) => shift.endsAt.getTime() < publicFrom.getTime() - 30 * MINUTE_MS,
  );
  const objected =
    watched === undefined
      ? null
      : planner.claim(watched, cast.objected, {
          status: 'verified',
          verifiedAt: publicFrom,
          verifiedBy: staff.administrator,
        });
  const missed = shifts
    .filter((shift) => shift.task.divisionCode === YANAN && shift.task.requirements.trainings.length === 0)
    .filter((shift) => shift.endsAt < now && shift.startsAt.getTime() > now.getTime() - 28 * DAY_MS)
    .filter((shift) => !shift.task.requirements.residentsOnly);
  const marks = [0.2, 0.55, 0.85].map((share) => missed[Math.floor(missed.length * share)]);
  return {
    lins,
    objected,
    missed: marks.flatMap((shift) =>
      shift === undefined ? [] : (planner.claim(shift, cast.paused, { status: 'no_show' }) ?? []),
    ),
  };
}

interface LinsShifts {
  of: (title: string) => DemoShift[];
  past: (title: string) => DemoShift[];
  publicFrom: Date;
  staff: StoryStaff;
}

/** 林阿姨: visits in every status of hours, a patrol that waits to be verified, a question to answer, what comes next. */
function planLin(
  planner: ClaimPlanner,
  { lin }: VolunteerCast,
  { of, past, publicFrom, staff }: LinsShifts,
): DemoClaim[] {
  const { now } = planner;
  const [recent, ...older] = past(VISITS);
  const public_ = older.findIndex((s) => s.endsAt.getTime() < publicFrom.getTime() - 30 * MINUTE_MS);
  const verifiedBy = staff.coordinator;
  const claims = [
    claimOf(recent, { status: 'verified', verifiedBy, verifiedAt: justNow(now) }),
    claimOf(older[public_], { status: 'verified', verifiedBy, verifiedAt: publicFrom }),
    ...older
      .slice(public_ + 2)
      .filter((_, index) => index % 2 === 0)
      .map((shift, index) =>
        claimOf(shift, {
          status: 'verified',
          verifiedBy: index % 3 === 1 ? staff.administrator : staff.coordinator,
        }),
      ),
    ...past(OLD_TOWN_PATROL)
      .filter((_, index) => index % 4 === 0)
      .map((shift, index) =>
        claimOf(shift, { status: index === 0 ? 'submitted' : 'verified', verifiedBy, quality: 'good' }),
      ),
    claimOf(past(PHONE_CLASS)[0], {
      status: 'queried',
      verifiedBy,
      finishedLate: 48,
      question: '结束时间比班次晚了将近五十分钟，是留下来帮忙收拾了吗？',
      note: '教会两位老人视频通话',
    }),
    claimOf(coming(of(VISITS)), { status: 'claimed' }),
    claimOf(coming(of(OLD_TOWN_PATROL), 2), { status: 'claimed' }),
  ];
  return claims.filter((claim) => claim !== null);

  function claimOf(
    shift: DemoShift | undefined,
    wish: Parameters<ClaimPlanner['claim']>[2],
  ): DemoClaim | null {
    return shift === undefined ? null : planner.claim(shift, lin, wish);
  }

  function coming(list: readonly DemoShift[], skip = 0): DemoShift | undefined {
    return list.filter((shift) => shift.startsAt.getTime() > now.getTime() + DAY_MS / 2)[skip];
  }
}

/** Half an hour ago, or yesterday evening while the office sleeps; after the last opening either way. */
function justNow(now: Date): Date {
  const recent = new Date(now.getTime() - 25 * MINUTE_MS);
  const minute = shanghaiMinute(now);
  if (minute >= 9 * 60 && minute < 9 * 60 + 50)
    return new Date(now.getTime() - (minute - 9 * 60) * MINUTE_MS * 0.5);
  return minute < 9 * 60 ? instantAt(addDays(shanghaiDay(now), -1), 20 * 60 + 40) : recent;
}

/** Two who walked with 林阿姨: one whose phone lost the sky for a while, one whose fixes jumped. */
function planPatrolCompany(planner: ClaimPlanner, cast: VolunteerCast, shift: DemoShift | undefined): void {
  if (shift === undefined) return;
  const walkers = cast.all.filter(
    (one) => one.trackConsentId !== null && one.home === YANAN && ![cast.lin, cast.paused].includes(one),
  );
  const qualities = ['gap', 'noisy'] as const;
  for (const walker of walkers) {
    const quality = qualities[planner.claims.filter((c) => c.shift === shift).length - 1];
    if (quality === undefined) return;
    planner.claim(shift, walker, { status: 'submitted', quality });
  }
}

/** A shift that everybody wants: full, with a queue that 林阿姨 stands in. */
function planFullShift(planner: ClaimPlanner, { lin, all, paused }: VolunteerCast, list: DemoShift[]): void {
  const { now } = planner;
  const shift = list.find((one) => one.startsAt > now && one.opensAt < now);
  if (shift === undefined) return;
  const others = all.filter((one) => ![lin, paused].includes(one));
  for (const [index, one] of others.entries()) {
    if (shift.claimed >= shift.capacity) break;
    const createdAt = new Date(shift.opensAt.getTime() + (index + 1) * 7 * MINUTE_MS);
    planner.claim(shift, one, { status: 'claimed', createdAt });
  }
  const waiting = others.find((one) => !one.held.some((held) => held.shiftId === shift.id));
  if (waiting !== undefined) planner.wait(shift, waiting, new Date(now.getTime() - 20 * 60 * MINUTE_MS));
  planner.wait(shift, lin, new Date(now.getTime() - 9 * 60 * MINUTE_MS));
}

/** What became of hours out of turn: an objection, a reversal, an adjustment. Changes `hours` in place. */
export async function correctHours(
  tx: Sql,
  hours: DemoHours[],
  stories: VolunteerStories,
  city: { cast: VolunteerCast; staff: StoryStaff; now: Date },
): Promise<void> {
  const { cast, staff, now } = city;
  const disputed = hours.find((item) => item.claim === stories.objected);
  if (disputed?.publicised && disputed.recordedAt === null) {
    const from = disputed.publicised.at.getTime();
    disputed.objection = {
      at: new Date(Math.floor(from + (now.getTime() - from) * 0.6)),
      by: cast.objector.personId,
      text: OBJECTION,
    };
  }
  // A patrol has a track that speaks for it.
  const recorded = hours.filter(
    (item) => item.claim.volunteer === cast.lin && item.recordedAt !== null && item.claim.walk === null,
  );
  const [first, second] = recorded;
  const before = (days: number): Date => dayBefore(new Date(now.getTime() - days * DAY_MS), 16);
  if (first !== undefined) first.reversed = { at: before(2), by: staff.administrator, reason: REVERSAL };
  if (second?.recordedAt) {
    const at = new Date(second.recordedAt.getTime() + 11 * 60 * MINUTE_MS);
    const change = { minutes: 20, at, by: staff.coordinator, reason: ADJUSTMENT };
    if (at < now) hours.push(await planAdjustment(tx, second, change, now));
  }
}

/** Writes the pause that three missed shifts led to, as the clock of the claims would. */
export async function writePause(tx: Sql, { missed }: VolunteerStories): Promise<void> {
  const last = missed.at(-1);
  if (last === undefined || missed.length < CLAIM_NO_SHOW.limit) return;
  await tx.execute(
    `INSERT INTO volunteer_pause (person_id, division_code, starts_at, ends_at, reason, cause_claim_id)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [
      last.volunteer.personId,
      last.shift.task.divisionCode,
      last.updatedAt,
      new Date(last.updatedAt.getTime() + CLAIM_NO_SHOW.pauseDays * DAY_MS),
      `${CLAIM_NO_SHOW.days} 天内 ${missed.length} 次没有到`,
      last.id,
    ],
  );
}
