import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { RecordWriter } from '../record/record-writer.js';
import { AssistedRepository } from './assisted.repository.js';
import type { AssistedCommand } from './ballot-commands.js';

/** What confirming a paper or phone ballot leaves beside the ballot itself. It never says what was chosen. */
@Injectable()
export class AssistedConfirmations {
  constructor(
    private readonly entries: AssistedRepository,
    private readonly record: RecordWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * In the transaction that casts the ballot. Returns why it cannot be, null when it is done. A secret choice is
   * forgotten here, where it stood beside its member.
   */
  async confirm(tx: Sql, command: AssistedCommand, secret: boolean): Promise<DomainError | null> {
    const { entryId, topicId, member, channel, caller, divisionCode } = command;
    const decision = {
      status: 'confirmed' as const,
      by: caller.personId,
      at: this.clock.now(),
      erase: secret,
    };
    if (!(await this.entries.decide(tx, entryId, decision))) return new DomainError('ASSISTED_STATE');
    await this.audit.record(tx, caller, {
      action: 'assisted.confirm',
      targetType: 'assisted',
      targetId: entryId,
      divisionCode,
      detail: { channel, member },
    });
    await this.record.append(tx, topicId, [
      {
        act: 'assisted_confirmed',
        actor: { role: 'moderator', personId: caller.personId },
        body: { kind: 'ballot', channel, member },
      },
    ]);
    return null;
  }
}
