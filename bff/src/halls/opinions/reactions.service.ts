import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import type { ReactionCounts } from './opinion.dto.js';
import type { OpinionRow, OpinionTopic } from './opinion-rows.js';
import { OpinionSpeakers } from './opinion-speakers.js';
import { isOpen } from './opinion-views.js';
import { OpinionsRepository, type Reaction } from './opinions.repository.js';

/** What residents think of opinions. */
@Injectable()
export class ReactionsService {
  constructor(
    private readonly database: Database,
    private readonly opinions: OpinionsRepository,
    private readonly speakers: OpinionSpeakers,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets what the caller thinks, null takes it back; saying the same twice changes nothing, so it needs no key. Counters
   * are the rows, whatever arrives at once: the opinion's row is the lock. RESIDENT_REQUIRED, OPINION_OWN,
   * OPINION_HIDDEN, OPINION_CLOSED.
   */
  async react(caller: Caller, publicId: string, value: Reaction | null): Promise<ReactionCounts> {
    const { personId } = caller;
    const id = decodeId('opinion', publicId);
    const seen = requireReactable(await this.opinions.findById(this.database, id), personId);
    const topic = requireOpen(await this.opinions.findTopic(this.database, seen.topicId));
    const speaker = await this.speakers.of(this.database, personId, topic.divisionCode);
    if (!speaker.verified) throw new DomainError('RESIDENT_REQUIRED');
    return this.database.transaction(async (tx) => {
      // Shared: neighbours react side by side, and the step that ends the deliberation waits for all of them.
      requireOpen(await this.opinions.findTopicInShareMode(tx, seen.topicId));
      requireReactable(await this.opinions.findByIdForUpdate(tx, id), personId);
      const from = await this.opinions.findReaction(tx, id, personId);
      if (from !== value) await this.opinions.react(tx, id, personId, { from, to: value }, this.clock.now());
      const after = await this.opinions.findById(tx, id);
      if (after === null) throw new DomainError('NOT_FOUND');
      return { agree: after.agree, disagree: after.disagree, pass: after.pass, mine: value };
    });
  }
}

function requireReactable(opinion: OpinionRow | null, personId: number): OpinionRow {
  if (opinion === null) throw new DomainError('NOT_FOUND');
  if (opinion.authorId === personId) throw new DomainError('OPINION_OWN');
  if (opinion.status === 'held') throw new DomainError('NOT_FOUND');
  if (opinion.status === 'hidden') throw new DomainError('OPINION_HIDDEN');
  if (opinion.status === 'erased') throw new DomainError('OPINION_STATE');
  return opinion;
}

function requireOpen(topic: OpinionTopic | null): OpinionTopic {
  if (topic === null || topic.shown !== 1) throw new DomainError('NOT_FOUND');
  if (!isOpen(topic.status)) {
    throw new DomainError('OPINION_CLOSED', { message: '这个议题现在不收表态。' });
  }
  return topic;
}
