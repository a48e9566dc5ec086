import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import { HIDE_REASONS, type HideReason } from '@jiefang/shared/topics';
import { PageQuery } from '../../common/http/requests.dto.js';
import { MayBeLeftOut, PlainText } from '../../common/validation/fields.js';
import {
  APPEAL_DECISIONS,
  CASE_DECISIONS,
  CASE_SOURCES,
  CASE_STATUSES,
  CASE_SUBJECTS,
  type AppealDecision,
  type CaseDecision,
  type CaseSource,
  type CaseStatus,
  type CaseSubjectKind,
} from './case-types.js';
import { CASE_QUEUES, type CaseQueue } from './cases.repository.js';

export const APPEAL_MAX = 500;

export class CasesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CASE_QUEUES, enumName: 'CaseQueue', default: 'open' })
  @MayBeLeftOut()
  @IsIn(CASE_QUEUES, { message: '没有这个列表' })
  queue: CaseQueue = 'open';
}

export class DecideCaseBody {
  @ApiProperty({ enum: CASE_DECISIONS, enumName: 'CaseDecision' })
  @IsIn(CASE_DECISIONS, { message: '请选隐藏或保留' })
  decision: CaseDecision;

  @ApiPropertyOptional({ enum: HIDE_REASONS, enumName: 'HideReason', description: 'needed to hide' })
  @ValidateIf((body: DecideCaseBody) => body.decision === 'hide' || body.reason !== undefined)
  @IsIn(HIDE_REASONS, { message: '请选隐藏的原因' })
  reason?: HideReason;

  @ApiPropertyOptional({ minLength: 2, maxLength: 300, description: 'public, and the author reads it' })
  @MayBeLeftOut()
  @PlainText(2, 300, { lines: true })
  words?: string;
}

export class DecideCaseAppealBody {
  @ApiProperty({ enum: APPEAL_DECISIONS, enumName: 'AppealDecision' })
  @IsIn(APPEAL_DECISIONS, { message: '请选维持或恢复' })
  decision: AppealDecision;

  @ApiProperty({ minLength: 2, maxLength: 300, description: 'public, and the author reads it' })
  @PlainText(2, 300, { lines: true })
  words: string;
}

export class CaseAppealBody {
  @ApiProperty({ minLength: 1, maxLength: APPEAL_MAX, description: 'characters people see' })
  @MaxLength(200_000, { message: `最多写 ${APPEAL_MAX} 个字` })
  @IsString({ message: '应该是文字' })
  text: string;
}

export class CaseTopicView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
}

export class CaseSubjectRefView {
  @ApiProperty({ enum: CASE_SUBJECTS, enumName: 'CaseSubjectKind' }) kind: CaseSubjectKind;
  @ApiProperty() id: string;
}

export class CaseAuthorView {
  @ApiProperty() nickname: string;
}

export class CaseSubjectView extends CaseSubjectRefView {
  @ApiProperty({ description: 'the version that is meant' }) no: number;
  @ApiProperty({ type: String, nullable: true, description: 'null when erased' }) text: string | null;
  @ApiProperty({ type: CaseAuthorView, nullable: true }) author: CaseAuthorView | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) createdAt: string | null;
}

export class CaseReportView {
  @ApiProperty({ enum: HIDE_REASONS, enumName: 'HideReason' }) reason: HideReason;
  @ApiProperty() word: string;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class CaseClaimView {
  @ApiProperty() nickname: string;
  @ApiProperty({ description: 'the caller has it' }) me: boolean;
}

/** A case in a queue. */
export class CaseCardView {
  @ApiProperty() id: string;
  @ApiProperty({ type: CaseTopicView }) topic: CaseTopicView;
  @ApiProperty({ type: CaseSubjectView }) subject: CaseSubjectView;
  @ApiProperty({ enum: CASE_SOURCES, enumName: 'CaseSource' }) source: CaseSource;
  @ApiProperty({ type: String, nullable: true, description: "WeChat's word: review, risky, unknown" })
  verdict: string | null;
  @ApiProperty({ enum: CASE_STATUSES, enumName: 'CaseStatus' }) status: CaseStatus;
  @ApiProperty() reportCount: number;
  @ApiProperty({ type: CaseClaimView, nullable: true }) claimedBy: CaseClaimView | null;
  @ApiProperty({ enum: CASE_DECISIONS, enumName: 'CaseDecision', nullable: true })
  decision: CaseDecision | null;
  @ApiProperty({ enum: HIDE_REASONS, enumName: 'HideReason', nullable: true }) reason: HideReason | null;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) appeal: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) appealedAt: string | null;
  @ApiProperty({ enum: APPEAL_DECISIONS, enumName: 'AppealDecision', nullable: true })
  appealDecision: AppealDecision | null;
  @ApiProperty({ type: String, nullable: true }) appealWords: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

export const CASE_ACTIONS = ['claim', 'release', 'hide', 'keep', 'uphold', 'overturn'] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** A case with everything needed to decide it. Who reported stays unnamed. */
export class CaseView extends CaseCardView {
  @ApiProperty({ type: [CaseReportView] }) reports: CaseReportView[];
  @ApiProperty({ type: String, nullable: true, description: 'why this caller may not judge it' })
  conflict: string | null;
  @ApiProperty({ enum: CASE_ACTIONS, enumName: 'CaseAction', isArray: true }) actions: CaseAction[];
}

export class CasePageView {
  @ApiProperty({ type: [CaseCardView] }) items: CaseCardView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** What became of a text of the caller's. */
export class MyCaseView {
  @ApiProperty() id: string;
  @ApiProperty({ type: CaseTopicView }) topic: CaseTopicView;
  @ApiProperty({ type: CaseSubjectRefView }) subject: CaseSubjectRefView;
  @ApiProperty({ type: String, nullable: true }) text: string | null;
  @ApiProperty({ enum: CASE_STATUSES, enumName: 'CaseStatus' }) status: CaseStatus;
  @ApiProperty({ enum: CASE_DECISIONS, enumName: 'CaseDecision', nullable: true })
  decision: CaseDecision | null;
  @ApiProperty({ type: String, nullable: true }) reasonWord: string | null;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) appeal: string | null;
  @ApiProperty({ enum: APPEAL_DECISIONS, enumName: 'AppealDecision', nullable: true })
  appealDecision: AppealDecision | null;
  @ApiProperty({ type: String, nullable: true }) appealWords: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ enum: ['appeal'], isArray: true }) actions: 'appeal'[];
}

export class MyCasePageView {
  @ApiProperty({ type: [MyCaseView] }) items: MyCaseView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
