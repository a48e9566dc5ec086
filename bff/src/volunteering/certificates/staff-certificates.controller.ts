import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { StaffCertificatePageView, StaffCertificateView } from './certificate-views.js';
import { CertificatesDeskService } from './certificates-desk.service.js';
import { CertificateReasonBody, IssueCertificateBody, StaffCertificatesQuery } from './certificates.dto.js';

/** What staff do with certificates of their division. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffCertificatesController {
  constructor(private readonly desk: CertificatesDeskService) {}

  @Get('divisions/:code/certificates')
  @RequirePermission('hours.manage')
  @ApiOperation({
    operationId: 'listCertificates',
    summary: 'Certificates; those that wait come oldest first',
  })
  @ApiOkResponse({ type: StaffCertificatePageView })
  listCertificates(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: StaffCertificatesQuery,
  ): Promise<Page<StaffCertificateView>> {
    return this.desk.list(caller, code, query);
  }

  @Post('certificates/:id/issue')
  @HttpCode(200)
  @RequirePermission('hours.manage')
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'issueCertificate',
    summary: 'Issues a certificate with the hours as they stand',
  })
  @ApiOkResponse({ type: StaffCertificateView })
  issueCertificate(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: IssueCertificateBody,
  ): Promise<StaffCertificateView> {
    return this.desk.issue(caller, key, id, body);
  }

  @Post('certificates/:id/decline')
  @HttpCode(200)
  @RequirePermission('hours.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'declineCertificate', summary: 'Declines a request, with a reason' })
  @ApiOkResponse({ type: StaffCertificateView })
  declineCertificate(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: CertificateReasonBody,
  ): Promise<StaffCertificateView> {
    return this.desk.decline(caller, key, id, body.reason);
  }

  @Post('certificates/:id/revoke')
  @HttpCode(200)
  @RequirePermission('hours.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'revokeCertificate', summary: 'Revokes an issued certificate, with a reason' })
  @ApiOkResponse({ type: StaffCertificateView })
  revokeCertificate(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: CertificateReasonBody,
  ): Promise<StaffCertificateView> {
    return this.desk.revoke(caller, key, id, body.reason);
  }
}
