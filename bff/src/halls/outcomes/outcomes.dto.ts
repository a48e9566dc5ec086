import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OPINION_MAX, PROMISE_STATES, type PromiseState } from '@jiefang/shared/topics';
import { isDay } from '@jiefang/shared/time';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { MayBeLeftOut, PlainText, WholeNumber } from '../../common/validation/fields.js';

export class TopicObjectionBody {
  @ApiProperty({ maxLength: OPINION_MAX })
  @MaxLength(OPINION_MAX * 4)
  @IsString({ message: '应该是文字' })
  text: string;
}

export const OBJECTION_DECISIONS = ['upheld', 'dismissed'] as const;
export type ObjectionDecision = (typeof OBJECTION_DECISIONS)[number];

export class AnswerTopicObjectionBody {
  @ApiProperty({ enum: OBJECTION_DECISIONS, enumName: 'TopicObjectionDecision' })
  @IsIn(OBJECTION_DECISIONS, { message: '请选成立或不采纳' })
  decision: ObjectionDecision;

  @ApiProperty({ minLength: 5, maxLength: 300 })
  @PlainText(5, 300, { lines: true })
  answer: string;
}

export class FollowUpBody {
  @ApiProperty({ minLength: 2, maxLength: 80 })
  @PlainText(2, 80)
  title: string;

  @ApiProperty({ minLength: 2, maxLength: 60, description: 'the unit that answers for it' })
  @PlainText(2, 60)
  responsible: string;

  @ApiProperty({ format: 'date' })
  @ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isDay(value),
      defaultMessage: () => '没有这一天',
    },
  })
  dueOn: string;
}

export class ProgressBody {
  @ApiProperty({ minLength: 2, maxLength: 1000 })
  @PlainText(2, 1000, { lines: true })
  text: string;

  @ApiProperty({ type: [String], maxItems: 9 })
  @Matches(/^[0-9A-Za-z]{8,24}$/, { each: true, message: '请重新选照片' })
  @ArrayUnique({ message: '有重复的' })
  @ArrayMaxSize(9, { message: '最多 9 张' })
  @IsArray({ message: '应该是一组照片' })
  photoIds: string[];
}

export class RateBody {
  @ApiProperty({ minimum: 1, maximum: 5 })
  @WholeNumber(1, 5)
  stars: number;

  @ApiPropertyOptional({ maxLength: 300 })
  @MayBeLeftOut()
  @PlainText(0, 300, { lines: true })
  comment?: string;
}

export class PromisesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PROMISE_STATES, enumName: 'PromiseState' })
  @IsOptional()
  @IsIn(PROMISE_STATES)
  state?: PromiseState;
}
