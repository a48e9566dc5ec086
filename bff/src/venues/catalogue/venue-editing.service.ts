import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@jiefang/shared/time';
import type { VenuePolicy, WeekdayHours } from '@jiefang/shared/venues';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { CentresService } from './centres.service.js';
import { changesBetween } from './changes.js';
import { EditingRepository, type VenueContent } from './editing.repository.js';
import { hoursFaults, wholeWeek } from './hours-rules.js';
import { OutsideHours } from './outside-hours.js';
import { policyFaults } from './policy-rules.js';
import type { CreateVenueDto, StaffVenueView, UpdateVenueDto } from './staff-venue.dto.js';
import { newStamp, VenueConfigs, type VenueConfig } from './venue-config.js';
import { VenuesService } from './venues.service.js';

/** Staff create and edit venues: content, policy, own hours, suspension. */
@Injectable()
export class VenueEditingService {
  constructor(
    private readonly database: Database,
    private readonly repository: EditingRepository,
    private readonly centres: CentresService,
    private readonly venues: VenuesService,
    private readonly configs: VenueConfigs,
    private readonly outside: OutsideHours,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The venue as its form shows it. FORBIDDEN outside the caller's divisions. */
  async view(caller: Caller, publicId: string): Promise<StaffVenueView> {
    const config = await this.venues.require(this.database, decodeId('venue', publicId));
    await this.access.require(caller, 'venues.manage', config.divisionCode);
    return this.viewOf(this.database, config, caller, 0);
  }

  /** A new venue at the end of its centre's list. HOURS_INVALID, POLICY_INVALID. */
  async create(
    caller: Caller,
    key: string,
    centrePublicId: string,
    dto: CreateVenueDto,
  ): Promise<StaffVenueView> {
    const centre = await this.centres.require(this.database, decodeId('centre', centrePublicId));
    const { id: centreId, divisionCode } = centre;
    await this.access.require(caller, 'venues.manage', divisionCode);
    const content = contentOf(dto);
    requireSound(content, centre.hours);
    const request = idempotent(caller.personId, key, `POST /staff/centres/${centreId}/venues`, dto);
    return this.idempotency.run(request, async (tx) => {
      const id = await this.repository.insertVenue(tx, divisionCode, centreId, newStamp(), content);
      await this.audit.record(tx, caller, {
        action: 'venue.create',
        targetType: 'venue',
        targetId: id,
        divisionCode,
        detail: { after: content },
      });
      return this.viewOf(tx, await this.venues.require(tx, id), caller, 0);
    });
  }

  /**
   * Writes an edit of the version that was read. STALE_VERSION, HOURS_INVALID, POLICY_INVALID; VENUE_IN_USE when the
   * unit length changes under live bookings, or, with the bookings, when shorter hours would leave some outside and the
   * edit does not confirm that they stay.
   */
  async update(caller: Caller, key: string, publicId: string, dto: UpdateVenueDto): Promise<StaffVenueView> {
    const id = decodeId('venue', publicId);
    const { divisionCode } = await this.venues.require(this.database, id);
    await this.access.require(caller, 'venues.manage', divisionCode);
    const content = contentOf(dto);
    return this.idempotency.run(
      idempotent(caller.personId, key, `PUT /staff/venues/${id}`, dto),
      async (tx) => {
        const before = await this.venues.require(tx, id);
        if (before.configVersion !== dto.version) throw new DomainError('STALE_VERSION');
        const centre = await this.centres.require(tx, before.centreId);
        requireSound(content, centre.hours);
        // The row is written first: from here on no booking of this venue can be decided until this edit is.
        const written = await this.repository.updateVenue(
          tx,
          divisionCode,
          id,
          dto.version,
          newStamp(),
          content,
        );
        if (!written) throw new DomainError('STALE_VERSION');
        if (content.unitMinutes !== before.unitMinutes) await this.requireUncounted(tx, id);
        const kept = await this.outside.require(
          tx,
          caller,
          [{ config: before, after: content.opening ?? centre.hours }],
          dto.confirmOutsideHours === true,
        );
        await this.audit.record(tx, caller, {
          action: 'venue.update',
          targetType: 'venue',
          targetId: id,
          divisionCode,
          detail: { ...changesBetween(editable(before), { ...content }), keptOutsideHours: kept },
        });
        return this.viewOf(tx, await this.venues.require(tx, id), caller, kept);
      },
    );
  }

  private async requireUncounted(tx: Sql, venueId: number): Promise<void> {
    if (await this.repository.isCountedInUnits(tx, venueId, shanghaiDay(this.clock.now()))) {
      throw new DomainError('VENUE_IN_USE');
    }
  }

  private async viewOf(
    sql: Sql,
    config: VenueConfig,
    caller: Caller,
    keptOutsideHours: number,
  ): Promise<StaffVenueView> {
    return {
      ...(await this.venues.viewOf(sql, config, caller)),
      opening: config.hasOwnOpening ? wholeWeek(config.opening) : null,
      version: config.configVersion,
      keptOutsideHours,
    };
  }
}

function contentOf(dto: CreateVenueDto): VenueContent {
  const { name, capacity, facilities, intro, unitMinutes, status, opening } = dto;
  // A plain object: the stored policy has the fields of VenuePolicy and no others, whitelisted by the DTO.
  const policy: VenuePolicy = { ...dto.policy };
  return {
    name,
    capacity,
    facilities,
    intro,
    unitMinutes,
    status,
    policy,
    opening: opening === null ? null : wholeWeek(opening),
  };
}

/** `centreHours` apply when the venue has none of its own; then a clash with the unit is the venue's to solve. */
function requireSound(content: VenueContent, centreHours: readonly WeekdayHours[]): void {
  const opening = content.opening ?? centreHours;
  const hours = hoursFaults(opening, content.unitMinutes, 'opening');
  if (hours.length > 0) {
    throw new DomainError('HOURS_INVALID', {
      ...(content.opening === null
        ? {
            message: `中心的开放时间对不上每格 ${content.unitMinutes} 分钟。`,
            next: '请换一种格长，或单独设开放时间。',
          }
        : {}),
      extra: { details: hours },
    });
  }
  const policy = policyFaults(content.policy, content.unitMinutes, opening);
  if (policy.length > 0) throw new DomainError('POLICY_INVALID', { extra: { details: policy } });
}

/** The configuration in the shape of the form, for the audit trail. */
function editable(config: VenueConfig): Record<string, unknown> {
  const { name, capacity, facilities, intro, unitMinutes, status, policy } = config;
  const opening = config.hasOwnOpening ? wholeWeek(config.opening) : null;
  return { name, capacity, facilities, intro, unitMinutes, status, policy, opening };
}
