import { Injectable } from '@nestjs/common';
import { claimStatusesBefore, type ClaimStatus } from '@jiefang/shared/volunteering';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Verdict } from '../../common/lanes/lane.js';
import type { Sql } from '../../database/database.js';
import type { NoticeKind } from '../../notices/notice-texts.js';
import type { OutboxMessage } from '../../outbox/outbox.js';
import type { ShiftRow } from './claim-batches.js';
import type { ClaimCommand, ClaimOutcome, FreeCommand } from './claim-commands.js';
import { noShowFrom, releaseBy } from './claim-rules.js';
import { count, type Writes } from './claim-writes.js';
import { ClaimsRepository, type ClaimRow } from './claims.repository.js';
import { NoShowPauses } from './no-show-pauses.js';
import { factsOf } from './shift-claims.js';

/** What a claim's end is told with; who gave the place back themselves knows. */
const NOTICES: Partial<Record<ClaimStatus, Extract<NoticeKind, 'claim_no_show' | 'claim_rejected'>>> = {
  no_show: 'claim_no_show',
  rejected: 'claim_rejected',
};

/** Ends live claims: status, place, no-shows. The caller's transaction holds the volunteers and the shifts. */
@Injectable()
export class ClaimEndings {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly noShows: NoShowPauses,
  ) {}

  async end(
    tx: Sql,
    commands: readonly FreeCommand[],
    shifts: Map<number, ShiftRow>,
    writes: Writes,
    verdicts: Map<ClaimCommand, Verdict<ClaimOutcome>>,
    now: Date,
  ): Promise<void> {
    const ids = [...new Set(commands.map((command) => command.claimId))];
    const rows = await this.claims.findByIdsForUpdate(tx, ids);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const missed: ClaimRow[] = [];
    for (const command of commands) {
      const row = byId.get(command.claimId);
      const end = row === undefined ? new DomainError('NOT_FOUND') : endOf(command, row, now);
      if (row === undefined || end instanceof DomainError) {
        verdicts.set(command, { error: end });
        continue;
      }
      const from = claimStatusesBefore(end, command.actor);
      if (!(await this.claims.changeStatus(tx, row.id, from, end, command.reason, now))) {
        verdicts.set(command, { error: new DomainError('CLAIM_STATE') });
        continue;
      }
      row.status = end;
      const shift = shifts.get(row.shiftId);
      if (shift !== undefined) shift.claimed -= 1;
      count(writes.claimed, row.shiftId, -1);
      writes.people.add(row.personId);
      writes.steps.push({ claimId: row.id, status: end, actorId: command.actorId, note: command.reason });
      writes.messages.push(...toldOf(row, command.reason));
      if (command.audit !== null) writes.audits.push(command.audit);
      if (end === 'no_show') missed.push(row);
      verdicts.set(command, { value: { kind: 'freed' } });
    }
    writes.messages.push(...(await this.noShows.count(tx, missed)));
  }
}

/** The status a claim ends in, or why it may not end now. */
function endOf(command: FreeCommand, row: ClaimRow, now: Date): ClaimStatus | DomainError {
  let to: ClaimStatus = command.to;
  if (command.actor === 'volunteer' && row.status === 'claimed') {
    if (now >= row.startsAt) {
      return new DomainError('CLAIM_STATE', {
        rule: 'release',
        message: '班次已经开始，不能再让出。',
        next: '来不了请告诉志愿协调员。',
      });
    }
    if (now > releaseBy(row)) to = 'abandoned';
  }
  if (command.actor === 'staff' && to === 'no_show' && now < noShowFrom(row))
    return new DomainError('CLAIM_STATE', { message: '班次开始半小时后才能记“没有到”。' });
  return claimStatusesBefore(to, command.actor).includes(row.status) ? to : new DomainError('CLAIM_STATE');
}

function toldOf(row: ClaimRow, reason: string | null): OutboxMessage[] {
  const kind = NOTICES[row.status];
  if (kind === undefined) return [];
  return [
    {
      personId: row.personId,
      kind,
      dedupe: `claim:${row.id}:${row.status}`,
      payload: { ...factsOf({ ...row, claimId: row.id }), ...(reason === null ? {} : { reason }) },
    },
  ];
}
