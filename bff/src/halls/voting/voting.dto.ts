import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { BuildingShare, Participation, Share } from '@jiefang/shared/tally';
import {
  BALLOT_CHOICES,
  HALL_CHANNELS,
  OPINION_MAX,
  SPEAKER_ROLES,
  STANCES,
  type BallotChoice,
  type HallChannel,
  type SpeakerRole,
  type Stance,
} from '@jiefang/shared/topics';
import { MayBeLeftOut, PickedId, PlainText, WholeNumber } from '../../common/validation/fields.js';
import { AttachmentView } from '../attachments/attachments.dto.js';
import { TallyView } from '../topics/tally.dto.js';
import type { VoterCapacity } from '../rolls/roll-members.js';

const VOTER_CAPACITIES = ['self', 'household', 'owner', 'co_owner', 'proxy', 'representative'] as const;
const MAX_MEMBER = 10_000_000;
const RAW_TEXT_MAX = 200_000;
export const ASSISTED_CHANNELS = HALL_CHANNELS.filter((one) => one !== 'app');
export const ASSISTED_KINDS = ['ballot', 'opinion'] as const;
export const ASSISTED_STATUSES = ['waiting', 'confirmed', 'refused'] as const;
export const COUNTING_ACTIONS = ['assisted', 'extend_voting', 'count', 'recount'] as const;
export type CountingAction = (typeof COUNTING_ACTIONS)[number];

/** A ballot. What is chosen is judged by the service, so that the refusal names the three choices. */
export class BallotBody {
  @ApiProperty({ minimum: 1, description: 'number of the vote on the roll' })
  @WholeNumber(1, MAX_MEMBER)
  member: number;

  @ApiProperty({ enum: BALLOT_CHOICES, enumName: 'BallotChoice' })
  @MaxLength(24, { message: '请选赞成、反对或弃权' })
  @IsString({ message: '请选赞成、反对或弃权' })
  choice: BallotChoice;

  @ApiProperty({ description: 'hex hash of the text that was read' })
  @Matches(/^[0-9a-f]{64}$/, { message: '请刷新看过定稿再投' })
  textHash: string;
}

export class BallotCastView {
  @ApiProperty({ type: 'integer' }) member: number;
  @ApiProperty({ type: String, nullable: true, description: 'null for a secret ballot' }) receipt:
    string | null;
  @ApiProperty({ description: 'it replaces an earlier open ballot' }) changed: boolean;
}

export class ShareView implements Share {
  @ApiProperty({ type: 'integer' }) done: number;
  @ApiProperty({ type: 'integer' }) total: number;
}

export class ShareStateView extends ShareView {
  @ApiProperty({ type: 'integer', nullable: true, description: 'the smallest amount that is enough' })
  needed: number | null;
  @ApiProperty() met: boolean;
}

export class BuildingShareView implements BuildingShare {
  @ApiProperty() building: string;
  @ApiProperty({ type: ShareView }) heads: ShareView;
  @ApiProperty({ type: ShareView, nullable: true, description: 'hundredths of a square metre' })
  area: ShareView | null;
}

/** Who took part so far; never what was chosen. */
export class ParticipationView implements Participation {
  @ApiProperty({ type: ShareStateView }) heads: ShareStateView;
  @ApiProperty({ type: ShareStateView, nullable: true, description: 'hundredths of a square metre' })
  area: ShareStateView | null;
  @ApiProperty({ type: [BuildingShareView] }) buildings: BuildingShareView[];
  @ApiProperty({ type: [String] }) sentences: string[];
}

/** One vote that the caller may cast. What was chosen shows only for an open ballot of one's own. */
export class VoteMembershipView {
  @ApiProperty({ type: 'integer' }) no: number;
  @ApiProperty({ enum: VOTER_CAPACITIES, enumName: 'VoterCapacity' }) capacity: VoterCapacity;
  @ApiProperty() label: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'hundredths of a square metre' })
  area: number | null;
  @ApiProperty() voted: boolean;
  @ApiProperty({ enum: BALLOT_CHOICES, enumName: 'BallotChoice', nullable: true })
  choice: BallotChoice | null;
  @ApiProperty({ type: String, nullable: true }) receipt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) castAt: string | null;
}

export class VoteView {
  @ApiProperty() topicId: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true, description: 'null until the text is final' })
  textHash: string | null;
  @ApiProperty() secret: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) from: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) until: string | null;
  @ApiProperty() open: boolean;
  @ApiProperty({ type: [VoteMembershipView] }) memberships: VoteMembershipView[];
  @ApiProperty({ type: ParticipationView }) participation: ParticipationView;
}

export class ReceiptView {
  @ApiProperty({ enum: [true] }) found: true;
  @ApiProperty({ enum: BALLOT_CHOICES, enumName: 'BallotChoice' }) choice: BallotChoice;
  @ApiProperty({ description: 'it is the last one of its vote' }) counted: boolean;
  @ApiProperty({ enum: HALL_CHANNELS, enumName: 'HallChannel' }) channel: HallChannel;
}

export class RecountView {
  @ApiProperty() agrees: boolean;
  @ApiProperty({ type: [String] }) differences: string[];
  @ApiProperty({ type: TallyView, nullable: true }) tally: TallyView | null;
}

export class RecountStateView {
  @ApiProperty() agrees: boolean;
  @ApiProperty({ type: [String] }) differences: string[];
}

/** The counting room of a topic. */
export class CountingView {
  @ApiProperty({ type: ParticipationView }) participation: ParticipationView;
  @ApiProperty({ type: 'integer', description: 'assisted entries that wait for their second reader' })
  assistedWaiting: number;
  @ApiProperty() counted: boolean;
  @ApiProperty({ type: TallyView, nullable: true }) tally: TallyView | null;
  @ApiProperty({
    type: RecountStateView,
    nullable: true,
    description: 'null before the count, and of a large box, for which a recount is asked for',
  })
  recount: RecountStateView | null;
  @ApiProperty({ enum: COUNTING_ACTIONS, enumName: 'CountingAction', isArray: true })
  actions: CountingAction[];
}

/** What staff read off a paper or heard on the phone: a ballot of a member, or somebody's opinion. */
export class AssistedBody {
  @ApiProperty({ enum: ASSISTED_KINDS, enumName: 'AssistedKind' })
  @IsIn(ASSISTED_KINDS, { message: '请选选票或发言' })
  kind: (typeof ASSISTED_KINDS)[number];

  @ApiProperty({ enum: ASSISTED_CHANNELS, enumName: 'AssistedChannel' })
  @IsIn(ASSISTED_CHANNELS, { message: '请选电话或纸面' })
  channel: Exclude<HallChannel, 'app'>;

  @ApiProperty({ description: 'photo of the paper, or of the note of the call' })
  @PickedId('请拍一张照片')
  photoId: string;

  @ApiPropertyOptional({ minimum: 1, description: 'of a ballot: number of the vote on the roll' })
  @MayBeLeftOut()
  @WholeNumber(1, MAX_MEMBER)
  member?: number;

  @ApiPropertyOptional({ enum: BALLOT_CHOICES, enumName: 'BallotChoice' })
  @MayBeLeftOut()
  @IsIn(BALLOT_CHOICES, { message: '请选赞成、反对或弃权' })
  choice?: BallotChoice;

  @ApiPropertyOptional({ enum: STANCES, enumName: 'Stance', description: 'of an opinion' })
  @MayBeLeftOut()
  @IsIn(STANCES, { message: '请先选赞成、反对或中立' })
  stance?: Stance;

  @ApiPropertyOptional({ enum: SPEAKER_ROLES, enumName: 'SpeakerRole' })
  @MayBeLeftOut()
  @IsIn(SPEAKER_ROLES, { message: '请选身份' })
  role?: SpeakerRole;

  @ApiPropertyOptional({ minLength: 1, maxLength: 40 })
  @MayBeLeftOut()
  @PlainText(1, 40)
  speakerName?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: OPINION_MAX })
  @MayBeLeftOut()
  @MaxLength(RAW_TEXT_MAX, { message: `最多写 ${OPINION_MAX} 个字` })
  @IsString({ message: '应该是文字' })
  text?: string;
}

/** The second reading. */
export class ConfirmAssistedBody {
  @ApiPropertyOptional({ enum: BALLOT_CHOICES, enumName: 'BallotChoice' })
  @MayBeLeftOut()
  @IsIn(BALLOT_CHOICES, { message: '请选赞成、反对或弃权' })
  choice?: BallotChoice;

  @ApiPropertyOptional({ enum: STANCES, enumName: 'Stance' })
  @MayBeLeftOut()
  @IsIn(STANCES, { message: '请先选赞成、反对或中立' })
  stance?: Stance;

  @ApiPropertyOptional({ minLength: 1, maxLength: OPINION_MAX })
  @MayBeLeftOut()
  @MaxLength(RAW_TEXT_MAX, { message: `最多写 ${OPINION_MAX} 个字` })
  @IsString({ message: '应该是文字' })
  text?: string;
}

export class AssistedPersonView {
  @ApiProperty() nickname: string;
  @ApiProperty({ description: 'the caller' }) me: boolean;
}

/** What was read. Null of a ballot once it is decided, and for whoever has to read it again. */
export class AssistedContentView {
  @ApiPropertyOptional({ enum: BALLOT_CHOICES, enumName: 'BallotChoice' }) choice?: BallotChoice;
  @ApiPropertyOptional({ enum: STANCES, enumName: 'Stance' }) stance?: Stance;
  @ApiPropertyOptional({ enum: SPEAKER_ROLES, enumName: 'SpeakerRole' }) role?: SpeakerRole;
  @ApiPropertyOptional() speakerName?: string;
  @ApiPropertyOptional() text?: string;
}

export class AssistedView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ASSISTED_KINDS, enumName: 'AssistedKind' }) kind: (typeof ASSISTED_KINDS)[number];
  @ApiProperty({ enum: ASSISTED_CHANNELS, enumName: 'AssistedChannel' })
  channel: Exclude<HallChannel, 'app'>;
  @ApiProperty({ type: AttachmentView }) photo: AttachmentView;
  @ApiProperty({ type: 'integer', nullable: true }) member: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'who that vote belongs to' }) label:
    string | null;
  @ApiProperty({ type: AssistedContentView, nullable: true }) content: AssistedContentView | null;
  @ApiProperty({ enum: ASSISTED_STATUSES, enumName: 'AssistedStatus' })
  status: (typeof ASSISTED_STATUSES)[number];
  @ApiProperty({ type: String, nullable: true }) refuseReason: string | null;
  @ApiProperty({ type: AssistedPersonView }) enteredBy: AssistedPersonView;
  @ApiProperty({ format: 'date-time' }) enteredAt: string;
  @ApiProperty({ type: AssistedPersonView, nullable: true }) decidedBy: AssistedPersonView | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'of an open ballot, in the answer to its confirmation only: to be handed to the voter',
  })
  receipt: string | null;
  @ApiProperty({ enum: ['confirm', 'refuse'], isArray: true }) actions: ('confirm' | 'refuse')[];
}

export class AssistedPageView {
  @ApiProperty({ type: [AssistedView] }) items: AssistedView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
