import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import type { Place } from './residency.repository.js';
import type { RosterMember } from './residency-rules.js';

/** A household of the roster with its members' hashes. */
export interface RosterHousehold extends Place {
  members: RosterMember[];
}

/** Most buildings of a community, and rooms of a building, that are offered to choose from. */
const CHOICES_MAX = 2000;

/** SQL of the tables `household` and `roster_member`. */
@Injectable()
export class HouseholdRepository {
  /** The household of a place, made when the roster has none. */
  async findOrCreate(sql: Sql, place: Place): Promise<number> {
    const known = await this.findId(sql, place);
    if (known !== null) return known;
    await sql.execute(
      'INSERT INTO household (community_code, building, room) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE id = id',
      [place.communityCode, place.building, place.room],
    );
    const made = await this.findId(sql, place);
    if (made === null) throw new Error('a household vanished between insert and read');
    return made;
  }

  /** The roster's households at these places; a place that the roster does not know is missing from the answer. */
  async findRoster(sql: Sql, places: readonly Place[]): Promise<RosterHousehold[]> {
    if (places.length === 0) return [];
    const rows = await sql.query<Place & RosterMember & { id: number }>(
      `SELECT h.id, h.community_code AS communityCode, h.building, h.room,
              m.name_hash AS nameHash, m.phone_hash AS phoneHash
         FROM household h JOIN roster_member m ON m.household_id = h.id
        WHERE (h.community_code, h.building, h.room) IN (?)`,
      [places.map((place) => [place.communityCode, place.building, place.room])],
    );
    const households = new Map<number, RosterHousehold>();
    for (const { id, nameHash, phoneHash, ...place } of rows) {
      const household = households.get(id) ?? { ...place, members: [] };
      household.members.push({ nameHash, phoneHash });
      households.set(id, household);
    }
    return [...households.values()];
  }

  async findBuildings(sql: Sql, communityCode: string): Promise<string[]> {
    const rows = await sql.query<{ building: string }>(
      'SELECT DISTINCT building FROM household WHERE community_code = ? ORDER BY building LIMIT ?',
      [communityCode, CHOICES_MAX],
    );
    return rows.map((row) => row.building);
  }

  async findRooms(sql: Sql, communityCode: string, building: string): Promise<string[]> {
    const rows = await sql.query<{ room: string }>(
      'SELECT room FROM household WHERE community_code = ? AND building = ? ORDER BY room LIMIT ?',
      [communityCode, building, CHOICES_MAX],
    );
    return rows.map((row) => row.room);
  }

  private async findId(sql: Sql, place: Place): Promise<number | null> {
    const rows = await sql.query<{ id: number }>(
      'SELECT id FROM household WHERE community_code = ? AND building = ? AND room = ?',
      [place.communityCode, place.building, place.room],
    );
    return rows.at(0)?.id ?? null;
  }
}
