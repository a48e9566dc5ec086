import { Injectable } from '@nestjs/common';
import type { RollSource } from '@jiefang/shared/rule-packs';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { distinctVoters, type Candidate, type Voter } from './roll-members.js';
import { RollSourcesRepository, type FlatRow } from './roll-sources.repository.js';

/** What a roll is made of. `buildings` null takes the whole community. */
export interface RollChoice {
  source: RollSource;
  /** The import whose owners vote; null unless the source is `owners`. */
  ownersImportId: number | null;
  buildings: readonly string[] | null;
}

/** Characters of a label; in UTF-8 and encrypted it fits its column. */
const LABEL_MAX = 140;

/** Finds who votes, source by source: the same set for the same people, in no particular order. */
@Injectable()
export class RollSources {
  constructor(
    private readonly repository: RollSourcesRepository,
    private readonly cipher: FieldCipher,
  ) {}

  /** ROLL_SOURCE when owners are asked for without an import of this community. */
  candidates(sql: Sql, communityCode: string, choice: RollChoice): Promise<Candidate[]> {
    switch (choice.source) {
      case 'verified_residents':
        return this.residents(sql, communityCode, choice.buildings);
      case 'households':
        return this.households(sql, communityCode, choice.buildings);
      case 'representatives':
        return this.representatives(sql, communityCode, choice.buildings);
      case 'owners':
        return this.owners(sql, communityCode, choice);
    }
  }

  private async residents(sql: Sql, code: string, buildings: readonly string[] | null): Promise<Candidate[]> {
    const rows = await this.repository.findResidents(sql, code, buildings);
    return rows.map((row) => ({
      key: `person ${row.personId}`,
      building: row.building,
      label: shortened(`${this.cipher.decrypt(row.nameCipher)}（${row.building}${row.room}）`),
      area: null,
      voters: [account('self', row)],
    }));
  }

  private async households(
    sql: Sql,
    code: string,
    buildings: readonly string[] | null,
  ): Promise<Candidate[]> {
    const found = new Map<number, Candidate>();
    for (const row of await this.repository.findHouseholds(sql, code, buildings)) {
      const known = found.get(row.householdId);
      if (known !== undefined) known.voters.push(account('household', row));
      else {
        found.set(row.householdId, {
          key: `household ${row.householdId}`,
          building: row.building,
          label: `${row.building}${row.room}`,
          area: null,
          voters: [account('household', row)],
        });
      }
    }
    return [...found.values()];
  }

  private async representatives(
    sql: Sql,
    code: string,
    buildings: readonly string[] | null,
  ): Promise<Candidate[]> {
    const rows = await this.repository.findRepresentatives(sql, code, buildings);
    return rows.map((row) => ({
      key: `person ${row.personId}`,
      building: row.building ?? '',
      label: row.nameCipher === null ? row.nickname : this.cipher.decrypt(row.nameCipher),
      area: null,
      voters: [account('representative', row)],
    }));
  }

  private async owners(sql: Sql, code: string, choice: RollChoice): Promise<Candidate[]> {
    if (choice.ownersImportId === null)
      throw new DomainError('ROLL_SOURCE', { message: '还没有选业主名单。', next: '请先导入或选一份名单。' });
    const found = await this.repository.findImport(sql, choice.ownersImportId);
    if (found?.divisionCode !== code) {
      throw new DomainError('ROLL_SOURCE', {
        message: '这份业主名单不是本社区的。',
        next: '请选本社区的名单。',
      });
    }
    const units = new Map<number, { flats: FlatRow[]; names: string[]; voters: Voter[] }>();
    for (const flat of await this.repository.findFlats(sql, found.id, choice.buildings)) {
      const unit = units.get(flat.unitNo);
      if (unit === undefined) units.set(flat.unitNo, { flats: [flat], names: [], voters: [] });
      else unit.flats.push(flat);
    }
    for (const person of await this.repository.findOwnerPeople(sql, found.id)) {
      const unit = units.get(person.unitNo);
      if (unit === undefined) continue;
      if (person.capacity !== 'proxy') unit.names.push(this.cipher.decrypt(person.nameCipher));
      unit.voters.push({
        capacity: person.capacity,
        personId: person.personId,
        phoneHash: person.phoneHash,
        reachable: Number(person.reachable) === 1,
      });
    }
    return [...units].map(([no, { flats, names, voters }]) => ({
      key: `owners ${found.id} ${no}`,
      building: largestBuilding(flats),
      label: shortened(`${[...new Set(names)].join('、')}（${flatWords(flats)}）`),
      area: flats.reduce((sum, flat) => sum + flat.area, 0),
      voters: distinctVoters(voters),
    }));
  }
}

function account(capacity: Voter['capacity'], row: { personId: number; reachable: number }): Voter {
  return { capacity, personId: row.personId, phoneHash: null, reachable: Number(row.reachable) === 1 };
}

/** “1幢101、1幢102等 15 套” */
function flatWords(flats: readonly { building: string; room: string }[]): string {
  const named = flats.slice(0, 3).map((flat) => `${flat.building}${flat.room}`);
  return named.join('、') + (flats.length > named.length ? `等 ${flats.length} 套` : '');
}

function largestBuilding(flats: readonly FlatRow[]): string {
  const areas = new Map<string, number>();
  for (const flat of flats) areas.set(flat.building, (areas.get(flat.building) ?? 0) + flat.area);
  return [...areas].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function shortened(label: string): string {
  const characters = Array.from(label);
  return characters.length <= LABEL_MAX ? label : `${characters.slice(0, LABEL_MAX - 1).join('')}…`;
}
