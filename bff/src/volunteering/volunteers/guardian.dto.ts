import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import { PlainText } from '../../common/validation/fields.js';
import { tidyText } from '../../identity/people/person-name.js';

/** A link that a minor hands to a guardian; a new one makes the one before useless. */
export class GuardianLinkView {
  @ApiProperty() token: string;
  @ApiProperty({ description: 'page of the mini-program' }) path: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
}

export const GUARDIAN_REQUEST_STATUSES = ['open', 'consented', 'expired'] as const;
export type GuardianRequestStatus = (typeof GUARDIAN_REQUEST_STATUSES)[number];

/** What a guardian is asked to agree to. */
export class GuardianRequestView {
  @ApiProperty({ example: '林**' }) minorName: string;
  @ApiProperty() minorAge: number;
  @ApiProperty() pledgeText: string;
  @ApiProperty({ enum: GUARDIAN_REQUEST_STATUSES, enumName: 'GuardianRequestStatus' })
  status: GuardianRequestStatus;
  @ApiProperty({ description: 'the reader is the minor' }) own: boolean;
}

export class GuardianConsentDto {
  @ApiProperty({ maxLength: 20 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidyText(value) : value))
  @MaxLength(60, { message: '姓名最多 20 个字' })
  @IsString({ message: '请写监护人的姓名' })
  guardianName: string;

  @ApiProperty({
    minLength: 1,
    maxLength: 10,
    example: '母亲',
    description: 'what the guardian is to the minor',
  })
  @PlainText(1, 10)
  relation: string;
}
