import { Injectable } from '@nestjs/common';
import { closedMinutes } from '@jiefang/shared/availability';
import { ancestorsOf } from '@jiefang/shared/divisions';
import { instantAt, shanghaiDay, shanghaiMinute, weekdayOf } from '@jiefang/shared/time';
import { hoursInWords, rangesOn } from '@jiefang/shared/venues';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import type { CentreCardView, CentreListQuery, CentrePageView, CentreView } from './centre.dto.js';
import {
  CentresRepository,
  type CentreFilter,
  type CentreRow,
  type ListedCentre,
} from './centres.repository.js';
import { isFreeNow, withoutClosed } from './day-grid.js';
import { wholeWeek } from './hours-rules.js';
import { closureView, VenueCards, type LiveVenue } from './venue-cards.js';
import type { VenueClosure } from './venue-config.js';

/** How far from the reader a list by nearness reaches: across a city, not to the next province. */
const NEAR_METRES = 30_000;

type Closed = Pick<VenueClosure, 'startsAt' | 'endsAt'>;

/** What visitors and residents read about centres. */
@Injectable()
export class CentresService {
  constructor(
    private readonly database: Database,
    private readonly repository: CentresRepository,
    private readonly cards: VenueCards,
    private readonly divisions: DivisionsService,
    private readonly clock: Clock,
  ) {}

  /** A page of centres. INVALID_INPUT for a position off the globe or a foreign cursor. */
  async list(query: CentreListQuery): Promise<CentrePageView> {
    const filter = filterOf(query);
    const after = query.cursor === undefined ? null : keyOf(query.cursor);
    const rows = await this.repository.findPage(this.database, filter, after, query.limit);
    const shown = rows.slice(0, query.limit);
    const cards = await this.cardsOf(shown, filter.near !== null);
    return pageOf(
      rows,
      query.limit,
      (row) => [row.rank, row.id],
      (row) => cards.get(row.id) as CentreCardView,
    );
  }

  /** A centre's page. NOT_FOUND without such a centre. */
  async view(publicId: string): Promise<CentreView> {
    return this.viewOf(this.database, await this.require(this.database, decodeId('centre', publicId)));
  }

  /** The page of a centre that has been read already. */
  async viewOf(sql: Sql, centre: CentreRow): Promise<CentreView> {
    const venues = await this.cards.liveVenues(sql, [centre.id]);
    const closures = await this.comingClosures(sql, centre.id, venues);
    const venueNames = new Map(venues.map(({ config }) => [config.id, config.name]));
    const names = await this.divisions.namesOf([centre.divisionCode]);
    const whole = closures.filter((closure) => closure.venueId === null);
    return {
      ...this.card(centre, null, venues, whole, names),
      intro: centre.intro,
      phone: centre.phone,
      location: { latitude: centre.latitude, longitude: centre.longitude, coordinateSystem: 'GCJ-02' },
      services: centre.services,
      hours: wholeWeek(centre.hours),
      closures: closures.map((closure) => closureView(closure, venueNames.get(closure.venueId ?? 0) ?? '')),
      venues: await this.cards.cardsOf(sql, venues),
    };
  }

  /** The centre's row; NOT_FOUND without one. */
  async require(sql: Sql, centreId: number): Promise<CentreRow> {
    const centre = await this.repository.findById(sql, centreId);
    if (centre === null) throw new DomainError('NOT_FOUND');
    return centre;
  }

  /** The venues of all centres that serve a community: its own and those of the divisions above it. */
  async venuesServing(communityCode: string): Promise<LiveVenue[]> {
    const filter = { community: scopeOf(communityCode), near: null, q: null, tag: null };
    const centres = await this.repository.findPage(this.database, filter, null, MAX_SERVING);
    return this.cards.liveVenues(
      this.database,
      centres.map((centre) => centre.id),
    );
  }

  /** The configurations carry the closures already; only a centre without venues costs a query. */
  private async comingClosures(
    sql: Sql,
    centreId: number,
    venues: readonly LiveVenue[],
  ): Promise<VenueClosure[]> {
    const now = this.clock.now();
    if (venues.length === 0) return this.repository.findComingClosures(sql, centreId, now);
    const byId = new Map(
      venues.flatMap(({ config }) => config.closures.map((closure) => [closure.id, closure])),
    );
    return [...byId.values()]
      .filter((closure) => closure.endsAt > now)
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id - b.id);
  }

  private async cardsOf(
    centres: readonly ListedCentre[],
    near: boolean,
  ): Promise<Map<number, CentreCardView>> {
    const ids = centres.map((centre) => centre.id);
    const today = shanghaiDay(this.clock.now());
    const venues = await this.cards.liveVenues(this.database, ids);
    const closures = await this.repository.findCentreClosures(
      this.database,
      ids,
      instantAt(today, 0),
      instantAt(today, 1440),
    );
    const names = await this.divisions.namesOf(centres.map((centre) => centre.divisionCode));
    return new Map(
      centres.map((centre) => [
        centre.id,
        this.card(
          centre,
          near ? centre.rank : null,
          venues.filter(({ config }) => config.centreId === centre.id),
          closures.filter((closure) => closure.centreId === centre.id),
          names,
        ),
      ]),
    );
  }

  private card(
    centre: CentreRow,
    distanceMetres: number | null,
    venues: readonly LiveVenue[],
    closures: readonly Closed[],
    names: ReadonlyMap<string, { name: string }>,
  ): CentreCardView {
    const now = this.clock.now();
    const today = shanghaiDay(now);
    const minute = shanghaiMinute(now);
    const opening = withoutClosed(rangesOn(centre.hours, weekdayOf(today)), closedMinutes(closures, today));
    return {
      id: encodeId('centre', centre.id),
      name: centre.name,
      tags: centre.tags,
      address: centre.address,
      distanceMetres,
      openNow: opening.some((range) => range.openMinute <= minute && minute < range.closeMinute),
      hoursToday: hoursInWords(opening),
      freeVenuesNow: venues.filter(({ config, heldToday }) => isFreeNow(config, heldToday, now)).length,
      venueCount: centre.venueCount,
      community: { code: centre.divisionCode, name: names.get(centre.divisionCode)?.name ?? '' },
    };
  }
}

/** Centres read for the home page of a community; a community has a handful. */
const MAX_SERVING = 30;

function filterOf(query: CentreListQuery): CentreFilter {
  const q = query.q?.trim() ?? '';
  return {
    community: query.community === undefined ? null : scopeOf(query.community),
    near: query.near === undefined ? null : positionOf(query.near),
    q: q === '' ? null : q,
    tag: query.tag ?? null,
  };
}

function scopeOf(code: string): { code: string; ancestors: string[] } {
  return { code, ancestors: ancestorsOf(code) };
}

function positionOf(text: string): { latitude: number; longitude: number; radiusMetres: number } {
  const [latitude, longitude] = text.split(',').map(Number) as [number, number];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw new DomainError('INVALID_INPUT', { extra: { details: [{ field: 'near', message: '位置不对' }] } });
  }
  return { latitude, longitude, radiusMetres: NEAR_METRES };
}

function keyOf(cursor: string): { rank: number; id: number } {
  const [rank, id] = decodeCursor(cursor, ['number', 'number']) as [number, number];
  return { rank, id };
}
