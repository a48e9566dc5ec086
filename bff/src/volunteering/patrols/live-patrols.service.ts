import { Injectable, Logger } from '@nestjs/common';
import { convert, type Place } from '@jiefang/shared/geo';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher, maskName } from '../../common/crypto/field-cipher.js';
import { encodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import type { LivePatrolListView, LivePatrolView } from './patrol-views.js';
import { PatrolsRepository, type LivePatrolRow } from './patrols.repository.js';
import { TrackCipher } from './track-chunks.js';

const MAX_LIVE = 500;
const STALE_MS = 60_000;
/** A map that is left open asks every few seconds; one entry for each patrol and this long says who watched it. */
const AUDIT_MS = 10 * 60_000;

/** The coordinators' map of patrols that go on now. */
@Injectable()
export class LivePatrolsService {
  private readonly logger = new Logger(LivePatrolsService.name);
  /** Until when an entry stands for a watcher and a patrol. Another replica may write one of its own. */
  private readonly watched = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly patrols: PatrolsRepository,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly fields: FieldCipher,
    private readonly cipher: TrackCipher,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, divisionCode: string): Promise<LivePatrolListView> {
    await this.access.require(caller, 'claims.verify', divisionCode);
    const now = this.clock.now();
    const rows = await this.patrols.findLive(this.database, divisionCode, MAX_LIVE);
    await this.record(caller, rows, divisionCode, now);
    return { items: rows.map((row) => this.view(row, now)) };
  }

  private async record(
    caller: Caller,
    rows: readonly LivePatrolRow[],
    divisionCode: string,
    now: Date,
  ): Promise<void> {
    for (const [key, until] of this.watched) if (until <= now.getTime()) this.watched.delete(key);
    const fresh = rows.filter(
      (row) => row.position !== null && !this.watched.has(`${caller.personId}|${row.id}`),
    );
    if (fresh.length === 0) return;
    await this.database.transaction(async (tx) => {
      for (const row of fresh) {
        await this.audit.record(tx, caller, {
          action: 'patrol.watch',
          targetType: 'patrol',
          targetId: row.id,
          divisionCode,
        });
      }
    });
    for (const row of fresh) this.watched.set(`${caller.personId}|${row.id}`, now.getTime() + AUDIT_MS);
  }

  private view(row: LivePatrolRow, now: Date): LivePatrolView {
    const position = this.positionOf(row);
    const heard = (row.receivedAt ?? row.startedAt).getTime();
    return {
      patrolId: encodeId('patrol', row.id),
      claimId: encodeId('claim', row.claimId),
      task: { id: encodeId('task', row.taskId), title: row.taskTitle },
      volunteer: { number: row.number, name: maskName(this.fields.decrypt(row.nameCipher)) },
      status: row.status,
      startedAt: row.startedAt.toISOString(),
      position,
      positionAt: position === null ? null : (row.positionAt?.toISOString() ?? null),
      receivedAt: row.receivedAt?.toISOString() ?? null,
      stale: now.getTime() - heard > STALE_MS,
    };
  }

  private positionOf(row: LivePatrolRow): Place | null {
    if (row.position === null) return null;
    try {
      return convert(this.cipher.openPosition(row.id, row.position), row.coordinateSystem, 'GCJ-02');
    } catch {
      this.logger.error({ patrolId: row.id }, 'the last position of a patrol was tampered with');
      return null;
    }
  }
}
