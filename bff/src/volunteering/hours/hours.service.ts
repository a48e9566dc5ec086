import { Injectable } from '@nestjs/common';
import { ancestorsOf, levelOf, type DivisionLevel } from '@jiefang/shared/divisions';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { decodeDayCursor } from './day-cursor.js';
import type { MyHoursQuery } from './hours.dto.js';
import { HoursItemsRepository, type ActRow } from './hours-items.repository.js';
import {
  itemView,
  type HoursActView,
  type HoursItemDetailView,
  type MyHoursView,
  type PublishedHoursView,
} from './hours-views.js';
import { ObjectionsRepository } from './objections.repository.js';
import { PublicationRepository } from './publication.repository.js';
import { Stars } from './stars.js';

/** Levels whose own tasks concern every community below them. */
const SHARED_LEVELS: readonly DivisionLevel[] = ['district', 'street'];

/** Hours as the volunteer and the public see them. */
@Injectable()
export class HoursService {
  constructor(
    private readonly database: Database,
    private readonly items: HoursItemsRepository,
    private readonly publication: PublicationRepository,
    private readonly objections: ObjectionsRepository,
    private readonly stars: Stars,
    private readonly divisions: DivisionsService,
    private readonly cipher: FieldCipher,
  ) {}

  /** Balance and stars of all years; the list is of one year when one is given. */
  async mine(personId: number, query: MyHoursQuery): Promise<MyHoursView> {
    const after = decodeDayCursor(query.cursor);
    const [sums, rows] = await Promise.all([
      this.items.balanceOf(this.database, personId),
      this.items.findByPerson(this.database, personId, query.year ?? null, after, query.limit + 1),
    ]);
    const names = await this.divisions.namesOf(rows.map((row) => row.divisionCode));
    const recorded = sums.get('recorded') ?? 0;
    return {
      balance: {
        recorded,
        publicised: sums.get('publicised') ?? 0,
        provisional: sums.get('provisional') ?? 0,
      },
      stars: await this.stars.of(personId, recorded),
      ...pageOf(
        rows,
        query.limit,
        (row) => [row.day, row.id],
        (row) => itemView(row, names),
      ),
    };
  }

  /** One of the person's own items with its history; NOT_FOUND for anybody else's. */
  async item(personId: number, publicId: string): Promise<HoursItemDetailView> {
    const row = await this.items.findById(this.database, decodeId('hours', publicId));
    if (row?.personId !== personId) throw new DomainError('NOT_FOUND');
    const [names, acts] = await Promise.all([
      this.divisions.namesOf([row.divisionCode]),
      this.items.findActs(this.database, row.id),
    ]);
    return { ...itemView(row, names), timeline: acts.map(actView) };
  }

  /** What is being publicised in a community, of its own tasks and of those of its street and district; latest first. */
  async published(
    personId: number | null,
    community: string,
    query: PageQuery,
  ): Promise<Page<PublishedHoursView>> {
    await this.divisions.require(community);
    const after = decodeDayCursor(query.cursor);
    const rows = await this.publication.findPublicised(
      this.database,
      community,
      ancestorsOf(community).filter((code) => SHARED_LEVELS.includes(levelOf(code))),
      after,
      query.limit + 1,
    );
    const objected = await this.objections.findOpenBy(
      this.database,
      personId,
      rows.map((row) => row.id),
    );
    return pageOf(
      rows,
      query.limit,
      (row) => [row.publicisedOn, row.id],
      (row) => ({
        id: encodeId('hours', row.id),
        who:
          row.namePublic === 1
            ? `${Array.from(this.cipher.decrypt(row.nameCipher))[0] ?? ''}**`
            : `志愿者 ··${row.number.slice(-4)}`,
        content: row.content,
        day: row.day,
        minutes: row.minutes,
        endsOn: row.publicationEndsOn,
        mine: row.personId === personId,
        actions: personId !== null && !objected.has(row.id) ? ['object'] : [],
      }),
    );
  }
}

/** Of a service and a publication the ledger's reason is content and last day; only the others are somebody's reason. */
function actView(row: ActRow): HoursActView {
  const { act, minutes, by } = row;
  const reason = act === 'service' ? null : act === 'publicised' ? `公示到 ${row.reason ?? ''}` : row.reason;
  return { act, minutes, by, reason, at: row.at.toISOString() };
}
