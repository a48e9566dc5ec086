import { Module } from '@nestjs/common';
import { Minutes } from './minutes.js';

/** What other parts of 议事厅 ask of meetings and minutes; needs none of them. */
@Module({ providers: [Minutes], exports: [Minutes] })
export class MeetingsCoreModule {}
