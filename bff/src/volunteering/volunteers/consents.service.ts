import { Injectable } from '@nestjs/common';
import { CONSENT_PURPOSES, CONSENTS, type ConsentPurpose } from '@jiefang/shared/volunteering';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { Database, type Sql } from '../../database/database.js';
import { invalidField } from '../../identity/invalid-field.js';
import { PatrolErasure } from '../patrols/patrol-erasure.js';
import type { ConsentView, WithdrawConsentDto } from './consent.dto.js';
import { Consents, type ConsentRow } from './consents.js';

/** Each person's consents: separate per purpose, versioned, withdrawable at any time. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly consents: Consents,
    private readonly erasure: PatrolErasure,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller): Promise<ConsentView[]> {
    const newest = await this.consents.newest(this.database, caller.personId);
    return CONSENT_PURPOSES.map((purpose) => viewOf(purpose, newest.get(purpose)));
  }

  /** Agrees to the text as it is now. CONSENT_OUTDATED for another version; a repeat changes nothing. */
  async grant(caller: Caller, key: string, purpose: string, version: number): Promise<ConsentView> {
    const known = requirePurpose(purpose);
    const route = `POST /me/consents/${known}`;
    return this.idempotency.run(idempotent(caller.personId, key, route, { version }), async (tx) => {
      if (version !== CONSENTS[known].version) throw new DomainError('CONSENT_OUTDATED');
      const active = await this.consents.active(tx, caller.personId, known);
      if (active?.version !== version) {
        await this.consents.insert(tx, caller.personId, known, version, this.clock.now());
      }
      return this.view(tx, caller.personId, known);
    });
  }

  /** Takes a consent back; running patrols stop recording, and stored tracks go if asked for. */
  async withdraw(
    caller: Caller,
    key: string,
    purpose: string,
    dto: WithdrawConsentDto,
  ): Promise<ConsentView> {
    const known = requirePurpose(purpose);
    if (dto.eraseTracks && known !== 'track') throw invalidField('eraseTracks', '这份授权没有轨迹');
    const route = `POST /me/consents/${known}/withdraw`;
    return this.idempotency.run(idempotent(caller.personId, key, route, dto), async (tx) => {
      const withdrawn = await this.consents.withdraw(tx, caller.personId, known, this.clock.now());
      if (known === 'track') {
        if (dto.eraseTracks) await this.erasure.erase(tx, caller.personId);
        else if (withdrawn) await this.erasure.stop(tx, caller.personId);
      }
      return this.view(tx, caller.personId, known);
    });
  }

  private async view(sql: Sql, personId: number, purpose: ConsentPurpose): Promise<ConsentView> {
    return viewOf(purpose, (await this.consents.newest(sql, personId)).get(purpose));
  }
}

function requirePurpose(text: string): ConsentPurpose {
  const purpose = CONSENT_PURPOSES.find((known) => known === text);
  if (purpose === undefined) throw new DomainError('NOT_FOUND');
  return purpose;
}

function viewOf(purpose: ConsentPurpose, row: ConsentRow | undefined): ConsentView {
  const { version, title, text } = CONSENTS[purpose];
  return {
    purpose,
    title,
    text,
    currentVersion: version,
    version: row?.version ?? null,
    grantedAt: row?.grantedAt.toISOString() ?? null,
    withdrawnAt: row?.withdrawnAt?.toISOString() ?? null,
    active: row !== undefined && row.withdrawnAt === null,
  };
}
