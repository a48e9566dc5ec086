import { COMMUNITY } from '../../../builders/venues.js';

/** What somebody sends to become a volunteer: an adult of the community, unless told otherwise. */
export function joinForm(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    pledgeVersion: 1,
    name: '林小明',
    birthDay: '1990-05-01',
    communityCode: COMMUNITY,
    unitId: null,
    skills: ['first_aid'],
    emergencyOptIn: false,
    ...change,
  };
}

/** What may be changed later. */
export function profileForm(change: Record<string, unknown> = {}): Record<string, unknown> {
  return { communityCode: COMMUNITY, unitId: null, skills: [], emergencyOptIn: true, ...change };
}

/** An identity number of somebody born on a day, by the standard's arithmetic (ISO 7064, mod 11-2). */
export function idNumberOf(birthDay: string, serial = '123'): string {
  const body = `350602${birthDay.replaceAll('-', '')}${serial}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  const check = (12 - (sum % 11)) % 11;
  return body + (check === 10 ? 'X' : String(check));
}
