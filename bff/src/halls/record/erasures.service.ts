import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { OpinionsRepository } from '../opinions/opinions.repository.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { TopicTexts } from '../topics/topic-texts.js';
import { Topics } from '../topics/topics.js';
import { ErasuresRepository, type ErasableRow } from './erasures.repository.js';
import { RecordContents } from './record-contents.js';
import type { ErasureBody, ErasureSubject, ErasureView } from './record.dto.js';
import { RecordRepository } from './record.repository.js';

/** Deletes what the law makes us delete: words, names and salts. The record keeps its commitments and says why. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly texts: TopicTexts,
    private readonly opinions: OpinionsRepository,
    private readonly erasures: ErasuresRepository,
    private readonly records: RecordRepository,
    private readonly contents: RecordContents,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** NOT_FOUND for what is not of this topic, RECORD_ERASED for what is gone, TOPIC_OWN for one's own topic. */
  async erase(caller: Caller, key: string, publicId: string, body: ErasureBody): Promise<ErasureView> {
    const found = await this.topics.require(this.database, publicId);
    await this.access.require(caller, 'records.erase', found.divisionCode);
    if (found.initiatorId === caller.personId) throw new DomainError('TOPIC_OWN');
    const request = idempotent(caller.personId, key, `POST /staff/topics/${publicId}/erasures`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.id);
      const { subject, legalBasis } = body;
      const row = await this.find(tx, topic, subject);
      if (row === null || row.topicId !== topic.id) throw new DomainError('NOT_FOUND');
      if (row.gone) throw new DomainError('RECORD_ERASED');
      await this.remove(tx, topic.id, subject);
      await this.erasures.forgetAnswers(tx, subject.id);
      const items = await this.erasures.findContentNames(tx, topic.id, row.seqs);
      const erased = await this.contents.erase(tx, topic.id, items, {
        actor: { role: 'administrator', personId: caller.personId },
        subject: subject.kind,
        legalBasis,
      });
      await this.audit.record(tx, caller, {
        action: 'record.erase',
        targetType: 'topic',
        targetId: topic.id,
        divisionCode: topic.divisionCode,
        detail: {
          kind: subject.kind,
          id: subject.id,
          ...(subject.no === undefined ? {} : { no: subject.no }),
          legalBasis,
        },
      });
      const head = await this.records.findHead(tx, topic.id);
      return { erased, record: { seq: head?.seq ?? 0, hash: head?.hash.toString('hex') ?? '' } };
    });
  }

  private async find(
    tx: Sql,
    topic: TopicRow,
    { kind, id, no = 0 }: ErasureSubject,
  ): Promise<ErasableRow | null> {
    switch (kind) {
      case 'opinion':
        return this.erasures.findOpinion(tx, decodeId('opinion', id));
      case 'speech':
        return this.erasures.findSpeech(tx, decodeId('speech', id));
      case 'objection':
        return this.erasures.findObjection(tx, decodeId('topic_objection', id));
      case 'text': {
        const topicId = decodeId('topic', id);
        const text = await this.texts.find(tx, topicId, no);
        if (text === null) return null;
        const seqs = text.recordSeq === null ? [] : [text.recordSeq];
        return { topicId, gone: text.verdict === 'erased', seqs };
      }
    }
  }

  private async remove(tx: Sql, topicId: number, { kind, id, no = 0 }: ErasureSubject): Promise<void> {
    if (kind === 'text') await this.texts.erase(tx, topicId, no);
    else if (kind === 'speech') await this.erasures.eraseSpeech(tx, decodeId('speech', id));
    else if (kind === 'objection') await this.erasures.eraseObjection(tx, decodeId('topic_objection', id));
    else {
      const opinion = await this.opinions.findById(tx, decodeId('opinion', id));
      if (opinion === null) throw new DomainError('NOT_FOUND');
      if (opinion.status === 'visible') await this.opinions.countInTopic(tx, opinion, -1);
      else if (opinion.status === 'held') await this.opinions.countReply(tx, opinion.parentId);
      await this.erasures.eraseOpinion(tx, opinion.id, this.clock.now());
    }
  }
}
