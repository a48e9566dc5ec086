import { Injectable } from '@nestjs/common';
import type { RollSource } from '@jiefang/shared/rule-packs';
import type { Sql } from '../../database/database.js';
import { sqlBytes, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';
import type { RollMember, VoterCapacity } from './roll-members.js';

export interface RollRow {
  id: number;
  topicId: number;
  source: RollSource;
  size: number;
  area: number | null;
  hash: Buffer;
  frozenAt: Date;
}

export interface MembershipRow {
  no: number;
  capacity: VoterCapacity;
  building: string;
  area: number | null;
  labelCipher: Buffer;
  salt: Buffer;
  commitment: Buffer;
}

interface MemberRow {
  no: number;
  building: string;
  area: number | null;
  labelCipher: Buffer;
  reachable: number;
  marked: number;
}

const CHUNK = 500;

/** SQL of frozen rolls. */
@Injectable()
export class RollsRepository {
  async insert(
    tx: Sql,
    roll: Omit<RollRow, 'id' | 'frozenAt'> & { frozenBy: number; at: Date },
  ): Promise<number> {
    const { insertId } = await tx.execute(
      'INSERT INTO roll (topic_id, source, size, area, hash, frozen_by, frozen_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [roll.topicId, roll.source, roll.size, roll.area, roll.hash, roll.frozenBy, roll.at],
    );
    return insertId;
  }

  /** Members and their voters, a few hundred rows a statement. */
  async insertMembers(
    tx: Sql,
    rollId: number,
    members: readonly RollMember[],
    labelOf: (member: RollMember) => Buffer,
  ): Promise<void> {
    const roll = sqlNumber(rollId);
    for (let from = 0; from < members.length; from += CHUNK) {
      const chunk = members.slice(from, from + CHUNK);
      await tx.execute(
        'INSERT INTO roll_member (roll_id, no, building, label_cipher, area, salt, commitment) VALUES ?',
        [
          sqlRows(
            chunk.map(
              (m) =>
                `(${roll},${sqlNumber(m.no)},${sqlText(m.building)},${sqlBytes(labelOf(m))},${sqlNumber(m.area)},` +
                `${sqlBytes(m.salt)},${sqlBytes(m.commitment)})`,
            ),
          ),
        ],
      );
      const voters = chunk.flatMap((m) =>
        m.voters.map(
          (v) =>
            `(${roll},${sqlNumber(m.no)},${sqlText(v.capacity)},${sqlNumber(v.personId)},${sqlBytes(v.phoneHash)})`,
        ),
      );
      if (voters.length > 0) {
        await tx.execute(
          'INSERT INTO roll_voter (roll_id, member_no, capacity, person_id, phone_hash) VALUES ?',
          [sqlRows(voters)],
        );
      }
    }
  }

  async findById(sql: Sql, id: number): Promise<RollRow | null> {
    const rows = await sql.query<RollRow>(
      `SELECT id, topic_id AS topicId, source, size, area, hash, frozen_at AS frozenAt FROM roll WHERE id = ?`,
      [id],
    );
    return rows.at(0) ?? null;
  }

  /** The members a person may speak for; one entry a member. */
  async findMemberships(sql: Sql, rollId: number, personId: number): Promise<MembershipRow[]> {
    const rows = await sql.query<MembershipRow>(
      `SELECT m.no, v.capacity, m.building, m.area, m.label_cipher AS labelCipher, m.salt, m.commitment
         FROM roll_voter v JOIN roll_member m ON m.roll_id = v.roll_id AND m.no = v.member_no
        WHERE v.roll_id = ? AND v.person_id = ? ORDER BY m.no, v.id`,
      [rollId, personId],
    );
    return rows.filter((row, index) => rows[index - 1]?.no !== row.no);
  }

  /** Rows that wait for the phone which this person has bound; nobody's yet. */
  async countUnlinked(sql: Sql, rollId: number, personId: number): Promise<number> {
    const [row] = await sql.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM person p JOIN roll_voter v ON v.phone_hash = p.phone_hash
        WHERE p.id = ? AND p.status = 'active' AND v.roll_id = ? AND v.person_id IS NULL`,
      [personId, rollId],
    );
    return Number(row?.n ?? 0);
  }

  /** Gives those rows to the person, for good; a member the person has already keeps the first capacity. */
  async link(sql: Sql, rollId: number, personId: number): Promise<void> {
    await sql.execute(
      `UPDATE IGNORE roll_voter v JOIN person p ON p.phone_hash = v.phone_hash SET v.person_id = p.id
        WHERE v.roll_id = ? AND v.person_id IS NULL AND p.id = ? AND p.status = 'active'`,
      [rollId, personId],
    );
  }

  buildingsOf(sql: Sql, rollId: number): Promise<{ building: string; size: number; area: string | null }[]> {
    return sql.query(
      `SELECT MIN(building) AS building, COUNT(*) AS size, SUM(area) AS area FROM roll_member WHERE roll_id = ?
        GROUP BY building COLLATE utf8mb4_bin ORDER BY building COLLATE utf8mb4_bin`,
      [rollId],
    );
  }

  /** A page of members after a number, with who can be reached in the app and who took part. */
  findMembers(
    sql: Sql,
    roll: { id: number; topicId: number },
    after: number,
    limit: number,
  ): Promise<MemberRow[]> {
    return sql.query<MemberRow>(
      `SELECT m.no, m.building, m.area, m.label_cipher AS labelCipher,
              EXISTS (SELECT 1 FROM roll_voter v JOIN person p ON p.id = v.person_id
                       WHERE v.roll_id = m.roll_id AND v.member_no = m.no AND p.openid IS NOT NULL AND p.status = 'active')
                AS reachable,
              EXISTS (SELECT 1 FROM ballot_mark b WHERE b.topic_id = ? AND b.member_no = m.no) AS marked
         FROM roll_member m WHERE m.roll_id = ? AND m.no > ? ORDER BY m.no LIMIT ?`,
      [roll.topicId, roll.id, after, limit],
    );
  }
}
