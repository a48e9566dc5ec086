import { ApiProperty } from '@nestjs/swagger';
import { CONSENT_PURPOSES, type ConsentPurpose } from '@jiefang/shared/volunteering';
import { IsBoolean, IsInt } from 'class-validator';

/** A purpose that a person may agree to, its text as it is now, and what became of it. */
export class ConsentView {
  @ApiProperty({ enum: CONSENT_PURPOSES, enumName: 'ConsentPurpose' }) purpose: ConsentPurpose;
  @ApiProperty() title: string;
  @ApiProperty() text: string;
  @ApiProperty() currentVersion: number;
  @ApiProperty({ type: Number, nullable: true, description: 'that was agreed to last' }) version:
    number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) grantedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) withdrawnAt: string | null;
  @ApiProperty({ description: 'in force, if perhaps for an earlier text' }) active: boolean;
}

export class ConsentList {
  @ApiProperty({ type: [ConsentView] }) items: ConsentView[];
}

export class GrantConsentDto {
  @ApiProperty({ description: 'of the text that was shown' })
  @IsInt({ message: '请先读说明' })
  version: number;
}

export class WithdrawConsentDto {
  @ApiProperty({ description: 'also delete the tracks that are stored; for the purpose track only' })
  @IsBoolean()
  eraseTracks: boolean;
}
