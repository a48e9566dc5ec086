import { DEFAULT_POLICY, type Audience } from '@jiefang/shared/venues';
import { eligibility } from './eligibility.js';
import type { Person } from './person-facts.js';

const NOW = new Date('2026-11-23T01:00:00Z');

const person = (change: Partial<Person> = {}): Person => ({
  personId: 1,
  phoneBound: true,
  communityCode: '350602002002',
  householdId: 1,
  pauses: [],
  ...change,
});

const venue = (audience: Audience, divisionCode = '350602002', status: 'open' | 'suspended' = 'open') => ({
  centreId: 7,
  centreName: '西桥党群服务中心',
  divisionCode,
  status,
  policy: { ...DEFAULT_POLICY, audience },
});

const codeOf = (...args: Parameters<typeof eligibility>): string | null => eligibility(...args)?.code ?? null;

describe('who may book', () => {
  it('lets a resident of the subtree book', () => {
    expect(codeOf(person(), venue('community'), NOW)).toBeNull();
    expect(codeOf(person(), venue('community', '350602002002'), NOW)).toBeNull();
  });

  it('refuses residents of elsewhere, and tells them so', () => {
    const refusal = eligibility(person({ communityCode: '350602003001' }), venue('community'), NOW);
    expect(refusal?.code).toBe('BOOKING_AUDIENCE');
    expect(refusal?.refusal.next).toContain('不在本辖区');
    expect(codeOf(person({ communityCode: null }), venue('community'), NOW)).toBe('BOOKING_AUDIENCE');
  });

  it('wants a login, then a phone, for anyone', () => {
    expect(codeOf(null, venue('anyone'), NOW)).toBe('UNAUTHENTICATED');
    expect(codeOf(person({ phoneBound: false, communityCode: null }), venue('anyone'), NOW)).toBe(
      'PHONE_REQUIRED',
    );
    expect(codeOf(person({ communityCode: null }), venue('anyone'), NOW)).toBeNull();
  });

  it('says first what no login changes', () => {
    expect(codeOf(null, venue('units'), NOW)).toBe('BOOKING_UNITS_ONLY');
    expect(codeOf(null, venue('units', '350602002', 'suspended'), NOW)).toBe('VENUE_SUSPENDED');
  });

  it('keeps a pause to its centre and its time', () => {
    const endsAt = new Date('2026-12-01T01:00:00Z');
    const paused = eligibility(person({ pauses: [{ centreId: 7, endsAt }] }), venue('anyone'), NOW);
    expect(paused?.code).toBe('BOOKING_PAUSED');
    expect(paused?.refusal.rule).toEqual({ no: 9, title: '爽约' });
    expect(paused?.refusal.message).toContain('12月1日');
    expect(codeOf(person({ pauses: [{ centreId: 8, endsAt }] }), venue('anyone'), NOW)).toBeNull();
    expect(codeOf(person({ pauses: [{ centreId: 7, endsAt: NOW }] }), venue('anyone'), NOW)).toBeNull();
  });
});
