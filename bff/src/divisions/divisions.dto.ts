import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DIVISION_LEVELS, type DivisionLevel } from '@jiefang/shared/divisions';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

const CODE_OR_NONE = /^(none|\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/;

/** Whose children to list: a code, or `none` for the provinces. */
export class ChildrenQuery {
  @ApiProperty({ description: 'Code of the parent, or none for the provinces.', example: '350602' })
  @Matches(CODE_OR_NONE, { message: '请选择上级区划' })
  parent!: string;
}

/** What somebody typed to find a division. */
export class SearchQuery {
  @ApiProperty({
    description: 'Name, pinyin or its initials, or the first digits of the code.',
    maxLength: 40,
  })
  @IsString({ message: '请输入社区名' })
  @Length(1, 40, { message: '请输入 1 到 40 个字' })
  q!: string;

  @ApiPropertyOptional({ enum: DIVISION_LEVELS, enumName: 'DivisionLevel' })
  @IsOptional()
  @IsIn(DIVISION_LEVELS, { message: '没有这一级区划' })
  level?: DivisionLevel;
}

/** A division's code and the name that residents say. */
export class DivisionName {
  @ApiProperty({ example: '350602002002' })
  code!: string;

  @ApiProperty({ example: '延安社区' })
  name!: string;
}

/** A division with its ancestors, top first. */
export class DivisionDto extends DivisionName {
  @ApiProperty({ enum: DIVISION_LEVELS, enumName: 'DivisionLevel' })
  level!: DivisionLevel;

  @ApiProperty({ type: [DivisionName], description: 'Ancestors, top first, without the division itself.' })
  path!: DivisionName[];
}

export class DivisionList {
  @ApiProperty({ type: [DivisionDto] })
  items!: DivisionDto[];
}
