import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GUARDIAN_BELOW_AGE,
  MIN_VOLUNTEER_AGE,
  PLEDGE_TEXT,
  PLEDGE_VERSION,
  SKILL_WORDS,
  TRAINING_WORDS,
  UNIT_KIND_WORDS,
} from '@jiefang/shared/volunteering';
import { CurrentCaller, OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { EmptyBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { ConsentList, ConsentView, GrantConsentDto, WithdrawConsentDto } from './consent.dto.js';
import { ConsentsService } from './consents.service.js';
import { GuardianConsentDto, GuardianLinkView, GuardianRequestView } from './guardian.dto.js';
import { GuardiansService } from './guardians.service.js';
import { UnitsService } from './units.service.js';
import {
  JoinDto,
  MyVolunteer,
  PledgeView,
  UnitList,
  UnitsQuery,
  UpdateVolunteerDto,
  VolunteerView,
  type CodedWord,
} from './volunteer.dto.js';
import { VolunteersService } from './volunteers.service.js';

/** Becoming a volunteer, a guardian's consent, and what one has agreed to. */
@ApiTags('volunteering')
@Controller()
export class VolunteersController {
  constructor(
    private readonly volunteers: VolunteersService,
    private readonly guardians: GuardiansService,
    private readonly consents: ConsentsService,
    private readonly units: UnitsService,
  ) {}

  @Get('volunteering/pledge')
  @Public()
  @ApiOperation({ operationId: 'getPledge', summary: 'The pledge, and what joining offers to choose from' })
  @ApiOkResponse({ type: PledgeView })
  getPledge(): PledgeView {
    return {
      version: PLEDGE_VERSION,
      text: PLEDGE_TEXT,
      minAge: MIN_VOLUNTEER_AGE,
      guardianBelowAge: GUARDIAN_BELOW_AGE,
      skills: inWords(SKILL_WORDS),
      trainings: inWords(TRAINING_WORDS),
      unitKinds: inWords(UNIT_KIND_WORDS),
    };
  }

  @Get('units')
  @Public()
  @ApiOperation({ operationId: 'listUnits', summary: 'Units that volunteers of a community may belong to' })
  @ApiOkResponse({ type: UnitList })
  async listUnits(@Query() query: UnitsQuery): Promise<UnitList> {
    return { items: await this.units.of(query.community) };
  }

  @Get('me/volunteer')
  @ApiOperation({ operationId: 'getMyVolunteer' })
  @ApiOkResponse({ type: MyVolunteer })
  async getMyVolunteer(@CurrentCaller() caller: Caller): Promise<MyVolunteer> {
    return { volunteer: await this.volunteers.mine(caller) };
  }

  @Post('me/volunteer')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'joinVolunteers', summary: 'Become a volunteer, or come back' })
  @ApiCreatedResponse({ type: VolunteerView })
  joinVolunteers(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() dto: JoinDto,
  ): Promise<VolunteerView> {
    return this.volunteers.join(caller, key, dto);
  }

  @Put('me/volunteer')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'updateMyVolunteer' })
  @ApiOkResponse({ type: VolunteerView })
  updateMyVolunteer(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() dto: UpdateVolunteerDto,
  ): Promise<VolunteerView> {
    return this.volunteers.update(caller, key, dto);
  }

  @Post('me/volunteer/leave')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOperation({ operationId: 'leaveVolunteers' })
  @ApiOkResponse({ type: VolunteerView })
  leaveVolunteers(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() _body: EmptyBody,
  ): Promise<VolunteerView> {
    return this.volunteers.leave(caller, key);
  }

  @Post('me/volunteer/guardian-link')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOperation({ operationId: 'makeGuardianLink', summary: 'A link for the guardian, good for seven days' })
  @ApiOkResponse({ type: GuardianLinkView })
  makeGuardianLink(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() _body: EmptyBody,
  ): Promise<GuardianLinkView> {
    return this.guardians.link(caller, key);
  }

  @Get('guardian-requests/:token')
  @Public()
  @ApiOperation({ operationId: 'getGuardianRequest', summary: 'What a guardian is asked to agree to' })
  @ApiOkResponse({ type: GuardianRequestView })
  getGuardianRequest(
    @OptionalCaller() caller: Caller | null,
    @Param('token') token: string,
  ): Promise<GuardianRequestView> {
    return this.guardians.view(caller, token);
  }

  @Post('guardian-requests/:token/consent')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOperation({ operationId: 'consentAsGuardian' })
  @ApiOkResponse({ type: GuardianRequestView })
  consentAsGuardian(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('token') token: string,
    @Body() dto: GuardianConsentDto,
  ): Promise<GuardianRequestView> {
    return this.guardians.consent(caller, key, token, dto);
  }

  @Get('me/consents')
  @ApiOperation({ operationId: 'listMyConsents' })
  @ApiOkResponse({ type: ConsentList })
  async listMyConsents(@CurrentCaller() caller: Caller): Promise<ConsentList> {
    return { items: await this.consents.list(caller) };
  }

  @Post('me/consents/:purpose')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOperation({ operationId: 'grantConsent' })
  @ApiOkResponse({ type: ConsentView })
  grantConsent(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('purpose') purpose: string,
    @Body() dto: GrantConsentDto,
  ): Promise<ConsentView> {
    return this.consents.grant(caller, key, purpose, dto.version);
  }

  @Post('me/consents/:purpose/withdraw')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOperation({ operationId: 'withdrawConsent' })
  @ApiOkResponse({ type: ConsentView })
  withdrawConsent(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('purpose') purpose: string,
    @Body() dto: WithdrawConsentDto,
  ): Promise<ConsentView> {
    return this.consents.withdraw(caller, key, purpose, dto);
  }
}

function inWords(words: Readonly<Record<string, string>>): CodedWord[] {
  return Object.entries(words).map(([code, name]) => ({ code, name }));
}
