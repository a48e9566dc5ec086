import { tierOf } from '@jiefang/shared/hours';
import { higherTier, mayApprove } from './tiers.js';

const COMMUNITY = '350602002002';
const grant = (
  divisionCode: string,
  role: 'volunteer_coordinator' | 'dispatcher' = 'volunteer_coordinator',
) => [{ role, divisionCode }];

describe('who may approve a day’s hours', () => {
  it.each([
    [0, 'community'],
    [480, 'community'],
    [481, 'street'],
    [720, 'street'],
    [721, 'district'],
  ] as const)('%i minutes ask for the %s', (minutes, tier) => expect(tierOf(minutes)).toBe(tier));

  it.each([
    [COMMUNITY, [true, false, false]],
    ['350602002', [true, true, false]],
    ['350602', [true, true, true]],
    ['3506', [true, true, true]],
    ['350602002003', [false, false, false]],
    ['350602002002001', [false, false, false]],
  ])('a coordinator of %s may approve community, street, district: %j', (code, may) => {
    const tiers = ['community', 'street', 'district'] as const;
    expect(tiers.map((tier) => mayApprove(grant(code), 'claims.verify', COMMUNITY, tier))).toEqual(may);
  });

  it('needs the permission as well', () => {
    expect(mayApprove(grant('3506', 'dispatcher'), 'claims.verify', COMMUNITY, 'community')).toBe(false);
    expect(mayApprove([], 'claims.verify', COMMUNITY, 'community')).toBe(false);
  });

  it('takes the higher of two', () => {
    expect(higherTier('street', 'community')).toBe('street');
    expect(higherTier('street', 'district')).toBe('district');
  });
});
