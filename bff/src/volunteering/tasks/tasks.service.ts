import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import type { TaskView } from './task.dto.js';
import { TaskViews } from './task-views.js';
import { TasksRepository } from './tasks.repository.js';

/** Tasks as everybody sees them. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly views: TaskViews,
  ) {}

  /** A task's page. NOT_FOUND for a draft, too. */
  async view(caller: Caller | null, publicId: string): Promise<TaskView> {
    const task = await this.tasks.findById(this.database, decodeId('task', publicId));
    if (task === null || task.status === 'draft') throw new DomainError('NOT_FOUND');
    return this.views.page(this.database, task, caller);
  }
}
