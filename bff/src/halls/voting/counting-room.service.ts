import { Injectable } from '@nestjs/common';
import { isQuorate } from '@jiefang/shared/tally';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { Database } from '../../database/database.js';
import type { TallyView } from '../topics/tally.dto.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { Topics } from '../topics/topics.js';
import { AssistedRepository } from './assisted.repository.js';
import { CountingRepository } from './counting.repository.js';
import { ParticipationShown } from './participation.js';
import { Recount } from './recount.js';
import type { CountingAction, CountingView, RecountView } from './voting.dto.js';

/** A box of so many marks is counted again whenever somebody looks; a larger one when somebody asks. */
const SMALL_BOX = 2000;

/** The counting room: who took part, what waits for a second reader, and after the count whether it can be repeated. */
@Injectable()
export class CountingRoomService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly boxes: CountingRepository,
    private readonly entries: AssistedRepository,
    private readonly participations: ParticipationShown,
    private readonly recounts: Recount,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Nothing of a tally while the box is open, to no role. TOPIC_STATE for a topic that has no roll. */
  async view(caller: Caller, publicId: string): Promise<CountingView> {
    const topic = await this.require(caller, publicId);
    if (topic.rollId === null) throw new DomainError('TOPIC_STATE');
    const box = await this.boxes.findBox(this.database, topic.id);
    const counted = box !== null && box.countedAt !== null && topic.tally !== null;
    const isSmall = counted && box.marks <= SMALL_BOX;
    const recount = isSmall ? await this.recounts.of(this.database, topic) : null;
    const participation = await this.participations.of(this.database, topic);
    const assistedWaiting = await this.entries.countWaiting(this.database, topic.id);
    return {
      participation,
      assistedWaiting,
      counted,
      tally: counted ? (topic.tally as unknown as TallyView) : null,
      recount: recount === null ? null : { agrees: recount.agrees, differences: recount.differences },
      actions: this.actions(topic, counted, isQuorate(participation)),
    };
  }

  /** Counts again from the ballots. BOX_STATE before the count. */
  async recount(caller: Caller, key: string, publicId: string): Promise<RecountView> {
    const topic = await this.require(caller, publicId);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /staff/topics/${publicId}/recount`, {}),
      async (tx) => {
        const result = await this.recounts.of(tx, topic);
        await this.audit.record(tx, caller, {
          action: 'ballots.recount',
          targetType: 'topic',
          targetId: topic.id,
          divisionCode: topic.divisionCode,
          detail: { agrees: result.agrees },
        });
        return result;
      },
    );
  }

  private actions(topic: TopicRow, counted: boolean, quorate: boolean): CountingAction[] {
    const { status, votesUntil, pack, extended } = topic;
    if (counted) return ['recount'];
    if (status !== 'voting' || votesUntil === null) return [];
    const isOver = this.clock.now() >= votesUntil;
    const mayExtend = !extended && !quorate && (pack?.decision?.extensionDays ?? 0) > 0;
    return [
      ...(isOver ? [] : (['assisted'] as const)),
      ...(mayExtend ? (['extend_voting'] as const) : []),
      ...(isOver && !mayExtend ? (['count'] as const) : []),
    ];
  }

  private async require(caller: Caller, publicId: string): Promise<TopicRow> {
    const topic = await this.topics.require(this.database, publicId);
    await this.access.require(caller, 'ballots.enter', topic.divisionCode);
    return topic;
  }
}
