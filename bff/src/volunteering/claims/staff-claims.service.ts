import { Injectable } from '@nestjs/common';
import { TIER_WORDS, tierOf } from '@jiefang/shared/hours';
import { Audit, type AuditedAct } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { ReasonBody } from '../../common/http/requests.dto.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { Database, type Sql } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import { Hours } from '../hours/hours.js';
import { mayApprove } from '../hours/tiers.js';
import { Patrols } from '../patrols/patrol-evidence.js';
import { ClaimBatches } from './claim-batches.js';
import { ClaimLane } from './claim-lane.js';
import type { FreeCommand } from './claim-commands.js';
import { maxMinutesOf } from './claim-rules.js';
import { ClaimSteps } from './claim-steps.js';
import type { StaffClaimView } from './claim-views.js';
import type { ClaimQuestionBody, StaffCheckInBody, StaffFinishBody, VerifyBody } from './claims.dto.js';
import { ClaimsRepository, type ClaimRow } from './claims.repository.js';
import { ClaimsService } from './claims.service.js';
import { requireCheckInTime } from './my-claims.service.js';
import { factsOf } from './shift-claims.js';
import { dayOf, proposedOf, StaffClaimViews } from './staff-claim-views.js';

/** What staff decide about claims of their division; never about their own. */
@Injectable()
export class StaffClaimsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly service: ClaimsService,
    private readonly batches: ClaimBatches,
    private readonly lane: ClaimLane,
    private readonly steps: ClaimSteps,
    private readonly views: StaffClaimViews,
    private readonly patrols: Patrols,
    private readonly hours: Hours,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** For somebody who is there without a phone that works. */
  checkIn(caller: Caller, key: string, publicId: string, body: StaffCheckInBody): Promise<StaffClaimView> {
    return this.step(caller, key, publicId, 'check-in', body, async (tx, row) => {
      if (row.status !== 'claimed') throw new DomainError('CLAIM_STATE');
      requireCheckInTime(row, this.clock.now());
      const note = body.note === undefined || body.note === '' ? null : body.note;
      await this.steps.checkIn(tx, row.id, { method: 'staff', metres: null, actorId: caller.personId, note });
      await this.audit.record(tx, caller, actOn(row, 'claim.check_in', note === null ? {} : { note }));
    });
  }

  /** Ends a service that the volunteer forgot to end; a patrol under way ends with it. */
  finish(caller: Caller, key: string, publicId: string, body: StaffFinishBody): Promise<StaffClaimView> {
    return this.step(caller, key, publicId, 'finish', body, async (tx, row) => {
      if (row.status !== 'in_progress' || row.checkedInAt === null) throw new DomainError('CLAIM_STATE');
      const at = new Date(body.at);
      if (at <= row.checkedInAt || at > this.clock.now()) {
        throw new DomainError('INVALID_INPUT', {
          message: '结束时间要在签到以后，不能晚于现在。',
          extra: { details: [{ field: 'at', message: '要在签到以后，不能晚于现在' }] },
        });
      }
      await this.patrols.close(tx, row.id, at);
      await this.steps.submit(tx, row.id, { at, note: body.note, actorId: caller.personId });
      await this.audit.record(
        tx,
        caller,
        actOn(row, 'claim.finish', { at: at.toISOString(), note: body.note }),
      );
    });
  }

  /**
   * Verifies a service with the minutes that were really served, and writes them into the ledger in the same
   * transaction. The day's total decides how high the verifier's grant must be.
   */
  async verify(caller: Caller, key: string, publicId: string, body: VerifyBody): Promise<StaffClaimView> {
    // Before the transaction, which must not wait for a second connection.
    const grants = await this.access.grantsOf(caller.personId);
    return this.step(caller, key, publicId, 'verify', body, async (tx, row, unitId) => {
      const { minutes } = body;
      const evidence = (await this.views.evidenceOf(tx, [row])).get(row.id) ?? null;
      const most = maxMinutesOf(row, evidence?.pausedSeconds ?? 0);
      if ((row.status !== 'submitted' && row.status !== 'queried') || most === null)
        throw new DomainError('CLAIM_STATE');
      if (minutes > most)
        throw new DomainError('HOURS_MINUTES', { rule: 'hours', message: `这次服务最多 ${most} 分钟。` });
      const reason = body.reason === undefined || body.reason === '' ? null : body.reason;
      if (reason === null && minutes !== proposedOf(row, evidence)) {
        throw new DomainError('INVALID_INPUT', {
          message: '时长和记录的不一样，请写明原因。',
          extra: { details: [{ field: 'reason', message: '时长和记录的不一样，请写明原因' }] },
        });
      }
      const day = dayOf(row);
      const tier = tierOf((await this.hours.minutesOfDay(tx, row.personId, day)) + minutes);
      if (!mayApprove(grants, 'claims.verify', row.divisionCode, tier)) {
        const limit = tier === 'district' ? 12 : 8;
        throw new DomainError('HOURS_TIER', {
          rule: 'hours',
          message: `这一天加起来超过 ${limit} 小时，要由${TIER_WORDS[tier]}核定。`,
        });
      }
      const at = this.clock.now();
      await this.steps.verify(tx, row.id, { minutes, actorId: caller.personId, note: reason });
      await this.hours.credit(tx, {
        claimId: row.id,
        personId: row.personId,
        minutes,
        day,
        content: row.taskTitle,
        divisionCode: row.divisionCode,
        unitId,
        tier,
        actorId: caller.personId,
        at,
      });
      await this.outbox.enqueue(tx, [
        {
          personId: row.personId,
          kind: 'claim_verified',
          dedupe: `claim:${row.id}:verified`,
          payload: { ...factsOf({ ...row, claimId: row.id }), minutes },
        },
      ]);
      await this.audit.record(
        tx,
        caller,
        actOn(row, 'claim.verify', { minutes, tier, ...(reason === null ? {} : { reason }) }),
      );
    });
  }

  /** Sends a submission back to the volunteer with a question. */
  query(caller: Caller, key: string, publicId: string, body: ClaimQuestionBody): Promise<StaffClaimView> {
    return this.step(caller, key, publicId, 'query', body, async (tx, row) => {
      await this.steps.query(tx, row.id, body.question, caller.personId);
      await this.outbox.enqueue(tx, [
        {
          personId: row.personId,
          kind: 'claim_queried',
          dedupe: `claim:${row.id}:queried:${this.clock.now().getTime()}`,
          payload: { ...factsOf({ ...row, claimId: row.id }), reason: body.question },
        },
      ]);
      await this.audit.record(tx, caller, actOn(row, 'claim.query', { question: body.question }));
    });
  }

  reject(caller: Caller, key: string, publicId: string, body: ReasonBody): Promise<StaffClaimView> {
    return this.end(caller, key, publicId, 'reject', body, 'rejected', body.reason);
  }

  markNoShow(caller: Caller, key: string, publicId: string): Promise<StaffClaimView> {
    return this.end(caller, key, publicId, 'mark-no-show', {}, 'no_show', null);
  }

  /** An end that gives the place back goes through the lane. */
  private async end(
    caller: Caller,
    key: string,
    publicId: string,
    act: 'reject' | 'mark-no-show',
    body: object,
    to: FreeCommand['to'],
    reason: string | null,
  ): Promise<StaffClaimView> {
    const row = await this.require(caller, publicId);
    await this.lane.free({
      kind: 'free',
      request: idempotent(caller.personId, key, `POST /staff/claims/${publicId}/${act}`, body),
      shiftId: row.shiftId,
      personId: row.personId,
      claimId: row.id,
      actor: 'staff',
      actorId: caller.personId,
      to,
      reason,
      audit: {
        caller,
        act: actOn(row, `claim.${act.replaceAll('-', '_')}`, reason === null ? {} : { reason }),
      },
    });
    return this.views.claim(this.database, caller, await this.service.require(publicId));
  }

  /** One step of somebody else's claim, once per key, with the volunteer's time and the claim held, in that order. */
  private async step(
    caller: Caller,
    key: string,
    publicId: string,
    name: string,
    body: object,
    work: (tx: Sql, row: ClaimRow, unitId: number | null) => Promise<void>,
  ): Promise<StaffClaimView> {
    const { id, personId } = await this.require(caller, publicId);
    const request = idempotent(caller.personId, key, `POST /staff/claims/${publicId}/${name}`, body);
    return this.idempotency.run(request, async (tx) => {
      const [volunteer] = await this.batches.lockPeople(tx, [personId]);
      await work(tx, await this.held(tx, id), volunteer?.unitId ?? null);
      return this.views.claim(tx, caller, await this.held(tx, id));
    });
  }

  /** A claim of the caller's division that is not their own. */
  private async require(caller: Caller, publicId: string): Promise<ClaimRow> {
    const row = await this.service.require(publicId);
    await this.access.require(caller, 'claims.verify', row.divisionCode);
    if (row.personId === caller.personId) throw new DomainError('CLAIM_OWN');
    return row;
  }

  private async held(tx: Sql, id: number): Promise<ClaimRow> {
    const [row] = await this.claims.findByIdsForUpdate(tx, [id]);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }
}

function actOn(row: ClaimRow, action: string, detail: Record<string, unknown> = {}): AuditedAct {
  return { action, targetType: 'claim', targetId: row.id, divisionCode: row.divisionCode, detail };
}
