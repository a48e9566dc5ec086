import { isDay } from '@jiefang/shared/time';
import { ageOn, type Skill } from '@jiefang/shared/volunteering';
import type { Coded } from '@/lib/api/types';
import type { Joining } from '../../api/volunteer';
import type { Pledge } from '../../api/types';

/** The joining form as the reader fills it in. */
export interface JoiningDraft {
  accepted: boolean;
  name: string;
  /** 'YYYY-MM-DD', '' before it is chosen. */
  birthDay: string;
  community: Coded | null;
  unitId: string | null;
  skills: Skill[];
  emergencyOptIn: boolean;
  /** '' : not given. */
  idNumber: string;
}

export type JoiningProblems = Partial<
  Record<'accepted' | 'name' | 'birthDay' | 'community' | 'idNumber', string>
>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** True for an 18-digit resident identity number whose check digit is right (GB 11643). */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_DIGITS[sum % 11] === text[17];
}

/** An identity number as it is kept: without spaces, its check letter large. */
export function tidyIdNumber(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** What is wrong with an identity number that may be left out; undefined when nothing is. It carries the day of birth. */
export function idNumberProblem(text: string, birthDay: string): string | undefined {
  const tidy = tidyIdNumber(text);
  if (tidy === '') return undefined;
  if (!isIdNumber(tidy)) return '这个证件号码不对，请照身份证核对一遍。';
  const agrees = birthDay === '' || tidy.slice(6, 14) === birthDay.replace(/-/g, '');
  return agrees ? undefined : '证件号码和出生日期对不上，请核对一遍。';
}

/** What still has to be put right, field by field; empty when the form can be sent. `today` is 'YYYY-MM-DD'. */
export function joiningProblems(draft: JoiningDraft, pledge: Pledge, today: string): JoiningProblems {
  const problems: JoiningProblems = {};
  if (!draft.accepted) problems.accepted = '读过承诺，打开上面的开关再加入。';
  if (draft.name.trim().length < 2) problems.name = '请写身份证上的姓名。';
  if (!isDay(draft.birthDay) || draft.birthDay > today) problems.birthDay = '请选出生日期。';
  else if (ageOn(draft.birthDay, today) < pledge.minAge) {
    problems.birthDay = `年满 ${pledge.minAge} 周岁才能登记，可以先和家长一起来参加。`;
  }
  if (draft.community === null) problems.community = '请选择社区。';
  const wrongId = idNumberProblem(draft.idNumber, draft.birthDay);
  if (wrongId !== undefined) problems.idNumber = wrongId;
  return problems;
}

/** True when a guardian has to agree first. */
export function needsGuardian(birthDay: string, pledge: Pledge, today: string): boolean {
  return isDay(birthDay) && birthDay <= today && ageOn(birthDay, today) < pledge.guardianBelowAge;
}

/** The form as it is sent; only for a draft without problems. */
export function joiningOf(draft: JoiningDraft, pledge: Pledge): Joining {
  const idNumber = tidyIdNumber(draft.idNumber);
  return {
    pledgeVersion: pledge.version,
    name: draft.name.trim(),
    birthDay: draft.birthDay,
    communityCode: draft.community?.code ?? '',
    unitId: draft.unitId,
    skills: draft.skills,
    emergencyOptIn: draft.emergencyOptIn,
    ...(idNumber === '' ? {} : { idNumber }),
  };
}
