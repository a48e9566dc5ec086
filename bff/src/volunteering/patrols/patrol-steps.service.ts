import { Injectable } from '@nestjs/common';
import { FUTURE_TOLERANCE_MS } from '@jiefang/shared/tracks';
import type { PatrolStatus } from '@jiefang/shared/volunteering';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import type { Sql } from '../../database/database.js';
import { CodeTries } from '../../common/codes/code-tries.js';
import { ShiftCodes } from '../claims/shift-codes.js';
import { ClaimSteps } from '../claims/claim-steps.js';
import { Consents } from '../volunteers/consents.js';
import type { PatrolView } from './patrol-views.js';
import type { FinishPatrolBody, ScanCheckpointBody } from './patrols.dto.js';
import { PatrolsRepository, type PatrolRow, type PauseRow } from './patrols.repository.js';
import { PatrolsService } from './patrols.service.js';

/** A patrol as a step finds it: its rows are locked. */
interface Current {
  row: PatrolRow;
  pauses: PauseRow[];
}

/** What the person who walks does with a running patrol. A step may be told later than it was taken. */
@Injectable()
export class PatrolStepsService {
  constructor(
    private readonly patrols: PatrolsRepository,
    private readonly service: PatrolsService,
    private readonly steps: ClaimSteps,
    private readonly codes: ShiftCodes,
    private readonly tries: CodeTries,
    private readonly consents: Consents,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  pause(caller: Caller, key: string, id: string, at: string): Promise<PatrolView> {
    return this.take(caller, key, id, 'pause', { at }, async (tx, current) => {
      await this.move(tx, current.row, ['recording'], 'paused');
      const moment = this.momentOf(at, current);
      const before = current.pauses.at(-1)?.pausedAt.getTime() ?? 0;
      // Pauses are told apart by their beginning.
      await this.patrols.pause(tx, current.row.id, new Date(Math.max(moment.getTime(), before + 1)));
    });
  }

  /** Goes on; the consent to tracks must be in force, for it may have been withdrawn meanwhile. */
  resume(caller: Caller, key: string, id: string, at: string): Promise<PatrolView> {
    return this.take(caller, key, id, 'resume', { at }, async (tx, current) => {
      if (current.row.erasedAt !== null) throw new DomainError('TRACK_ERASED');
      const consent = await this.consents.active(tx, caller.personId, 'track');
      if (consent === null) throw new DomainError('CONSENT_REQUIRED');
      await this.move(tx, current.row, ['paused'], 'recording');
      await this.patrols.resume(tx, current.row.id, this.momentOf(at, current));
      await this.patrols.setConsent(tx, current.row.id, consent.id);
    });
  }

  /** Ends the patrol and hands the claim in. Points that are still in the phone may follow. */
  finish(caller: Caller, key: string, id: string, body: FinishPatrolBody): Promise<PatrolView> {
    return this.take(caller, key, id, 'finish', body, async (tx, current) => {
      const at = this.momentOf(body.at, current);
      const lastSeq = body.lastSeq < 0 ? null : body.lastSeq;
      if ((await this.patrols.finish(tx, current.row.id, at, lastSeq)) !== 1)
        throw new DomainError('PATROL_STATE');
      const note = body.note === undefined || body.note === '' ? null : body.note;
      await this.steps.submit(tx, current.row.claimId, { at, note, actorId: caller.personId });
    });
  }

  /** From now on this device brings the points. Also after the finish: the other one may still hold some. */
  takeOver(caller: Caller, key: string, id: string, device: string): Promise<PatrolView> {
    return this.take(caller, key, id, 'take-over', { device }, async (tx, { row }) => {
      if (row.device !== device) await this.patrols.changeDevice(tx, row.id, device);
    });
  }

  /** Notes a checkpoint by the rotating code that is shown there, beside whatever the track says. */
  async scan(caller: Caller, key: string, id: string, body: ScanCheckpointBody): Promise<PatrolView> {
    await this.tries.count(caller.personId, body.qr);
    return this.take(caller, key, id, 'checkpoints', body, async (tx, { row }) => {
      if (row.status === 'finished') throw new DomainError('PATROL_STATE');
      if (!(row.route?.checkpoints ?? []).some((checkpoint) => checkpoint.no === body.no))
        throw new DomainError('PATROL_CHECKPOINT');
      const now = this.clock.now();
      const verdict = this.codes.check(body.qr, { shiftId: row.shiftId, checkpoint: body.no }, now);
      if (verdict === 'forged') throw new DomainError('CLAIM_CODE_INVALID');
      if (verdict === 'expired') throw new DomainError('CLAIM_CODE_EXPIRED');
      await this.patrols.scan(tx, row.id, body.no, now, caller.personId);
    });
  }

  /** One step in one transaction, once per key. The claim is locked before the patrol, as everywhere. */
  private async take(
    caller: Caller,
    key: string,
    publicId: string,
    step: string,
    body: object,
    work: (tx: Sql, current: Current) => Promise<void>,
  ): Promise<PatrolView> {
    const { id, claimId } = await this.service.findOwn(caller.personId, publicId);
    const request = idempotent(caller.personId, key, `POST /patrols/${publicId}/${step}`, body);
    await this.idempotency.run(request, async (tx) => {
      await this.patrols.lockClaim(tx, claimId);
      await this.patrols.lock(tx, [id]);
      const row = await this.service.findOwn(caller.personId, publicId, tx);
      await work(tx, { row, pauses: await this.patrols.findPauses(tx, [id]) });
      return {};
    });
    return this.service.viewOf(await this.service.findOwn(caller.personId, publicId), 'own');
  }

  private async move(
    tx: Sql,
    row: PatrolRow,
    from: readonly PatrolStatus[],
    to: PatrolStatus,
  ): Promise<void> {
    if ((await this.patrols.changeStatus(tx, [row.id], from, to)) !== 1)
      throw new DomainError('PATROL_STATE');
  }

  /**
   * The instant a step was taken, between the step before and now. Clocks of phones differ a little and are put right; one
   * that differs more is refused with INVALID_INPUT.
   */
  private momentOf(text: string, { row, pauses }: Current): Date {
    const at = new Date(text).getTime();
    const now = this.clock.now().getTime();
    const last = pauses.at(-1);
    const before = (last === undefined ? row.startedAt : (last.resumedAt ?? last.pausedAt)).getTime();
    const fault =
      at > now + FUTURE_TOLERANCE_MS
        ? '时间在将来，请核对手机的时间'
        : at < before - FUTURE_TOLERANCE_MS
          ? '时间比上一步还早，请核对手机的时间'
          : null;
    if (fault !== null)
      throw new DomainError('INVALID_INPUT', { extra: { details: [{ field: 'at', message: fault }] } });
    return new Date(Math.max(before, Math.min(at, now)));
  }
}
