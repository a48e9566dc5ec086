import { createHash, createHmac, type KeyObject } from 'node:crypto';

/** Why somebody may speak for a member of a roll. */
export const VOTER_CAPACITIES = [
  'self',
  'household',
  'owner',
  'co_owner',
  'proxy',
  'representative',
] as const;
export type VoterCapacity = (typeof VOTER_CAPACITIES)[number];

/** Somebody who may speak for a member; found by account, or by the phone they will bind. */
export interface Voter {
  capacity: VoterCapacity;
  personId: number | null;
  phoneHash: Buffer | null;
  /** Has an account with which to vote in the app today. */
  reachable: boolean;
}

/** One vote before it has a number. `key` tells it from every other vote of the topic, `area` is in hundredths of m². */
export interface Candidate {
  key: string;
  building: string;
  /** Who it is, in words that the member and staff read. */
  label: string;
  area: number | null;
  voters: Voter[];
}

/** One vote of a roll. `commitment` = SHA-256(salt, label as UTF-8): what the record shows of it. */
export interface RollMember extends Candidate {
  no: number;
  salt: Buffer;
  commitment: Buffer;
}

interface RollSum {
  size: number;
  area: number | null;
}

/**
 * Numbers the candidates. The order is by building and then by commitment, so that a number says nothing about the
 * door or the name behind it; salts are derived, so that the same people always give the same roll.
 */
export function numberMembers(
  key: KeyObject,
  topicId: number,
  candidates: readonly Candidate[],
): RollMember[] {
  const members = candidates.map((candidate) => {
    const salt = createHmac('sha256', key).update(`${topicId}|${candidate.key}`).digest().subarray(0, 16);
    return { ...candidate, no: 0, salt, commitment: commitTo(salt, candidate.label) };
  });
  members.sort((a, b) => compareText(a.building, b.building) || a.commitment.compare(b.commitment));
  members.forEach((member, index) => (member.no = index + 1));
  return members;
}

export function commitTo(salt: Buffer, label: string): Buffer {
  return createHash('sha256').update(salt).update(label, 'utf8').digest();
}

/** What the record and the verifier see of a member. */
export type MemberLine = [no: number, area: number | null, building: string, commitment: string];

export function memberLine(member: RollMember): MemberLine {
  return [member.no, member.area, member.building, member.commitment.toString('hex')];
}

/** SHA-256 over the JSON of all member lines: anyone can work it out again from the record's `roll_members` entries. */
export function hashRoll(members: readonly RollMember[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(members.map(memberLine)))
    .digest();
}

/** Heads and area; the area is null where members have none. */
export function sumMembers(members: readonly Pick<Candidate, 'area'>[]): RollSum {
  const withArea = members.length > 0 && members.every((member) => member.area !== null);
  return {
    size: members.length,
    area: withArea ? members.reduce((sum, member) => sum + (member.area ?? 0), 0) : null,
  };
}

interface BuildingSum extends RollSum {
  building: string;
}

/** Heads and areas of each building, in the order of their names. */
export function sumBuildings(members: readonly Pick<Candidate, 'area' | 'building'>[]): BuildingSum[] {
  const byBuilding = new Map<string, Pick<Candidate, 'area'>[]>();
  for (const member of members) {
    const own = byBuilding.get(member.building);
    if (own === undefined) byBuilding.set(member.building, [member]);
    else own.push(member);
  }
  return [...byBuilding]
    .map(([building, own]) => ({ building, ...sumMembers(own) }))
    .sort((a, b) => compareText(a.building, b.building));
}

/** Voters without the repeated: one account or one phone speaks for a member in one capacity, the first listed. */
export function distinctVoters(voters: readonly Voter[]): Voter[] {
  const seen = new Set<string>();
  return voters.filter((voter) => {
    const marks = [
      ...(voter.personId === null ? [] : [`person ${voter.personId}`]),
      ...(voter.phoneHash === null ? [] : [`phone ${voter.phoneHash.toString('hex')}`]),
    ];
    if (marks.length === 0 || marks.some((mark) => seen.has(mark))) return false;
    for (const mark of marks) seen.add(mark);
    return true;
  });
}

/** What others see of a member: the first character of the name or of the door, and the building. */
export function maskLabel(label: string, building: string): string {
  const isDoor = building !== '' && label.startsWith(building);
  const [first = ''] = Array.from(isDoor ? label.slice(building.length) : label);
  if (isDoor) return `${building}${first}**`;
  return building === '' ? `${first}**` : `${first}**（${building}）`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
