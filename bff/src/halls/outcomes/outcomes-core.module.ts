import { Module } from '@nestjs/common';
import { FollowUps } from './follow-ups.js';
import { Objections } from './objections.js';

/** What other parts of 议事厅 ask of objections and promises; needs none of them. */
@Module({ providers: [FollowUps, Objections], exports: [FollowUps, Objections] })
export class OutcomesCoreModule {}
