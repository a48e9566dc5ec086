import { PUBLICATION_WORKING_DAYS, tierOf, type HoursTier } from '@jiefang/shared/hours';
import { addDays, instantAt, shanghaiDay } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';
import type { LedgerAct } from '../../volunteering/hours/hours-chain.js';
import { HoursItemsRepository } from '../../volunteering/hours/hours-items.repository.js';
import type { HoursLedger } from '../../volunteering/hours/hours-ledger.js';
import { ObjectionsRepository } from '../../volunteering/hours/objections.repository.js';
import { WorkingCalendar, type WorkingDays } from '../../common/calendar/working-days.js';
import { insertRows } from '../insert.js';
import type { DemoClaim } from './claims.js';

/** An item of hours of the demo city and what became of it. */
export interface DemoHours {
  id: number;
  claim: DemoClaim;
  /** The service that this corrects. */
  corrects: DemoHours | null;
  minutes: number;
  tier: HoursTier;
  createdAt: Date;
  createdBy: number;
  reason: string | null;
  publicised: { at: Date; endsOn: string } | null;
  recordedAt: Date | null;
  reversed: { at: Date; by: number; reason: string } | null;
  objection: { at: Date; by: number; text: string } | null;
}

const ITEMS = new HoursItemsRepository();
/** The clock of the hours looks once a minute. */
const CLOCK_LAG_MS = 21_000;

/** The hours of verified claims, the earliest verified first, as far as time has brought them by `now`. */
export async function planHours(tx: Sql, claims: readonly DemoClaim[], now: Date): Promise<DemoHours[]> {
  const calendar = await new WorkingCalendar().load(tx);
  const totals = new Map<string, number>();
  const verified = claims.filter((claim) => claim.verified !== null);
  verified.sort((a, b) => (a.verified?.at.getTime() ?? 0) - (b.verified?.at.getTime() ?? 0));
  return verified.map((claim) => {
    const { minutes, by, at } = claim.verified ?? { minutes: 0, by: 0, at: now };
    const key = `${claim.volunteer.personId}|${claim.shift.day}`;
    const total = (totals.get(key) ?? 0) + minutes;
    totals.set(key, total);
    const item: DemoHours = {
      id: 0,
      claim,
      corrects: null,
      minutes,
      tier: tierOf(total),
      createdAt: at,
      createdBy: by,
      reason: null,
      publicised: null,
      recordedAt: null,
      reversed: null,
      objection: null,
    };
    letTimePass(item, calendar, now);
    return item;
  });
}

/** An adjustment of a service by staff. */
export async function planAdjustment(
  tx: Sql,
  service: DemoHours,
  change: { minutes: number; at: Date; by: number; reason: string },
  now: Date,
): Promise<DemoHours> {
  const item: DemoHours = {
    ...service,
    corrects: service,
    minutes: change.minutes,
    createdAt: change.at,
    createdBy: change.by,
    reason: change.reason,
    publicised: null,
    recordedAt: null,
    reversed: null,
    objection: null,
  };
  letTimePass(item, await new WorkingCalendar().load(tx), now);
  return item;
}

/** Publication at nine on the next working day, and the record when three more are over. */
function letTimePass(item: DemoHours, calendar: WorkingDays, now: Date): void {
  const at = new Date(nextOpening(calendar, item.createdAt).getTime() + CLOCK_LAG_MS);
  if (at > now) return;
  const endsOn = calendar.add(shanghaiDay(at), PUBLICATION_WORKING_DAYS);
  item.publicised = { at, endsOn };
  const recordedAt = new Date(instantAt(addDays(endsOn, 1), 0).getTime() + CLOCK_LAG_MS);
  if (recordedAt <= now) item.recordedAt = recordedAt;
}

function nextOpening(calendar: WorkingDays, after: Date): Date {
  for (let day = shanghaiDay(after); ; day = addDays(day, 1)) {
    const opening = instantAt(day, 9 * 60);
    if (opening > after && calendar.isWorking(day)) return opening;
  }
}

/** Writes the items and, through the product's own ledger, every act in the order of time. */
export async function writeHours(tx: Sql, ledger: HoursLedger, hours: readonly DemoHours[]): Promise<void> {
  await insertServices(
    tx,
    hours.filter((item) => item.corrects === null),
  );
  for (const item of hours) {
    const { claim, corrects, minutes, tier } = item;
    if (corrects === null) continue;
    item.id = await ITEMS.insert(tx, {
      ...whoseOf(item),
      claimId: null,
      correctsId: corrects.id,
      kind: 'adjustment',
      content: claim.shift.task.title,
      minutes,
      tier,
      at: item.createdAt,
    });
  }
  const acts = hours.flatMap(actsOf);
  await ledger.append(
    tx,
    acts.sort((a, b) => a.at.getTime() - b.at.getTime()),
  );
  await writeStates(tx, hours);
}

/** All at once: one by one, hundreds of services would take as many turns. Gives them their row numbers. */
async function insertServices(tx: Sql, services: readonly DemoHours[]): Promise<void> {
  const columns = `person_id claim_id division_code unit_id kind content day minutes tier status created_at updated_at`;
  await insertRows(
    tx,
    'hours_item',
    columns.split(' '),
    services.map((item) => {
      const { personId, divisionCode, unitId, day } = whoseOf(item);
      const { claim, minutes, tier, createdAt } = item;
      const content = claim.shift.task.title;
      const facts = ['service', content, day, minutes, tier, 'provisional', createdAt, createdAt];
      return [personId, claim.id, divisionCode, unitId, ...facts];
    }),
  );
  if (services.length === 0) return;
  const rows = await tx.query<{ id: number; claimId: number }>(
    'SELECT id, claim_id AS claimId FROM hours_item WHERE claim_id IN (?)',
    [services.map((item) => item.claim.id)],
  );
  const ids = new Map(rows.map((row) => [row.claimId, row.id]));
  for (const item of services) item.id = ids.get(item.claim.id) ?? 0;
}

function whoseOf({ claim }: DemoHours): Pick<LedgerAct, 'personId' | 'divisionCode' | 'unitId' | 'day'> {
  const { volunteer, shift } = claim;
  return {
    personId: volunteer.personId,
    divisionCode: shift.task.divisionCode,
    unitId: volunteer.unitId,
    day: shift.day,
  };
}

function actsOf(item: DemoHours): LedgerAct[] {
  const { claim, corrects, minutes, tier, publicised, recordedAt, reversed, objection } = item;
  const act = (name: LedgerAct['act'], at: Date, rest: Partial<LedgerAct> = {}): LedgerAct => ({
    ...whoseOf(item),
    act: name,
    itemId: item.id,
    claimId: corrects === null ? claim.id : null,
    tier,
    minutes: 0,
    actorId: null,
    reason: null,
    at,
    ...rest,
  });
  const actorId = item.createdBy;
  return [
    corrects === null
      ? act('service', item.createdAt, { minutes, actorId, reason: claim.shift.task.title })
      : act('adjustment', item.createdAt, { minutes, actorId, reason: item.reason }),
    ...(publicised === null ? [] : [act('publicised', publicised.at, { reason: publicised.endsOn })]),
    ...(objection === null ? [] : [act('objection', objection.at, { actorId: objection.by })]),
    ...(recordedAt === null ? [] : [act('recorded', recordedAt)]),
    ...(reversed === null
      ? []
      : [act('reversal', reversed.at, { minutes: -minutes, actorId: reversed.by, reason: reversed.reason })]),
  ];
}

/** The items' own columns, a statement for all that went public or were recorded at one instant. */
async function writeStates(tx: Sql, hours: readonly DemoHours[]): Promise<void> {
  for (const [at, items] of groups(hours, (item) => item.publicised?.at.getTime() ?? null)) {
    const endsOn = items[0]?.publicised?.endsOn ?? '';
    await ITEMS.publicise(tx, idsOf(items), shanghaiDay(new Date(at)), endsOn, new Date(at));
  }
  for (const [at, items] of groups(hours, (item) => item.recordedAt?.getTime() ?? null))
    await ITEMS.record(tx, idsOf(items), new Date(at));
  const objections = new ObjectionsRepository();
  for (const { id, reversed, objection, claim } of hours) {
    if (reversed !== null) await ITEMS.reverse(tx, id, reversed.at);
    if (objection === null) continue;
    await ITEMS.countObjection(tx, id, 1, objection.at);
    const { divisionCode } = claim.shift.task;
    await objections.insert(tx, {
      itemId: id,
      personId: objection.by,
      divisionCode,
      text: objection.text,
      at: objection.at,
    });
  }
}

function groups<T>(list: readonly T[], keyOf: (one: T) => number | null): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key !== null) found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

function idsOf(items: readonly DemoHours[]): number[] {
  return items.map((item) => item.id);
}
