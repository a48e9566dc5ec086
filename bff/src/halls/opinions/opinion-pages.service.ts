import { Injectable } from '@nestjs/common';
import type { TopicStatus } from '@jiefang/shared/topics';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import type { MyOpinionPageView, OpinionPageView, OpinionsQuery } from './opinion.dto.js';
import { OpinionPagesRepository, type OpinionKey, type OpinionSort } from './opinion-pages.repository.js';
import { FIRST_LEVEL, type ShownOpinionRow } from './opinion-rows.js';
import { OpinionSpeakers, type Speaker } from './opinion-speakers.js';
import { opinionView } from './opinion-views.js';
import { OpinionsRepository } from './opinions.repository.js';

/** Own texts that wait for a person are shown on top of the first page; more than this nobody has waiting. */
const MAX_HELD = 20;
/** Own opinions lie in several communities: what may be done there is judged on the topic's page. */
const ELSEWHERE: Speaker = { verified: false, role: null };

/** Pages of opinions: at most four statements each, whatever the size of the topic. */
@Injectable()
export class OpinionPages {
  constructor(
    private readonly database: Database,
    private readonly opinions: OpinionsRepository,
    private readonly pages: OpinionPagesRepository,
    private readonly speakers: OpinionSpeakers,
    private readonly clock: Clock,
  ) {}

  /** One level of a topic, in the order asked for. The caller's own held texts stand on top of the first page. */
  async list(caller: Caller | null, topicPublicId: string, query: OpinionsQuery): Promise<OpinionPageView> {
    const topicId = decodeId('topic', topicPublicId);
    const parentId = query.parent === undefined ? FIRST_LEVEL : decodeId('opinion', query.parent);
    const after = query.cursor === undefined ? null : readKey(query.cursor, query.sort);
    const topic = await this.opinions.findTopic(this.database, topicId);
    if (topic === null || topic.shown !== 1) throw new DomainError('NOT_FOUND');
    const personId = caller?.personId ?? null;
    const [rows, speaker, held] = await Promise.all([
      this.pages.findPage(this.database, topicId, parentId, query.sort, after, query.limit + 1, personId),
      personId === null ? null : this.speakers.of(this.database, personId, topic.divisionCode),
      personId === null || after !== null
        ? []
        : this.pages.findOwnHeld(this.database, topicId, parentId, personId, MAX_HELD),
    ]);
    const viewer = personId === null || speaker === null ? null : { personId, speaker };
    const now = this.clock.now();
    const view = (row: ShownOpinionRow) => opinionView(row, topic.status, viewer, now);
    const page = pageOf(rows, query.limit, (row) => keyOf(row, query.sort), view);
    return { items: [...held.map(view), ...page.items], nextCursor: page.nextCursor };
  }

  /** What the caller wrote anywhere, newest first, with what became of it. */
  async mine(caller: Caller, query: PageQuery): Promise<MyOpinionPageView> {
    const { personId } = caller;
    const after = query.cursor === undefined ? null : (decodeCursor(query.cursor, ['number'])[0] as number);
    const rows = await this.pages.findByAuthor(this.database, personId, after, query.limit + 1);
    const now = this.clock.now();
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => ({
        ...opinionView(row, row.topicStatus as TopicStatus, { personId, speaker: ELSEWHERE }, now),
        topic: {
          id: encodeId('topic', row.topicId),
          title: row.topicTitle,
          status: row.topicStatus as TopicStatus,
        },
      }),
    );
  }
}

function keyOf(row: ShownOpinionRow, sort: OpinionSort): (string | number)[] {
  const count = { newest: 0, agreed: row.agree, contested: row.contested }[sort];
  return [sort, count, row.id];
}

/** A cursor is good for the order it was made in. */
function readKey(cursor: string, sort: OpinionSort): OpinionKey {
  const [made, count, id] = decodeCursor(cursor, ['string', 'number', 'number']);
  if (made !== sort) {
    throw new DomainError('INVALID_INPUT', { message: '翻页的位置已经失效。', next: '请回到列表开头再看。' });
  }
  return { count: count as number, id: id as number };
}
