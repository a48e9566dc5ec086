import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { DivisionName } from '../../divisions/divisions.dto.js';
import { tidyText } from '../people/person-name.js';
import {
  RESIDENCY_ACTIONS,
  RESIDENCY_METHODS,
  RESIDENCY_STATUSES,
  ROSTER_HINTS,
  type ResidencyAction,
  type ResidencyMethod,
  type ResidencyStatus,
  type RosterHint,
} from './residency-rules.js';

const COMMUNITY_CODE = /^\d{12}$/;

/** Where a person lives, claimed or confirmed. */
export class ResidencyView {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: RESIDENCY_STATUSES, enumName: 'ResidencyStatus' })
  status: ResidencyStatus;

  @ApiProperty({ type: DivisionName })
  community: DivisionName;

  @ApiProperty()
  building: string;

  @ApiProperty()
  room: string;

  @ApiProperty({ description: 'In full for the resident, masked for staff' })
  claimedName: string;

  @ApiProperty({ enum: RESIDENCY_METHODS, enumName: 'ResidencyMethod', nullable: true, type: String })
  method: ResidencyMethod | null;

  @ApiProperty({ nullable: true, type: String, description: 'Why staff decided so' })
  reason: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  decidedAt: string | null;

  @ApiProperty({ enum: RESIDENCY_ACTIONS, enumName: 'ResidencyAction', isArray: true })
  actions: ResidencyAction[];
}

export class Residencies {
  @ApiProperty({ type: [ResidencyView] })
  items: ResidencyView[];
}

/** A claim to a household. Building and room are brought to one form, the name is compared with the roster. */
export class ClaimResidencyDto {
  @ApiProperty({ pattern: '^\\d{12}$' })
  @IsString()
  @Matches(COMMUNITY_CODE, { message: '没有这个社区' })
  communityCode: string;

  @ApiProperty({ minLength: 1, maxLength: 30 })
  @IsString()
  @Length(1, 60)
  building: string;

  @ApiProperty({ minLength: 1, maxLength: 30 })
  @IsString()
  @Length(1, 60)
  room: string;

  @ApiProperty({ minLength: 1, maxLength: 20 })
  @IsString()
  @Length(1, 80)
  name: string;
}

export class BuildingsQuery {
  @ApiProperty({ pattern: '^\\d{12}$' })
  @IsString()
  @Matches(COMMUNITY_CODE, { message: '没有这个社区' })
  community: string;
}

export class RoomsQuery extends BuildingsQuery {
  @ApiProperty()
  @IsString()
  @Length(1, 60)
  building: string;
}

/** Names of buildings or rooms to choose from, in their natural order. */
export class PlaceNames {
  @ApiProperty({ type: [String] })
  items: string[];
}

export class ResidencyQueueQuery extends PageQuery {
  @ApiProperty({ enum: RESIDENCY_STATUSES, enumName: 'ResidencyStatus', required: false, default: 'pending' })
  @IsOptional()
  @IsIn(RESIDENCY_STATUSES)
  status: ResidencyStatus = 'pending';
}

/** A claim as staff see it: name and phone masked, with what the roster says. */
export class StaffResidency extends ResidencyView {
  @ApiProperty()
  personNickname: string;

  @ApiProperty({ nullable: true, type: String })
  phoneMasked: string | null;

  @ApiProperty({ enum: ROSTER_HINTS, enumName: 'RosterHint' })
  rosterHint: RosterHint;
}

export class StaffResidencies {
  @ApiProperty({ type: [StaffResidency] })
  items: StaffResidency[];

  @ApiProperty({ nullable: true, type: String })
  nextCursor: string | null;
}

/** A decision's reason; the resident reads it. */
export class DecideResidencyDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidyText(value) : value))
  @Length(1, 200, { message: '请写明理由，最多 200 个字' })
  reason: string;
}

/** Why a name and a phone must be seen in full; kept in the audit. */
export class UnmaskDto {
  @ApiProperty({ minLength: 2, maxLength: 100 })
  @IsString()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidyText(value) : value))
  @Length(2, 100, { message: '请写明用途，2 到 100 个字' })
  purpose: string;
}

export class Unmasked {
  @ApiProperty({ nullable: true, type: String })
  phone: string | null;

  @ApiProperty()
  name: string;
}
