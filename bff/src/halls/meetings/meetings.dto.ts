import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SPEAKER_ROLES, STANCES, type SpeakerRole, type Stance } from '@jiefang/shared/topics';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  Instant,
  MayBeLeftOut,
  NoListInList,
  PickedId,
  PlainText,
  WholeNumber,
} from '../../common/validation/fields.js';

const ATTACHMENT_ID = /^[0-9A-Za-z]{8,24}$/;

/** Characters of a speech. */
export const SPEECH_MAX = 2000;
/** Characters of one sentence of the minutes. */
export const SENTENCE_MAX = 500;

export class CallMeetingBody {
  @ApiProperty({ format: 'date-time' })
  @Instant()
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @Instant()
  endsAt: string;

  @ApiProperty({ minLength: 2, maxLength: 80 })
  @PlainText(2, 80)
  place: string;

  @ApiProperty({ minLength: 2, maxLength: 1000 })
  @PlainText(2, 1000, { lines: true })
  agenda: string;
}

export class AttendeeBody {
  @ApiProperty({ minLength: 1, maxLength: 40 })
  @PlainText(1, 40)
  name: string;

  @ApiProperty({ enum: SPEAKER_ROLES, enumName: 'SpeakerRole' })
  @IsIn(SPEAKER_ROLES, { message: '请选一种身份' })
  role: SpeakerRole;
}

/** What somebody said: an attendee, or somebody named. */
export class SpeechBody {
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @PickedId('请选一位参会的人')
  attendeeId?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 40 })
  @MayBeLeftOut()
  @PlainText(1, 40)
  speakerName?: string;

  @ApiProperty({ enum: SPEAKER_ROLES, enumName: 'SpeakerRole' })
  @IsIn(SPEAKER_ROLES, { message: '请选一种身份' })
  role: SpeakerRole;

  @ApiProperty({ enum: STANCES, enumName: 'Stance' })
  @IsIn(STANCES, { message: '请先选赞成、反对或中立' })
  stance: Stance;

  @ApiProperty({ maxLength: SPEECH_MAX })
  @MaxLength(SPEECH_MAX * 4)
  @IsString({ message: '应该是文字' })
  text: string;

  @ApiProperty({ type: [String], maxItems: 9 })
  @Matches(ATTACHMENT_ID, { each: true, message: '请重新选附件' })
  @ArrayUnique({ message: '有重复的' })
  @ArrayMaxSize(9, { message: '最多 9 个' })
  @IsArray({ message: '应该是一组附件' })
  attachmentIds: string[];
}

export class SignInBody {
  @ApiProperty({ description: 'what was scanned, or the six digits' })
  @MaxLength(120)
  @IsString({ message: '请扫签到码' })
  qr: string;
}

export const CITE_KINDS = ['speech', 'opinion'] as const;
export type CiteKind = (typeof CITE_KINDS)[number];

export class CiteBody {
  @ApiProperty({ enum: CITE_KINDS, enumName: 'CiteKind' })
  @IsIn(CITE_KINDS, { message: '引用的种类不对' })
  kind: CiteKind;

  @ApiProperty()
  @PickedId('请重新选引用')
  id: string;
}

export class SentenceBody {
  @ApiProperty({ maxLength: SENTENCE_MAX })
  @MaxLength(SENTENCE_MAX * 4)
  @IsString({ message: '应该是文字' })
  text: string;

  @ApiProperty({ type: [CiteBody], maxItems: 20 })
  @ValidateNested({ each: true })
  @NoListInList()
  @Type(() => CiteBody)
  @ArrayMaxSize(20, { message: '最多引用 20 处' })
  @IsArray({ message: '应该是一组引用' })
  cites: CiteBody[];
}

export class MinutesBody {
  @ApiProperty({ minimum: 0, description: 'version that was seen; 0 when there is none' })
  @WholeNumber(0, 1_000_000)
  no: number;

  @ApiProperty({ type: [SentenceBody], minItems: 1, maxItems: 100 })
  @ValidateNested({ each: true })
  @NoListInList()
  @Type(() => SentenceBody)
  @ArrayMaxSize(100, { message: '最多 100 句' })
  @IsArray({ message: '应该是一组句子' })
  sentences: SentenceBody[];

  @ApiProperty({ type: [SentenceBody], maxItems: 30 })
  @ValidateNested({ each: true })
  @NoListInList()
  @Type(() => SentenceBody)
  @ArrayMaxSize(30, { message: '最多 30 句' })
  @IsArray({ message: '应该是一组句子' })
  minority: SentenceBody[];
}

/** Characters of what somebody adds when confirming. */
export const COMMENT_MAX = 300;

export class ConfirmMinutesBody {
  @ApiProperty({ minimum: 1, description: 'version that was read' })
  @WholeNumber(1, 1_000_000)
  no: number;

  @ApiProperty()
  @IsBoolean({ message: '请选写得对或不对' })
  agrees: boolean;

  @ApiPropertyOptional({ maxLength: COMMENT_MAX })
  @MayBeLeftOut()
  @MaxLength(COMMENT_MAX * 4)
  @IsString({ message: '应该是文字' })
  comment?: string;
}

export class PaperConfirmationBody {
  @ApiProperty({ description: 'attachment: a photo of the signed paper' })
  @PickedId('请先上传签字的照片')
  photoId: string;

  @ApiProperty()
  @IsBoolean({ message: '请选写得对或不对' })
  agrees: boolean;

  @ApiPropertyOptional({ maxLength: COMMENT_MAX })
  @MayBeLeftOut()
  @MaxLength(COMMENT_MAX * 4)
  @IsString({ message: '应该是文字' })
  comment?: string;
}
