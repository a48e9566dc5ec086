import { ApiProperty } from '@nestjs/swagger';
import { TOPIC_ACT_NAMES, type TopicAct } from '@jiefang/shared/topics';
import { TopicCardView, TopicView } from './topic.dto.js';

/** An act that the status allows the caller, and what it still needs. */
export class StaffTopicActionView {
  @ApiProperty({ enum: TOPIC_ACT_NAMES, enumName: 'TopicAct' }) act: TopicAct;
  @ApiProperty() word: string;
  @ApiProperty() allowed: boolean;
  @ApiProperty({ type: [String], description: 'unmet needs in words' }) unmet: string[];
}

export class StaffTopicCardView extends TopicCardView {
  @ApiProperty({ enum: TOPIC_ACT_NAMES, enumName: 'TopicAct', isArray: true }) actions: TopicAct[];
  @ApiProperty({ type: [StaffTopicActionView], description: 'acts that still need something' })
  needs: StaffTopicActionView[];
}

export class StaffTopicPage {
  @ApiProperty({ type: [StaffTopicCardView] }) items: StaffTopicCardView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** The initiator's wish for another look at a topic that was declined. */
export class ReviewWishView {
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty() text: string;
}

export class StaffTopicView extends TopicView {
  @ApiProperty({ type: [StaffTopicActionView] }) staffActions: StaffTopicActionView[];
  @ApiProperty({ type: String, nullable: true }) initiatorPhoneMasked: string | null;
  @ApiProperty({ type: ReviewWishView, nullable: true }) reviewWish: ReviewWishView | null;
}

/** How much waits, and since when. */
export class HallQueueView {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) oldestAt: string | null;
}

/** What waits for the caller in the halls of a division; a queue that is not theirs is empty. */
export class HallsTodoView {
  @ApiProperty({ type: HallQueueView }) review: HallQueueView;
  @ApiProperty({ type: HallQueueView }) cases: HallQueueView;
  @ApiProperty({ type: HallQueueView }) objections: HallQueueView;
  @ApiProperty({ type: HallQueueView }) assisted: HallQueueView;
  @ApiProperty({ type: HallQueueView }) followUps: HallQueueView;
  @ApiProperty({ type: HallQueueView }) late: HallQueueView;
}

export class HallSettingsView {
  @ApiProperty({ type: 'integer' }) endorseThreshold: number;
}
