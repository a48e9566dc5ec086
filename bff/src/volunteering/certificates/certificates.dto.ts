import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CERTIFICATE_STATUSES, type CertificateStatus } from '@jiefang/shared/hours';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { PlainText } from '../../common/validation/fields.js';
import { Day } from '../hours/hours.dto.js';

/** Which days to certify, and what for. */
export class RequestCertificateBody {
  @ApiProperty({ format: 'date' })
  @Day()
  fromDay: string;

  @ApiProperty({ format: 'date' })
  @Day()
  toDay: string;

  @ApiProperty({ maxLength: 60, description: 'what it is wanted for; may be empty' })
  @PlainText(0, 60)
  purpose: string;
}

/** What stands on the paper beside the hours. */
export class IssueCertificateBody {
  @ApiProperty({ minLength: 2, maxLength: 20, description: 'who answers for it' })
  @PlainText(2, 20)
  responsible: string;

  @ApiProperty({ minLength: 5, maxLength: 30, description: 'telephone of the issuer' })
  @PlainText(5, 30)
  contact: string;
}

export class CertificateReasonBody {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @PlainText(2, 200)
  reason: string;
}

/** What a stranger types from the paper, or scans. */
export class CheckQuery {
  @ApiProperty({ example: '350602002002-2026-000123' })
  @IsString()
  @MaxLength(40)
  number: string;

  @ApiProperty({ example: 'ABCD-EFGH-JKMN' })
  @IsString()
  @MaxLength(40)
  code: string;
}

export class StaffCertificatesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CERTIFICATE_STATUSES })
  @IsOptional()
  @IsIn(CERTIFICATE_STATUSES)
  status?: CertificateStatus;
}
