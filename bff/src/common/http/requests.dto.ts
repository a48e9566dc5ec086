import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsEmpty, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PlainText } from '../validation/fields.js';

/** Bodies of acts that carry nothing but their idempotency key. */
export class EmptyBody {
  /** Never sent: class-validator refuses every body of a class that has no rule at all. */
  @IsEmpty()
  readonly nothing?: never;
}

/** A decision of staff that the resident reads. */
export class ReasonBody {
  @ApiProperty({ minLength: 2, maxLength: 100 })
  @PlainText(2, 100)
  reason: string;
}

/** A page of any list: where the last one ended, and how many rows. */
export class PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit: number = 20;
}
