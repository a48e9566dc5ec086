import { Body, Controller, Get, Header, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentCaller, Public, type Caller } from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { sendFile } from '../hours/downloads.js';
import { DownloadQuery } from '../hours/hours.dto.js';
import { DownloadLinkView } from '../hours/statement-views.js';
import { CertificateCheckView, CertificateListView, CertificateView } from './certificate-views.js';
import { CheckQuery, RequestCertificateBody } from './certificates.dto.js';
import { CertificatesService } from './certificates.service.js';
import { CheckLimitGuard } from './check-limit.guard.js';

/** Certificates as volunteers ask for them, download them, and anybody checks them. */
@ApiTags('certificates')
@ApiBearerAuth()
@Controller()
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  @Get('me/certificates')
  @ApiOperation({
    operationId: 'listMyCertificates',
    summary: 'Certificates of the caller, and hours to certify',
  })
  @ApiOkResponse({ type: CertificateListView })
  listMyCertificates(@CurrentCaller() caller: Caller): Promise<CertificateListView> {
    return this.certificates.list(caller.personId);
  }

  @Post('me/certificates')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'requestCertificate', summary: 'Asks the community for a certificate' })
  @ApiCreatedResponse({ type: CertificateView })
  requestCertificate(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: RequestCertificateBody,
  ): Promise<CertificateView> {
    return this.certificates.request(caller, key, body);
  }

  @Public()
  @Get('certificates/check')
  @UseGuards(CheckLimitGuard)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'checkCertificate',
    summary: 'Whether a certificate is real; tells nothing of the person',
  })
  @ApiOkResponse({ type: CertificateCheckView })
  checkCertificate(@Query() query: CheckQuery): Promise<CertificateCheckView> {
    return this.certificates.check(query.number, query.code);
  }

  @Get('certificates/:id')
  @ApiOperation({ operationId: 'getCertificate', summary: 'One of the caller’s certificates' })
  @ApiOkResponse({ type: CertificateView })
  getCertificate(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<CertificateView> {
    return this.certificates.get(caller.personId, id);
  }

  @Get('certificates/:id/link')
  @ApiOperation({ operationId: 'getCertificateLink', summary: 'A link to the paper, good for ten minutes' })
  @ApiOkResponse({ type: DownloadLinkView })
  getCertificateLink(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<DownloadLinkView> {
    return this.certificates.link(caller.personId, id);
  }

  @Public()
  @Get('certificates/:id/file.pdf')
  @ApiOperation({ operationId: 'downloadCertificate', summary: 'The paper behind a link' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadCertificate(
    @Param('id') id: string,
    @Query() query: DownloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { content, name } = await this.certificates.file(id, query.token);
    return sendFile(reply, 'pdf', name, content);
  }
}
