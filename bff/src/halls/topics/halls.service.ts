import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@jiefang/shared/time';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeCursor, pageOfViews } from '../../common/pagination/cursor.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { HallsRepository } from './halls.repository.js';
import type { HallSettingsView } from './staff-topic.dto.js';
import { TopicListsRepository } from './topic-lists.repository.js';
import type { HallTopicsQuery } from './topic-requests.dto.js';
import { SHOWABLE } from './topic-rows.js';
import { TopicTexts } from './topic-texts.js';
import { TopicViews } from './topic-views.js';
import type { HallView, TopicCardPage, TopicTextList, TopicView } from './topic.dto.js';
import { Topics } from './topics.js';

/** What everybody sees of halls and topics, and a hall's settings. */
@Injectable()
export class HallsService {
  constructor(
    private readonly database: Database,
    private readonly halls: HallsRepository,
    private readonly lists: TopicListsRepository,
    private readonly topics: Topics,
    private readonly texts: TopicTexts,
    private readonly views: TopicViews,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The hall of a community. NOT_FOUND. */
  async hall(communityCode: string): Promise<HallView> {
    const { code, name } = await this.divisions.require(communityCode, 'community');
    const { late, ...topics } = await this.halls.countTopics(this.database, code);
    return {
      division: { code, name },
      endorseThreshold: await this.halls.threshold(this.database, code),
      promises: await this.halls.countPromises(this.database, code, shanghaiDay(this.clock.now())),
      topics,
      lateTopics: late,
    };
  }

  /** Topics of a community that everybody may see, newest first. */
  async list(caller: Caller | null, communityCode: string, query: HallTopicsQuery): Promise<TopicCardPage> {
    const { code } = await this.divisions.require(communityCode, 'community');
    const text = query.q?.trim() ?? '';
    const rows = await this.lists.findShown(
      this.database,
      code,
      { stage: query.stage ?? null, closed: query.closed === '1', text: text === '' ? null : text },
      beforeOf(query.cursor),
      query.limit + 1,
    );
    const cards = await this.views.cards(this.database, rows.slice(0, query.limit), caller?.personId ?? null);
    return pageOfViews(rows, cards, query.limit, (row) => [row.id]);
  }

  /** The caller's own topics in every status, newest first. */
  async own(caller: Caller, query: PageQuery): Promise<TopicCardPage> {
    const rows = await this.lists.findOfPerson(
      this.database,
      caller.personId,
      beforeOf(query.cursor),
      query.limit + 1,
    );
    const cards = await this.views.cards(this.database, rows.slice(0, query.limit), caller.personId);
    return pageOfViews(rows, cards, query.limit, (row) => [row.id]);
  }

  /** The page of a topic. NOT_FOUND for one that the caller may not see. */
  async page(caller: Caller | null, publicId: string): Promise<TopicView> {
    const topic = await this.topics.requireShown(this.database, publicId, caller);
    return this.views.page(this.database, topic, caller?.personId ?? null);
  }

  /** Versions that were shown, newest first; the initiator sees those that nobody else has seen as well. */
  async versions(caller: Caller | null, publicId: string): Promise<TopicTextList> {
    const topic = await this.topics.requireShown(this.database, publicId, caller);
    const own = caller?.personId === topic.initiatorId;
    const texts = await this.texts.findAll(this.database, topic.id);
    return {
      items: texts
        .filter((text) => text.verdict !== 'erased' && (own || isReadable(text, topic.shown)))
        .map((text) => ({
          no: text.no,
          title: text.title,
          body: text.body,
          hash: text.hash.toString('hex'),
          createdAt: text.createdAt.toISOString(),
        })),
    };
  }

  /** FORBIDDEN without topics.manage for the division. */
  async settings(caller: Caller, divisionCode: string): Promise<HallSettingsView> {
    await this.access.require(caller, 'topics.manage', divisionCode);
    await this.divisions.require(divisionCode, 'community');
    return { endorseThreshold: await this.halls.threshold(this.database, divisionCode) };
  }

  /** How many must endorse from now on; topics that already collect keep their number. */
  async setSettings(
    caller: Caller,
    key: string,
    divisionCode: string,
    settings: HallSettingsView,
  ): Promise<HallSettingsView> {
    await this.access.require(caller, 'topics.manage', divisionCode);
    await this.divisions.require(divisionCode, 'community');
    const { endorseThreshold } = settings;
    const request = idempotent(caller.personId, key, `PUT /staff/divisions/${divisionCode}/hall`, {
      endorseThreshold,
    });
    return this.idempotency.run(request, async (tx) => {
      const now = this.clock.now();
      await this.halls.setThreshold(tx, divisionCode, endorseThreshold, caller.personId, now);
      await this.audit.record(tx, caller, {
        action: 'hall.update',
        targetType: 'division',
        targetId: divisionCode,
        divisionCode,
        detail: { endorseThreshold },
      });
      return { endorseThreshold };
    });
  }
}

/** What others read of versions: those that came onto the record, or the shown topic's own. */
function isReadable(
  text: { verdict: (typeof SHOWABLE)[number]; recordSeq: number | null },
  shown: boolean,
): boolean {
  return shown && text.recordSeq !== null && SHOWABLE.includes(text.verdict);
}

function beforeOf(cursor: string | undefined): number | null {
  return cursor === undefined ? null : Number(decodeCursor(cursor, ['number'])[0]);
}
