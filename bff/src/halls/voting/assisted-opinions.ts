import { Injectable } from '@nestjs/common';
import { OPINION_OPEN, type TopicStatus } from '@jiefang/shared/topics';
import { Audit } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, type IdempotentRequest } from '../../common/idempotency/idempotency.js';
import type { Sql } from '../../database/database.js';
import { Cases } from '../../moderation/cases/cases.js';
import { TextCheck } from '../../moderation/text-check.js';
import { FIRST_LEVEL } from '../opinions/opinion-rows.js';
import { OpinionWriter } from '../opinions/opinion-writer.js';
import { RecordWriter } from '../record/record-writer.js';
import { TopicSteps } from '../topics/topic-steps.js';
import type { AssistedContent } from './assisted-content.js';
import { AssistedRepository, type AssistedRow } from './assisted.repository.js';

/** Opinions by phone or on paper, from the second reading to their place among the others. */
@Injectable()
export class AssistedOpinions {
  constructor(
    private readonly entries: AssistedRepository,
    private readonly writer: OpinionWriter,
    private readonly check: TextCheck,
    private readonly cases: Cases,
    private readonly steps: TopicSteps,
    private readonly record: RecordWriter,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** OPINION_CLOSED unless the topic takes opinions. */
  async requireOpen(tx: Sql, topicId: number): Promise<void> {
    const { status, shown } = await this.steps.lock(tx, topicId);
    if (!shown || !isOpen(status)) throw new DomainError('OPINION_CLOSED');
  }

  /** Adds the opinion that two people read alike; what WeChat does not let through waits for a person, as any. */
  async confirm(
    caller: Caller,
    request: IdempotentRequest,
    row: AssistedRow,
    content: Exclude<AssistedContent, { choice: unknown }>,
  ): Promise<void> {
    const verdict = await this.check.verdictOf(caller.personId, content.text);
    await this.idempotency.run(request, async (tx) => {
      await this.requireOpen(tx, row.topicId);
      const decision = {
        status: 'confirmed' as const,
        by: caller.personId,
        at: this.clock.now(),
        erase: true,
      };
      if (!(await this.entries.decide(tx, row.id, decision))) throw new DomainError('ASSISTED_STATE');
      const opinionId = await this.writer.add(tx, {
        topicId: row.topicId,
        parentId: FIRST_LEVEL,
        authorId: null,
        authorName: content.speakerName,
        role: content.role,
        channel: row.channel,
        stance: content.stance,
        text: content.text,
        verdict: verdict === 'pass' ? 'pass' : 'held',
      });
      if (verdict !== 'pass') {
        await this.cases.open(tx, {
          topic: { id: row.topicId, divisionCode: row.divisionCode },
          subjectKind: 'opinion',
          subjectId: opinionId,
          no: 1,
          authorId: null,
          source: 'check',
          verdict,
        });
      }
      await this.entries.setOpinion(tx, row.id, opinionId);
      await this.audit.record(tx, caller, {
        action: 'assisted.confirm',
        targetType: 'assisted',
        targetId: row.id,
        divisionCode: row.divisionCode,
        detail: { kind: row.kind, channel: row.channel },
      });
      await this.record.append(tx, row.topicId, [
        {
          act: 'assisted_confirmed',
          actor: { role: 'moderator', personId: caller.personId },
          body: { kind: row.kind, channel: row.channel },
        },
      ]);
      return null;
    });
  }
}

function isOpen(status: TopicStatus): boolean {
  return (OPINION_OPEN as readonly TopicStatus[]).includes(status);
}
