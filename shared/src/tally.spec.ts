import fc from 'fast-check';
import { RULE_PACKS, rulePack, type RulePack, type Threshold } from './rule-packs.js';
import {
  explainPack,
  isQuorate,
  meets,
  minorityExists,
  neededMore,
  neededOf,
  packMismatch,
  participationByBuilding,
  participationOf,
  tally,
  tallyInputs,
  validatePack,
  type CountedBallot,
  type RollUnit,
} from './tally.js';
import type { BallotChoice } from './topics.js';

const half: Threshold = { num: 1, den: 2, strict: true };
const twoThirds: Threshold = { num: 2, den: 3, strict: false };
const threeQuarters: Threshold = { num: 3, den: 4, strict: false };

const packOf = (code: string): RulePack => rulePack(code) as RulePack;
const unit = (no: number, area: number | null = null, building = '1幢'): RollUnit => ({ no, area, building });
const roll = (size: number): RollUnit[] => Array.from({ length: size }, (_, index) => unit(index + 1));
const ballots = (counts: Partial<Record<BallotChoice, number>>): CountedBallot[] => {
  let no = 0;
  return Object.entries(counts).flatMap(([choice, n]) =>
    Array.from({ length: n }, () => ({ no: (no += 1), choice: choice as BallotChoice })),
  );
};

describe('a threshold', () => {
  it.each([
    [2, 3, twoThirds, true],
    [666, 1000, twoThirds, false],
    [667, 1000, twoThirds, true],
    [50, 100, half, false],
    [51, 100, half, true],
    [75, 100, threeQuarters, true],
    [74, 100, threeQuarters, false],
    [1, 1, half, true],
    [0, 1, half, false],
  ])('of %i in %i is judged exactly at the fraction', (part, whole, threshold, expected) => {
    expect(meets(part, whole, threshold)).toBe(expected);
  });

  it('is reached by nothing of nothing', () => {
    expect(meets(0, 0, half)).toBe(false);
    expect(meets(0, 0, { num: 0, den: 1, strict: false })).toBe(false);
  });

  it('does not round where floats would: a third of a number beyond 2^52', () => {
    const whole = 9_007_199_254_740_990;
    expect(meets(whole / 3, whole, { num: 1, den: 3, strict: false })).toBe(true);
    expect(meets(whole / 3 - 1, whole, { num: 1, den: 3, strict: false })).toBe(false);
    expect(meets(whole / 3, whole, { num: 1, den: 3, strict: true })).toBe(false);
  });

  it('takes whole amounts only', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => meets(wrong, 10, half)).toThrow(RangeError);
  });

  it('needs the smallest amount that reaches it', () => {
    const thresholds = fc
      .record({ num: fc.nat(200), den: fc.integer({ min: 1, max: 200 }), strict: fc.boolean() })
      .filter(({ num, den }) => num <= den);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), thresholds, (whole, threshold) => {
        const needed = neededOf(whole, threshold);
        if (needed <= whole) expect(meets(needed, whole, threshold)).toBe(true);
        if (needed > 0) expect(meets(Math.min(needed - 1, whole), whole, threshold)).toBe(needed - 1 > whole);
        expect(neededMore(0, whole, threshold)).toBe(needed);
        expect(neededMore(needed, whole, threshold)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('asks for nothing more where there is none', () => expect(neededMore(0, 10, null)).toBe(0));
});

describe('a tally', () => {
  it('of a simple majority needs more than half of the roll, then more than half of those', () => {
    const pack = packOf('household_majority');
    const results = [
      [{ for: 3, against: 2 }, false],
      [{ for: 4, against: 2 }, true],
      [{ for: 3, against: 3 }, false],
      [{ for: 3, against: 2, abstain: 1 }, false],
      [{ for: 4, abstain: 3 }, true],
      [{}, false],
    ] as const;
    for (const [counts, passed] of results)
      expect(tally(pack, roll(10), ballots(counts)).passed).toBe(passed);
  });

  it('by the Civil Code needs two thirds of heads and areas, then half or three quarters of both', () => {
    // One owner of half of the area, and eight others.
    const owners = [unit(1, 80_000), ...Array.from({ length: 8 }, (_, index) => unit(index + 2, 10_000))];
    const vote = (choices: readonly BallotChoice[]): CountedBallot[] =>
      choices.map((choice, index) => ({ no: index + 1, choice }));
    const ordinary = packOf('civil_278_ordinary');
    const major = packOf('civil_278_major');
    const many = vote(['for', 'for', 'for', 'for', 'against', 'against']);
    // Six of nine heads are exactly two thirds; areas 130,000 of 160,000.
    const passed = tally(ordinary, owners, many);
    expect(passed.participation.head).toMatchObject({ have: 6, of: 9, needed: 6, met: true });
    expect(passed.approval.head).toMatchObject({ have: 4, of: 6, needed: 4, met: true });
    expect(passed.passed).toBe(true);
    expect(tally(major, owners, many)).toMatchObject({
      passed: false,
      approval: {
        head: { have: 4, needed: 5, met: false },
        area: { have: 110_000, needed: 97_500, met: true },
      },
    });
    // Every small owner, but without the large one less than two thirds of the area.
    const small = tally(
      ordinary,
      owners,
      owners.slice(1).map(({ no }) => ({ no, choice: 'for' })),
    );
    expect(small.participation).toMatchObject({ head: { met: true }, area: { have: 80_000, met: false } });
    expect(small.sentences.at(-1)).toBe('结果：没有通过，参加的不够。');
  });

  it('says in words which threshold was met and by how much', () => {
    const { sentences } = tally(
      packOf('household_majority'),
      roll(1200),
      ballots({ for: 700, against: 100 }),
    );
    expect(sentences).toEqual([
      '名册共 1,200 票；参加 800 票。',
      '赞成 700 票，反对 100 票，弃权 0 票。',
      '参加的票数占名册要过半数，就是 1,200 票里至少 601 票；实际 800 票，多 199 票，达到。',
      '赞成的票数占参加的要过半数，就是 800 票里至少 401 票；实际 700 票，多 299 票，达到。',
      '结果：通过。',
    ]);
    const owners = [unit(1, 10_050), unit(2, 9_950), unit(3, 10_000)];
    const short = tally(packOf('civil_278_ordinary'), owners, [
      { no: 2, choice: 'for' },
      { no: 3, choice: 'for' },
    ]);
    expect(short.sentences).toContain(
      '参加的面积占名册要三分之二以上，就是 300 平方米里至少 200 平方米；实际 199.50 平方米，少 0.50 平方米，没有达到。',
    );
    expect(short.sentences).toContain(
      '参加的票数占名册要三分之二以上，就是 3 票里至少 2 票；实际 2 票，正好达到。',
    );
  });

  it('of the whole roll measures approval against the roll', () => {
    const base = packOf('household_majority');
    const pack: RulePack = {
      ...base,
      decision: base.decision && { ...base.decision, approvalOf: 'roll' },
    };
    expect(tally(pack, roll(10), ballots({ for: 5, against: 1 })).passed).toBe(false);
    expect(tally(pack, roll(10), ballots({ for: 6 })).passed).toBe(true);
  });

  it('refuses what is no box: strangers, two of one, too many, areas that are not there', () => {
    const pack = packOf('household_majority');
    const wrong: [RulePack, RollUnit[], CountedBallot[]][] = [
      [pack, roll(3), [{ no: 4, choice: 'for' }]],
      [
        pack,
        roll(3),
        [
          { no: 1, choice: 'for' },
          { no: 1, choice: 'for' },
        ],
      ],
      [pack, [unit(1), unit(1)], []],
      [pack, roll(1), Array.from({ length: 2 }, () => ({ no: null, choice: 'for' as const }))],
      [packOf('civil_278_ordinary'), roll(3), []],
      [packOf('civil_278_ordinary'), [unit(1, 100)], [{ no: null, choice: 'for' }]],
      [packOf('opinion'), roll(3), []],
    ];
    for (const [rules, units, votes] of wrong) expect(() => tally(rules, units, votes)).toThrow(RangeError);
  });

  it('depends on no order, agrees with counting by hand, and more consent never turns a passed one down', () => {
    const choice = fc.constantFrom<BallotChoice>('for', 'against', 'abstain');
    const cases = fc.array(
      fc.record({ area: fc.integer({ min: 1, max: 5_000_000 }), choice: fc.option(choice) }),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(cases, fc.constantFrom('civil_278_ordinary', 'civil_278_major'), (members, code) => {
        const units = members.map((member, index) => unit(index + 1, member.area, `${index % 3}幢`));
        const votes = members.flatMap((member, index) =>
          member.choice === null ? [] : [{ no: index + 1, choice: member.choice }],
        );
        const result = tally(packOf(code), units, votes);
        expect(tally(packOf(code), [...units].reverse(), [...votes].reverse())).toEqual(result);
        expect(tallyInputs(packOf(code), [...units].reverse(), [...votes].reverse())).toEqual(
          tallyInputs(packOf(code), units, votes),
        );
        const areaOf = (list: readonly CountedBallot[]): bigint =>
          list.reduce((sum, one) => sum + BigInt(members[(one.no ?? 0) - 1]?.area ?? 0), 0n);
        const whole = members.reduce((sum, member) => sum + BigInt(member.area), 0n);
        const agreed = votes.filter((vote) => vote.choice === 'for');
        const [num, den] = code === 'civil_278_major' ? [3n, 4n] : [1n, 2n];
        const enough = (part: bigint, of: bigint): boolean =>
          code === 'civil_278_major' ? part * den >= num * of : part * den > num * of;
        expect(result.passed).toBe(
          votes.length > 0 &&
            BigInt(votes.length) * 3n >= BigInt(members.length) * 2n &&
            areaOf(votes) * 3n >= whole * 2n &&
            enough(BigInt(agreed.length), BigInt(votes.length)) &&
            enough(areaOf(agreed), areaOf(votes)),
        );
        const kinder = votes.map((vote) => ({ ...vote, choice: 'for' as const }));
        if (result.passed) expect(tally(packOf(code), units, kinder).passed).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('participation', () => {
  const units = [unit(1, 10_000, '2幢'), unit(2, 20_000, '1幢'), unit(3, 30_000, '2幢')];

  it('is told by building and says what is missing', () => {
    const shares = participationByBuilding(units, new Set([3]));
    expect(shares).toEqual([
      { building: '1幢', heads: { done: 0, total: 1 }, area: { done: 0, total: 20_000 } },
      { building: '2幢', heads: { done: 1, total: 2 }, area: { done: 30_000, total: 40_000 } },
    ]);
    const owners = participationOf(packOf('civil_278_ordinary'), shares);
    expect(owners).toMatchObject({
      heads: { done: 1, total: 3, needed: 2, met: false },
      area: { done: 30_000, total: 60_000, needed: 40_000, met: false },
    });
    expect(owners.sentences).toEqual([
      '名册共 3 票，已经有 1 票参加。',
      '参加的票数还差 1 票。',
      '参加的面积还差 100 平方米。',
    ]);
    expect(isQuorate(owners)).toBe(false);
  });

  it('leaves areas out where the rules do not ask for them', () => {
    const heads = participationOf(
      packOf('household_majority'),
      participationByBuilding(units, new Set([1, 2])),
    );
    expect(heads.area).toBeNull();
    expect(heads.buildings.every((one) => one.area === null)).toBe(true);
    expect([isQuorate(heads), heads.sentences.at(-1)]).toEqual([true, '参加的票数已经够了。']);
  });

  it('asks for nothing where nothing is voted on', () => {
    const told = participationOf(packOf('opinion'), participationByBuilding(units, new Set()));
    expect(told.heads).toEqual({ done: 0, total: 3, needed: null, met: true });
  });
});

describe('rules', () => {
  it('that ship are valid and say what they demand', () => {
    for (const pack of RULE_PACKS) {
      expect(validatePack(pack)).toEqual([]);
      for (const sentence of explainPack(pack)) expect(sentence).toMatch(/^[^A-Za-z]+。$/u);
    }
    expect(explainPack(packOf('civil_278_major'))).toEqual(
      expect.arrayContaining([
        '名册里三分之二以上的票数，并且名册里三分之二以上的面积参加，结果才算数。',
        '参加的票数四分之三以上，并且参加的面积四分之三以上赞成，才算通过。',
      ]),
    );
  });

  const broken = (change: Partial<Threshold>, where: 'head' | 'area' = 'head'): string[] => {
    const pack = packOf('civil_278_ordinary');
    const { decision } = pack;
    if (decision === null) return [];
    const approval = { ...decision.approval, [where]: { num: 1, den: 2, strict: true, ...change } };
    return validatePack({ ...pack, decision: { ...decision, approval } });
  };

  it('with an impossible fraction are refused in words', () => {
    expect(broken({ num: 3, den: 2 })).toEqual(['同意票数的比例不能超过一。']);
    expect(broken({ den: 0 })).toEqual(['同意票数的比例，分母要大于零。']);
    expect(broken({ den: -2 })).toEqual(['同意票数的比例，分母要大于零。']);
    expect(broken({ num: -1 }, 'area')).toEqual(['同意面积的比例不能小于零。']);
    expect(broken({ num: 0.5 })).toEqual(['同意票数的比例要用两个整数来写。']);
    expect(broken({ num: 2, den: 2 })).toEqual(['同意票数要超过全部，谁也做不到。']);
    expect(broken({ num: Number.NaN })).toHaveLength(1);
  });

  it('that weigh areas are for owners and open', () => {
    const pack = packOf('civil_278_ordinary');
    const { decision } = pack;
    if (decision === null) throw new Error('no decision');
    expect(validatePack({ ...pack, decision: { ...decision, secrecy: 'choice' } })).toHaveLength(1);
    expect(validatePack({ ...pack, sources: ['owners', 'households'] })).toHaveLength(1);
    expect(packMismatch(pack, 'households', false)).toEqual(['这种规则不能用这种名册。']);
    expect(packMismatch(pack, 'owners', true)).toHaveLength(2);
    expect(packMismatch(packOf('household_majority'), 'households', true)).toEqual([]);
  });

  it('without approval, without a roll or with impossible lengths are refused', () => {
    const pack = packOf('household_majority');
    const { decision } = pack;
    if (decision === null) throw new Error('no decision');
    const none = { head: null, area: null };
    expect(validatePack({ ...pack, decision: { ...decision, approval: none } })).toHaveLength(1);
    expect(validatePack({ ...pack, sources: [] })).toHaveLength(1);
    expect(validatePack({ ...pack, noticeDays: -1, publicationDays: 1.5 })).toHaveLength(2);
    expect(
      validatePack({ ...pack, decision: { ...decision, votingDays: 0, extensionDays: -1 } }),
    ).toHaveLength(2);
  });

  it('know a minority where both sides have spoken', () => {
    expect(minorityExists({ for: 5, against: 0 })).toBe(false);
    expect(minorityExists({ for: 1, against: 5 })).toBe(true);
    expect(minorityExists({ for: 2, against: 2 })).toBe(true);
  });
});
