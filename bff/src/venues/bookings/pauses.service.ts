import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import { VenueConfigs, type VenueConfig } from '../catalogue/venue-config.js';
import { BoardMapper } from './board-mapper.js';
import { BookingsRepository } from './bookings.repository.js';
import { BoardBookingView, NamedView } from './booking-views.js';
import { NoShows } from './no-shows.js';
import { PausesRepository, type AppealStatus, type PauseRow } from './pauses.repository.js';

/** What a person has said against a pause, and the answer. */
export class AppealView {
  @ApiProperty({ enum: ['pending', 'upheld', 'dismissed'] }) status: AppealStatus;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, nullable: true }) decidedReason: string | null;
}

/** A pause of online booking at one centre, as its person sees it. */
export class PauseView {
  @ApiProperty() id: string;
  @ApiProperty({ type: NamedView }) centre: NamedView;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() reason: string;
  @ApiProperty({ type: AppealView, nullable: true }) appeal: AppealView | null;
  @ApiProperty({ enum: ['appeal'], isArray: true }) actions: 'appeal'[];
}

class AppealPersonView {
  @ApiProperty() nickname: string;
  @ApiProperty() phoneMasked: string;
}

/** An appeal that waits for an answer. */
export class StaffAppealView {
  @ApiProperty() pauseId: string;
  @ApiProperty({ type: AppealPersonView }) person: AppealPersonView;
  @ApiProperty({ type: NamedView }) centre: NamedView;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() reason: string;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: [BoardBookingView], description: 'the no-shows behind the pause' })
  bookings: BoardBookingView[];
  @ApiProperty({ enum: ['decide'], isArray: true, description: "empty for the caller's own appeal" })
  actions: 'decide'[];
}

export class AppealPageView {
  @ApiProperty({ type: [StaffAppealView] }) items: StaffAppealView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** Pauses after no-shows, appeals against them, and their answers. */
@Injectable()
export class PausesService {
  constructor(
    private readonly database: Database,
    private readonly pauses: PausesRepository,
    private readonly bookings: BookingsRepository,
    private readonly configs: VenueConfigs,
    private readonly noShows: NoShows,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly board: BoardMapper,
    private readonly clock: Clock,
  ) {}

  /** Pauses of a person that are in force now. */
  async listFor(personId: number): Promise<PauseView[]> {
    const now = this.clock.now();
    return (await this.pauses.findOpenOf(this.database, personId, now)).map((row) => viewOf(row, now));
  }

  /** One appeal a pause, while it lasts. */
  async appeal(caller: Caller, key: string, publicId: string, text: string): Promise<PauseView> {
    const id = decodeId('pause', publicId);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /me/pauses/${publicId}/appeal`, { text }),
      async (tx) => {
        const now = this.clock.now();
        const row = await this.pauses.findForUpdate(tx, id);
        if (row === null || row.personId !== caller.personId) throw new DomainError('NOT_FOUND');
        if (row.appealStatus !== null) throw new DomainError('PAUSE_APPEALED');
        if (row.liftedAt !== null || row.endsAt <= now) throw new DomainError('PAUSE_OVER');
        await this.pauses.saveAppeal(tx, id, text, now);
        return viewOf({ ...row, appealStatus: 'pending', appealText: text }, now);
      },
    );
  }

  async appeals(caller: Caller, divisionCode: string, query: PageQuery): Promise<Page<StaffAppealView>> {
    await this.access.require(caller, 'bookings.decide', divisionCode);
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['number', 'number']);
    const rows = await this.pauses.findAppeals(
      this.database,
      divisionCode,
      after === null ? null : { at: new Date(after[0] as number), id: after[1] as number },
      query.limit + 1,
    );
    const now = this.clock.now();
    const causes = await Promise.all(
      rows.slice(0, query.limit).map((row) => this.causesOf(caller, row, now)),
    );
    const byPause = new Map(rows.slice(0, query.limit).map((row, index) => [row.id, causes[index] ?? []]));
    return pageOf(
      rows,
      query.limit,
      (row) => [(row.appealAt ?? row.startsAt).getTime(), row.id],
      (row) => ({
        pauseId: encodeId('pause', row.id),
        person: { nickname: row.nickname, phoneMasked: row.phoneMasked ?? '' },
        centre: { id: encodeId('centre', row.centreId), name: row.centreName },
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        reason: row.reason,
        text: row.appealText ?? '',
        createdAt: (row.appealAt ?? row.startsAt).toISOString(),
        bookings: byPause.get(row.id) ?? [],
        actions: row.personId === caller.personId ? [] : ['decide'],
      }),
    );
  }

  /** Answers an appeal: upheld lifts the pause, dismissed keeps it; the person reads the reason either way. */
  async decide(
    caller: Caller,
    key: string,
    publicId: string,
    body: { decision: 'upheld' | 'dismissed'; reason: string },
  ): Promise<PauseView> {
    const id = decodeId('pause', publicId);
    const pause = await this.pauses.findById(this.database, id);
    if (pause === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'bookings.decide', pause.divisionCode);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /staff/pauses/${publicId}/decide`, body),
      async (tx) => {
        const now = this.clock.now();
        const row = await this.pauses.findForUpdate(tx, id);
        if (row === null) throw new DomainError('NOT_FOUND');
        if (row.personId === caller.personId) throw new DomainError('PAUSE_OWN');
        if (row.appealStatus !== 'pending')
          throw new DomainError('PAUSE_OVER', { message: '这份申诉已经答复过了。', next: '请刷新查看。' });
        await this.pauses.saveDecision(tx, id, body.decision, caller.personId, body.reason, now);
        await this.tell(tx, row, body, now);
        await this.audit.record(tx, caller, {
          action: 'pause.decide',
          targetType: 'pause',
          targetId: id,
          divisionCode: row.divisionCode,
          detail: body,
        });
        const lifted = body.decision === 'upheld' ? { liftedAt: now } : {};
        return viewOf(
          { ...row, ...lifted, appealStatus: body.decision, appealDecidedReason: body.reason },
          now,
        );
      },
    );
  }

  private async tell(
    tx: Sql,
    row: PauseRow,
    body: { decision: 'upheld' | 'dismissed'; reason: string },
    now: Date,
  ): Promise<void> {
    if (body.decision === 'upheld') {
      await this.noShows.lift(tx, row, body.reason, now);
      return;
    }
    await this.outbox.enqueue(tx, [
      {
        personId: row.personId,
        kind: 'pause_appeal_dismissed',
        dedupe: `pause:${row.id}:dismissed`,
        payload: { pauseId: row.id, centreName: row.centreName, reason: body.reason },
      },
    ]);
  }

  private async causesOf(caller: Caller, row: PauseRow, now: Date): Promise<BoardBookingView[]> {
    const ids = await this.pauses.findCauseIds(this.database, row);
    const bookings = await this.bookings.findByIds(this.database, ids);
    const configs = await this.configs.load(
      this.database,
      bookings.map((booking) => booking.venueId),
    );
    return bookings.map((booking) =>
      this.board.view(booking, configs.get(booking.venueId) as VenueConfig, caller, now),
    );
  }
}

function viewOf(row: PauseRow, now: Date): PauseView {
  const open = row.liftedAt === null && row.endsAt > now;
  return {
    id: encodeId('pause', row.id),
    centre: { id: encodeId('centre', row.centreId), name: row.centreName },
    startsAt: row.startsAt.toISOString(),
    endsAt: (row.liftedAt ?? row.endsAt).toISOString(),
    reason: row.reason,
    appeal:
      row.appealStatus === null
        ? null
        : { status: row.appealStatus, text: row.appealText ?? '', decidedReason: row.appealDecidedReason },
    actions: open && row.appealStatus === null ? ['appeal'] : [],
  };
}
