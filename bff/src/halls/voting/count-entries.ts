import { hash } from 'node:crypto';
import type { RulePack } from '@jiefang/shared/rule-packs';
import {
  tallyInputs,
  type BallotsBody,
  type CountedBallot,
  type MarksBody,
  type RollUnit,
  type Tally,
  type TallyBody,
} from '@jiefang/shared/tally';
import type { BallotChoice } from '@jiefang/shared/topics';
import canonicalize from 'canonicalize';
import type { JsonObject } from '../record/record-chain.js';
import type { RecordAct } from '../record/record-writer.js';
import type { OpenBallotRow } from './counting.repository.js';
import { receiptHash } from './receipts.js';

const BALLOTS_AN_ENTRY = 500;
const MARKS_AN_ENTRY = 2000;

/** What was in a box. Open ballots in order of member and casting, secret ones in the order of their new tokens. */
export type BoxContent = { secret: false; open: OpenBallotRow[] } | { secret: true; choices: BallotChoice[] };

/** The ballots that count: of a member's open ones the last. */
export function countedBallots(content: BoxContent): CountedBallot[] {
  if (content.secret) return content.choices.map((choice) => ({ no: null, choice }));
  const { open } = content;
  return open
    .filter((ballot, index) => open[index + 1]?.no !== ballot.no)
    .map(({ no, choice }) => ({ no, choice }));
}

/** Hex SHA-256 of what a tally was made of. */
export function inputsHash(
  pack: RulePack,
  roll: readonly RollUnit[],
  ballots: readonly CountedBallot[],
): string {
  return hash('sha256', canonicalize(tallyInputs(pack, roll, ballots)) ?? '', 'hex');
}

/** The entries of a count: every ballot, everybody who took part, the result. The clock or a person opens the box. */
export function countEntries(
  content: BoxContent,
  marks: readonly number[],
  result: { pack: RulePack; inputs: string; tally: Tally },
): RecordAct[] {
  const bodies: [string, BallotsBody | MarksBody | TallyBody][] = [
    ...ballotBodies(content).map((body): [string, BallotsBody] => ['ballots', body]),
    ...chunks(marks, MARKS_AN_ENTRY).map((members): [string, MarksBody] => ['marks', { members }]),
    ['tally', { ...result, secret: content.secret }],
  ];
  return bodies.map(([act, body]) => ({
    act,
    actor: { role: 'tally', personId: null },
    body: body as unknown as JsonObject,
  }));
}

/** The ballots as the record lists them. */
export function ballotBodies(content: BoxContent): BallotsBody[] {
  if (content.secret) {
    return chunks(content.choices, BALLOTS_AN_ENTRY).map((part) => ({
      secret: true,
      ballots: part.map((choice): [BallotChoice] => [choice]),
    }));
  }
  return chunks(content.open, BALLOTS_AN_ENTRY).map((part) => ({
    secret: false,
    open: part.map(({ no, choice, channel, receipt }) => [no, choice, channel, receiptHash(receipt)]),
  }));
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < list.length; from += size) parts.push(list.slice(from, from + size));
  return parts;
}
