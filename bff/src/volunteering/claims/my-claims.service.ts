import { Injectable } from '@nestjs/common';
import { convert, distanceMetres } from '@jiefang/shared/geo';
import { spokenTime } from '@jiefang/shared/time';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { ClaimLane } from './claim-lane.js';
import { cardOf, viewOf } from './claim-mapping.js';
import { checkInFrom, isNear, WORST_ACCURACY_METRES } from './claim-rules.js';
import { ClaimSteps } from './claim-steps.js';
import type { ClaimCard, ClaimCreated, ClaimView } from './claim-views.js';
import type {
  ClaimAnswerBody,
  ClaimBody,
  ClaimCheckInBody,
  ClaimFinishBody,
  MeasuredPlace,
  MyClaimsQuery,
  ReleaseBody,
} from './claims.dto.js';
import { ClaimsRepository, type ClaimRow } from './claims.repository.js';
import { ClaimsService } from './claims.service.js';
import { CodeTries } from '../../common/codes/code-tries.js';
import { ShiftCodes } from './shift-codes.js';

/** What volunteers do with claims of their own. */
@Injectable()
export class MyClaimsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly service: ClaimsService,
    private readonly lane: ClaimLane,
    private readonly steps: ClaimSteps,
    private readonly codes: ShiftCodes,
    private readonly tries: CodeTries,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Grabs a place for the caller; whoever is refused is told why at once. */
  take(caller: Caller, key: string, body: ClaimBody): Promise<ClaimCreated> {
    return this.lane.take({
      kind: 'take',
      request: idempotent(caller.personId, key, 'POST /claims', body),
      shiftId: decodeId('shift', body.shiftId),
      personId: caller.personId,
      riskAccepted: body.riskAccepted === true,
    });
  }

  async list(personId: number, query: MyClaimsQuery): Promise<Page<ClaimCard>> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['number', 'number']);
    const rows = await this.claims.findOfPerson(
      this.database,
      personId,
      query.scope,
      after === null ? null : { startsAt: new Date(after[0] as number), id: after[1] as number },
      query.limit + 1,
    );
    const now = this.clock.now();
    return pageOf(
      rows,
      query.limit,
      (row) => [row.startsAt.getTime(), row.id],
      (row) => cardOf(row, now),
    );
  }

  /** What the person serves next; null when there is nothing. */
  async next(personId: number): Promise<ClaimCard | null> {
    const now = this.clock.now();
    const row = await this.claims.findNext(this.database, personId, now);
    return row === null ? null : cardOf(row, now);
  }

  async view(personId: number, publicId: string): Promise<ClaimView> {
    return this.viewOfRow(this.database, await this.service.requireOwn(personId, publicId));
  }

  /** Gives the place back, in time or late; whoever waits is served in the same transaction. */
  async release(caller: Caller, key: string, publicId: string, body: ReleaseBody): Promise<ClaimView> {
    const row = await this.service.requireOwn(caller.personId, publicId);
    await this.lane.free({
      kind: 'free',
      request: idempotent(caller.personId, key, `POST /claims/${publicId}/release`, body),
      shiftId: row.shiftId,
      personId: row.personId,
      claimId: row.id,
      actor: 'volunteer',
      actorId: caller.personId,
      to: 'released',
      reason: body.reason === undefined || body.reason === '' ? null : body.reason,
      audit: null,
    });
    return this.view(caller.personId, publicId);
  }

  /** Begins the service: by being near the gathering place, or by the code on the staff phone. */
  async checkIn(caller: Caller, key: string, publicId: string, body: ClaimCheckInBody): Promise<ClaimView> {
    const { location, qr } = body;
    if ((location === undefined) === (qr === undefined))
      throw new DomainError('INVALID_INPUT', { message: '请用定位或签到码签到，选一样。' });
    if (qr !== undefined) await this.tries.count(caller.personId, qr);
    return this.step(caller, key, publicId, 'check-in', body, async (tx, row) => {
      const now = this.clock.now();
      if (row.status !== 'claimed')
        throw new DomainError(
          'CLAIM_STATE',
          row.status === 'in_progress' ? { message: '你已经签到过了。', next: null } : {},
        );
      requireCheckInTime(row, now);
      if (qr !== undefined) this.requireCode(row, qr, now);
      await this.steps.checkIn(tx, row.id, {
        method: qr === undefined ? 'location' : 'qr',
        metres: location === undefined ? null : requireNear(row, location),
        actorId: caller.personId,
        note: null,
      });
    });
  }

  /** Ends the service and hands it in. A patrol ends its claim itself. */
  async finish(caller: Caller, key: string, publicId: string, body: ClaimFinishBody): Promise<ClaimView> {
    return this.step(caller, key, publicId, 'finish', body, async (tx, row) => {
      if (row.patrolId !== null && row.patrolStatus !== 'finished')
        throw new DomainError('CLAIM_STATE', { message: '巡防还在记录。', next: '请在巡防页面点“结束”。' });
      const note = body.note === undefined || body.note === '' ? null : body.note;
      await this.steps.submit(tx, row.id, { at: this.clock.now(), note, actorId: caller.personId });
    });
  }

  /** Answers what staff asked; the claim waits for them again. */
  async answer(caller: Caller, key: string, publicId: string, body: ClaimAnswerBody): Promise<ClaimView> {
    return this.step(caller, key, publicId, 'answer', body, (tx, row) =>
      this.steps.answer(tx, row.id, body.text, caller.personId),
    );
  }

  /** One step of an own claim, once per key, with the claim held. */
  private async step(
    caller: Caller,
    key: string,
    publicId: string,
    name: string,
    body: object,
    work: (tx: Sql, row: ClaimRow) => Promise<void>,
  ): Promise<ClaimView> {
    const { id } = await this.service.requireOwn(caller.personId, publicId);
    const request = idempotent(caller.personId, key, `POST /claims/${publicId}/${name}`, body);
    return this.idempotency.run(request, async (tx) => {
      await work(tx, await this.held(tx, id));
      return this.viewOfRow(tx, await this.held(tx, id));
    });
  }

  private async held(tx: Sql, id: number): Promise<ClaimRow> {
    const [row] = await this.claims.findByIdsForUpdate(tx, [id]);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async viewOfRow(sql: Sql, row: ClaimRow): Promise<ClaimView> {
    const steps = await this.claims.findSteps(sql, row.id);
    const hours = row.status === 'verified' ? await this.claims.findHours(sql, row.id) : null;
    return viewOf(row, { steps, hours }, this.clock.now());
  }

  private requireCode(row: ClaimRow, text: string, now: Date): void {
    const verdict = this.codes.check(text, { shiftId: row.shiftId, checkpoint: null }, now);
    if (verdict === 'forged') throw new DomainError('CLAIM_CODE_INVALID', { rule: 'check_in' });
    if (verdict === 'expired') throw new DomainError('CLAIM_CODE_EXPIRED', { rule: 'check_in' });
  }
}

/** Throws unless check-in is open: from some minutes before the start until the end of the shift. */
export function requireCheckInTime(row: ClaimRow, now: Date): void {
  if (now < checkInFrom(row)) {
    throw new DomainError('CLAIM_CHECK_IN_EARLY', {
      rule: 'check_in',
      message: `${spokenTime(checkInFrom(row), now)} 起可以签到。`,
    });
  }
  if (now >= row.endsAt) throw new DomainError('CLAIM_CHECK_IN_LATE', { rule: 'check_in' });
}

/** Whole metres from the gathering place; throws when that is too far, or the position too uncertain to tell. */
function requireNear(row: ClaimRow, measured: MeasuredPlace): number {
  if (measured.accuracy > WORST_ACCURACY_METRES)
    throw new DomainError('CLAIM_LOCATION_POOR', { rule: 'check_in' });
  const metres = Math.round(distanceMetres(convert(measured, measured.coordinateSystem, 'GCJ-02'), row));
  if (!isNear(metres, measured.accuracy, row.geofenceMetres)) {
    const far = metres < 1000 ? `${metres} 米` : `${(metres / 1000).toFixed(1)} 公里`;
    throw new DomainError('CLAIM_TOO_FAR', {
      rule: 'check_in',
      message: `你离集合点还有约 ${far}。`,
      extra: { metres },
    });
  }
  return metres;
}
