import { Injectable } from '@nestjs/common';
import { encodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';

/** A centre as a member of staff picks it from a list. */
export interface CentreEntry {
  id: string;
  name: string;
  divisionCode: string;
}

/** Most centres of one list: more than any district has. */
const CENTRES_MAX = 500;

/** The centres of divisions, by name only. */
@Injectable()
export class CentreDirectory {
  constructor(private readonly database: Database) {}

  /** Centres in the subtrees of these divisions, those of higher divisions first. */
  async inDivisions(codes: readonly string[]): Promise<CentreEntry[]> {
    if (codes.length === 0) return [];
    const rows = await this.database.query<{ id: number; name: string; divisionCode: string }>(
      `SELECT id, name, division_code AS divisionCode FROM centre
        WHERE ${codes.map(() => "division_code LIKE CONCAT(?, '%')").join(' OR ')}
        ORDER BY LENGTH(division_code), division_code, id LIMIT ?`,
      [...codes, CENTRES_MAX],
    );
    return rows.map((row) => ({ ...row, id: encodeId('centre', row.id) }));
  }
}
