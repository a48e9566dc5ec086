import { Injectable } from '@nestjs/common';
import { ROLE_PERMISSIONS, ROLES } from '@jiefang/shared/permissions';
import { SPEAKER_ROLES, type SpeakerRole } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';

/** In what capacity somebody may take part in a community's hall. */
export interface Speaker {
  /** Approved residency in the community. */
  verified: boolean;
  /** Null for who may not speak there. */
  role: SpeakerRole | null;
}

const STAFF_ROLES = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('topics.manage'));
const GRANTED_ROLES = SPEAKER_ROLES.filter((role) => role !== 'resident');

/** Finds out who speaks: by the role the community recorded, as its staff, or as a verified resident. */
@Injectable()
export class OpinionSpeakers {
  /** One statement. */
  async of(sql: Sql, personId: number, communityCode: string): Promise<Speaker> {
    const [row] = await sql.query<{ verified: number; granted: SpeakerRole | null; staff: number }>(
      `SELECT
         EXISTS (SELECT 1 FROM residency WHERE person_id = ? AND live = 1 AND status = 'approved'
           AND community_code = ?) AS verified,
         (SELECT role FROM hall_role WHERE division_code = ? AND person_id = ? AND role IN (?)
           ORDER BY FIELD(role, ?) LIMIT 1) AS granted,
         EXISTS (SELECT 1 FROM role_grant WHERE person_id = ? AND revoked_at IS NULL AND role IN (?)
           AND ? LIKE CONCAT(division_code, '%')) AS staff`,
      [
        personId,
        communityCode,
        communityCode,
        personId,
        GRANTED_ROLES,
        GRANTED_ROLES,
        personId,
        STAFF_ROLES,
        communityCode,
      ],
    );
    if (row === undefined) throw new Error('a SELECT without FROM has no row');
    const verified = Number(row.verified) === 1;
    const own = verified ? 'resident' : null;
    return { verified, role: row.granted ?? (Number(row.staff) === 1 ? 'staff' : own) };
  }
}
