import { Injectable } from '@nestjs/common';
import { HIDE_REASON_WORDS } from '@jiefang/shared/topics';
import { Audit } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import type { JsonObject } from '../../halls/record/record-chain.js';
import { RecordWriter } from '../../halls/record/record-writer.js';
import type { TopicRow } from '../../halls/topics/topic-rows.js';
import { TopicSteps } from '../../halls/topics/topic-steps.js';
import { Outbox } from '../../outbox/outbox.js';
import { CaseSubjects, SUBJECT_ID_KINDS } from '../subjects/case-subjects.js';
import { CaseConflicts } from './case-conflicts.js';
import { CaseQueues } from './case-queues.service.js';
import type { CaseView, DecideCaseAppealBody, DecideCaseBody } from './case.dto.js';
import type { CaseRow } from './case-types.js';
import { CasesRepository } from './cases.repository.js';

/** A case with its topic, both held until the transaction ends. */
interface HeldCase {
  one: CaseRow;
  topic: TopicRow;
  at: Date;
}

/**
 * What staff do with cases. Each act is a guarded change of one row, on the record of the topic and in the audit; a text
 * is let through or hidden, never changed.
 */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly cases: CasesRepository,
    private readonly queues: CaseQueues,
    private readonly conflicts: CaseConflicts,
    private readonly subjects: CaseSubjects,
    private readonly steps: TopicSteps,
    private readonly record: RecordWriter,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Takes a case, so that nobody else works on it; for half an hour. CASE_CLAIMED, CASE_CONFLICT, CASE_STATE. */
  claim(caller: Caller, key: string, publicId: string): Promise<CaseView> {
    return this.act(caller, key, publicId, 'claim', {}, async (tx, { one, at }) => {
      if (!['open', 'claimed'].includes(one.status)) throw new DomainError('CASE_STATE');
      await this.refuseConflict(tx, one, caller);
      if (!(await this.cases.claim(tx, one.id, caller.personId, at))) throw new DomainError('CASE_CLAIMED');
      return { act: 'case_claim', body: {} };
    });
  }

  /** Gives a case back. CASE_STATE for one that the caller does not have. */
  release(caller: Caller, key: string, publicId: string): Promise<CaseView> {
    return this.act(caller, key, publicId, 'release', {}, async (tx, { one }) => {
      if (!(await this.cases.release(tx, one.id, caller.personId))) throw new DomainError('CASE_STATE');
      return { act: 'case_release', body: {} };
    });
  }

  /**
   * Decides a claimed case: `keep` lets a held text be read, `hide` leaves a stub. The author is told. CASE_STATE,
   * CASE_CLAIMED, CASE_CONFLICT.
   */
  decide(caller: Caller, key: string, publicId: string, body: DecideCaseBody): Promise<CaseView> {
    return this.act(caller, key, publicId, 'decide', body, async (tx, { one, topic, at }) => {
      await this.refuseConflict(tx, one, caller);
      if (one.status === 'claimed' && one.claimedBy !== caller.personId)
        throw new DomainError('CASE_CLAIMED');
      const words = body.words ?? null;
      const hides = body.decision === 'hide';
      const reason = hides ? (body.reason ?? 'other') : null;
      const decided = { decision: body.decision, reason, words };
      if (!(await this.cases.decide(tx, one.id, caller.personId, decided, at))) {
        throw new DomainError('CASE_STATE', {
          ...(one.status === 'open' && { next: '请先领取这张审核单。' }),
        });
      }
      const subject = this.subjects.of(one.subjectKind);
      const ref = { id: one.subjectId, no: one.subjectNo };
      const changed =
        reason === null
          ? await subject.release(tx, ref)
          : await subject.hide(tx, ref, reason, one.reports > 0);
      if (changed) {
        const why = [reason === null ? null : HIDE_REASON_WORDS[reason], words];
        await this.tell(tx, one, topic, hides ? 'text_hidden' : 'text_released', why);
      }
      return { act: body.decision, body: { reason, words, changed } };
    });
  }

  /** Answers an appeal; not by who decided before. APPEAL_OWN, APPEAL_STATE, CASE_CONFLICT. */
  decideAppeal(caller: Caller, key: string, publicId: string, body: DecideCaseAppealBody): Promise<CaseView> {
    return this.act(caller, key, publicId, 'decide_appeal', body, async (tx, { one, topic, at }) => {
      if (one.status === 'appealed' && one.decidedBy === caller.personId) throw new DomainError('APPEAL_OWN');
      await this.refuseConflict(tx, one, caller);
      if (!(await this.cases.decideAppeal(tx, one.id, caller.personId, body, at))) {
        throw new DomainError('APPEAL_STATE', { message: '这张审核单现在没有等着判断的申诉。' });
      }
      if (body.decision === 'overturn') {
        await this.subjects.of(one.subjectKind).restore(tx, { id: one.subjectId, no: one.subjectNo });
      }
      await this.tell(tx, one, topic, 'appeal_decided', [body.words], body.decision === 'overturn');
      return { act: 'appeal_decision', body: { decision: body.decision, words: body.words } };
    });
  }

  /** One act of staff on one case: permission, locks, the act itself, its traces. */
  private async act(
    caller: Caller,
    key: string,
    publicId: string,
    name: 'claim' | 'release' | 'decide' | 'decide_appeal',
    body: object,
    work: (tx: Sql, held: HeldCase) => Promise<{ act: string; body: JsonObject }>,
  ): Promise<CaseView> {
    const seen = await this.queues.require(caller, publicId);
    const route = `POST /staff/cases/${publicId}/${name}`;
    return this.idempotency.run(idempotent(caller.personId, key, route, body), async (tx) => {
      const topic = await this.steps.lock(tx, seen.topicId);
      const one = await this.cases.findByIdForUpdate(tx, seen.id);
      if (one === null) throw new DomainError('NOT_FOUND');
      const done = await work(tx, { one, topic, at: this.clock.now() });
      await this.record.append(tx, topic.id, [
        {
          act: done.act,
          actor: { role: 'moderator', personId: caller.personId },
          body: { case: publicId, subject: subjectOf(one), ...done.body },
        },
      ]);
      await this.audit.record(tx, caller, {
        action: `case.${name}`,
        targetType: 'case',
        targetId: one.id,
        divisionCode: one.divisionCode,
        detail: { ...body },
      });
      return this.queues.viewAgain(tx, one.id, caller.personId);
    });
  }

  private async refuseConflict(tx: Sql, one: CaseRow, caller: Caller): Promise<void> {
    const conflict = await this.conflicts.of(tx, one, caller.personId);
    if (conflict !== null) throw new DomainError('CASE_CONFLICT', { message: conflict });
  }

  private async tell(
    tx: Sql,
    one: CaseRow,
    topic: TopicRow,
    kind: 'text_released' | 'text_hidden' | 'appeal_decided',
    why: readonly (string | null)[],
    upheld = false,
  ): Promise<void> {
    if (one.authorId === null) return;
    const reason = why.filter((words) => words !== null).join('：');
    const facts = {
      topicId: topic.id,
      topicTitle: topic.title,
      ...(reason === '' ? {} : { reason }),
    };
    const to = { personId: one.authorId, dedupe: `case:${one.id}:${kind}` };
    if (kind === 'appeal_decided') {
      await this.outbox.enqueue(tx, [{ ...to, kind, payload: { ...facts, upheld } }]);
    } else {
      await this.outbox.enqueue(tx, [{ ...to, kind, payload: facts }]);
    }
  }
}

/** How the record names what a case is about. */
export function subjectOf(one: Pick<CaseRow, 'subjectKind' | 'subjectId' | 'subjectNo'>): JsonObject {
  return {
    kind: one.subjectKind,
    id: encodeId(SUBJECT_ID_KINDS[one.subjectKind], one.subjectId),
    no: one.subjectNo,
  };
}
