import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ROLL_SOURCES, type RollSource } from '@jiefang/shared/rule-packs';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { MayBeLeftOut, PickedId, PlainLabels, WholeNumber } from '../../common/validation/fields.js';

/** Longest window that may be chosen, in days. */
const WINDOW_DAYS_MAX = 180;

/** Who shall vote by which rules, before anything is frozen. */
export class RollChoiceBody {
  @ApiProperty({ enum: ROLL_SOURCES, enumName: 'RollSource' })
  @IsIn(ROLL_SOURCES, { message: '请选一种名册' })
  source: RollSource;

  @ApiProperty({ maxLength: 40 })
  @Matches(/^[a-z0-9_]{1,40}$/, { message: '请选一种规则' })
  packCode: string;

  @ApiProperty()
  @IsBoolean({ message: '请选记名或无记名' })
  secret: boolean;

  @ApiPropertyOptional({ description: 'the import whose owners vote, for the source `owners`' })
  @MayBeLeftOut()
  @PickedId('请选一份业主名单')
  ownersImportId?: string;

  @ApiPropertyOptional({ type: [String], maxItems: 200, description: 'only these buildings; left out: all' })
  @MayBeLeftOut()
  @PlainLabels(200, 40)
  buildings?: string[];

  @ApiPropertyOptional({ minimum: 0, maximum: WINDOW_DAYS_MAX })
  @MayBeLeftOut()
  @WholeNumber(0, WINDOW_DAYS_MAX)
  noticeDays?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: WINDOW_DAYS_MAX })
  @MayBeLeftOut()
  @WholeNumber(1, WINDOW_DAYS_MAX)
  deliberationDays?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: WINDOW_DAYS_MAX })
  @MayBeLeftOut()
  @WholeNumber(1, WINDOW_DAYS_MAX)
  votingDays?: number;
}

export class AnnounceBody extends RollChoiceBody {
  @ApiProperty({ description: 'of the preview that was looked at, in hex', minLength: 64, maxLength: 64 })
  @Matches(/^[0-9a-f]{64}$/, { message: '请先看一遍名册' })
  hash: string;
}

export class RollMembersQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'a number, a building, or part of a name or door', maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;
}

/** In what capacity somebody may be entered by staff; everybody else is a resident. */
export const HALL_ROLES = ['representative', 'committee', 'owners_committee', 'property', 'staff'] as const;
export type HallRole = (typeof HALL_ROLES)[number];

export class GrantHallRoleBody {
  @ApiProperty({ minLength: 7, maxLength: 24 })
  @IsString({ message: '请填手机号' })
  @Length(7, 24, { message: '这不像一个手机号' })
  phone: string;

  @ApiProperty({ enum: HALL_ROLES, enumName: 'HallRole' })
  @IsIn(HALL_ROLES, { message: '请选一种身份' })
  role: HallRole;
}

export class RemoveHallRoleBody {
  @ApiProperty()
  @PickedId('请选一个人')
  personId: string;

  @ApiProperty({ enum: HALL_ROLES, enumName: 'HallRole' })
  @IsIn(HALL_ROLES, { message: '请选一种身份' })
  role: HallRole;
}
