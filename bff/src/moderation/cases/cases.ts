import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import type { CaseSource, CaseSubjectKind } from './case-types.js';
import { CasesRepository } from './cases.repository.js';

/** What a new case is about. */
export interface NewCase {
  topic: { id: number; divisionCode: string };
  subjectKind: CaseSubjectKind;
  subjectId: number;
  /** Version of the text that is meant. */
  no: number;
  /** Null for an author without a person. */
  authorId: number | null;
  source: CaseSource;
  /** WeChat's word on the text where the check held it. */
  verdict: string | null;
}

/** Opens cases. A subject has one live case: whatever comes in the meantime joins it. */
@Injectable()
export class Cases {
  constructor(
    private readonly cases: CasesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The live case of the subject, made when there is none; a live one from now on means the newest version. Returns its
   * row number. The caller holds the topic's row, so that nobody else decides on the subject meanwhile.
   */
  async open(tx: Sql, opened: NewCase): Promise<number> {
    return this.cases.insertOrJoin(tx, opened, this.clock.now());
  }
}
