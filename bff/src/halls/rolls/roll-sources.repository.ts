import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

interface PlaceRow {
  building: string;
  room: string;
}

interface ResidentRow extends PlaceRow {
  personId: number;
  nameCipher: Buffer;
  reachable: number;
}

interface HouseholdRow extends PlaceRow {
  householdId: number;
  personId: number;
  reachable: number;
}

interface RepresentativeRow {
  personId: number;
  nickname: string;
  nameCipher: Buffer | null;
  building: string | null;
  reachable: number;
}

export interface FlatRow extends PlaceRow {
  unitNo: number;
  area: number;
}

interface OwnerPersonRow {
  unitNo: number;
  capacity: 'owner' | 'co_owner' | 'proxy';
  nameCipher: Buffer;
  phoneHash: Buffer | null;
  personId: number | null;
  reachable: number;
}

/** Accounts that can log in: those without an openid were made by an import. */
const REACHABLE = "(p.openid IS NOT NULL AND p.status = 'active')";

/** Reads the people of a community as rolls are made of them: a few statements, whatever their number. */
@Injectable()
export class RollSourcesRepository {
  findResidents(
    sql: Sql,
    communityCode: string,
    buildings: readonly string[] | null,
  ): Promise<ResidentRow[]> {
    return sql.query<ResidentRow>(
      `SELECT r.person_id AS personId, r.name_cipher AS nameCipher, r.building, r.room, ${REACHABLE} AS reachable
         FROM residency r JOIN person p ON p.id = r.person_id
        WHERE r.community_code = ? AND r.status = 'approved' AND p.status = 'active'${inBuildings('r', buildings)}`,
      [communityCode, ...(buildings === null ? [] : [buildings])],
    );
  }

  /** One row an approved resident of each household. */
  findHouseholds(
    sql: Sql,
    communityCode: string,
    buildings: readonly string[] | null,
  ): Promise<HouseholdRow[]> {
    return sql.query<HouseholdRow>(
      `SELECT h.id AS householdId, h.building, h.room, r.person_id AS personId, ${REACHABLE} AS reachable
         FROM residency r JOIN household h ON h.id = r.household_id JOIN person p ON p.id = r.person_id
        WHERE r.community_code = ? AND r.status = 'approved' AND p.status = 'active'${inBuildings('h', buildings)}`,
      [communityCode, ...(buildings === null ? [] : [buildings])],
    );
  }

  findRepresentatives(
    sql: Sql,
    communityCode: string,
    buildings: readonly string[] | null,
  ): Promise<RepresentativeRow[]> {
    return sql.query<RepresentativeRow>(
      `SELECT g.person_id AS personId, p.nickname, r.name_cipher AS nameCipher, r.building, ${REACHABLE} AS reachable
         FROM hall_role g JOIN person p ON p.id = g.person_id
         LEFT JOIN residency r ON r.person_id = g.person_id AND r.community_code = g.division_code AND r.status = 'approved'
        WHERE g.division_code = ? AND g.role = 'representative' AND p.status = 'active'${inBuildings('r', buildings)}`,
      [communityCode, ...(buildings === null ? [] : [buildings])],
    );
  }

  findFlats(sql: Sql, importId: number, buildings: readonly string[] | null): Promise<FlatRow[]> {
    return sql.query<FlatRow>(
      `SELECT f.unit_no AS unitNo, f.building, f.room, f.area FROM owner_flat f
        WHERE f.import_id = ?${inBuildings('f', buildings)} ORDER BY f.unit_no, f.building, f.room`,
      [importId, ...(buildings === null ? [] : [buildings])],
    );
  }

  /** Owners and proxies of an import with the account that has bound their phone. */
  findOwnerPeople(sql: Sql, importId: number): Promise<OwnerPersonRow[]> {
    return sql.query<OwnerPersonRow>(
      `SELECT o.unit_no AS unitNo, o.capacity, o.name_cipher AS nameCipher, o.phone_hash AS phoneHash,
              p.id AS personId, IFNULL(${REACHABLE}, 0) AS reachable
         FROM owner_person o LEFT JOIN person p ON p.phone_hash = o.phone_hash AND p.status = 'active'
        WHERE o.import_id = ? ORDER BY o.unit_no, o.seq`,
      [importId],
    );
  }

  async findImport(sql: Sql, id: number): Promise<{ id: number; divisionCode: string } | null> {
    const rows = await sql.query<{ id: number; divisionCode: string }>(
      'SELECT id, division_code AS divisionCode FROM owners_import WHERE id = ?',
      [id],
    );
    return rows.at(0) ?? null;
  }
}

function inBuildings(alias: string, buildings: readonly string[] | null): string {
  return buildings === null ? '' : ` AND ${alias}.building IN (?)`;
}
