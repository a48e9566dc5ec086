import { ApiProperty } from '@nestjs/swagger';
import { ROLL_SOURCES, type RollSource } from '@jiefang/shared/rule-packs';
import {
  TOPIC_CLOCKS,
  TOPIC_STAGES,
  TOPIC_STATUSES,
  TOPIC_TRACKS,
  type TopicClockKind,
  type TopicStatus,
  type TopicTrack,
} from '@jiefang/shared/topics';
import { RecordHeadView } from '../record/record.dto.js';
import { TallyView } from './tally.dto.js';
import type { TopicStage } from './topic-rows.js';

const STAGE_CODES = TOPIC_STAGES.map((stage) => stage.code);

/** What the caller can do with a topic now. */
export const TOPIC_ACTIONS = [
  'edit',
  'submit',
  'withdraw',
  'endorse',
  'unendorse',
  'answer_merge',
  'speak',
  'react',
  'vote',
  'object',
  'rate',
  'review',
  'report',
  'sign_in',
  'confirm_minutes',
] as const;
export type TopicAction = (typeof TOPIC_ACTIONS)[number];

export class HallDivisionView {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class NicknameView {
  @ApiProperty() nickname: string;
}

export class EndorsementsView {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) needed: number;
}

export class StancesView {
  @ApiProperty({ type: 'integer' }) for: number;
  @ApiProperty({ type: 'integer' }) against: number;
  @ApiProperty({ type: 'integer' }) neutral: number;
}

/** A duty of staff that is late. */
export class LateView {
  @ApiProperty({ enum: TOPIC_CLOCKS, enumName: 'TopicClockKind' }) kind: TopicClockKind;
  @ApiProperty() word: string;
  @ApiProperty({ format: 'date-time' }) dueAt: string;
}

/** What the topic is to the caller. */
export class TopicMineView {
  @ApiProperty() initiator: boolean;
  @ApiProperty({ description: 'the text in force' }) endorsed: boolean;
  @ApiProperty({ description: 'on the roll, with a vote that can still be cast or changed' })
  canVote: boolean;
  @ApiProperty() voted: boolean;
}

export class TopicCardView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: TOPIC_TRACKS, enumName: 'TopicTrack' }) track: TopicTrack;
  @ApiProperty({ enum: TOPIC_STATUSES, enumName: 'TopicStatus' }) status: TopicStatus;
  @ApiProperty({ enum: STAGE_CODES, enumName: 'TopicStage', nullable: true, type: String })
  stage: TopicStage | null;
  @ApiProperty({ type: HallDivisionView }) community: HallDivisionView;
  @ApiProperty({ type: NicknameView }) initiator: NicknameView;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) statusAt: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'the end of the window it is in',
  })
  until: string | null;
  @ApiProperty({ type: EndorsementsView, nullable: true }) endorsements: EndorsementsView | null;
  @ApiProperty({ type: StancesView }) stances: StancesView;
  @ApiProperty({ type: 'integer', nullable: true }) rollSize: number | null;
  @ApiProperty({ type: [LateView] }) late: LateView[];
  @ApiProperty({ type: TopicMineView, nullable: true }) mine: TopicMineView | null;
}

export class TopicCardPage {
  @ApiProperty({ type: [TopicCardView] }) items: TopicCardView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** The text in force. `hash` is that of the frozen text, null before `finalised`. */
export class TopicTextSummaryView {
  @ApiProperty({ type: 'integer' }) no: number;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 in hex' }) hash: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: 'integer', description: 'versions that were ever shown' }) count: number;
  @ApiProperty({ description: 'a text of this topic waits for a person to look at it' }) held: boolean;
  @ApiProperty({ description: 'hidden by a decision; a stub stands in its place' }) hidden: boolean;
}

export class TopicLinkView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
}

export class TopicPathStepView {
  @ApiProperty({ enum: STAGE_CODES, enumName: 'TopicStage' }) code: TopicStage;
  @ApiProperty() word: string;
  @ApiProperty({ enum: ['done', 'now', 'next'] }) state: 'done' | 'now' | 'next';
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at: string | null;
}

export class TopicWindowsView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endorseUntil: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) deliberatesFrom: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) deliberatesUntil: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) votesFrom: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) votesUntil: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publicationUntil: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveOn: string | null;
}

/** A duty of staff with its due instant. */
export class TopicClockView extends LateView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) stoppedAt: string | null;
  @ApiProperty() late: boolean;
}

/** The frozen rules in plain words. */
export class TopicRulesView {
  @ApiProperty() code: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty() name: string;
  @ApiProperty() basis: string;
  @ApiProperty() secret: boolean;
  @ApiProperty({ enum: ROLL_SOURCES, enumName: 'RollSource', nullable: true, type: String })
  source: RollSource | null;
  @ApiProperty({ type: [String] }) sentences: string[];
}

export class TopicObjectionsView {
  @ApiProperty({ type: 'integer' }) open: number;
  @ApiProperty({ type: 'integer' }) total: number;
}

export class TopicView extends TopicCardView {
  @ApiProperty() body: string;
  @ApiProperty({ type: TopicTextSummaryView }) text: TopicTextSummaryView;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: TopicLinkView, nullable: true }) mergedInto: TopicLinkView | null;
  @ApiProperty({ enum: TOPIC_STATUSES, enumName: 'TopicStatus', nullable: true, type: String })
  suspendedFrom: TopicStatus | null;
  @ApiProperty({ type: [TopicPathStepView] }) path: TopicPathStepView[];
  @ApiProperty({ type: TopicWindowsView }) windows: TopicWindowsView;
  @ApiProperty({ type: [TopicClockView] }) clocks: TopicClockView[];
  @ApiProperty({ type: TopicRulesView, nullable: true }) rules: TopicRulesView | null;
  @ApiProperty({ type: TallyView, nullable: true, description: 'after the count' }) tally: TallyView | null;
  @ApiProperty({ type: RecordHeadView }) record: RecordHeadView;
  @ApiProperty({ description: 'minutes were sent or confirmed' }) minutes: boolean;
  @ApiProperty({ type: 'integer' }) meetings: number;
  @ApiProperty({ type: TopicObjectionsView }) objections: TopicObjectionsView;
  @ApiProperty({ type: 'integer' }) followUps: number;
  @ApiProperty({ enum: TOPIC_ACTIONS, enumName: 'TopicAction', isArray: true }) actions: TopicAction[];
}

export class TopicTextView {
  @ApiProperty({ type: 'integer' }) no: number;
  @ApiProperty() title: string;
  @ApiProperty() body: string;
  @ApiProperty({ description: 'SHA-256 in hex' }) hash: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

export class TopicTextList {
  @ApiProperty({ type: [TopicTextView] }) items: TopicTextView[];
}

/** A merge that waits for the caller's yes or no. */
export class MergeView {
  @ApiProperty({ type: TopicLinkView }) topic: TopicLinkView;
  @ApiProperty({ type: TopicLinkView }) target: TopicLinkView;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
}

export class MergeList {
  @ApiProperty({ type: [MergeView] }) items: MergeView[];
}

/** How a hall's promises stand. */
export class PromisesView {
  @ApiProperty({ type: 'integer' }) onTime: number;
  @ApiProperty({ type: 'integer' }) kept: number;
  @ApiProperty({ type: 'integer' }) late: number;
  @ApiProperty({ type: 'integer' }) broken: number;
}

export class HallTopicsView {
  @ApiProperty({ type: 'integer' }) open: number;
  @ApiProperty({ type: 'integer', description: 'decided, and effective or beyond' }) decided: number;
}

export class HallView {
  @ApiProperty({ type: HallDivisionView }) division: HallDivisionView;
  @ApiProperty({ type: 'integer' }) endorseThreshold: number;
  @ApiProperty({ type: PromisesView }) promises: PromisesView;
  @ApiProperty({ type: HallTopicsView }) topics: HallTopicsView;
  @ApiProperty({ type: 'integer' }) lateTopics: number;
}
