import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  CurrentCaller,
  OptionalCaller,
  Public,
  RequirePermission,
  type Caller,
} from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { LivePatrolsService } from './live-patrols.service.js';
import { PatrolLinesService } from './patrol-lines.service.js';
import { PatrolStepsService } from './patrol-steps.service.js';
import {
  GpxLinkView,
  LivePatrolListView,
  PatrolLineView,
  PatrolView,
  PointsAckView,
} from './patrol-views.js';
import {
  AtBody,
  FinishPatrolBody,
  PointsBody,
  ScanCheckpointBody,
  StartPatrolBody,
  TakeOverBody,
  TokenQuery,
} from './patrols.dto.js';
import { PatrolsService } from './patrols.service.js';

/** Patrols: recorded by the person who walks, looked at by that person and by staff of the division. */
@ApiTags('patrols')
@ApiBearerAuth()
@Controller()
export class PatrolsController {
  constructor(
    private readonly patrols: PatrolsService,
    private readonly steps: PatrolStepsService,
    private readonly lines: PatrolLinesService,
    private readonly live: LivePatrolsService,
  ) {}

  @Post('claims/:id/patrol')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: PatrolView })
  startPatrol(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: StartPatrolBody,
  ): Promise<PatrolView> {
    return this.patrols.start(caller, key, id, body);
  }

  @Get('patrols/:id')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: PatrolView })
  patrol(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<PatrolView> {
    return this.patrols.view(caller, id);
  }

  /** The numbers of the points are the key of this write: it needs no other. */
  @Post('patrols/:id/points')
  @HttpCode(200)
  @ApiBody({ type: PointsBody })
  @ApiOkResponse({ type: PointsAckView })
  uploadPoints(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PointsAckView> {
    return this.patrols.upload(caller.personId, id, body);
  }

  @Post('patrols/:id/pause')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: PatrolView })
  pausePatrol(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { at }: AtBody,
  ): Promise<PatrolView> {
    return this.steps.pause(caller, key, id, at);
  }

  @Post('patrols/:id/resume')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: PatrolView })
  resumePatrol(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { at }: AtBody,
  ): Promise<PatrolView> {
    return this.steps.resume(caller, key, id, at);
  }

  @Post('patrols/:id/finish')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: PatrolView })
  finishPatrol(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: FinishPatrolBody,
  ): Promise<PatrolView> {
    return this.steps.finish(caller, key, id, body);
  }

  @Post('patrols/:id/take-over')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: PatrolView })
  takeOverPatrol(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { device }: TakeOverBody,
  ): Promise<PatrolView> {
    return this.steps.takeOver(caller, key, id, device);
  }

  @Post('patrols/:id/checkpoints')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: PatrolView })
  scanCheckpoint(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ScanCheckpointBody,
  ): Promise<PatrolView> {
    return this.steps.scan(caller, key, id, body);
  }

  @Get('patrols/:id/line')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: PatrolLineView })
  patrolLine(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<PatrolLineView> {
    return this.lines.line(caller, id);
  }

  @Get('patrols/:id/gpx-link')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: GpxLinkView })
  gpxLink(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<GpxLinkView> {
    return this.lines.gpxLink(caller, id);
  }

  @Public()
  @Get('patrols/:id/track.gpx')
  @ApiProduces('application/gpx+xml')
  @ApiOkResponse({ type: String })
  async trackGpx(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
    @Query() { token }: TokenQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const document = await this.lines.gpx(caller, id, token);
    // Not before: a refusal is JSON, and must not be saved as a track.
    void reply.header('content-type', 'application/gpx+xml; charset=utf-8');
    void reply.header('content-disposition', 'attachment; filename="jiefang-patrol.gpx"');
    void reply.header('cache-control', 'no-store');
    return document;
  }

  @Get('staff/divisions/:code/patrols/live')
  @RequirePermission('claims.verify')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: LivePatrolListView })
  livePatrols(@CurrentCaller() caller: Caller, @Param('code') code: string): Promise<LivePatrolListView> {
    return this.live.list(caller, code);
  }
}
