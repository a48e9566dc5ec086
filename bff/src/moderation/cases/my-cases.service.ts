import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { RecordWriter } from '../../halls/record/record-writer.js';
import { TopicSteps } from '../../halls/topics/topic-steps.js';
import { requireText } from '../text-check.js';
import { CaseSubjects } from '../subjects/case-subjects.js';
import { subjectOf } from './case-desk.service.js';
import { APPEAL_MAX, type MyCasePageView, type MyCaseView } from './case.dto.js';
import { APPEAL_DAYS } from './case-types.js';
import { mayAppeal, myCase } from './case-views.js';
import { CasesRepository } from './cases.repository.js';

/** What an author learns of cases about their texts, and their one appeal. */
@Injectable()
export class MyCases {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesRepository,
    private readonly subjects: CaseSubjects,
    private readonly steps: TopicSteps,
    private readonly record: RecordWriter,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Texts of the caller that wait for a person or were hidden, newest first. A report that led nowhere is not told. */
  async list(caller: Caller, query: PageQuery): Promise<MyCasePageView> {
    const after = query.cursor === undefined ? null : (decodeCursor(query.cursor, ['number'])[0] as number);
    const rows = await this.cases.findByAuthor(this.database, caller.personId, after, query.limit + 1);
    const texts = await this.subjects.textsOf(this.database, rows.slice(0, query.limit));
    const now = this.clock.now();
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => myCase(row, texts.get(row.id), now),
    );
  }

  /** Asks for another judgement, once, within 15 days. What is said goes to staff alone. NOT_FOUND, APPEAL_STATE. */
  async appeal(caller: Caller, key: string, publicId: string, rawText: string): Promise<MyCaseView> {
    const id = decodeId('case', publicId);
    const seen = await this.cases.findById(this.database, id);
    if (seen === null || seen.authorId !== caller.personId) throw new DomainError('NOT_FOUND');
    const text = requireText(rawText, APPEAL_MAX);
    const request = idempotent(caller.personId, key, `POST /cases/${publicId}/appeal`, { text });
    return this.idempotency.run(request, async (tx) => {
      const at = this.clock.now();
      await this.steps.lock(tx, seen.topicId);
      const one = await this.cases.findByIdForUpdate(tx, id);
      if (one === null) throw new DomainError('NOT_FOUND');
      if (one.appeal !== null) throw new DomainError('APPEAL_STATE', { message: '你已经申诉过一次。' });
      if (!mayAppeal(one, at) || !(await this.cases.appeal(tx, id, caller.personId, text, at))) {
        throw new DomainError('APPEAL_STATE', {
          message: `只有被隐藏的文字能申诉，要在 ${APPEAL_DAYS} 天以内。`,
        });
      }
      await this.record.append(tx, one.topicId, [
        {
          act: 'appeal',
          actor: { role: 'resident', personId: caller.personId },
          body: { case: publicId, subject: subjectOf(one) },
        },
      ]);
      const row = await this.cases.findById(tx, id);
      if (row === null) throw new Error('a case vanished in its own transaction');
      const texts = await this.subjects.textsOf(tx, [row]);
      return myCase(row, texts.get(id), at);
    });
  }
}
