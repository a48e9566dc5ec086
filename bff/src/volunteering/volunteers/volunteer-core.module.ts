import { Module } from '@nestjs/common';
import { Consents } from './consents.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** What the other domains of volunteering read about volunteers. It needs none of them. */
@Module({ providers: [Consents, VolunteersRepository], exports: [Consents, VolunteersRepository] })
export class VolunteerCoreModule {}
