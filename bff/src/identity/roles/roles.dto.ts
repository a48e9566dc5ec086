import { ApiProperty } from '@nestjs/swagger';
import { DIVISION_LEVELS, type DivisionLevel } from '@jiefang/shared/divisions';
import { ROLES, type Role } from '@jiefang/shared/permissions';
import { IsIn, IsString, Length } from 'class-validator';
import { DivisionName } from '../../divisions/divisions.dto.js';

/** A division a role is held on, with its level. */
export class LevelledDivision extends DivisionName {
  @ApiProperty({ enum: DIVISION_LEVELS, enumName: 'DivisionLevel' })
  level: DivisionLevel;
}

/** A role of the caller. */
export class RoleGrant {
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;

  @ApiProperty({ type: LevelledDivision })
  division: LevelledDivision;
}

export class PersonSummaryView {
  @ApiProperty()
  nickname: string;

  @ApiProperty({ nullable: true, type: String })
  phoneMasked: string | null;
}

/** A role of somebody, as administrators see it. */
export class StaffRole extends RoleGrant {
  @ApiProperty()
  id: string;

  @ApiProperty({ type: PersonSummaryView })
  person: PersonSummaryView;

  @ApiProperty({ format: 'date-time' })
  grantedAt: string;
}

export class StaffRoles {
  @ApiProperty({ type: [StaffRole] })
  items: StaffRole[];
}

/** Whom to give which role. The person must have bound this phone. */
export class GrantRoleDto {
  @ApiProperty({ minLength: 7, maxLength: 24 })
  @IsString()
  @Length(7, 24, { message: '请填手机号' })
  phone: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  @IsIn(ROLES, { message: '请选一个岗位' })
  role: Role;
}
