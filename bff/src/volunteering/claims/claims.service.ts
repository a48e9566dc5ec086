import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import { ClaimsRepository, type ClaimRow } from './claims.repository.js';

/** Finding a claim for somebody who may see it. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
  ) {}

  /** A claim of this person; NOT_FOUND for anything else, also for another's. */
  async requireOwn(personId: number, publicId: string): Promise<ClaimRow> {
    const row = await this.require(publicId);
    if (row.personId !== personId) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Any claim; whoever asks must prove elsewhere that it is theirs to see. */
  async require(publicId: string): Promise<ClaimRow> {
    const row = await this.claims.findById(this.database, decodeId('claim', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}
