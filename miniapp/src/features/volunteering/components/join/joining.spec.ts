import type { Pledge } from '../../api/types';
import {
  idNumberProblem,
  isIdNumber,
  joiningOf,
  joiningProblems,
  needsGuardian,
  tidyIdNumber,
  type JoiningDraft,
} from './joining';

const TODAY = '2026-11-22';
const PLEDGE: Pledge = {
  version: 3,
  text: '',
  minAge: 15,
  guardianBelowAge: 18,
  skills: [],
  trainings: [],
  unitKinds: [],
};
const draft = (over: Partial<JoiningDraft> = {}): JoiningDraft => ({
  accepted: true,
  name: '林晓',
  birthDay: '1990-05-01',
  community: { code: '350602002002', name: '延安社区' },
  unitId: null,
  skills: ['haircut'],
  emergencyOptIn: true,
  idNumber: '',
  ...over,
});

test('a complete form has no problems, and is sent without the number that was not given', () => {
  expect(joiningProblems(draft(), PLEDGE, TODAY)).toEqual({});
  expect(joiningOf(draft({ name: ' 林晓 ' }), PLEDGE)).toEqual({
    pledgeVersion: 3,
    name: '林晓',
    birthDay: '1990-05-01',
    communityCode: '350602002002',
    unitId: null,
    skills: ['haircut'],
    emergencyOptIn: true,
  });
});

test('each field that is missing or wrong is named', () => {
  const empty = draft({ accepted: false, name: '林', birthDay: '', community: null, idNumber: '123' });
  expect(Object.keys(joiningProblems(empty, PLEDGE, TODAY)).sort()).toEqual([
    'accepted',
    'birthDay',
    'community',
    'idNumber',
    'name',
  ]);
  expect(joiningProblems(draft({ birthDay: '2026-11-23' }), PLEDGE, TODAY).birthDay).toBe('请选出生日期。');
});

test('counts full years on the day: 15 may join, below 18 with a guardian', () => {
  expect(joiningProblems(draft({ birthDay: '2011-11-23' }), PLEDGE, TODAY).birthDay).toContain('15');
  expect(joiningProblems(draft({ birthDay: '2011-11-22' }), PLEDGE, TODAY)).toEqual({});
  expect(needsGuardian('2008-11-23', PLEDGE, TODAY)).toBe(true);
  expect(needsGuardian('2008-11-22', PLEDGE, TODAY)).toBe(false);
  expect(needsGuardian('', PLEDGE, TODAY)).toBe(false);
});

test('knows a real identity number by its check digit', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true);
  expect(isIdNumber('110105194912310021')).toBe(false);
  expect(tidyIdNumber(' 110105 19491231 002x ')).toBe('11010519491231002X');
  expect(idNumberProblem('11010519491231002X', '1949-12-31')).toBeUndefined();
  expect(idNumberProblem('11010519491231002X', '1990-05-01')).toContain('对不上');
  expect(joiningOf(draft({ idNumber: '11010519491231002x' }), PLEDGE).idNumber).toBe('11010519491231002X');
});
