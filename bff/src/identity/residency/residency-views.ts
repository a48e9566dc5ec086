import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import type { ResidencyView } from './residency.dto.js';
import { residencyActions } from './residency-rules.js';
import type { ResidencyRow } from './residency.repository.js';

/** Rows of residencies as the resident sees their own. */
@Injectable()
export class ResidencyViews {
  constructor(
    private readonly divisions: DivisionsService,
    private readonly cipher: FieldCipher,
  ) {}

  async one(sql: Sql, row: ResidencyRow): Promise<ResidencyView> {
    const [view] = await this.many(sql, [row]);
    if (view === undefined) throw new Error('a view for every row');
    return view;
  }

  async many(sql: Sql, rows: readonly ResidencyRow[]): Promise<ResidencyView[]> {
    const codes = rows.map((row) => row.communityCode);
    const names = await this.divisions.namesOf(codes, sql);
    return rows.map((row) => ({
      id: encodeId('residency', row.id),
      status: row.status,
      community: { code: row.communityCode, name: names.get(row.communityCode)?.name ?? '' },
      building: row.building,
      room: row.room,
      claimedName: this.nameOf(row),
      method: row.method,
      reason: row.reason,
      createdAt: row.createdAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      actions: residencyActions(row.status),
    }));
  }

  /** The claimed name in full. */
  nameOf(row: ResidencyRow): string {
    return this.cipher.decrypt(row.nameCipher);
  }
}
