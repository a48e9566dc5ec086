import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PickedId, PlainText } from '../../common/validation/fields.js';

export class RecordHeadView {
  @ApiProperty({ description: 'number of the last entry; 0 when there is none' }) seq: number;
  @ApiProperty({ description: 'hex SHA-256 of the last entry' }) hash: string;
}

export class RecordActorView {
  @ApiProperty() role: string;
  @ApiProperty() roleWord: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the same for the same person within this topic, and in no other; null for no person',
  })
  ref: string | null;
}

export class RecordTextView {
  @ApiProperty() name: string;
  @ApiProperty() word: string;
  @ApiProperty({ type: String, nullable: true, description: 'null unless shown' }) text: string | null;
  @ApiProperty({ enum: ['shown', 'withheld', 'erased'], enumName: 'RecordTextState' }) state: string;
}

/** One act of a topic as its record has it. */
export class RecordItemView {
  @ApiProperty() seq: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() act: string;
  @ApiProperty() word: string;
  @ApiProperty({ type: RecordActorView }) actor: RecordActorView;
  @ApiProperty({ description: 'hex SHA-256' }) hash: string;
  @ApiProperty({ type: [RecordTextView] }) texts: RecordTextView[];
  @ApiProperty({ description: "'' when the act says it all" }) summary: string;
}

/** The record of a topic, newest first. */
export class RecordPageView {
  @ApiProperty({ type: RecordHeadView }) head: RecordHeadView;
  @ApiProperty({ type: [RecordItemView] }) items: RecordItemView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** The root over all records at the end of a day. */
export class DailyRootView {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ description: 'hex SHA-256' }) root: string;
  @ApiProperty({ description: 'records under it' }) leaves: number;
}

export class DailyRootPageView {
  @ApiProperty({ type: [DailyRootView] }) items: DailyRootView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class RootsQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export const ERASABLE = ['opinion', 'speech', 'objection', 'text'] as const;
export type Erasable = (typeof ERASABLE)[number];

export class ErasureSubject {
  @ApiProperty({ enum: ERASABLE, enumName: 'ErasableKind' })
  @IsIn(ERASABLE)
  kind: Erasable;

  @ApiProperty({ description: 'its public id; of a text the topic' })
  @PickedId('请选要删除的内容')
  id: string;

  @ApiPropertyOptional({ minimum: 1, description: 'of a text its version' })
  @ValidateIf((subject: ErasureSubject) => subject.kind === 'text' || subject.no !== undefined)
  @Min(1, { message: '请选要删除的一版' })
  @IsInt({ message: '请选要删除的一版' })
  no?: number;
}

export class ErasureBody {
  @ApiProperty({ type: ErasureSubject })
  @ValidateNested()
  @Type(() => ErasureSubject)
  subject: ErasureSubject;

  @ApiProperty({ minLength: 4, maxLength: 200, description: 'stands on the record for good' })
  @PlainText(4, 200)
  legalBasis: string;
}

export class ErasureView {
  @ApiProperty({ description: 'texts of the record that are gone' }) erased: number;
  @ApiProperty({ type: RecordHeadView }) record: RecordHeadView;
}
