import { Injectable } from '@nestjs/common';
import { ancestorsOf } from '@jiefang/shared/divisions';
import { distanceMetres, isPlace, type Place } from '@jiefang/shared/geo';
import { DAY_MS, instantAt } from '@jiefang/shared/time';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { invalidField } from '../../identity/invalid-field.js';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { ShiftWaitsRepository } from '../claims/shift-waits.repository.js';
import { ANY, ShiftCardsRepository, type ShiftFilter, type ShiftKey } from './shift-cards.repository.js';
import type { ShiftCardPage, ShiftCardView, ShiftPlacesView, Standing, TaskListQuery } from './task.dto.js';
import { placesLeft, shiftFacts } from './task-views.js';
import type { ShiftCardRow } from './task-rows.js';
import { TasksRepository } from './tasks.repository.js';

/** How far a list by nearness reaches: ever wider rings until there is a page full. */
const RINGS_METRES = [1_500, 6_000, 20_000];
/** A shift like another one is within this distance and this time of it. */
const SIMILAR_METRES = 6_000;
const SIMILAR_BEFORE_MS = 3 * DAY_MS;
const SIMILAR_AFTER_MS = 7 * DAY_MS;
const SIMILAR_SHOWN = 3;
const SIMILAR_READ = 60;

/** Lists of shifts for everybody: what can be taken, where and when. */
@Injectable()
export class ShiftCardsService {
  constructor(
    private readonly database: Database,
    private readonly cards: ShiftCardsRepository,
    private readonly tasks: TasksRepository,
    private readonly claims: ClaimsRepository,
    private readonly waits: ShiftWaitsRepository,
    private readonly divisions: DivisionsService,
    private readonly clock: Clock,
  ) {}

  /** A page of shifts: soonest first, or nearest first with a place. INVALID_INPUT without community and place. */
  async list(caller: Caller | null, query: TaskListQuery): Promise<ShiftCardPage> {
    const scope = query.community === undefined ? null : [...ancestorsOf(query.community), query.community];
    const place = query.near === undefined ? null : placeOf(query.near);
    const after = query.cursor === undefined ? null : keyOf(query.cursor);
    const filter = this.filterOf(query);
    let rows: ShiftCardRow[];
    if (place !== null) rows = await this.nearest(place, scope, filter, after, query.limit + 1);
    else if (scope !== null)
      rows = await this.cards.findSoonest(this.database, scope, filter, after, query.limit + 1);
    else throw invalidField('community', '请先选社区，或打开定位');
    const views = await this.viewsOf(caller, rows.slice(0, query.limit));
    return pageOf(
      rows,
      query.limit,
      (row) => [row.metres ?? 0, row.startsAt.getTime(), row.id],
      (row) => views.get(row.id) as ShiftCardView,
    );
  }

  /** Places left of some shifts; those that do not exist or are not published yet are left out. */
  async places(publicIds: readonly string[]): Promise<ShiftPlacesView[]> {
    const ids = publicIds.flatMap((publicId) => {
      try {
        return [decodeId('shift', publicId)];
      } catch {
        return [];
      }
    });
    const rows = await this.tasks.findPlaces(this.database, ids);
    return rows.map((row) => ({
      id: encodeId('shift', row.id),
      placesLeft: placesLeft(row),
      waiting: row.waiting,
    }));
  }

  /**
   * At most three shifts to take instead of this one: others of its task, then others of its kind near in time and
   * place; with places, open for claiming, and at no time the caller has given away already.
   */
  async similar(caller: Caller | null, publicId: string): Promise<ShiftCardView[]> {
    const now = this.clock.now();
    const [shift] = await this.cards.findByIds(this.database, [decodeId('shift', publicId)]);
    const task = shift === undefined ? null : await this.tasks.findById(this.database, shift.taskId);
    if (shift === undefined || task === null || task.status === 'draft') throw new DomainError('NOT_FOUND');
    const from = new Date(shift.startsAt.getTime() - SIMILAR_BEFORE_MS);
    const to = new Date(shift.startsAt.getTime() + SIMILAR_AFTER_MS);
    const own = await this.cards.findOthersOfTask(this.database, shift.taskId, shift.id, now, SIMILAR_READ);
    const filter = { ...ANY, now, from, to, kind: shift.kind, open: true };
    const near = await this.cards.findNearest(
      this.database,
      shift,
      SIMILAR_METRES,
      null,
      filter,
      null,
      SIMILAR_READ,
    );
    const others = near
      .filter((row) => row.taskId !== shift.taskId)
      .sort((a, b) => unlikeness(a, shift) - unlikeness(b, shift));
    const free = await this.withoutOverlaps(caller, [...own, ...others]);
    const shown = free.slice(0, SIMILAR_SHOWN);
    const views = await this.viewsOf(
      caller,
      shown.map((row) => ({ ...row, metres: null })),
    );
    return shown.map((row) => views.get(row.id) as ShiftCardView);
  }

  private async nearest(
    place: Place,
    scope: readonly string[] | null,
    filter: ShiftFilter,
    after: ShiftKey | null,
    limit: number,
  ): Promise<ShiftCardRow[]> {
    let rows: ShiftCardRow[] = [];
    for (const radius of RINGS_METRES.filter((ring) => ring > (after?.metres ?? 0))) {
      rows = await this.cards.findNearest(this.database, place, radius, scope, filter, after, limit);
      if (rows.length >= limit) break;
    }
    return rows;
  }

  private filterOf(query: TaskListQuery): ShiftFilter {
    const q = query.q?.normalize('NFC').trim() ?? '';
    return {
      now: this.clock.now(),
      from: query.day === undefined ? null : instantAt(query.day, 0),
      to: query.day === undefined ? null : instantAt(query.day, 1440),
      kind: query.kind ?? null,
      urgency: query.urgency ?? null,
      q: q === '' ? null : q,
      open: query.open === '1',
    };
  }

  private async withoutOverlaps(
    caller: Caller | null,
    rows: readonly ShiftCardRow[],
  ): Promise<ShiftCardRow[]> {
    if (caller === null || rows.length === 0) return [...rows];
    const from = new Date(Math.min(...rows.map((row) => row.startsAt.getTime())));
    const to = new Date(Math.max(...rows.map((row) => row.endsAt.getTime())));
    const held = await this.cards.findHeldTimes(this.database, caller.personId, from, to);
    return rows.filter((row) => !held.some((one) => one.startsAt < row.endsAt && row.startsAt < one.endsAt));
  }

  private async viewsOf(
    caller: Caller | null,
    rows: readonly ShiftCardRow[],
  ): Promise<Map<number, ShiftCardView>> {
    const names = await this.divisions.namesOf(rows.map((row) => row.divisionCode));
    const standing = await this.standings(
      caller,
      rows.map((row) => row.id),
    );
    return new Map(
      rows.map((row) => [
        row.id,
        {
          shiftId: encodeId('shift', row.id),
          task: {
            id: encodeId('task', row.taskId),
            title: row.title,
            kind: row.kind,
            urgency: row.urgency,
            placeName: row.placeName,
            address: row.address,
            location: { latitude: row.latitude, longitude: row.longitude },
            distanceMetres: row.metres,
            community: { code: row.divisionCode, name: names.get(row.divisionCode)?.name ?? '' },
            checkpoints: row.checkpoints,
            insured: row.insured,
            hasRisk: row.hasRisk,
          },
          ...shiftFacts(row),
          mine: standing.get(row.id) ?? null,
        },
      ]),
    );
  }

  private async standings(
    caller: Caller | null,
    shiftIds: readonly number[],
  ): Promise<Map<number, Standing>> {
    if (caller === null || shiftIds.length === 0) return new Map();
    const claims = await this.claims.findLiveOfPerson(this.database, caller.personId, shiftIds);
    const waits = await this.waits.findWaitsOf(this.database, [caller.personId], shiftIds);
    return new Map<number, Standing>([
      ...waits.map((wait): [number, Standing] => [wait.shiftId, 'waiting']),
      ...claims.map((claim): [number, Standing] => [claim.shiftId, claim.status]),
    ]);
  }
}

/** How far a shift is from another, an hour counting like a kilometre. */
function unlikeness(row: ShiftCardRow, wanted: ShiftCardRow): number {
  const hours = Math.abs(row.startsAt.getTime() - wanted.startsAt.getTime()) / 3_600_000;
  return hours * 1000 + distanceMetres(row, wanted);
}

function placeOf(text: string): Place {
  const [latitude, longitude] = text.split(',').map(Number) as [number, number];
  if (!isPlace({ latitude, longitude })) throw invalidField('near', '位置不对');
  return { latitude, longitude };
}

function keyOf(cursor: string): ShiftKey {
  const [metres, startsAt, id] = decodeCursor(cursor, ['number', 'number', 'number']) as [
    number,
    number,
    number,
  ];
  return { metres, startsAt: new Date(startsAt), id };
}
