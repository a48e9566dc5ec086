import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** A publicised item with as much of the person as may be shown. */
export interface PublicisedRow {
  id: number;
  personId: number;
  content: string;
  day: string;
  minutes: number;
  publicisedOn: string;
  publicationEndsOn: string;
  number: string;
  nameCipher: Buffer;
  /** 1 when the person agreed that the family name is shown. */
  namePublic: number;
}

/** SQL of the public list. */
@Injectable()
export class PublicationRepository {
  /** Publicised items of a division's subtree and of the given divisions above, latest publication first. */
  findPublicised(
    sql: Sql,
    divisionCode: string,
    above: readonly string[],
    after: { day: string; id: number } | null,
    limit: number,
  ): Promise<PublicisedRow[]> {
    return sql.query<PublicisedRow>(
      `SELECT i.id, i.person_id AS personId, i.content, i.day, i.minutes, i.publicised_on AS publicisedOn,
              i.publication_ends_on AS publicationEndsOn, v.number, v.name_cipher AS nameCipher,
              EXISTS (SELECT 1 FROM consent c WHERE c.withdrawn_at IS NULL AND c.id =
                (SELECT MAX(n.id) FROM consent n WHERE n.person_id = i.person_id AND n.purpose = 'publish_name')) AS namePublic
         FROM hours_item i JOIN volunteer v ON v.person_id = i.person_id
        WHERE i.status = 'publicised' AND (i.division_code LIKE CONCAT(?, '%') ${above.length === 0 ? '' : 'OR i.division_code IN (?)'})
          ${after === null ? '' : 'AND (i.publicised_on, i.id) < (?, ?)'}
        ORDER BY i.publicised_on DESC, i.id DESC LIMIT ?`,
      [
        divisionCode,
        ...(above.length === 0 ? [] : [above]),
        ...(after === null ? [] : [after.day, after.id]),
        limit,
      ],
    );
  }
}
