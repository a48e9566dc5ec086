import type { RulePackCard } from '../../api/types';
import { choiceOf, EMPTY_WIZARD, hasRoll, isSecret, wholeRoll, withPack, withSource } from './wizard';

const pack = (more: Partial<RulePackCard> = {}): RulePackCard => ({
  code: 'household_majority',
  version: 1,
  name: '户代表表决（过半数）',
  basis: '由户代表表决。',
  sources: ['households', 'verified_residents'],
  secrecy: 'choice',
  sentences: [],
  noticeDays: 3,
  deliberationDays: 5,
  votingDays: 7,
  extensionDays: 3,
  publicationDays: 5,
  ...more,
});

test('owners are a roll only with a list of them', () => {
  const owners = withSource(EMPTY_WIZARD, 'owners');
  expect(hasRoll(owners)).toBe(false);
  expect(wholeRoll(owners)).toBeNull();
  expect(wholeRoll({ ...owners, ownersImportId: 'oi1' })).toEqual({
    source: 'owners',
    packCode: 'opinion',
    secret: false,
    ownersImportId: 'oi1',
  });
});

test('another source drops what belonged to the last one, and a pack that does not fit it', () => {
  const chosen = withPack({ ...withSource(EMPTY_WIZARD, 'households'), buildings: ['1 幢'] }, pack());
  expect(withSource(chosen, 'verified_residents')).toMatchObject({ buildings: [], pack: pack() });
  expect(withSource(chosen, 'owners')).toMatchObject({ ownersImportId: null, pack: null });
});

test('a pack brings its own windows, and only a vote has days of voting', () => {
  const households = withSource(EMPTY_WIZARD, 'households');
  expect(choiceOf(households)).toBeNull();
  expect(choiceOf({ ...withPack(households, pack()), buildings: ['1 幢'], secret: true })).toEqual({
    source: 'households',
    packCode: 'household_majority',
    secret: true,
    buildings: ['1 幢'],
    noticeDays: 3,
    deliberationDays: 5,
    votingDays: 7,
  });
  const opinion = pack({ code: 'opinion', secrecy: null, votingDays: null });
  expect(choiceOf(withPack(households, opinion))).not.toHaveProperty('votingDays');
});

test('the rule decides whether the ballot is secret; it is asked only where it leaves the choice', () => {
  expect(isSecret({ pack: pack({ secrecy: 'open' }), secret: true })).toBe(false);
  expect(isSecret({ pack: pack({ secrecy: 'secret' }), secret: false })).toBe(true);
  expect(isSecret({ pack: pack(), secret: true })).toBe(true);
});
