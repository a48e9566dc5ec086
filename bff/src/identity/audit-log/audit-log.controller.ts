import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { AuditLog, AuditLogQuery } from './audit-log.dto.js';
import { AuditLogService } from './audit-log.service.js';

/** The acts of a division's staff. */
@ApiTags('staff')
@Controller('staff/divisions/:code/audit')
@RequirePermission('audit.read')
export class AuditLogController {
  constructor(private readonly log: AuditLogService) {}

  @Get()
  @ApiOperation({ operationId: 'listAuditLog' })
  @ApiOkResponse({ type: AuditLog })
  listAuditLog(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: AuditLogQuery,
  ): Promise<AuditLog> {
    return this.log.list(caller, code, query);
  }
}
