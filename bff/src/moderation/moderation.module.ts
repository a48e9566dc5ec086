import { Module } from '@nestjs/common';
import { OpinionsCoreModule } from '../halls/opinions/opinions-core.module.js';
import { RecordCoreModule } from '../halls/record/record-core.module.js';
import { TopicsCoreModule } from '../halls/topics/topics-core.module.js';
import { CaseConflicts } from './cases/case-conflicts.js';
import { CaseDesk } from './cases/case-desk.service.js';
import { CaseQueues } from './cases/case-queues.service.js';
import { CasesController } from './cases/cases.controller.js';
import { MyCases } from './cases/my-cases.service.js';
import { StaffCasesController } from './cases/staff-cases.controller.js';
import { ModerationCoreModule } from './moderation-core.module.js';
import { Reports } from './reports/reports.service.js';
import { CaseSubjects } from './subjects/case-subjects.js';
import { ObjectionSubject } from './subjects/objection-subject.js';
import { OpinionSubject } from './subjects/opinion-subject.js';
import { TopicSubject } from './subjects/topic-subject.js';

/** Reports, cases and appeals about what people wrote. */
@Module({
  imports: [ModerationCoreModule, OpinionsCoreModule, RecordCoreModule, TopicsCoreModule],
  controllers: [CasesController, StaffCasesController],
  providers: [
    CaseConflicts,
    CaseDesk,
    CaseQueues,
    CaseSubjects,
    MyCases,
    ObjectionSubject,
    OpinionSubject,
    Reports,
    TopicSubject,
  ],
})
export class ModerationModule {}
