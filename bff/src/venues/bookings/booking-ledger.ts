import { Injectable } from '@nestjs/common';
import { cleaningUnits } from '@jiefang/shared/venues';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, replay, type StoredAnswer } from '../../common/idempotency/idempotency.js';
import { IdBlocks } from '../../common/ids/id-blocks.js';
import type { Verdict } from '../../common/lanes/lane.js';
import type { Sql } from '../../database/database.js';
import { eligibility } from '../catalogue/eligibility.js';
import { PersonFacts } from '../catalogue/person-facts.js';
import { VenueConfigs, type VenueConfig } from '../catalogue/venue-config.js';
import type { BookCommand, BookingCommand, BookingOutcome, WaitCommand } from './booking-commands.js';
import { BookingEndings, type FreedDay } from './booking-endings.js';
import { grantAtDesk, grantOnline, type Context } from './booking-grants.js';
import { isDesk, judgeRun } from './booking-judge.js';
import { viewOf, type ShownBooking } from './booking-mapping.js';
import { runOfUnits } from './booking-run.js';
import { BookingWriter, noWrites, type Writes } from './booking-writes.js';
import { BookingsRepository } from './bookings.repository.js';
import { DayBook, quotaKeys } from './day-book.js';
import { HoldingsRepository } from './holdings.repository.js';
import { WaitlistRepository, type NewWaitlistEntry, type WaitlistRow } from './waitlist.repository.js';
import { waitlistViewOf } from './waitlist-mapping.js';

/**
 * Decides bookings, waits and early ends of bookings, a whole batch in one transaction. The order is: repeats get their
 * kept answer; venues are locked; runs are freed; those waiting for them are served; new bookings are judged in the
 * order they came. Everything is read after the locks, so nothing decided here can rest on an old snapshot.
 */
@Injectable()
export class BookingLedger {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly holdings: HoldingsRepository,
    private readonly waitlist: WaitlistRepository,
    private readonly configs: VenueConfigs,
    private readonly people: PersonFacts,
    private readonly idempotency: Idempotency,
    private readonly ids: IdBlocks,
    private readonly endings: BookingEndings,
    private readonly writer: BookingWriter,
    private readonly clock: Clock,
  ) {}

  /** Row numbers for the bookings that may come of the commands; taken before the transaction is opened. */
  prepare(commands: readonly BookingCommand[]): Promise<number[]> {
    return this.ids.take('booking', commands.filter((command) => command.kind === 'book').length);
  }

  /** One verdict for each command, in order; `ids` as `prepare` gave them. */
  async decide(
    tx: Sql,
    commands: readonly BookingCommand[],
    ids: readonly number[],
  ): Promise<Verdict<BookingOutcome>[]> {
    const kept = await this.keptAnswers(tx, commands);
    const fresh = freshOf(commands, kept);
    const verdicts = new Map<BookingCommand, Verdict<BookingOutcome>>();
    if (fresh.length > 0) await this.decideFresh(tx, fresh, ids, verdicts);
    const answers = answersOf(fresh, verdicts);
    await this.idempotency.insert(tx, answers);

    return commands.map((command) => {
      const own = verdicts.get(command);
      if (own !== undefined) return own;
      const { request } = command;
      // A repeat: of an earlier batch, or of a command of this one.
      const answer =
        request === null
          ? undefined
          : (kept.get(keyOf(request)) ?? answers.find((one) => keyOf(one) === keyOf(request)));
      if (request === null || answer === undefined)
        return { error: new Error('a command was left undecided') };
      return verdictOf(() => replay<BookingOutcome>(answer, request));
    });
  }

  private async keptAnswers(
    tx: Sql,
    commands: readonly BookingCommand[],
  ): Promise<Map<string, StoredAnswer>> {
    const requests = commands.flatMap((command) => (command.request === null ? [] : [command.request]));
    const answers = await this.idempotency.find(tx, requests);
    return new Map(answers.map((answer) => [keyOf(answer), answer]));
  }

  private async decideFresh(
    tx: Sql,
    commands: readonly BookingCommand[],
    ids: readonly number[],
    verdicts: Map<BookingCommand, Verdict<BookingOutcome>>,
  ): Promise<void> {
    const now = this.clock.now();
    await this.bookings.lockVenues(tx, [...new Set(commands.map((command) => command.venueId))]);
    const configs = await this.configs.load(
      tx,
      commands.map((command) => command.venueId),
    );
    const writes = noWrites();

    const frees = commands.filter((command) => command.kind === 'free');
    const freed = await this.endings.end(tx, frees, configs, writes, verdicts, now);
    const waiting = await this.waitlist.findWaitingForUpdate(tx, freed);
    const wanted = commands.filter((command) => command.kind !== 'free');
    const context = await this.read(tx, configs, wanted, waiting, now);

    const books = wanted.filter((command) => command.kind === 'book');
    await this.promote(tx, waiting, await this.ids.take('booking', waiting.length), context, writes);
    books.forEach((command, index) => {
      verdicts.set(
        command,
        verdictOf(() => this.judgeBook(command, ids[index] as number, context, writes)),
      );
    });
    const waits = wanted.filter((command) => command.kind === 'wait');
    const places = await this.ids.take('waitlist_entry', waits.length);
    for (const [index, command] of waits.entries()) {
      verdicts.set(command, await this.judgeWait(tx, command, places[index] as number, context, writes));
    }
    await this.writer.write(tx, writes, now);
  }

  /** Serves those waiting on days that have room again. The caller's transaction holds the venues' rows. */
  async serveWaiting(tx: Sql, days: readonly FreedDay[]): Promise<void> {
    const waiting = await this.waitlist.findWaitingForUpdate(tx, days);
    if (waiting.length === 0) return;
    const now = this.clock.now();
    const configs = await this.configs.load(
      tx,
      waiting.map((entry) => entry.venueId),
    );
    const writes = noWrites();
    const context = await this.read(tx, configs, [], waiting, now);
    await this.promote(tx, waiting, await this.ids.take('booking', waiting.length), context, writes);
    await this.writer.write(tx, writes, now);
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
      ...wanted.map((c) => ({
        venueId: c.venueId,
        personId: c.personId,
        day: c.run.day,
        from: c.run.startMinute,
        to: c.run.endMinute,
      })),
      ...waiting.map((w) => {
        const minutes = configs.get(w.venueId)?.unitMinutes ?? 15;
        return {
          venueId: w.venueId,
          personId: w.personId,
          day: w.day,
          from: w.startUnit * minutes,
          to: w.endUnit * minutes,
        };
      }),
    ];
    const people = await this.people.load(
      tx,
      wishes.flatMap((wish) => (wish.personId === null ? [] : [wish.personId])),
    );
    const runs = wishes.flatMap(({ venueId, day, from, to }) => {
      const config = configs.get(venueId);
      if (config === undefined) return [];
      const { unitMinutes, policy } = config;
      // The online share is counted over the whole day.
      if (policy.reservedPercent > 0) return [{ venueId, day, from: 0, to: 1440 / unitMinutes }];
      const cleaning = cleaningUnits(policy, unitMinutes);
      return [
        { venueId, day, from: Math.floor(from / unitMinutes), to: Math.ceil(to / unitMinutes) + cleaning },
      ];
    });
    const keys = wishes.flatMap(({ venueId, day, personId }) => {
      const config = configs.get(venueId);
      const householdId = personId === null ? null : (people.get(personId)?.householdId ?? null);
      return config === undefined ? [] : quotaKeys(config, day, { personId, householdId });
    });
    const units = await this.holdings.findHeldUnits(
      tx,
      distinct(runs, (run) => `${run.venueId}|${run.day}|${run.from}|${run.to}`),
    );
    const slots = await this.holdings.findQuotaSlots(
      tx,
      distinct(keys, (key) => `${key.venueId}|${key.week}|${key.subject}|${key.subjectId}`),
    );
    return { now, configs, people, book: new DayBook(units, slots) };
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
      // What has begun is not promoted; the clock ends such waits.
      if (config === undefined || entry.startsAt <= context.now || !context.book.isFree(config, entry))
        continue;
      const bookingId = ids[index] as number;
      try {
        const wish = { ...entry, run: runOfUnits(entry, config.unitMinutes) };
        grantOnline(bookingId, config, wish, 'waitlist', context, writes);
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
          payload: {
            waitlistId: entry.id,
            venueName,
            centreName,
            startsAt: startsAt.toISOString(),
            endsAt: endsAt.toISOString(),
            reason: reason.replace(/。$/, ''),
          },
        });
      }
    }
  }

  private judgeBook(
    command: BookCommand,
    bookingId: number,
    context: Context,
    writes: Writes,
  ): BookingOutcome {
    const config = configOf(command, context);
    const booking =
      command.personId === null || isDesk(command.channel)
        ? grantAtDesk(bookingId, config, command, context, writes)
        : grantOnline(bookingId, config, onlineWish(command, command.personId), 'app', context, writes);
    const { now } = context;
    const shown: ShownBooking = {
      id: booking.id,
      status: booking.status,
      statusReason: null,
      venueId: config.id,
      venueName: config.name,
      centreId: config.centreId,
      centreName: config.centreName,
      centreAddress: config.centreAddress,
      centrePhone: config.centrePhone,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      purpose: booking.purpose,
      attendees: booking.attendees,
      companionCount: 0,
      channel: booking.channel,
      madeBy: booking.madeBy,
      createdAt: now,
    };
    const steps = [{ status: booking.status, at: now, note: null }];
    return { kind: 'booked', booking: viewOf(shown, config, { steps, companions: [] }, false, now) };
  }

  private async judgeWait(
    tx: Sql,
    command: WaitCommand,
    id: number,
    context: Context,
    writes: Writes,
  ): Promise<Verdict<BookingOutcome>> {
    const queue = await this.waitlist.findWaiting(tx, [{ venueId: command.venueId, day: command.run.day }]);
    return verdictOf(() => {
      const config = configOf(command, context);
      const units = judgeRun(config, command.run, command.attendees, 'waitlist', context.now);
      const refusal = eligibility(context.people.get(command.personId) ?? null, config, context.now);
      if (refusal !== null) throw refusal;
      if (context.book.isFree(config, units)) throw new DomainError('WAITLIST_RUN_FREE');
      const queued = [
        ...queue,
        ...writes.waits.filter((w) => w.venueId === command.venueId && w.day === units.day),
      ];
      const overlapping = queued.filter((w) => w.startUnit < units.endUnit && units.startUnit < w.endUnit);
      if (
        overlapping.some(
          (w) =>
            w.personId === command.personId && w.startUnit === units.startUnit && w.endUnit === units.endUnit,
        )
      ) {
        throw new DomainError('WAITLIST_ALREADY');
      }
      const { personId, purpose, attendees, run } = command;
      const entry: NewWaitlistEntry = {
        id,
        venueId: config.id,
        ...units,
        startsAt: run.startsAt,
        endsAt: run.endsAt,
        personId,
        purpose,
        attendees,
      };
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
    const { personId, key, bodyHash } = command.request;
    if ('value' in verdict) {
      return [{ personId, key, bodyHash, status: 200, response: JSON.stringify(verdict.value) }];
    }
    const { error } = verdict;
    if (!(error instanceof DomainError)) return [];
    return [{ personId, key, bodyHash, status: error.status, response: JSON.stringify(error.refusal) }];
  });
}

/** Field by field: copying whole commands was measurable. */
function onlineWish({ run, purpose, attendees }: BookCommand, personId: number) {
  return { run, purpose, attendees, personId };
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

function distinct<T>(values: readonly T[], keyed: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyed(value), value])).values()];
}
