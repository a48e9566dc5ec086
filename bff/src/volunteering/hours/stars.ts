import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { ancestorsOf, levelOf } from '@jiefang/shared/divisions';
import { DEFAULT_STARS, starsOf } from '@jiefang/shared/hours';
import { Database, type Sql } from '../../database/database.js';
import type { StarsView } from './hours-views.js';

/** Star tables: cities and districts may have their own, the product's holds elsewhere. */
@Injectable()
export class Stars {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** Stars of recorded minutes by the table of where the person volunteers. */
  async of(personId: number, recordedMinutes: number): Promise<StarsView> {
    const [row] = await this.database.query<{ code: string }>(
      'SELECT community_code AS code FROM volunteer WHERE person_id = ?',
      [personId],
    );
    const table = row === undefined ? [...DEFAULT_STARS] : await this.table(this.database, row.code);
    return { ...starsOf(recordedMinutes, table), table };
  }

  /** The table that holds at a division. FORBIDDEN without `hours.manage` there. */
  async show(caller: Caller, divisionCode: string): Promise<{ hours: number[] }> {
    await this.access.require(caller, 'hours.manage', divisionCode);
    return { hours: await this.table(this.database, divisionCode) };
  }

  /** Replaces a city's or district's own table; the same table again changes nothing. STARS_INVALID unless it rises. */
  async save(caller: Caller, divisionCode: string, hours: readonly number[]): Promise<{ hours: number[] }> {
    await this.access.require(caller, 'roles.manage', divisionCode);
    if (!['city', 'district'].includes(levelOf(divisionCode))) {
      throw new DomainError('FORBIDDEN', {
        message: '星级由市或区统一规定。',
        next: '请联系市或区的管理员。',
      });
    }
    if (hours.some((value, index) => index > 0 && value <= (hours[index - 1] ?? 0))) {
      throw new DomainError('STARS_INVALID');
    }
    await this.database.transaction(async (tx) => {
      // Two who save at once leave one of the two tables, never a mixture: the later waits on the first star's row.
      await tx.execute(
        'INSERT INTO star_rule (division_code, star, hours) VALUES ? ON DUPLICATE KEY UPDATE hours = VALUES(hours)',
        [hours.map((value, index) => [divisionCode, index + 1, value])],
      );
      await tx.execute('DELETE FROM star_rule WHERE division_code = ? AND star > ?', [
        divisionCode,
        hours.length,
      ]);
      await this.audit.record(tx, caller, {
        action: 'stars.update',
        targetType: 'division',
        targetId: divisionCode,
        divisionCode,
        detail: { hours },
      });
    });
    return { hours: [...hours] };
  }

  /** The table of the nearest division that has one, from the given one upwards. */
  private async table(sql: Sql, divisionCode: string): Promise<number[]> {
    const rows = await sql.query<{ code: string; hours: number }>(
      `SELECT division_code AS code, hours FROM star_rule WHERE division_code IN (?) ORDER BY division_code DESC, star`,
      [[...ancestorsOf(divisionCode), divisionCode]],
    );
    const nearest = rows[0]?.code;
    return nearest === undefined
      ? [...DEFAULT_STARS]
      : rows.filter((row) => row.code === nearest).map((row) => row.hours);
  }
}
