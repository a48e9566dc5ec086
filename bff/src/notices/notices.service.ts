import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Clock } from '../common/clock/clock.js';
import { decodeId, encodeId } from '../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../common/pagination/cursor.js';
import { Database } from '../database/database.js';
import { LINK_ID_KIND, NOTICE_PAGES, type NoticePage } from './notice-texts.js';
import { NoticesRepository, type NoticeRow } from './notices.repository.js';

/** Where a notice leads. */
export class NoticeLinkView {
  @ApiProperty({ enum: NOTICE_PAGES, enumName: 'NoticePage' })
  page: NoticePage;
  /** Null where the page is the reader's own. */
  @ApiProperty({ type: String, nullable: true }) id: string | null;
}

/** One entry of the inbox. */
export class NoticeView {
  @ApiProperty() id: string;
  @ApiProperty() kind: string;
  @ApiProperty() title: string;
  @ApiProperty() body: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt: string | null;
  @ApiProperty({ type: NoticeLinkView, nullable: true }) link: NoticeLinkView | null;
}

export class NoticePageView {
  @ApiProperty({ type: [NoticeView] }) items: NoticeView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** The inbox of a person: the source of truth of what they were told. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticesRepository,
    private readonly clock: Clock,
  ) {}

  async list(personId: number, cursor: string | undefined, limit: number): Promise<Page<NoticeView>> {
    const before = cursor === undefined ? null : (decodeCursor(cursor, ['number'])[0] as number);
    const rows = await this.notices.findOfPerson(this.database, personId, before, limit + 1);
    return pageOf(rows, limit, (row) => [row.id], viewOf);
  }

  unreadCount(personId: number): Promise<number> {
    return this.notices.countUnread(this.database, personId);
  }

  /** Marks notices of the person as read and tells how many remain; ids of others change nothing. */
  async markRead(personId: number, publicIds: readonly string[] | 'all'): Promise<number> {
    const ids = publicIds === 'all' ? null : publicIds.map((id) => decodeId('notice', id));
    await this.notices.markRead(this.database, personId, ids, this.clock.now());
    return this.unreadCount(personId);
  }
}

function viewOf(row: NoticeRow): NoticeView {
  return {
    id: encodeId('notice', row.id),
    kind: row.kind,
    title: row.title,
    body: row.body,
    at: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    link:
      row.linkPage === null
        ? null
        : {
            page: row.linkPage,
            id: row.linkId === null ? null : encodeId(LINK_ID_KIND[row.linkPage], row.linkId),
          },
  };
}
