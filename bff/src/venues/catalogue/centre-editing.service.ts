import { Injectable } from '@nestjs/common';
import type { WeekdayHours } from '@jiefang/shared/venues';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { spell } from '../../divisions/spelling.js';
import { CentresService } from './centres.service.js';
import type { CentreRow } from './centres.repository.js';
import { changesBetween } from './changes.js';
import { EditingRepository, type CentreContent } from './editing.repository.js';
import { hoursFaults, wholeWeek } from './hours-rules.js';
import { OutsideHours } from './outside-hours.js';
import type { CreateCentreDto, StaffCentreView, UpdateCentreDto } from './staff-centre.dto.js';
import { VenueCards } from './venue-cards.js';
import { VenueConfigs, type VenueConfig } from './venue-config.js';

/** Minutes on which a centre's hours must fall whatever its venues count in. */
const HOURS_STEP = 15;

/** Staff create and edit centres. */
@Injectable()
export class CentreEditingService {
  constructor(
    private readonly database: Database,
    private readonly repository: EditingRepository,
    private readonly centres: CentresService,
    private readonly cards: VenueCards,
    private readonly configs: VenueConfigs,
    private readonly outside: OutsideHours,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  /** The centre as its form shows it. FORBIDDEN outside the caller's divisions. */
  async view(caller: Caller, publicId: string): Promise<StaffCentreView> {
    return this.viewOf(this.database, await this.requireManaged(caller, publicId), 0);
  }

  /** A new centre in a division of the caller's. NOT_FOUND for an unknown division, HOURS_INVALID. */
  async create(
    caller: Caller,
    key: string,
    divisionCode: string,
    dto: CreateCentreDto,
  ): Promise<StaffCentreView> {
    await this.access.require(caller, 'venues.manage', divisionCode);
    await this.divisions.require(divisionCode);
    requireSoundHours(dto.hours, []);
    const content = contentOf(dto);
    const request = idempotent(caller.personId, key, `POST /staff/divisions/${divisionCode}/centres`, dto);
    return this.idempotency.run(request, async (tx) => {
      const id = await this.repository.insertCentre(tx, divisionCode, content);
      await this.audit.record(tx, caller, {
        action: 'centre.create',
        targetType: 'centre',
        targetId: id,
        divisionCode,
        detail: { after: auditable(content) },
      });
      return this.viewOf(tx, await this.centres.require(tx, id), 0);
    });
  }

  /**
   * Writes an edit of the version that was read. STALE_VERSION, HOURS_INVALID, or VENUE_IN_USE with the bookings that
   * shorter hours would leave outside, unless the edit confirms that they stay.
   */
  async update(
    caller: Caller,
    key: string,
    publicId: string,
    dto: UpdateCentreDto,
  ): Promise<StaffCentreView> {
    const { id, divisionCode } = await this.requireManaged(caller, publicId);
    const content = contentOf(dto);
    return this.idempotency.run(
      idempotent(caller.personId, key, `PUT /staff/centres/${id}`, dto),
      async (tx) => {
        // Stamped twice: first to hold the venues' rows while their old hours are read, last so that no replica, this one
        // included, keeps what it read before the change.
        await this.configs.touchCentre(tx, id);
        const before = await this.centres.require(tx, id);
        const inheriting = (await this.cards.liveVenues(tx, [id]))
          .map(({ config }) => config)
          .filter((config) => !config.hasOwnOpening);
        if (!(await this.repository.updateCentre(tx, divisionCode, id, dto.version, content))) {
          throw new DomainError('STALE_VERSION');
        }
        await this.configs.touchCentre(tx, id);
        requireSoundHours(dto.hours, inheriting);
        const kept = await this.outside.require(
          tx,
          caller,
          inheriting.map((config) => ({ config, after: content.hours })),
          dto.confirmOutsideHours === true,
        );
        await this.audit.record(tx, caller, {
          action: 'centre.update',
          targetType: 'centre',
          targetId: id,
          divisionCode,
          detail: { ...changesBetween(auditable(before), auditable(content)), keptOutsideHours: kept },
        });
        return this.viewOf(tx, await this.centres.require(tx, id), kept);
      },
    );
  }

  private async requireManaged(caller: Caller, publicId: string): Promise<CentreRow> {
    const centre = await this.centres.require(this.database, decodeId('centre', publicId));
    await this.access.require(caller, 'venues.manage', centre.divisionCode);
    return centre;
  }

  private async viewOf(sql: Sql, centre: CentreRow, keptOutsideHours: number): Promise<StaffCentreView> {
    return { ...(await this.centres.viewOf(sql, centre)), version: centre.version, keptOutsideHours };
  }
}

function contentOf(dto: CreateCentreDto): CentreContent {
  return {
    name: dto.name,
    ...spell(dto.name),
    tags: dto.tags,
    address: dto.address,
    intro: dto.intro,
    phone: dto.phone,
    // The column keeps six decimals, a tenth of a metre.
    latitude: Number(dto.location.latitude.toFixed(6)),
    longitude: Number(dto.location.longitude.toFixed(6)),
    services: dto.services.map(({ name, description, hours }) => ({ name, description, hours })),
    hours: wholeWeek(dto.hours),
  };
}

function requireSoundHours(hours: readonly WeekdayHours[], inheriting: readonly VenueConfig[]): void {
  const faults = hoursFaults(hours, HOURS_STEP, 'hours');
  if (faults.length > 0) throw new DomainError('HOURS_INVALID', { extra: { details: faults } });
  for (const { name, unitMinutes } of inheriting) {
    const details = hoursFaults(hours, unitMinutes, 'hours');
    if (details.length > 0) {
      throw new DomainError('HOURS_INVALID', {
        message: `${name}跟着中心开放，每格 ${unitMinutes} 分钟，新的时间对不上整格。`,
        next: '请改到整格上，或先给这个场地单独设开放时间。',
        extra: { details },
      });
    }
  }
}

/** What the audit trail compares; the spelling follows from the name. */
function auditable(centre: CentreContent | CentreRow): Record<string, unknown> {
  const { name, tags, address, intro, phone, latitude, longitude, services, hours } = centre;
  return { name, tags, address, intro, phone, latitude, longitude, services, hours: wholeWeek(hours) };
}
