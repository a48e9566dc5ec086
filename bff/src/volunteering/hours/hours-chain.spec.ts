import fc from 'fast-check';
import { GENESIS, HoursChain, sameMac, type ChainedAct } from './hours-chain.js';

const chain = new HoursChain('a-secret-of-at-least-32-characters-00');
const row: ChainedAct = {
  personId: 7,
  seq: 1,
  act: 'service',
  itemId: 3,
  minutes: 120,
  day: '2026-11-20',
  claimId: 11,
  divisionCode: '350602002002',
  unitId: null,
  tier: 'community',
  actorId: 2,
  reason: '路口值守',
  at: new Date('2026-11-20T10:00:00.123Z'),
};

/** Another value for each column. */
const OTHER: { [K in keyof ChainedAct]: ChainedAct[K] } = {
  personId: 8,
  seq: 2,
  act: 'adjustment',
  itemId: 4,
  minutes: -120,
  day: '2026-11-21',
  claimId: null,
  divisionCode: '350602002003',
  unitId: 1,
  tier: null,
  actorId: null,
  reason: '',
  at: new Date('2026-11-20T10:00:00.124Z'),
};

describe('the MAC of a row', () => {
  it('is the same for the same row after the same row', () => {
    expect(chain.macOf(GENESIS, row)).toHaveLength(32);
    expect(sameMac(chain.macOf(GENESIS, row), chain.macOf(GENESIS, { ...row }))).toBe(true);
  });

  it.each(Object.keys(OTHER) as (keyof ChainedAct)[])('changes with %s', (column) => {
    const changed = { ...row, [column]: OTHER[column] };
    expect(sameMac(chain.macOf(GENESIS, row), chain.macOf(GENESIS, changed))).toBe(false);
  });

  it('changes with the row before it, and with the secret', () => {
    const mac = chain.macOf(GENESIS, row);
    expect(sameMac(mac, chain.macOf(mac, row))).toBe(false);
    expect(sameMac(mac, new HoursChain('another-secret-of-at-least-32-chars').macOf(GENESIS, row))).toBe(
      false,
    );
  });

  it('never lets one column’s text be read as the next one’s', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other);
        const of = (reason: string): Buffer => chain.macOf(GENESIS, { ...row, reason });
        expect(of(one).equals(of(other))).toBe(false);
      }),
    );
  });
});

describe('the MAC of a head', () => {
  it('changes with person, count, sum and last row', () => {
    const head = { personId: 7, seq: 2, minutes: 60, lastMac: chain.macOf(GENESIS, row) };
    const mac = chain.headMacOf(head);
    for (const change of [{ personId: 8 }, { seq: 1 }, { minutes: 61 }, { lastMac: GENESIS }]) {
      expect(sameMac(mac, chain.headMacOf({ ...head, ...change }))).toBe(false);
    }
    expect(sameMac(mac, Buffer.alloc(0))).toBe(false);
  });
});
