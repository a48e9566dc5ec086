import { Injectable } from '@nestjs/common';
import { TRAINING_WORDS, type Training } from '@jiefang/shared/volunteering';
import { FieldCipher, maskName } from '../../common/crypto/field-cipher.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { ClaimBatches } from './claim-batches.js';
import type { ClaimVolunteerView } from './claim-views.js';

interface PersonRow {
  personId: number;
  number: string;
  nameCipher: Buffer;
  phoneMasked: string | null;
  unitId: number | null;
  unitName: string | null;
}

/** The volunteers of claims as staff see them: name and phone masked. */
@Injectable()
export class ClaimPeople {
  constructor(
    private readonly batches: ClaimBatches,
    private readonly cipher: FieldCipher,
  ) {}

  /** By person id, two queries whatever the number. */
  async views(sql: Sql, personIds: readonly number[]): Promise<Map<number, ClaimVolunteerView>> {
    const ids = [...new Set(personIds)];
    if (ids.length === 0) return new Map();
    const rows = await sql.query<PersonRow>(
      `SELECT v.person_id AS personId, v.number, v.name_cipher AS nameCipher, p.phone_masked AS phoneMasked,
              u.id AS unitId, u.name AS unitName
         FROM volunteer v JOIN person p ON p.id = v.person_id LEFT JOIN unit u ON u.id = v.unit_id
        WHERE v.person_id IN (?)`,
      [ids],
    );
    const trainings = await this.batches.findTrainings(sql, ids);
    return new Map(
      rows.map((row) => [
        row.personId,
        {
          number: row.number,
          name: maskName(this.cipher.decrypt(row.nameCipher)),
          phoneMasked: row.phoneMasked ?? '',
          unit:
            row.unitId === null || row.unitName === null
              ? null
              : { id: encodeId('unit', row.unitId), name: row.unitName },
          trainings: trainings
            .filter((one) => one.personId === row.personId)
            .map((one) => ({
              code: one.training as Training,
              name: TRAINING_WORDS[one.training as Training],
              expiresOn: one.expiresOn,
            })),
        },
      ]),
    );
  }
}
