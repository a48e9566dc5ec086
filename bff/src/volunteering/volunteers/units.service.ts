import { Injectable } from '@nestjs/common';
import { ancestorsOf } from '@jiefang/shared/divisions';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { invalidField } from '../../identity/invalid-field.js';
import type { CreateUnitDto, StaffUnitView } from './staff-volunteer.dto.js';
import { UnitsRepository, type UnitRow } from './units.repository.js';
import type { UnitView } from './volunteer.dto.js';

/** Units that reported to a division; volunteers say which one they belong to. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsRepository,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Units that a volunteer of the community may belong to: those of the community and of every division above it. */
  async of(communityCode: string): Promise<UnitView[]> {
    await this.divisions.require(communityCode, 'community');
    const rows = await this.units.findIn(this.database, scopeOf(communityCode));
    return rows.map(unitView);
  }

  /** The row number of a unit that a volunteer of the community chose; INVALID_INPUT when it is not one of them. */
  async requireChosen(publicId: string | null, communityCode: string): Promise<number | null> {
    if (publicId === null) return null;
    const rows = await this.units.findIn(this.database, scopeOf(communityCode));
    const unit = rows.find((row) => encodeId('unit', row.id) === publicId);
    if (unit === undefined) throw invalidField('unitId', '请在名单里选单位');
    return unit.id;
  }

  /** Row numbers of units by public ids, for a task's requirements; INVALID_INPUT on `field` for an unknown one. */
  async requireKnown(publicIds: readonly string[], field: string): Promise<number[]> {
    const ids = publicIds.map((publicId) => {
      try {
        return decodeId('unit', publicId);
      } catch {
        throw invalidField(field, '请在名单里选单位');
      }
    });
    const known = await this.units.findMany(this.database, ids);
    if (ids.some((id) => known.get(id)?.status !== 'active')) throw invalidField(field, '请在名单里选单位');
    return ids;
  }

  /** Units of the division's subtree. FORBIDDEN outside the caller's divisions. */
  async list(caller: Caller, divisionCode: string): Promise<StaffUnitView[]> {
    await this.access.require(caller, 'volunteers.manage', divisionCode);
    await this.divisions.require(divisionCode);
    const rows = await this.units.findBelow(this.database, divisionCode);
    const names = await this.divisions.namesOf(rows.map((row) => row.divisionCode));
    return rows.map((row) => ({
      ...unitView(row),
      division: { code: row.divisionCode, name: names.get(row.divisionCode)?.name ?? '' },
    }));
  }

  /** A new unit of the division. UNIT_EXISTS, FORBIDDEN. */
  async create(
    caller: Caller,
    key: string,
    divisionCode: string,
    dto: CreateUnitDto,
  ): Promise<StaffUnitView> {
    await this.access.require(caller, 'volunteers.manage', divisionCode);
    const division = await this.divisions.require(divisionCode);
    const request = idempotent(caller.personId, key, `POST /staff/divisions/${divisionCode}/units`, dto);
    return this.idempotency.run(request, async (tx) => {
      const { name, kind } = dto;
      let id: number;
      try {
        const unit = { divisionCode, name, kind, createdBy: caller.personId };
        id = await this.units.insert(tx, unit, this.clock.now());
      } catch (error) {
        throw isDuplicateKey(error) ? new DomainError('UNIT_EXISTS') : error;
      }
      await this.audit.record(tx, caller, {
        action: 'unit.create',
        targetType: 'unit',
        targetId: id,
        divisionCode,
        detail: { name, kind },
      });
      return { id: encodeId('unit', id), name, kind, division: { code: division.code, name: division.name } };
    });
  }
}

function scopeOf(communityCode: string): string[] {
  return [...ancestorsOf(communityCode), communityCode];
}

function unitView({ id, name, kind }: UnitRow): UnitView {
  return { id: encodeId('unit', id), name, kind };
}
