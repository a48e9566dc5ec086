import { Injectable } from '@nestjs/common';
import { SPEAKER_ROLE_WORDS, SPEAKER_ROLES, type SpeakerRole } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import type { CaseRow } from './case-types.js';

const SIDES = SPEAKER_ROLES.filter((role) => role !== 'resident');

/** Why somebody may not judge a case: it is about themselves or their own side. */
@Injectable()
export class CaseConflicts {
  /** A sentence for the person, null when nothing stands against it. One statement. */
  async of(sql: Sql, one: CaseRow, personId: number): Promise<string | null> {
    if (one.authorId === personId) return '这段文字是你自己写的，不能由你判断。';
    const [row] = await sql.query<{
      initiatorId: number | null;
      reported: number;
      sameUnit: number;
      side: SpeakerRole | null;
    }>(
      `SELECT
         (SELECT initiator_id FROM topic WHERE id = ?) AS initiatorId,
         EXISTS (SELECT 1 FROM moderation_report WHERE case_id = ? AND person_id = ?) AS reported,
         EXISTS (SELECT 1 FROM volunteer a JOIN volunteer b ON b.unit_id = a.unit_id
           WHERE a.person_id = ? AND b.person_id = ?) AS sameUnit,
         (SELECT a.role FROM hall_role a JOIN hall_role b ON b.division_code = a.division_code AND b.role = a.role
           WHERE a.division_code = ? AND a.person_id = ? AND b.person_id = ? AND a.role IN (?) LIMIT 1) AS side`,
      [
        one.topicId,
        one.id,
        personId,
        one.authorId,
        personId,
        one.divisionCode,
        one.authorId,
        personId,
        SIDES,
      ],
    );
    if (row === undefined) throw new Error('a SELECT without FROM has no row');
    if (row.initiatorId === personId) return '这个议题是你提出的，不能由你判断。';
    if (Number(row.reported) === 1) return '这段文字是你举报的，不能由你判断。';
    if (Number(row.sameUnit) === 1) return '作者和你在同一个单位，不能由你判断。';
    if (row.side !== null) return `作者和你都是${SPEAKER_ROLE_WORDS[row.side]}，不能由你判断。`;
    return null;
  }
}
