import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCaller, Public, type Caller } from '../../common/auth/caller.js';
import { readUpload, TakesUpload } from '../../common/http/upload.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { AttachmentLinkView, AttachmentQuery, AttachmentView } from './attachments.dto.js';
import { ATTACHMENT_ACCESS } from './attachment-access.js';
import { Attachments } from './attachments.js';

/** Photos and documents of the 议事厅. */
@ApiTags('attachments')
@ApiBearerAuth()
@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: Attachments) {}

  // Any of three permissions uploads; the service proves which.
  @Post('staff/divisions/:code/attachments')
  @HttpCode(201)
  @TakesUpload()
  @ApiIdempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'access'],
      properties: {
        access: { type: 'string', enum: [...ATTACHMENT_ACCESS] },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiOperation({ operationId: 'uploadAttachment', summary: 'Keeps a photo or a PDF of at most 10 MB' })
  @ApiCreatedResponse({ type: AttachmentView })
  async uploadAttachment(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentView> {
    await this.attachments.requireUploader(caller, code);
    return this.attachments.upload(caller, key, code, await readUpload(request, 'ATTACHMENT_TOO_LARGE'));
  }

  @Get('staff/attachments/:id/link')
  @ApiOperation({ operationId: 'getAttachmentLink', summary: 'A link to a file that is for staff' })
  @ApiOkResponse({ type: AttachmentLinkView })
  getAttachmentLink(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<AttachmentLinkView> {
    return this.attachments.link(caller, id);
  }

  @Public()
  @Get('attachments/:id')
  @ApiProduces('image/jpeg', 'application/pdf')
  @ApiOperation({ operationId: 'downloadAttachment', summary: 'The file itself' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadAttachment(
    @Param('id') id: string,
    @Query() query: AttachmentQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { row, content } = await this.attachments.read(id, query.token);
    const isPublic = row.access === 'public';
    void reply.header('content-type', row.mime);
    void reply.header(
      'cache-control',
      isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
    );
    // Opened as a page of its own it runs nothing.
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    void reply.header(
      'content-disposition',
      row.mime === 'application/pdf'
        ? 'attachment; filename="jiefang.pdf"'
        : 'inline; filename="jiefang.jpg"',
    );
    return content;
  }
}
