import { GUARDIAN_BELOW_AGE, ageOn, MIN_VOLUNTEER_AGE } from '@jiefang/shared/volunteering';

export const VOLUNTEER_STATUSES = ['awaiting_guardian', 'active', 'left'] as const;
export type VolunteerStatus = (typeof VOLUNTEER_STATUSES)[number];

/** How a guardian's consent was given: by the link on their own phone, or in person to a member of staff. */
export const GUARDIAN_METHODS = ['link', 'desk'] as const;
export type GuardianMethod = (typeof GUARDIAN_METHODS)[number];

export const VOLUNTEER_ACTIONS = ['edit', 'leave', 'send_guardian_link'] as const;
export type VolunteerAction = (typeof VOLUNTEER_ACTIONS)[number];

/** What a volunteer may do about their own registration. */
export function volunteerActions(status: VolunteerStatus): VolunteerAction[] {
  if (status === 'left') return [];
  return status === 'awaiting_guardian' ? ['edit', 'leave', 'send_guardian_link'] : ['edit', 'leave'];
}

/** The status one joins with; null for somebody who is too young (志愿服务条例 12). Days are 'YYYY-MM-DD'. */
export function joiningStatus(birthDay: string, today: string): 'active' | 'awaiting_guardian' | null {
  const age = ageOn(birthDay, today);
  if (age < MIN_VOLUNTEER_AGE) return null;
  return age < GUARDIAN_BELOW_AGE ? 'awaiting_guardian' : 'active';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/**
 * Why a number cannot be the identity number of somebody born on `birthDay`, in the reader's words; null when it can.
 * Eighteen places with a check digit (GB 11643), which residence permits of Hong Kong, Macao, Taiwan and foreign
 * residents have as well.
 */
export function idNumberFault(number: string, birthDay: string): string | null {
  if (!/^\d{17}[\dX]$/.test(number)) return '证件号码应是 18 位';
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  if (CHECK_DIGITS[sum % 11] !== number[17]) return '证件号码不对，请再核对一遍';
  return number.slice(6, 14) === birthDay.replaceAll('-', '') ? null : '证件号码和出生日期对不上';
}

/** 350***********1234: enough for its owner to know it again. */
export function maskIdNumber(number: string): string {
  return `${number.slice(0, 3)}***********${number.slice(-4)}`;
}

/** A consent link is good for seven days. */
export const GUARDIAN_LINK_DAYS = 7;

/** The end of a guardian link, written into the token itself (its hash covers it); null for what is no token. */
export function guardianTokenEnd(token: string): Date | null {
  const seconds = /^[A-Za-z0-9_-]{32}\.([0-9a-z]{6,8})$/.exec(token)?.[1];
  return seconds === undefined ? null : new Date(parseInt(seconds, 36) * 1000);
}

/** A token of 24 secret bytes that is good until `end`. */
export function guardianToken(secret: Buffer, end: Date): string {
  return `${secret.toString('base64url')}.${Math.floor(end.getTime() / 1000).toString(36)}`;
}
