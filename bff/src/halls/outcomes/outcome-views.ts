import { ApiProperty } from '@nestjs/swagger';
import {
  FOLLOW_UP_STATUSES,
  PROMISE_STATES,
  type FollowUpStatus,
  type PromiseState,
} from '@jiefang/shared/topics';
import { AttachmentView } from '../attachments/attachments.dto.js';

export const OBJECTION_STATUSES = ['held', 'open', 'upheld', 'dismissed', 'hidden'] as const;
export type TopicObjectionStatus = (typeof OBJECTION_STATUSES)[number];

export class OutcomeTopicView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
}

export class OutcomeAuthorView {
  @ApiProperty() nickname: string;
}

/** An objection to a result that is publicised. */
export class TopicObjectionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: OutcomeAuthorView, nullable: true }) author: OutcomeAuthorView | null;
  @ApiProperty({ type: String, nullable: true, description: 'null when hidden or erased' })
  text: string | null;
  @ApiProperty({ enum: OBJECTION_STATUSES, enumName: 'TopicObjectionStatus' }) status: TopicObjectionStatus;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt: string | null;
  @ApiProperty() mine: boolean;
}

export class TopicObjectionListView {
  @ApiProperty({ type: [TopicObjectionView] }) items: TopicObjectionView[];
}

/** The same as staff see it, with its topic. */
export class StaffTopicObjectionView extends TopicObjectionView {
  @ApiProperty({ type: OutcomeTopicView }) topic: OutcomeTopicView;
  @ApiProperty({ enum: ['answer'], isArray: true, description: 'empty where the caller is concerned' })
  actions: 'answer'[];
}

export class StaffTopicObjectionPageView {
  @ApiProperty({ type: [StaffTopicObjectionView] }) items: StaffTopicObjectionView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ProgressView {
  @ApiProperty() text: string;
  @ApiProperty({ type: [AttachmentView] }) photos: AttachmentView[];
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class FollowUpRatingView {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: Number, nullable: true, description: 'stars, one decimal' }) average: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'stars of the caller' }) mine: number | null;
}

/** A promise that follows a decision. Days are in Asia/Shanghai. */
export class FollowUpView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty() responsible: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ enum: FOLLOW_UP_STATUSES, enumName: 'FollowUpStatus' }) status: FollowUpStatus;
  @ApiProperty({ enum: PROMISE_STATES, enumName: 'PromiseState' }) state: PromiseState;
  @ApiProperty({ type: String, format: 'date', nullable: true }) doneOn: string | null;
  @ApiProperty({ type: String, nullable: true }) dropReason: string | null;
  @ApiProperty({ type: [ProgressView] }) progress: ProgressView[];
  @ApiProperty({ type: FollowUpRatingView }) rating: FollowUpRatingView;
  @ApiProperty({ enum: ['rate'], isArray: true }) actions: 'rate'[];
}

export class FollowUpListView {
  @ApiProperty({ type: [FollowUpView] }) items: FollowUpView[];
}

export class PromiseView extends FollowUpView {
  @ApiProperty({ type: OutcomeTopicView }) topic: OutcomeTopicView;
}

export class PromisePageView {
  @ApiProperty({ type: [PromiseView] }) items: PromiseView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
