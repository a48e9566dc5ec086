import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** An audited act as stored. */
export interface AuditRow {
  id: number;
  at: Date;
  actorId: number | null;
  action: string;
  targetType: string;
  targetId: string;
  detail: unknown;
  requestId: string;
}

/** SQL that reads the table `audit_entry`; it is written by Audit alone. */
@Injectable()
export class AuditLogRepository {
  /** Acts in the division's subtree, newest first, before the row number `beforeId` where one is given. */
  async findByDivision(
    sql: Sql,
    divisionCode: string,
    beforeId: number | null,
    limit: number,
  ): Promise<AuditRow[]> {
    return sql.query<AuditRow>(
      `SELECT id, at, actor_id AS actorId, action, target_type AS targetType, target_id AS targetId, detail,
              request_id AS requestId
         FROM audit_entry
        WHERE division_code LIKE CONCAT(?, '%') AND (? IS NULL OR id < ?)
        ORDER BY id DESC LIMIT ?`,
      [divisionCode, beforeId, beforeId, limit],
    );
  }
}
