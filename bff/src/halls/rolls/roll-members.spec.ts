import { createSecretKey } from 'node:crypto';
import {
  commitTo,
  distinctVoters,
  hashRoll,
  maskLabel,
  memberLine,
  numberMembers,
  sumBuildings,
  sumMembers,
  type Candidate,
} from './roll-members.js';

const KEY = createSecretKey(Buffer.alloc(32, 1));
const candidate = (n: number, more: Partial<Candidate> = {}): Candidate => ({
  key: `person ${n}`,
  building: `${1 + (n % 3)}幢`,
  label: `居民${n}`,
  area: null,
  voters: [],
  ...more,
});
const people = Array.from({ length: 50 }, (_, index) => candidate(index + 1));

describe('the members of a roll', () => {
  it('are the same for the same people, in whatever order they are found', () => {
    const one = numberMembers(KEY, 7, people);
    const other = numberMembers(KEY, 7, [...people].reverse());
    expect(one.map(memberLine)).toEqual(other.map(memberLine));
    expect(hashRoll(one)).toEqual(hashRoll(other));
    expect(one.map((member) => member.no)).toEqual(people.map((_, index) => index + 1));
  });

  it.each([
    ['somebody more', [...people, candidate(51)]],
    ['somebody less', people.slice(1)],
    ['another name', [...people.slice(1), candidate(1, { label: '居民一' })]],
    ['another building', [...people.slice(1), candidate(1, { building: '9幢' })]],
    ['another area', [...people.slice(1), candidate(1, { area: 1 })]],
    ['another person of the same name', [...people.slice(1), candidate(1, { key: 'person 99' })]],
  ])('give another hash with %s', (_, others) => {
    expect(hashRoll(numberMembers(KEY, 7, others))).not.toEqual(hashRoll(numberMembers(KEY, 7, people)));
  });

  it('say nothing across topics: salts, commitments and order differ', () => {
    const [one, other] = [numberMembers(KEY, 7, people), numberMembers(KEY, 8, people)];
    const commitments = new Set(one.map((member) => member.commitment.toString('hex')));
    expect(other.some((member) => commitments.has(member.commitment.toString('hex')))).toBe(false);
    expect(other.map((member) => member.label)).not.toEqual(one.map((member) => member.label));
    for (const member of one) expect(member.commitment).toEqual(commitTo(member.salt, member.label));
  });

  it('are summed with areas only where everybody has one', () => {
    const areas = [candidate(1, { area: 100 }), candidate(4, { area: 250 }), candidate(2, { area: 7 })];
    expect(sumMembers(areas)).toEqual({ size: 3, area: 357 });
    expect(sumBuildings(areas)).toEqual([
      { building: '2幢', size: 2, area: 350 },
      { building: '3幢', size: 1, area: 7 },
    ]);
    expect(sumMembers([...areas, candidate(5)])).toEqual({ size: 4, area: null });
    expect(sumMembers([])).toEqual({ size: 0, area: null });
  });

  it('have each voter once, in the first capacity', () => {
    const phone = Buffer.alloc(32, 2);
    const voter = { personId: null, phoneHash: phone, reachable: false };
    expect(
      distinctVoters([
        { ...voter, capacity: 'owner' },
        { ...voter, capacity: 'proxy' },
        { ...voter, capacity: 'proxy', phoneHash: null },
      ]),
    ).toEqual([{ ...voter, capacity: 'owner' }]);
  });

  it.each([
    ['张三（1幢101）', '1幢', '张**（1幢）'],
    ['1幢101', '1幢', '1幢1**'],
    ['林秀兰', '', '林**'],
  ])('are shown to others as %s → %s', (label, building, masked) => {
    expect(maskLabel(label, building)).toBe(masked);
  });
});
