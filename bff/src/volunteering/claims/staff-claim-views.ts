import { Injectable } from '@nestjs/common';
import { tierOf } from '@jiefang/shared/hours';
import { shanghaiDay } from '@jiefang/shared/time';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { Hours } from '../hours/hours.js';
import { mayApprove } from '../hours/tiers.js';
import { Patrols } from '../patrols/patrol-evidence.js';
import type { EvidenceView } from '../patrols/patrol-views.js';
import { taskOf } from './claim-mapping.js';
import { ClaimPeople } from './claim-people.js';
import { maxMinutesOf, proposedMinutesOf, staffActions } from './claim-rules.js';
import type { ClaimVolunteerView, StaffClaimView, SubmissionView } from './claim-views.js';
import type { ClaimRow } from './claims.repository.js';

const NOBODY: ClaimVolunteerView = { number: '', name: '', phoneMasked: '', unit: null, trainings: [] };

/** Claims as staff see them, with who came and what supports the service. */
@Injectable()
export class StaffClaimViews {
  constructor(
    private readonly people: ClaimPeople,
    private readonly patrols: Patrols,
    private readonly hours: Hours,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** In the order of the rows; a handful of queries whatever the number. */
  async claims(sql: Sql, caller: Caller, rows: readonly ClaimRow[]): Promise<StaffClaimView[]> {
    const people = await this.people.views(
      sql,
      rows.map((row) => row.personId),
    );
    const evidence = await this.evidenceOf(sql, rows);
    const now = this.clock.now();
    return rows.map((row) =>
      staffViewOf(row, people.get(row.personId) ?? NOBODY, evidence.get(row.id) ?? null, caller, now),
    );
  }

  async claim(sql: Sql, caller: Caller, row: ClaimRow): Promise<StaffClaimView> {
    return (await this.claims(sql, caller, [row]))[0] as StaffClaimView;
  }

  /** Handed-in claims side by side with what supports them. */
  async submissions(sql: Sql, caller: Caller, rows: readonly ClaimRow[]): Promise<SubmissionView[]> {
    const people = await this.people.views(
      sql,
      rows.map((row) => row.personId),
    );
    const evidence = await this.evidenceOf(sql, rows);
    const names = await this.divisionNames(
      sql,
      rows.map((row) => row.divisionCode),
    );
    const grants = await this.access.grantsOf(caller.personId);
    const days = await this.hours.minutesOfDays(
      sql,
      rows.map((row) => ({ personId: row.personId, day: dayOf(row) })),
    );
    const now = this.clock.now();
    const views: SubmissionView[] = [];
    for (const row of rows) {
      const own = evidence.get(row.id) ?? null;
      const view = staffViewOf(row, people.get(row.personId) ?? NOBODY, own, caller, now);
      const dayMinutes = days.get(`${row.personId}|${dayOf(row)}`) ?? 0;
      const tier = tierOf(dayMinutes + (view.proposedMinutes ?? 0));
      views.push({
        ...view,
        task: taskOf(row),
        division: { code: row.divisionCode, name: names.get(row.divisionCode) ?? row.divisionCode },
        submittedAt: row.submittedAt?.toISOString() ?? null,
        dayMinutes,
        maxMinutes: maxMinutesOf(row, own?.pausedSeconds ?? 0) ?? 0,
        tier,
        mayVerify:
          view.actions.includes('verify') && mayApprove(grants, 'claims.verify', row.divisionCode, tier),
        evidence: own,
      });
    }
    return views;
  }

  async submission(sql: Sql, caller: Caller, row: ClaimRow): Promise<SubmissionView> {
    return (await this.submissions(sql, caller, [row]))[0] as SubmissionView;
  }

  /** Evidence of handed-in claims that were walked; the analysis is kept, so that reading it again costs little. */
  evidenceOf(sql: Sql, rows: readonly ClaimRow[]): Promise<Map<number, EvidenceView>> {
    const walked = rows.filter((row) => row.patrolId !== null && row.finishedAt !== null);
    return this.patrols.evidenceOf(
      sql,
      walked.map((row) => row.id),
    );
  }

  private async divisionNames(sql: Sql, codes: readonly string[]): Promise<Map<string, string>> {
    if (codes.length === 0) return new Map();
    const rows = await sql.query<{ code: string; name: string }>(
      'SELECT code, short_name AS name FROM division WHERE code IN (?)',
      [[...new Set(codes)]],
    );
    return new Map(rows.map((row) => [row.code, row.name]));
  }
}

/** The day that a claim's minutes belong to: that of the shift's start. */
export function dayOf(row: Pick<ClaimRow, 'startsAt'>): string {
  return shanghaiDay(row.startsAt);
}

function staffViewOf(
  row: ClaimRow,
  volunteer: ClaimVolunteerView,
  evidence: EvidenceView | null,
  caller: Caller,
  now: Date,
): StaffClaimView {
  return {
    id: encodeId('claim', row.id),
    status: row.status,
    statusReason: row.statusReason,
    volunteer,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
    checkInMethod: row.checkInMethod,
    checkInMetres: row.checkInMetres,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    note: row.note,
    question: row.question,
    answer: row.answer,
    proposedMinutes: proposedOf(row, evidence),
    verifiedMinutes: row.verifiedMinutes,
    actions: staffActions(row, row.personId === caller.personId, now),
  };
}

/** What the patrol proposes, within what the claim allows; without a patrol, what check-in and finish say. */
export function proposedOf(row: ClaimRow, evidence: EvidenceView | null): number | null {
  const paused = evidence?.pausedSeconds ?? 0;
  const most = maxMinutesOf(row, paused);
  if (most === null) return null;
  return Math.min(most, evidence?.proposedMinutes ?? proposedMinutesOf(row, paused) ?? most);
}
