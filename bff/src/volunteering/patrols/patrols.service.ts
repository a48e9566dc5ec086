import { Injectable } from '@nestjs/common';
import { CONSENTS } from '@jiefang/shared/volunteering';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { Consents } from '../volunteers/consents.js';
import { PatrolAnalyses, type StoredAnalysis } from './patrol-analysis.js';
import { evidenceView } from './patrol-evidence.js';
import { PatrolLane } from './patrol-lane.js';
import { readBatch } from './patrol-points.js';
import { receivedOf } from './patrol-received.js';
import type { PatrolView, PointsAckView } from './patrol-views.js';
import type { StartPatrolBody } from './patrols.dto.js';
import { PatrolsRepository, type PatrolRow } from './patrols.repository.js';
import { TrackRepository } from './track.repository.js';

/** Who reads a patrol: the person who walked it, or staff of its division. */
export type Reader = 'own' | 'staff';

/** A patrol's beginning, its points, and what it looks like. */
@Injectable()
export class PatrolsService {
  constructor(
    private readonly database: Database,
    private readonly patrols: PatrolsRepository,
    private readonly track: TrackRepository,
    private readonly analyses: PatrolAnalyses,
    private readonly consents: Consents,
    private readonly lane: PatrolLane,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts recording for a claim that is in progress. Starting again from the same device finds the patrol that was begun.
   * Refuses with NOT_FOUND, CONSENT_OUTDATED, CONSENT_REQUIRED, CLAIM_STATE, PATROL_STATE, PATROL_DEVICE.
   */
  async start(
    caller: Caller,
    key: string,
    claimPublicId: string,
    body: StartPatrolBody,
  ): Promise<PatrolView> {
    const claimId = decodeId('claim', claimPublicId);
    const request = idempotent(caller.personId, key, `POST /claims/${claimPublicId}/patrol`, body);
    const { id } = await this.idempotency.run(request, async (tx) => ({
      id: await this.begin(tx, caller.personId, claimId, body),
    }));
    return this.viewOf(await this.findOwn(caller.personId, encodeId('patrol', id)), 'own');
  }

  private async begin(tx: Sql, personId: number, claimId: number, body: StartPatrolBody): Promise<number> {
    const claim = await this.patrols.findClaim(tx, claimId);
    if (claim === null || claim.personId !== personId) throw new DomainError('NOT_FOUND');
    if (body.consentVersion !== CONSENTS.track.version) throw new DomainError('CONSENT_OUTDATED');
    const consent = await this.consents.active(tx, personId, 'track');
    if (consent === null || consent.version !== body.consentVersion)
      throw new DomainError('CONSENT_REQUIRED');
    const status = await this.patrols.lockClaim(tx, claimId);
    const [begun] = await this.patrols.findByClaims(tx, [claimId]);
    if (begun !== undefined) {
      if (begun.status === 'finished')
        throw new DomainError('PATROL_STATE', { message: '这次巡防已经结束了。', next: null });
      if (begun.device !== body.device) throw new DomainError('PATROL_DEVICE');
      return begun.id;
    }
    if (status !== 'in_progress') {
      throw new DomainError(
        'CLAIM_STATE',
        status === 'claimed' ? { message: '还没有签到，不能开始巡防。', next: '请先到集合点签到。' } : {},
      );
    }
    if (claim.kind !== 'patrol' && !claim.hasRoute)
      throw new DomainError('PATROL_STATE', { message: '这个任务不用记录轨迹。', next: null });
    return this.patrols.insert(tx, {
      claimId,
      personId,
      shiftId: claim.shiftId,
      taskId: claim.taskId,
      divisionCode: claim.divisionCode,
      device: body.device,
      coordinateSystem: body.coordinateSystem,
      consentId: consent.id,
      startedAt: this.clock.now(),
    });
  }

  /** Takes in points. The answer is made of the request alone, after they are committed. */
  async upload(personId: number, publicId: string, body: unknown): Promise<PointsAckView> {
    const batch = readBatch(body);
    await this.lane.upload({ ...batch, personId, patrolId: decodeId('patrol', publicId) });
    const { firstSeq, points } = batch;
    return { patrolId: publicId, firstSeq, lastSeq: firstSeq + points.length - 1, count: points.length };
  }

  async view(caller: Caller, publicId: string): Promise<PatrolView> {
    const { row, reader } = await this.findFor(caller, publicId, 'patrol.view');
    return this.viewOf(row, reader);
  }

  /** The patrol, if it is the person's own; NOT_FOUND otherwise. */
  async findOwn(personId: number, publicId: string, sql: Sql = this.database): Promise<PatrolRow> {
    const row = await this.patrols.findById(sql, decodeId('patrol', publicId));
    if (row === null || row.personId !== personId) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** The patrol for the person who walked it or for staff of its division, whose look is audited. */
  async findFor(
    caller: Caller,
    publicId: string,
    action: 'patrol.view' | 'patrol.export',
  ): Promise<{ row: PatrolRow; reader: Reader }> {
    const row = await this.patrols.findById(this.database, decodeId('patrol', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    if (row.personId === caller.personId) return { row, reader: 'own' };
    await this.access.require(caller, 'claims.verify', row.divisionCode);
    await this.audit.record(this.database, caller, {
      action,
      targetType: 'patrol',
      targetId: row.id,
      divisionCode: row.divisionCode,
    });
    return { row, reader: 'staff' };
  }

  /** Everything about a patrol that its page shows. */
  async viewOf(row: PatrolRow, reader: Reader): Promise<PatrolView> {
    const now = this.clock.now();
    const analysis = (await this.analyses.current(this.database, [row])).get(row.id) ?? null;
    const pauses = await this.patrols.findPauses(this.database, [row.id]);
    const summary = analysis === null ? null : evidenceView(row, analysis, pauses, now);
    const masks = await this.track.findMasks(this.database, row.id);
    const received = row.erasedAt === null ? receivedOf(masks, row.lastSeq) : erased(analysis, row.lastSeq);
    return {
      id: encodeId('patrol', row.id),
      claimId: encodeId('claim', row.claimId),
      status: row.status,
      device: reader === 'own' ? row.device : null,
      coordinateSystem: row.coordinateSystem,
      startedAt: row.startedAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      pauses: pauses.map(({ pausedAt, resumedAt }) => ({
        pausedAt: pausedAt.toISOString(),
        resumedAt: resumedAt?.toISOString() ?? null,
      })),
      ...received,
      lastPointAt: row.lastPointAt?.toISOString() ?? null,
      checkpoints: summary?.checkpoints ?? [],
      summary,
      serverTime: now.toISOString(),
      erased: row.erasedAt !== null,
    };
  }
}

/** How many points there were, of a patrol whose points are gone. */
function erased(
  analysis: StoredAnalysis | null,
  lastSeq: number | null,
): Pick<PatrolView, 'receivedPoints' | 'lastSeq' | 'missing'> {
  const aside = Object.values(analysis?.aside ?? {}).reduce((sum, count) => sum + count, 0);
  return { receivedPoints: (analysis?.kept ?? 0) + aside, lastSeq, missing: [] };
}
