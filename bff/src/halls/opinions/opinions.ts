import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import type { OpinionRow } from './opinion-rows.js';
import { OpinionsRepository, type OpinionVersionText } from './opinions.repository.js';

/** Opinions as other domains ask for them. */
@Injectable()
export class Opinions {
  constructor(private readonly opinions: OpinionsRepository) {}

  find(sql: Sql, id: number): Promise<OpinionRow | null> {
    return this.opinions.findById(sql, id);
  }

  /** The opinion, held until the transaction ends. */
  lock(tx: Sql, id: number): Promise<OpinionRow | null> {
    return this.opinions.findByIdForUpdate(tx, id);
  }

  /** What these versions say and who wrote them, hidden and held ones too: for whoever judges them. */
  textsOf(sql: Sql, versions: readonly { id: number; no: number }[]): Promise<OpinionVersionText[]> {
    return this.opinions.findVersions(sql, versions);
  }
}
