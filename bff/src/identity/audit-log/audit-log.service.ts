import { Injectable } from '@nestjs/common';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, fromJson } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { PeopleService } from '../people/people.service.js';
import type { AuditLogEntry, AuditLogQuery } from './audit-log.dto.js';
import { AuditLogRepository } from './audit-log.repository.js';
import { actionWords, targetWords } from './audit-words.js';

/** What staff of a division have done, for its administrators to read. Nobody can change it here. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly database: Database,
    private readonly entries: AuditLogRepository,
    private readonly people: PeopleService,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
  ) {}

  /** Acts in the division's subtree, newest first. FORBIDDEN outside the caller's division. */
  async list(caller: Caller, divisionCode: string, query: AuditLogQuery): Promise<Page<AuditLogEntry>> {
    await this.access.require(caller, 'audit.read', divisionCode);
    await this.divisions.require(divisionCode);
    const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, ['number']);
    const rows = await this.entries.findByDivision(
      this.database,
      divisionCode,
      before === null ? null : Number(before),
      query.limit + 1,
    );
    const actors = await this.people.summariesOf(rows.flatMap((row) => row.actorId ?? []));
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => ({
        at: row.at.toISOString(),
        actor: (row.actorId === null ? undefined : actors.get(row.actorId)?.nickname) ?? '系统',
        action: actionWords(row.action),
        target: targetWords(row.targetType, row.targetId),
        detail: fromJson<Record<string, unknown>>(row.detail),
        requestId: row.requestId,
      }),
    );
  }
}
