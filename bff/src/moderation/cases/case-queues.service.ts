import { Injectable } from '@nestjs/common';
import { HIDE_REASON_WORDS } from '@jiefang/shared/topics';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { CaseSubjects } from '../subjects/case-subjects.js';
import { CaseConflicts } from './case-conflicts.js';
import type { CasePageView, CasesQuery, CaseView } from './case.dto.js';
import type { CaseRow } from './case-types.js';
import { caseActions, caseCard } from './case-views.js';
import { CasesRepository, type ListedCase } from './cases.repository.js';

/** What staff read of cases. */
@Injectable()
export class CaseQueues {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesRepository,
    private readonly subjects: CaseSubjects,
    private readonly conflicts: CaseConflicts,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** A queue of a division's subtree. FORBIDDEN. */
  async list(caller: Caller, divisionCode: string, query: CasesQuery): Promise<CasePageView> {
    await this.access.require(caller, 'cases.decide', divisionCode);
    const { personId } = caller;
    const after = query.cursor === undefined ? null : (decodeCursor(query.cursor, ['number'])[0] as number);
    const rows = await this.cases.findQueue(
      this.database,
      divisionCode,
      query.queue,
      personId,
      after,
      query.limit + 1,
    );
    const texts = await this.subjects.textsOf(this.database, rows.slice(0, query.limit));
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => caseCard(row, texts.get(row.id), personId),
    );
  }

  /** One case with everything needed to decide it. NOT_FOUND, FORBIDDEN. */
  async view(caller: Caller, publicId: string): Promise<CaseView> {
    const row = await this.require(caller, publicId);
    return this.viewOf(this.database, row, caller.personId);
  }

  /** The case, for staff of its division. NOT_FOUND, FORBIDDEN. */
  async require(caller: Caller, publicId: string): Promise<ListedCase> {
    const row = await this.cases.findById(this.database, decodeId('case', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'cases.decide', row.divisionCode);
    return row;
  }

  /** The case as it is now in the transaction. */
  async viewAgain(sql: Sql, id: number, personId: number): Promise<CaseView> {
    const row = await this.cases.findById(sql, id);
    if (row === null) throw new Error('a case vanished in its own transaction');
    return this.viewOf(sql, row, personId);
  }

  private async viewOf(sql: Sql, row: ListedCase, personId: number): Promise<CaseView> {
    const texts = await this.subjects.textsOf(sql, [row]);
    const reports = await this.cases.findReports(sql, row.id);
    const conflict = await this.conflictOf(sql, row, personId);
    return {
      ...caseCard(row, texts.get(row.id), personId),
      reports: reports.map(({ reason, text, at }) => ({
        reason,
        word: HIDE_REASON_WORDS[reason],
        text,
        at: at.toISOString(),
      })),
      conflict,
      actions: caseActions(row, personId, conflict, this.clock.now()),
    };
  }

  /** An appeal is also closed to whoever took the decision. */
  private async conflictOf(sql: Sql, row: CaseRow, personId: number): Promise<string | null> {
    if (row.status === 'appealed' && row.decidedBy === personId) {
      return '原来的决定是你作的，申诉要由另一个人判断。';
    }
    return this.conflicts.of(sql, row, personId);
  }
}
