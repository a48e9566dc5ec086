import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, type Permission } from '@jiefang/shared/permissions';
import { IsString, Length, Matches } from 'class-validator';
import { MayBeLeftOut } from '../common/validation/fields.js';
import { DivisionName } from '../divisions/divisions.dto.js';
import { ResidencyView } from '../identity/residency/residency.dto.js';
import { LevelledDivision, RoleGrant } from '../identity/roles/roles.dto.js';
import { Tokens } from '../identity/sessions/auth.dto.js';
import { PauseView } from '../venues/bookings/pauses.service.js';

export class MaskedPhone {
  @ApiProperty({ example: '138****5678' })
  masked: string;
}

/** The caller: who they are, where they live, what they may do, what waits for them. */
export class Me {
  @ApiProperty()
  id: string;

  @ApiProperty()
  nickname: string;

  @ApiProperty({ type: MaskedPhone, nullable: true })
  phone: MaskedPhone | null;

  @ApiProperty({ type: ResidencyView, nullable: true, description: 'The pending or approved one' })
  residency: ResidencyView | null;

  @ApiProperty({ type: DivisionName, nullable: true })
  homeCommunity: DivisionName | null;

  @ApiProperty({ type: [RoleGrant] })
  roles: RoleGrant[];

  @ApiProperty({
    enum: PERMISSIONS,
    enumName: 'Permission',
    isArray: true,
    description: 'Held on some division',
  })
  permissions: Permission[];

  @ApiProperty({ type: [PauseView] })
  pauses: PauseView[];

  @ApiProperty()
  unreadNotices: number;

  @ApiProperty({ description: 'A person of the demo city' })
  isDemo: boolean;
}

/** A fresh login. */
export class LoginAnswer extends Tokens {
  @ApiProperty({ type: Me })
  person: Me;
}

/** What the caller changes about themselves; what is left out stays. */
export class UpdateMeDto {
  @ApiProperty({ required: false, minLength: 1, maxLength: 20 })
  @MayBeLeftOut()
  @IsString()
  // Emoji are several code units; the exact rule stands in person-name.ts.
  @Length(1, 200, { message: '昵称最多 20 个字' })
  nickname?: string;

  @ApiProperty({ required: false, pattern: '^\\d{12}$' })
  @MayBeLeftOut()
  @IsString()
  @Matches(/^\d{12}$/, { message: '没有这个社区' })
  homeCommunityCode?: string;
}

/** The code of a tap on WeChat's phone button: good once, for five minutes. */
export class BindPhoneDto {
  @ApiProperty({ minLength: 1, maxLength: 256 })
  @IsString()
  @Length(1, 256, { message: '手机号的授权码不对' })
  @Matches(/^[\x21-\x7e]+$/, { message: '手机号的授权码不对' })
  code: string;
}

/** What the caller may do in one division they hold a role on. */
export class StaffDivision {
  @ApiProperty({ type: LevelledDivision })
  division: LevelledDivision;

  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions: Permission[];
}

export class StaffCentre {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  divisionCode: string;
}

/** Where the caller works. */
export class StaffContext {
  @ApiProperty({ type: [StaffDivision] })
  divisions: StaffDivision[];

  @ApiProperty({
    type: [StaffCentre],
    description: 'Centres in the divisions, those of higher divisions first',
  })
  centres: StaffCentre[];
}
