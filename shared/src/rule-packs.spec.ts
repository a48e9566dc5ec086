import { RULE_PACKS, rulePack, ROLL_SOURCES } from './rule-packs.js';
import { validatePack } from './tally.js';

describe('the packs that ship', () => {
  it('are valid, each version once', () => {
    for (const pack of RULE_PACKS) expect([pack.code, validatePack(pack)]).toEqual([pack.code, []]);
    const keys = RULE_PACKS.map((pack) => `${pack.code}/${pack.version}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are what 民法典 278 says, in whole numbers', () => {
    const ordinary = rulePack('civil_278_ordinary')?.decision;
    const major = rulePack('civil_278_major')?.decision;
    const twoThirds = { num: 2, den: 3, strict: false };
    expect(ordinary?.participation).toEqual({ head: twoThirds, area: twoThirds });
    expect(major?.participation).toEqual({ head: twoThirds, area: twoThirds });
    const half = { num: 1, den: 2, strict: true };
    const threeQuarters = { num: 3, den: 4, strict: false };
    expect(ordinary?.approval).toEqual({ head: half, area: half });
    expect(major?.approval).toEqual({ head: threeQuarters, area: threeQuarters });
    // 物业管理条例 14
    for (const code of ['civil_278_ordinary', 'civil_278_major'])
      expect(rulePack(code)).toMatchObject({ noticeDays: 15, sources: ['owners'] });
  });

  it('never ask for areas in secret, and gather opinions from everybody', () => {
    for (const { decision } of RULE_PACKS) {
      const byArea = decision !== null && (decision.participation.area ?? decision.approval.area) !== null;
      if (byArea) expect(decision.secrecy).toBe('open');
    }
    expect(rulePack('opinion')).toMatchObject({ decision: null, sources: [...ROLL_SOURCES] });
  });

  it('are found by code in their newest version', () => {
    expect(rulePack('household_majority')?.version).toBe(1);
    expect(rulePack('nothing')).toBeNull();
  });
});
