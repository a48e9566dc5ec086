import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { COORDINATE_SYSTEMS, type CoordinateSystem } from '@jiefang/shared/geo';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Instant, PlainText, WholeNumber } from '../../common/validation/fields.js';
import { DEVICE_PATTERN, MAX_BATCH_POINTS, MAX_SEQ } from './patrol-points.js';

const DEVICE = { pattern: DEVICE_PATTERN.source, description: 'made up once by each installation' };

/** Begins a patrol. The coordinate system is that of all points it will bring. */
export class StartPatrolBody {
  @ApiProperty(DEVICE)
  @Matches(DEVICE_PATTERN, { message: '格式不对' })
  device: string;

  @ApiProperty({ enum: COORDINATE_SYSTEMS, enumName: 'CoordinateSystem' })
  @IsIn(COORDINATE_SYSTEMS)
  coordinateSystem: CoordinateSystem;

  @ApiProperty({ description: 'the version of the text on tracks that the volunteer agreed to' })
  @WholeNumber(1, 30_000)
  consentVersion: number;
}

/** Documentation of an upload's body; it is read by hand (patrol-points.ts), for the sake of speed. */
export class PointsBody {
  @ApiProperty(DEVICE) device: string;

  @ApiProperty({ minimum: 0, maximum: MAX_SEQ }) firstSeq: number;

  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: MAX_BATCH_POINTS,
    items: {
      type: 'array',
      minItems: 6,
      maxItems: 6,
      items: { type: 'number', nullable: true },
    },
    description:
      '[epoch milliseconds, latitude, longitude, accuracy in metres | null, altitude | null, metres a second | null]',
  })
  points: (number | null)[][];
}

/** When something happened by the phone's clock; it may be told later. */
export class AtBody {
  @ApiProperty({ format: 'date-time' })
  @Instant()
  at: string;
}

export class FinishPatrolBody extends AtBody {
  @ApiProperty({
    minimum: -1,
    maximum: MAX_SEQ,
    description: 'number of the last point; -1 when there was none',
  })
  @Max(MAX_SEQ)
  @Min(-1)
  @IsInt()
  lastSeq: number;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @PlainText(0, 500, { lines: true })
  note?: string;
}

export class TakeOverBody {
  @ApiProperty(DEVICE)
  @Matches(DEVICE_PATTERN, { message: '格式不对' })
  device: string;
}

/** A checkpoint's rotating code, as it was scanned. */
export class ScanCheckpointBody {
  @ApiProperty({ minimum: 1, maximum: 30 })
  @WholeNumber(1, 30)
  no: number;

  @ApiProperty({ maxLength: 160 })
  @MaxLength(160)
  @IsString()
  qr: string;
}

/** How a browser proves a download: the signed token of a link, for want of a login. */
export class TokenQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(80)
  token?: string;
}
