import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { RecordWriter } from '../../halls/record/record-writer.js';
import { TopicSteps } from '../../halls/topics/topic-steps.js';
import { Cases } from '../cases/cases.js';
import { CasesRepository } from '../cases/cases.repository.js';
import { subjectOf } from '../cases/case-desk.service.js';
import { DailyLimits } from '../daily-limits.js';
import type { ReportableText } from '../subjects/case-subject.js';
import { CaseSubjects, SUBJECT_ID_KINDS } from '../subjects/case-subjects.js';
import type { ReportBody, ReportReceivedView } from './report.dto.js';

/** Residents report what should not stand; however many do, it is one case. */
@Injectable()
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly subjects: CaseSubjects,
    private readonly cases: Cases,
    private readonly rows: CasesRepository,
    private readonly limits: DailyLimits,
    private readonly steps: TopicSteps,
    private readonly record: RecordWriter,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /**
   * Joins the subject's open case or opens one. The record says that something was reported and why, never by whom.
   * NOT_FOUND, REPORT_OWN, CASE_REPORTED, OPINION_HIDDEN, DAILY_LIMIT.
   */
  async report(caller: Caller, key: string, body: ReportBody): Promise<ReportReceivedView> {
    const { personId } = caller;
    const { kind } = body.subject;
    const id = decodeId(SUBJECT_ID_KINDS[kind], body.subject.id);
    const seen = await this.requireVisible(this.database, kind, id, personId);
    return this.idempotency.run(idempotent(personId, key, 'POST /reports', body), async (tx) => {
      const topic = await this.steps.lock(tx, seen.topicId);
      const { no, authorId } = await this.requireVisible(tx, kind, id, personId);
      await this.limits.take(tx, personId, 'report');
      const caseId = await this.cases.open(tx, {
        topic,
        subjectKind: kind,
        subjectId: id,
        no,
        authorId,
        source: 'report',
        verdict: null,
      });
      const report = { caseId, personId, reason: body.reason, text: body.text ?? '' };
      await this.rows.insertReport(tx, report, this.clock.now()).catch((error: unknown) => {
        throw isDuplicateKey(error) ? new DomainError('CASE_REPORTED') : error;
      });
      await this.record.append(tx, topic.id, [
        {
          act: 'report',
          actor: { role: 'resident', personId: null },
          body: {
            case: encodeId('case', caseId),
            subject: subjectOf({ subjectKind: kind, subjectId: id, subjectNo: no }),
            reason: body.reason,
          },
        },
      ]);
      return { received: true };
    });
  }

  private async requireVisible(
    sql: Sql,
    kind: ReportBody['subject']['kind'],
    id: number,
    personId: number,
  ): Promise<ReportableText> {
    const found = await this.subjects.of(kind).find(sql, id);
    if (found === null || found.state === 'unseen') throw new DomainError('NOT_FOUND');
    if (found.authorId === personId) throw new DomainError('REPORT_OWN');
    if (found.state === 'hidden')
      throw new DomainError('OPINION_HIDDEN', { message: '这段文字已经被隐藏。' });
    return found;
  }
}
