import { Injectable } from '@nestjs/common';
import type { Caller } from '../common/auth/caller.js';
import { Clock } from '../common/clock/clock.js';
import type { Sql } from '../database/database.js';

/** An act of staff that must be answerable later. Kept at least six months with its source address. */
export interface AuditedAct {
  action: string;
  targetType: string;
  targetId: number | string;
  divisionCode: string;
  detail?: Record<string, unknown>;
}

/** Writes audit entries in the same transaction as the act itself. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async record(tx: Sql, caller: Caller, act: AuditedAct): Promise<void> {
    await tx.later(
      `INSERT INTO audit_entry (at, actor_id, action, target_type, target_id, division_code, detail, address, request_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        this.clock.now(),
        caller.personId,
        act.action,
        act.targetType,
        String(act.targetId),
        act.divisionCode,
        JSON.stringify(act.detail ?? {}),
        caller.address,
        caller.requestId,
      ],
    );
  }
}
