import { Injectable } from '@nestjs/common';
import { UNIT_KIND } from '@jiefang/shared/availability';
import { statusesBefore, type BookingStatus } from '@jiefang/shared/bookings';
import { cleaningUnits } from '@jiefang/shared/venues';
import { Audit } from '../../audit/audit.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, replay, type StoredAnswer } from '../../common/idempotency/idempotency.js';
import { IdBlocks } from '../../common/ids/id-blocks.js';
import type { Verdict } from '../../common/lanes/lane.js';
import type { Sql } from '../../database/database.js';
import { Outbox, type OutboxMessage } from '../../outbox/outbox.js';
import { eligibility } from '../catalogue/eligibility.js';
import { PersonFacts, type Person } from '../catalogue/person-facts.js';
import { VenueConfigs, type VenueConfig } from '../catalogue/venue-config.js';
import type { BookCommand, BookingCommand, BookingOutcome, FreeCommand, WaitCommand } from './booking-commands.js';
import { isDesk, judgeRun } from './booking-judge.js';
import { deadlinesOf, factsOf, viewOf } from './booking-mapping.js';
import { runOfUnits, type UnitRun } from './booking-run.js';
import { BookingsRepository, type BookingRow, type HeldUnit, type NewBooking, type QuotaSlot } from './bookings.repository.js';
import { DayBook, type Grant } from './day-book.js';
import { NoShows } from './no-shows.js';
import { WaitlistRepository, type NewWaitlistEntry, type WaitlistRow } from './waitlist.repository.js';
import { waitlistViewOf } from './waitlist-mapping.js';

/** Rows gathered while a batch is decided, written together at its end. */
interface Writes {
  bookings: NewBooking[];
  units: HeldUnit[];
  slots: QuotaSlot[];
  waits: NewWaitlistEntry[];
  steps: { bookingId: number; status: BookingStatus; actorId: number | null; note: string | null }[];
  messages: OutboxMessage[];
}

/** What judging a batch needs, read once under the venues' locks. */
interface Context {
  now: Date;
  configs: Map<number, VenueConfig>;
  people: Map<number, Person>;
  book: DayBook;
}

/**
 * Decides bookings, waits and early ends of bookings, a whole batch in one transaction. The order is: repeats get their
 * kept answer; venues are locked; runs are freed; those waiting for them are served; new bookings are judged in the
 * order they came. Everything is read after the locks, so nothing decided here can rest on an old snapshot.
 */
@Injectable()
export class BookingLedger {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly waitlist: WaitlistRepository,
    private readonly configs: VenueConfigs,
    private readonly people: PersonFacts,
    private readonly idempotency: Idempotency,
    private readonly ids: IdBlocks,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly noShows: NoShows,
    private readonly clock: Clock,
  ) {}

  /** One verdict for each command, in order. */
  async decide(tx: Sql, commands: readonly BookingCommand[]): Promise<Verdict<BookingOutcome>[]> {
    const kept = await this.keptAnswers(tx, commands);
    const fresh = freshOf(commands, kept);
    const verdicts = new Map<BookingCommand, Verdict<BookingOutcome>>();
    if (fresh.length > 0) await this.decideFresh(tx, fresh, verdicts);
    await this.idempotency.insert(tx, answersOf(fresh, verdicts));

    const byKey = new Map(answersOf(fresh, verdicts).map((answer) => [keyOf(answer), answer]));
    return commands.map((command) => {
      const own = verdicts.get(command);
      if (own !== undefined) return own;
      const { request } = command;
      const answer = request === null ? undefined : (kept.get(keyOf(request)) ?? byKey.get(keyOf(request)));
      if (request === null || answer === undefined) return { error: new Error('a command was left undecided') };
      return verdictOf(() => replay<BookingOutcome>(answer, request));
    });
  }

  private async keptAnswers(tx: Sql, commands: readonly BookingCommand[]): Promise<Map<string, StoredAnswer>> {
    const requests = commands.flatMap((command) => (command.request === null ? [] : [command.request]));
    const answers = await this.idempotency.find(tx, requests);
    return new Map(answers.map((answer) => [keyOf(answer), answer]));
  }

  private async decideFresh(
    tx: Sql,
    commands: readonly BookingCommand[],
    verdicts: Map<BookingCommand, Verdict<BookingOutcome>>,
  ): Promise<void> {
    const now = this.clock.now();
    await this.bookings.lockVenues(tx, [...new Set(commands.map((command) => command.venueId))]);
    const configs = await this.configs.load(tx, commands.map((command) => command.venueId));
    const writes: Writes = { bookings: [], units: [], slots: [], waits: [], steps: [], messages: [] };

    const frees = commands.filter((command) => command.kind === 'free');
    const freed = await this.free(tx, frees, configs, writes, verdicts, now);
    const waiting = await this.waitlist.findWaiting(tx, freed);
    const wanted = commands.filter((command) => command.kind !== 'free');
    const context = await this.read(tx, configs, wanted, waiting, now);

    const books = wanted.filter((command) => command.kind === 'book');
    const ids = await this.ids.take('booking', books.length + waiting.length);
    await this.promote(tx, waiting, ids.splice(0, waiting.length), context, writes);
    books.forEach((command, index) => {
      verdicts.set(command, verdictOf(() => this.judgeBook(command, ids[index] as number, context, writes)));
    });
    for (const command of wanted) {
      if (command.kind === 'wait') verdicts.set(command, await this.judgeWait(tx, command, context, writes));
    }
    await this.write(tx, writes, now);
  }

  /** Units, quota slots and people that the batch's wishes touch. */
  private async read(
    tx: Sql,
    configs: Map<number, VenueConfig>,
    wanted: readonly (BookCommand | WaitCommand)[],
    waiting: readonly WaitlistRow[],
    now: Date,
  ): Promise<Context> {
    const wishes = [
      ...wanted.map((c) => ({ venueId: c.venueId, personId: c.personId, day: c.run.day, from: c.run.startMinute, to: c.run.endMinute })),
      ...waiting.map((w) => {
        const minutes = configs.get(w.venueId)?.unitMinutes ?? 15;
        return { venueId: w.venueId, personId: w.personId, day: w.day, from: w.startUnit * minutes, to: w.endUnit * minutes };
      }),
    ];
    const people = await this.people.load(tx, wishes.flatMap((wish) => (wish.personId === null ? [] : [wish.personId])));
    const runs = wishes.flatMap(({ venueId, day, from, to }) => {
      const config = configs.get(venueId);
      if (config === undefined) return [];
      const { unitMinutes, policy } = config;
      // The online share is counted over the whole day.
      if (policy.reservedPercent > 0) return [{ venueId, day, from: 0, to: 1440 / unitMinutes }];
      const cleaning = cleaningUnits(policy, unitMinutes);
      return [{ venueId, day, from: Math.floor(from / unitMinutes), to: Math.ceil(to / unitMinutes) + cleaning }];
    });
    const keys = wishes.flatMap(({ venueId, day, personId }) => {
      const config = configs.get(venueId);
      const householdId = personId === null ? null : (people.get(personId)?.householdId ?? null);
      return config === undefined ? [] : new DayBook([], []).quotaKeys(config, day, { personId, householdId });
    });
    const units = await this.bookings.findHeldUnits(tx, distinct(runs));
    const slots = await this.bookings.findQuotaSlots(tx, distinct(keys));
    return { now, configs, people, book: new DayBook(units, slots) };
  }

  /** Ends the bookings that may end, gives back their units, and tells which days have room again. */
  private async free(
    tx: Sql,
    commands: readonly FreeCommand[],
    configs: Map<number, VenueConfig>,
    writes: Writes,
    verdicts: Map<BookingCommand, Verdict<BookingOutcome>>,
    now: Date,
  ): Promise<{ venueId: number; day: string }[]> {
    const rows = await this.bookings.findByIdsForUpdate(tx, distinct(commands.map((command) => command.bookingId)));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const ended: BookingRow[] = [];
    for (const command of commands) {
      const row = byId.get(command.bookingId);
      const config = configs.get(command.venueId);
      const to = row === undefined || config === undefined ? null : endOf(command, row, config, now);
      if (row === undefined || to === null) {
        verdicts.set(command, { error: new DomainError('BOOKING_STATE') });
        continue;
      }
      await this.bookings.changeStatus(tx, [row.id], statusesBefore(to, command.actor), to, command.reason, now);
      row.status = to;
      ended.push(row);
      writes.steps.push({ bookingId: row.id, status: to, actorId: command.actorId, note: command.reason });
      const people = [row.personId, ...(await this.bookings.findCompanionIds(tx, [row.id])).map((c) => c.personId)];
      for (const personId of people) {
        if (personId === null) continue;
        writes.messages.push({
          personId,
          kind: command.notice,
          dedupe: `booking:${row.id}:${to}`,
          payload: factsOf(row, command.reason),
        } as OutboxMessage);
      }
      if (command.audit !== null) await this.audit.record(tx, command.audit.caller, command.audit.act);
      verdicts.set(command, { value: { kind: 'freed', bookingId: row.id } });
    }
    await this.bookings.deleteUnits(tx, ended.map((row) => row.id));
    // A late cancellation or a no-show has used its turn.
    const returned = ended.filter((row) => row.status === 'cancelled' || row.status === 'rejected');
    await this.bookings.deleteQuotaSlots(tx, returned.map((row) => row.id));
    await this.noShows.count(tx, ended.filter((row) => row.status === 'released' || row.status === 'no_show'), configs);
    return distinct(ended.filter((row) => row.endsAt > now).map(({ venueId, day }) => ({ venueId, day })));
  }

  /** Serves those waiting in the order they came. Each is judged by every rule anew. */
  private async promote(
    tx: Sql,
    waiting: readonly WaitlistRow[],
    ids: readonly number[],
    context: Context,
    writes: Writes,
  ): Promise<void> {
    for (const [index, entry] of waiting.entries()) {
      const config = context.configs.get(entry.venueId);
      if (config === undefined || !context.book.isFree(config, entry)) continue;
      const bookingId = ids[index] as number;
      try {
        this.grantOnline(bookingId, config, { ...entry, run: runOfUnits(entry, config.unitMinutes) }, 'waitlist', context, writes);
        await this.waitlist.finish(tx, [entry.id], 'promoted', { bookingId }, context.now);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const reason = error.refusal.message;
        await this.waitlist.finish(tx, [entry.id], 'refused', { reason }, context.now);
        const { venueName, centreName, startsAt, endsAt } = entry;
        writes.messages.push({
          personId: entry.personId,
          kind: 'waitlist_refused',
          dedupe: `waitlist:${entry.id}:refused`,
          payload: { waitlistId: entry.id, venueName, centreName, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), reason: reason.replace(/。$/, '') },
        });
      }
    }
  }

  private judgeBook(command: BookCommand, bookingId: number, context: Context, writes: Writes): BookingOutcome {
    const config = configOf(command, context);
    const booking =
      command.personId === null || isDesk(command.channel)
        ? this.grantAtDesk(bookingId, config, command, context, writes)
        : this.grantOnline(bookingId, config, { ...command, personId: command.personId }, 'app', context, writes);
    const row: BookingRow = {
      ...booking,
      statusReason: null,
      companionCount: 0,
      createdAt: context.now,
      venueName: config.name,
      centreName: config.centreName,
      centreAddress: config.centreAddress,
      centrePhone: config.centrePhone,
      nickname: null,
      phoneMasked: null,
    };
    const steps = [{ status: booking.status, at: context.now, note: null }];
    return { kind: 'booked', booking: viewOf(row, config, { steps, companions: [] }, false, context.now) };
  }

  /** An online or promoted booking: every rule of the venue holds. */
  private grantOnline(
    bookingId: number,
    config: VenueConfig,
    wish: Pick<BookCommand, 'run' | 'purpose' | 'attendees'> & { personId: number },
    channel: 'app' | 'waitlist',
    context: Context,
    writes: Writes,
  ): NewBooking {
    const person = context.people.get(wish.personId) ?? null;
    const units = judgeRun(config, wish.run, wish.attendees, channel, context.now);
    const refusal = eligibility(person, config, context.now);
    if (refusal !== null) throw refusal;
    if (!context.book.isFree(config, units)) throw new DomainError('BOOKING_TAKEN');
    if (!context.book.isWithinShare(config, units, hoursUntil(wish.run.startsAt, context.now))) {
      throw new DomainError('BOOKING_RESERVED', { rule: 'reserved' });
    }
    const subjects = { personId: wish.personId, householdId: person?.householdId ?? null };
    const grant = context.book.grant(bookingId, config, units, subjects, UNIT_KIND.online);
    const status = config.policy.approval ? 'pending' : 'confirmed';
    const booking = newBooking(bookingId, config, units, { ...wish, ...subjects, channel, status, madeBy: null, contact: null });
    this.record(booking, grant, config, writes, channel === 'waitlist' ? 'booking_promoted' : `booking_${status}`);
    return booking;
  }

  /** A booking made by staff: the venue's times hold; a known person's quota counts, a pause or the audience does not. */
  private grantAtDesk(
    bookingId: number,
    config: VenueConfig,
    command: BookCommand,
    context: Context,
    writes: Writes,
  ): NewBooking {
    const units = judgeRun(config, command.run, command.attendees, command.channel, context.now);
    if (!context.book.isFree(config, units)) throw new DomainError('BOOKING_TAKEN');
    const person = command.personId === null ? null : context.people.get(command.personId);
    const subjects = { personId: command.personId, householdId: person?.householdId ?? null };
    const grant = context.book.grant(bookingId, config, units, subjects, UNIT_KIND.desk);
    const booking = newBooking(bookingId, config, units, {
      ...command,
      ...subjects,
      status: 'confirmed',
      madeBy: command.madeBy?.personId ?? null,
    });
    this.record(booking, grant, config, writes, 'booking_confirmed');
    return booking;
  }

  private record(
    booking: NewBooking,
    grant: Grant,
    config: VenueConfig,
    writes: Writes,
    notice: 'booking_confirmed' | 'booking_pending' | 'booking_promoted',
  ): void {
    writes.bookings.push(booking);
    writes.units.push(...grant.units);
    writes.slots.push(...grant.slots);
    writes.steps.push({ bookingId: booking.id, status: booking.status, actorId: booking.madeBy ?? booking.personId, note: null });
    if (booking.personId === null) return;
    writes.messages.push({
      personId: booking.personId,
      kind: notice,
      dedupe: `booking:${booking.id}:${booking.status}`,
      payload: factsOf({ ...booking, venueName: config.name, centreName: config.centreName }),
    });
  }

  private async judgeWait(tx: Sql, command: WaitCommand, context: Context, writes: Writes): Promise<Verdict<BookingOutcome>> {
    const [id] = await this.ids.take('waitlist_entry', 1);
    const queue = await this.waitlist.findWaiting(tx, [{ venueId: command.venueId, day: command.run.day }]);
    return verdictOf(() => {
      const config = configOf(command, context);
      const units = judgeRun(config, command.run, command.attendees, 'waitlist', context.now);
      const refusal = eligibility(context.people.get(command.personId) ?? null, config, context.now);
      if (refusal !== null) throw refusal;
      if (context.book.isFree(config, units)) throw new DomainError('WAITLIST_RUN_FREE');
      const queued = [...queue, ...writes.waits.filter((w) => w.venueId === command.venueId && w.day === units.day)];
      const overlapping = queued.filter((w) => w.startUnit < units.endUnit && units.startUnit < w.endUnit);
      if (overlapping.some((w) => w.personId === command.personId && w.startUnit === units.startUnit && w.endUnit === units.endUnit)) {
        throw new DomainError('WAITLIST_ALREADY');
      }
      const { personId, purpose, attendees, run } = command;
      const entry: NewWaitlistEntry = { id: id as number, venueId: config.id, ...units, startsAt: run.startsAt, endsAt: run.endsAt, personId, purpose, attendees };
      writes.waits.push(entry);
      const row: WaitlistRow = {
        ...entry,
        centreId: config.centreId,
        status: 'waiting',
        refusedReason: null,
        bookingId: null,
        venueName: config.name,
        centreName: config.centreName,
      };
      return { kind: 'waiting', entry: waitlistViewOf(row, overlapping.length, context.now) };
    });
  }

  private async write(tx: Sql, writes: Writes, now: Date): Promise<void> {
    // Units first: whoever lost a race learns it from the key before anything else is written.
    await this.bookings.insertUnits(tx, writes.units);
    await this.bookings.insertBookings(tx, writes.bookings, now);
    await this.bookings.insertQuotaSlots(tx, writes.slots);
    await this.waitlist.insert(tx, writes.waits, now);
    await this.bookings.insertSteps(tx, writes.steps, now);
    await this.outbox.enqueue(tx, writes.messages);
  }
}

/** Commands that have no kept answer, each key once. */
function freshOf(commands: readonly BookingCommand[], kept: Map<string, StoredAnswer>): BookingCommand[] {
  const seen = new Set<string>();
  return commands.filter(({ request }) => {
    if (request === null) return true;
    const key = keyOf(request);
    if (kept.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The answers to keep: what was granted, and what was refused for a reason that a repeat would not change. */
function answersOf(
  commands: readonly BookingCommand[],
  verdicts: Map<BookingCommand, Verdict<BookingOutcome>>,
): StoredAnswer[] {
  return commands.flatMap((command) => {
    const verdict = verdicts.get(command);
    if (command.request === null || verdict === undefined) return [];
    if ('value' in verdict) return [{ ...command.request, status: 200, response: JSON.stringify(verdict.value) }];
    if (!(verdict.error instanceof DomainError)) return [];
    return [{ ...command.request, status: verdict.error.status, response: JSON.stringify(verdict.error.refusal) }];
  });
}

/** The status a booking ends in, or null when the step is not lawful now. */
function endOf(command: FreeCommand, row: BookingRow, config: VenueConfig, now: Date): BookingStatus | null {
  let to: BookingStatus = command.to;
  if (command.actor === 'resident') {
    if (now >= row.startsAt) return null;
    if (row.status === 'confirmed' && now > deadlinesOf(row, config.policy).cancelBy) to = 'late_cancelled';
  }
  return statusesBefore(to, command.actor).includes(row.status) ? to : null;
}

function newBooking(
  id: number,
  config: VenueConfig,
  units: UnitRun,
  wish: Pick<NewBooking, 'personId' | 'householdId' | 'madeBy' | 'channel' | 'purpose' | 'attendees' | 'status'> &
    Pick<BookCommand, 'run' | 'contact'>,
): NewBooking {
  return {
    id,
    venueId: config.id,
    centreId: config.centreId,
    divisionCode: config.divisionCode,
    day: units.day,
    startUnit: units.startUnit,
    endUnit: units.endUnit,
    startsAt: wish.run.startsAt,
    endsAt: wish.run.endsAt,
    personId: wish.personId,
    householdId: wish.householdId,
    madeBy: wish.madeBy,
    channel: wish.channel,
    contactNameCipher: wish.contact?.nameCipher ?? null,
    contactPhoneCipher: wish.contact?.phoneCipher ?? null,
    contactLabel: wish.contact?.label ?? null,
    purpose: wish.purpose,
    attendees: wish.attendees,
    status: wish.status,
  };
}

function configOf(command: { venueId: number }, context: Context): VenueConfig {
  const config = context.configs.get(command.venueId);
  if (config === undefined) throw new DomainError('NOT_FOUND');
  return config;
}

/** Refusals become verdicts of their own command; anything else fails the batch. */
function verdictOf(judge: () => BookingOutcome): Verdict<BookingOutcome> {
  try {
    return { value: judge() };
  } catch (error) {
    if (error instanceof DomainError) return { error };
    throw error;
  }
}

function keyOf({ personId, key }: { personId: number; key: string }): string {
  return `${personId}|${key}`;
}

function hoursUntil(start: Date, now: Date): number {
  return (start.getTime() - now.getTime()) / 3_600_000;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
