import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  HIDE_REASONS,
  TOPIC_BODY_MAX,
  TOPIC_STAGES,
  TOPIC_TITLE_MAX,
  TOPIC_TRACKS,
  type HideReason,
  type TopicTrack,
} from '@jiefang/shared/topics';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { MayBeLeftOut, PickedId, PlainText, WholeNumber } from '../../common/validation/fields.js';
import type { TopicStage } from './topic-rows.js';

const STAGE_CODES = TOPIC_STAGES.map((stage) => stage.code);
const QUEUES = ['review', 'endorsed', 'running', 'declined', 'late', 'assisted', 'all'] as const;
export type TopicQueue = (typeof QUEUES)[number];

/** Topics of a hall. */
export class HallTopicsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STAGE_CODES, enumName: 'TopicStage' })
  @MayBeLeftOut()
  @IsIn(STAGE_CODES, { message: '没有这个阶段' })
  stage?: TopicStage;

  @ApiPropertyOptional({ enum: ['1'], description: 'those that have ended' })
  @MayBeLeftOut()
  @IsIn(['1'])
  closed?: '1';

  @ApiPropertyOptional({ maxLength: 40, description: 'words of the title' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;
}

export class StaffTopicsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: QUEUES, default: 'all' })
  @MayBeLeftOut()
  @IsIn(QUEUES, { message: '没有这个列表' })
  queue: TopicQueue = 'all';
}

/** What its writer says; its content is judged by the rules of texts, not here. */
class TopicTextFields {
  @ApiProperty({ minLength: 1, maxLength: TOPIC_TITLE_MAX })
  @IsString({ message: '应该是文字' })
  title: string;

  @ApiProperty({ minLength: 1, maxLength: TOPIC_BODY_MAX })
  @IsString({ message: '应该是文字' })
  body: string;
}

export class CreateTopicDto extends TopicTextFields {
  @ApiProperty({ example: '350602002002' })
  @Matches(/^\d{12}$/, { message: '请选一个社区' })
  communityCode: string;

  @ApiProperty({ enum: TOPIC_TRACKS, enumName: 'TopicTrack' })
  @IsIn(TOPIC_TRACKS, { message: '请选即时议或深入议' })
  track: TopicTrack;
}

export class EditTopicDto extends TopicTextFields {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'the version that was read' })
  @WholeNumber(1, 1_000_000)
  no: number;
}

export class WithdrawTopicDto {
  @ApiPropertyOptional({ minLength: 0, maxLength: 200 })
  @MayBeLeftOut()
  @PlainText(0, 200)
  reason?: string;
}

export class EndorseDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'the version that was read' })
  @WholeNumber(1, 1_000_000)
  textNo: number;
}

export class AskReviewDto {
  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString({ message: '应该是文字' })
  text: string;
}

export class MergeConsentDto {
  @ApiProperty()
  @IsBoolean({ message: '请选同意或不同意' })
  agrees: boolean;
}

/** What an act of staff may bring along; which of it an act takes is the act's. */
export class TopicActDto {
  @ApiPropertyOptional({ minLength: 2, maxLength: 300, description: 'the initiator and everybody reads it' })
  @MayBeLeftOut()
  @PlainText(2, 300, { lines: true })
  reason?: string;

  @ApiPropertyOptional({ enum: HIDE_REASONS, enumName: 'HideReason' })
  @MayBeLeftOut()
  @IsIn(HIDE_REASONS, { message: '没有这个理由' })
  reasonCode?: HideReason;

  @ApiPropertyOptional({ description: 'the topic to merge into' })
  @MayBeLeftOut()
  @PickedId('请选一个议题')
  targetId?: string;

  @ApiPropertyOptional({
    minLength: 2,
    maxLength: 2000,
    description: 'the answer to a topic of the instant track',
  })
  @MayBeLeftOut()
  @PlainText(2, 2000, { lines: true })
  answer?: string;
}

export class HallSettingsDto {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000 })
  @WholeNumber(0, 1000)
  endorseThreshold: number;
}
