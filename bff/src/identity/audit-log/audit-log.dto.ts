import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class AuditLogQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 50;
}

/** One act of staff. */
export class AuditLogEntry {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Nickname of who did it' })
  actor: string;

  @ApiProperty({ description: 'What was done, in words' })
  action: string;

  @ApiProperty({ description: 'What it was done to: kind in words and public id' })
  target: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Reason and facts, as recorded' })
  detail: Record<string, unknown>;

  @ApiProperty()
  requestId: string;
}

export class AuditLog {
  @ApiProperty({ type: [AuditLogEntry] })
  items: AuditLogEntry[];

  @ApiProperty({ nullable: true, type: String })
  nextCursor: string | null;
}
