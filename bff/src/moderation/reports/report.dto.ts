import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, ValidateNested } from 'class-validator';
import { HIDE_REASONS, type HideReason } from '@jiefang/shared/topics';
import { MayBeLeftOut, NoListInList, PickedId, PlainText } from '../../common/validation/fields.js';
import { CASE_SUBJECTS, type CaseSubjectKind } from '../cases/case-types.js';

export class ReportSubject {
  @ApiProperty({ enum: CASE_SUBJECTS, enumName: 'CaseSubjectKind' })
  @IsIn(CASE_SUBJECTS, { message: '请选要举报的内容' })
  kind: CaseSubjectKind;

  @ApiProperty()
  @PickedId('请选要举报的内容')
  id: string;
}

export class ReportBody {
  @ApiProperty({ type: ReportSubject })
  @IsDefined({ message: '请选要举报的内容' })
  @IsObject({ message: '请选要举报的内容' })
  @NoListInList()
  @ValidateNested()
  @Type(() => ReportSubject)
  subject: ReportSubject;

  @ApiProperty({ enum: HIDE_REASONS, enumName: 'HideReason' })
  @IsIn(HIDE_REASONS, { message: '请选举报的原因' })
  reason: HideReason;

  @ApiPropertyOptional({ maxLength: 300, description: 'only moderators read it' })
  @MayBeLeftOut()
  @PlainText(0, 300, { lines: true })
  text?: string;
}

export class ReportReceivedView {
  @ApiProperty({ enum: [true] }) received: true;
}
