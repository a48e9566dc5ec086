import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { BallotBody, BallotCastView, ParticipationView, ReceiptView, VoteView } from './voting.dto.js';
import { VotingService } from './voting.service.js';

/** Voting on a topic. */
@ApiTags('voting')
@ApiBearerAuth()
@Controller('topics/:id')
export class VotingController {
  constructor(private readonly voting: VotingService) {}

  @Get('vote')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: VoteView })
  getVote(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<VoteView> {
    return this.voting.vote(caller, id);
  }

  @Post('ballots')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: BallotCastView })
  castBallot(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: BallotBody,
  ): Promise<BallotCastView> {
    return this.voting.cast(caller, key, id, body);
  }

  @Public()
  @Get('participation')
  @ApiOkResponse({ type: ParticipationView })
  getParticipation(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
  ): Promise<ParticipationView> {
    return this.voting.participation(caller, id);
  }

  @Public()
  @Get('receipts/:code')
  @ApiOkResponse({ type: ReceiptView })
  checkReceipt(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
    @Param('code') code: string,
  ): Promise<ReceiptView> {
    return this.voting.receipt(caller, id, code);
  }
}
