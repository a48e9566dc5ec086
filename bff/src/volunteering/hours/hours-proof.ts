import { shanghaiDay } from '@jiefang/shared/time';
import { encodeId } from '../../common/ids/public-id.js';
import { GENESIS, HoursChain, sameMac, type ChainedAct, type ChainHead } from './hours-chain.js';
import {
  HoursProofRepository,
  type ProofClaim,
  type ProofItem,
  type ProofRow,
  type Reader,
  type StoredHead,
} from './hours-proof.repository.js';

/** Something in the ledger or beside it that this product did not write. */
export interface HoursFault {
  kind: 'row' | 'gap' | 'head' | 'item' | 'claim';
  /** `hours_ledger.id`; null where the fault is the lack of a row. */
  ledgerId: number | null;
  /** Number of the volunteer; null for somebody who is none. */
  volunteer: string | null;
  personId: number;
  /** What differs, in a sentence. */
  what: string;
}

/** What was looked at, and how much was wrong. */
export interface HoursProof {
  rows: number;
  people: number;
  items: number;
  minutes: number;
  faultCount: number;
}

/** People proved by one round of queries: memory stays the same however many there are. */
const PEOPLE = 200;
const CLAIMS = 1_000;

/**
 * Proves the hours of everybody from the stored rows alone: every MAC is computed again, the chain has no gap, its end is
 * the head's, sums agree, every item says what its acts say, and every verified claim has its service and the other way
 * round. `tell` hears of every fault as it is found. `sql` must show one moment (a REPEATABLE READ transaction), for
 * hours may be written meanwhile.
 */
export async function proveHours(
  sql: Reader,
  appSecret: string,
  tell: (fault: HoursFault) => void,
): Promise<HoursProof> {
  const repository = new HoursProofRepository();
  const chain = new HoursChain(appSecret);
  const proof: HoursProof = { rows: 0, people: 0, items: 0, minutes: 0, faultCount: 0 };
  const report = (faults: readonly HoursFault[]): void => {
    for (const fault of faults) tell(fault);
    proof.faultCount += faults.length;
  };
  for (let after = 0; ;) {
    const people = await repository.findPeopleAfter(sql, after, PEOPLE);
    const last = people.at(-1);
    if (last === undefined) break;
    const batch = await repository.findBatch(sql, after, last);
    for (const personId of people) {
      const own = {
        personId,
        volunteer: batch.volunteers.get(personId) ?? null,
        rows: batch.rows.get(personId) ?? [],
        items: batch.items.get(personId) ?? [],
        head: batch.heads.get(personId) ?? null,
      };
      report([...chainFaults(chain, own), ...itemFaults(own)]);
      proof.rows += own.rows.length;
      proof.items += own.items.length;
      proof.minutes += own.rows.reduce((sum, row) => sum + row.minutes, 0);
    }
    proof.people += people.length;
    after = last;
  }
  for (const find of [repository.findClaimsWithoutItem, repository.findItemsUnlikeClaim]) {
    for (let after = 0; ;) {
      const found = await find.call(repository, sql, after, CLAIMS);
      report(found.map(claimFault));
      if (found.length < CLAIMS) break;
      after = found.at(-1)?.key ?? after;
    }
  }
  return proof;
}

interface OwnRows {
  personId: number;
  volunteer: string | null;
  rows: readonly ProofRow[];
  items: readonly ProofItem[];
  head: StoredHead | null;
}

/** Faults of one person's chain: rows in order of seq. */
function chainFaults(chain: HoursChain, own: OwnRows): HoursFault[] {
  const faults: HoursFault[] = [];
  const { personId, volunteer, rows, head } = own;
  const fault = (kind: HoursFault['kind'], ledgerId: number | null, what: string): void => {
    faults.push({ kind, ledgerId, volunteer, personId, what });
  };
  let [previous, expected]: [Buffer | null, number] = [GENESIS, 1];
  for (const row of rows) {
    if (row.seq !== expected) {
      fault('gap', row.id, missing(expected, row.seq));
      // What stood before this row is gone, so its MAC cannot be computed; the gap is what there is to say.
      previous = null;
    }
    if (previous !== null && !sameMac(row.mac, chain.macOf(previous, row))) {
      fault(
        'row',
        row.id,
        `row ${row.seq} (${said(row)}) does not match its MAC: it was changed, moved or inserted`,
      );
    }
    [previous, expected] = [row.mac, row.seq + 1];
  }
  const end: ChainHead = {
    personId,
    seq: rows.at(-1)?.seq ?? 0,
    minutes: rows.reduce((sum, row) => sum + row.minutes, 0),
    lastMac: rows.at(-1)?.mac ?? GENESIS,
  };
  return [...faults, ...headFaults(chain, own, head, end)];
}

function headFaults(chain: HoursChain, own: OwnRows, head: StoredHead | null, end: ChainHead): HoursFault[] {
  const { personId, volunteer, rows } = own;
  const at = (what: string): HoursFault => ({
    kind: 'head',
    ledgerId: rows.at(-1)?.id ?? null,
    volunteer,
    personId,
    what,
  });
  if (head === null)
    return rows.length === 0 ? [] : [at('the end of the chain is not written down: hours_head has no row')];
  if (!sameMac(head.mac, chain.headMacOf(head)))
    return [at('hours_head does not match its MAC: it was changed')];
  const faults: HoursFault[] = [];
  if (head.seq > end.seq) faults.push(at(`${missing(end.seq + 1, head.seq + 1)} at the end`));
  else if (head.seq < end.seq) faults.push(at(`${end.seq - head.seq} row(s) more than hours_head counts`));
  else if (!sameMac(head.lastMac, end.lastMac))
    faults.push(at('the last row is not the one hours_head names'));
  if (head.minutes !== end.minutes) {
    faults.push(at(`the rows add up to ${end.minutes} minutes, hours_head says ${head.minutes}`));
  }
  return faults;
}

/** Faults of the projection: what lists show is what the acts say. */
function itemFaults({ personId, volunteer, rows, items }: OwnRows): HoursFault[] {
  const acts = new Map<number, ProofRow[]>();
  for (const row of rows) acts.set(row.itemId, [...(acts.get(row.itemId) ?? []), row]);
  const faults: HoursFault[] = [];
  for (const item of items) {
    const own = acts.get(item.id) ?? [];
    acts.delete(item.id);
    const name = `item ${encodeId('hours', item.id)}`;
    if (own.length === 0) {
      faults.push({
        kind: 'item',
        ledgerId: null,
        volunteer,
        personId,
        what: `${name} has no row in the ledger`,
      });
      continue;
    }
    const wanted = stateOf(own);
    const differs = Object.entries(wanted).filter(
      ([key, value]) => item[key as keyof typeof wanted] !== value,
    );
    if (differs.length > 0) {
      const words = differs.map(
        ([key, value]) =>
          `${key} is ${text(item[key as keyof typeof wanted])}, the ledger says ${text(value)}`,
      );
      faults.push({
        kind: 'item',
        ledgerId: own.at(-1)?.id ?? null,
        volunteer,
        personId,
        what: `${name}: ${words.join('; ')}`,
      });
    }
  }
  for (const [itemId, own] of acts) {
    const what = `item ${encodeId('hours', itemId)} of the ledger is not in hours_item`;
    faults.push({ kind: 'item', ledgerId: own[0]?.id ?? null, volunteer, personId, what });
  }
  return faults;
}

type ItemState = Omit<ProofItem, 'id' | 'personId'>;

/** The state of an item as its acts tell it. */
function stateOf(acts: readonly ProofRow[]): ItemState {
  const first = acts[0] as ProofRow;
  const last = (act: ChainedAct['act']): ProofRow | undefined => acts.filter((row) => row.act === act).at(-1);
  const count = (act: ChainedAct['act']): number => acts.filter((row) => row.act === act).length;
  const [publicised, recorded] = [last('publicised'), last('recorded')];
  return {
    kind: first.act === 'adjustment' ? 'adjustment' : 'service',
    claimId: first.claimId,
    divisionCode: first.divisionCode,
    unitId: first.unitId,
    day: first.day,
    minutes: first.minutes,
    tier: first.tier,
    // A service's act keeps its content; an adjustment's keeps its reason, and shows the content of its service.
    content: first.act === 'service' ? first.reason : null,
    status:
      last('reversal') !== undefined
        ? 'reversed'
        : recorded !== undefined
          ? 'recorded'
          : publicised !== undefined
            ? 'publicised'
            : 'provisional',
    publicisedOn: publicised === undefined ? null : shanghaiDay(publicised.at),
    publicationEndsOn: publicised?.reason ?? null,
    recordedAt: recorded?.at.toISOString() ?? null,
    openObjections: count('objection') - count('objection_answered'),
  };
}

function claimFault(found: ProofClaim): HoursFault {
  const { personId, volunteer, ledgerId } = found;
  const claim = `claim ${encodeId('claim', found.claimId)}`;
  const what =
    found.itemMinutes === null
      ? `${claim} is verified with ${text(found.claimMinutes)} minutes, the ledger has no service of it`
      : found.claimStatus !== 'verified'
        ? `${claim} is ${found.claimStatus ?? 'gone'}, the ledger has ${found.itemMinutes} minutes of it`
        : found.samePerson === 0
          ? `${claim} is another person's than its hours`
          : `${claim} says ${text(found.claimMinutes)} minutes, the ledger ${found.itemMinutes}`;
  return { kind: 'claim', ledgerId, volunteer, personId, what };
}

function missing(from: number, before: number): string {
  return before - from === 1 ? `row ${from} is missing` : `rows ${from} to ${before - 1} are missing`;
}

function said(row: ProofRow): string {
  return `${row.act}, ${row.minutes} minutes, ${row.day}`;
}

function text(value: string | number | null): string {
  return value === null ? 'nothing' : String(value);
}
