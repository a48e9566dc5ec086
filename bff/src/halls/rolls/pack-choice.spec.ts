import { choosePack, deliberationWindow } from './pack-choice.js';

const NOW = new Date('2026-11-23T01:05:00Z');

describe('the rules of one topic', () => {
  it('are the pack with its own secrecy and longer windows', () => {
    const { pack, faults } = choosePack({
      source: 'households',
      packCode: 'household_majority',
      secret: true,
      noticeDays: 4,
      votingDays: 10,
    });
    expect(faults).toEqual([]);
    expect(pack).toMatchObject({
      noticeDays: 4,
      deliberationDays: 5,
      publicationDays: 5,
      decision: { secrecy: 'secret', votingDays: 10, extensionDays: 3 },
    });
  });

  it('keep whole days: the notice never lasts less than the pack asks', () => {
    const { pack } = choosePack({ source: 'owners', packCode: 'civil_278_major', secret: false });
    const { from, until } = deliberationWindow(pack, NOW);
    expect(from.toISOString()).toBe('2026-12-08T16:00:00.000Z');
    expect(from.getTime() - NOW.getTime()).toBeGreaterThanOrEqual(15 * 86_400_000);
    expect(until.getTime() - from.getTime()).toBe(7 * 86_400_000);
  });

  it('name every fault of a choice', () => {
    const { faults } = choosePack({
      source: 'households',
      packCode: 'civil_278_ordinary',
      secret: true,
      noticeDays: 1,
      deliberationDays: 1,
      votingDays: 1,
    });
    expect(faults.map((fault) => fault.code)).toEqual([
      'ROLL_SOURCE',
      'WINDOW_TOO_SHORT',
      'WINDOW_TOO_SHORT',
      'WINDOW_TOO_SHORT',
    ]);
    const { faults: secret } = choosePack({ source: 'owners', packCode: 'civil_278_major', secret: true });
    expect(secret[0]?.code).toBe('RULE_PACK_SECRET');
  });

  it('of a topic that is not voted on need no days of voting', () => {
    const { pack, faults } = choosePack({
      source: 'verified_residents',
      packCode: 'opinion',
      secret: false,
      votingDays: 1,
    });
    expect([pack.decision, faults]).toEqual([null, []]);
  });
});
