import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  HALL_CHANNELS,
  HIDE_REASONS,
  OPINION_MAX,
  SPEAKER_ROLES,
  STANCES,
  TOPIC_STATUSES,
  type HallChannel,
  type HideReason,
  type SpeakerRole,
  type Stance,
  type TopicStatus,
} from '@jiefang/shared/topics';
import { PageQuery } from '../../common/http/requests.dto.js';
import { MayBeLeftOut, PickedId } from '../../common/validation/fields.js';
import { OPINION_SORTS, type OpinionSort } from './opinion-pages.repository.js';
import { OPINION_STATUSES, type OpinionStatus } from './opinion-rows.js';

/** Reactions on the wire: agree, pass, disagree. */
export const REACTIONS = [-1, 0, 1] as const;

/** What was picked is judged by the service, in the writer's words; here only that it is text at all. */
const RAW_TEXT_MAX = 200_000;

export class OpinionsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: OPINION_SORTS, enumName: 'OpinionSort', default: 'newest' })
  @IsOptional()
  @IsIn(OPINION_SORTS, { message: '请选一种排序' })
  sort: OpinionSort = 'newest';

  @ApiPropertyOptional({ description: 'an opinion of the first level: its replies are listed' })
  @MayBeLeftOut()
  @PickedId('没有这条发言')
  parent?: string;
}

export class NewOpinionBody {
  @ApiProperty({ enum: STANCES, enumName: 'Stance' })
  @IsIn(STANCES, { message: '请先选赞成、反对或中立' })
  stance: Stance;

  @ApiProperty({ minLength: 1, maxLength: OPINION_MAX, description: 'characters people see' })
  @MaxLength(RAW_TEXT_MAX, { message: `最多写 ${OPINION_MAX} 个字` })
  @IsString({ message: '应该是文字' })
  text: string;

  @ApiPropertyOptional({ description: 'an opinion of the first level that this one replies to' })
  @MayBeLeftOut()
  @PickedId('没有这条发言')
  parentId?: string;
}

export class EditOpinionBody {
  @ApiProperty({ minLength: 1, maxLength: OPINION_MAX, description: 'characters people see' })
  @MaxLength(RAW_TEXT_MAX, { message: `最多写 ${OPINION_MAX} 个字` })
  @IsString({ message: '应该是文字' })
  text: string;

  @ApiProperty({ minimum: 1, description: 'the version that was seen' })
  @Max(1_000_000)
  @Min(1)
  @IsInt()
  textNo: number;
}

export class ReactionBody {
  @ApiProperty({
    type: Number,
    enum: REACTIONS,
    nullable: true,
    description: '1 agree, -1 disagree, 0 pass, null takes it back',
  })
  @IsIn([...REACTIONS, null], { message: '请选赞同、不赞同或略过' })
  value: -1 | 0 | 1 | null;
}

export class ReactionCounts {
  @ApiProperty() agree: number;
  @ApiProperty() disagree: number;
  @ApiProperty() pass: number;
  @ApiProperty({ type: Number, enum: REACTIONS, nullable: true }) mine: -1 | 0 | 1 | null;
}

export class OpinionAuthorView {
  @ApiProperty() nickname: string;
  @ApiProperty({ enum: SPEAKER_ROLES, enumName: 'SpeakerRole' }) role: SpeakerRole;
  @ApiProperty() roleWord: string;
}

export class HiddenView {
  @ApiProperty({ enum: HIDE_REASONS, enumName: 'HideReason' }) reason: HideReason;
  @ApiProperty() word: string;
  @ApiProperty({ type: String, nullable: true }) caseId: string | null;
}

export class OwnOpinionView {
  @ApiProperty({ description: 'the caller wrote it' }) own: boolean;
  @ApiProperty({ type: Number, enum: REACTIONS, nullable: true }) reaction: -1 | 0 | 1 | null;
}

export const OPINION_ACTIONS = ['edit', 'react', 'reply', 'report', 'appeal'] as const;
export type OpinionAction = (typeof OPINION_ACTIONS)[number];

/** An opinion in its place; a hidden or erased one is a stub there. Its author still reads a hidden one. */
export class OpinionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) parentId: string | null;
  @ApiProperty({ type: OpinionAuthorView, nullable: true }) author: OpinionAuthorView | null;
  @ApiProperty({ enum: STANCES, enumName: 'Stance' }) stance: Stance;
  @ApiProperty({ type: String, nullable: true }) text: string | null;
  @ApiProperty({ description: 'the version in force' }) textNo: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) editedAt: string | null;
  @ApiProperty({
    enum: OPINION_STATUSES,
    enumName: 'OpinionStatus',
    description: 'held: only its author sees it',
  })
  status: OpinionStatus;
  @ApiProperty({ description: "the author's newer text waits for a person; only the author is told" })
  pending: boolean;
  @ApiProperty({ type: HiddenView, nullable: true }) hidden: HiddenView | null;
  @ApiProperty({ enum: HALL_CHANNELS, enumName: 'HallChannel' }) channel: HallChannel;
  @ApiProperty() agree: number;
  @ApiProperty() disagree: number;
  @ApiProperty() pass: number;
  @ApiProperty() replies: number;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: OwnOpinionView, nullable: true }) mine: OwnOpinionView | null;
  @ApiProperty({ enum: OPINION_ACTIONS, enumName: 'OpinionAction', isArray: true }) actions: OpinionAction[];
}

export class OpinionPageView {
  @ApiProperty({ type: [OpinionView] }) items: OpinionView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class OpinionTopicView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: TOPIC_STATUSES, enumName: 'TopicStatus' }) status: TopicStatus;
}

export class MyOpinionView extends OpinionView {
  @ApiProperty({ type: OpinionTopicView }) topic: OpinionTopicView;
}

export class MyOpinionPageView {
  @ApiProperty({ type: [MyOpinionView] }) items: MyOpinionView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class OpinionTextView {
  @ApiProperty() no: number;
  @ApiProperty({ type: String, nullable: true, description: 'null when hidden or erased' }) text:
    string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ description: 'waits for a person; only its author sees it' }) held: boolean;
}

export class OpinionTextsView {
  @ApiProperty({ type: [OpinionTextView] }) items: OpinionTextView[];
}
