import { rulePack } from '@jiefang/shared/rule-packs';
import { demandsOf } from './demands';

const pack = (code: string) => {
  const found = rulePack(code);
  if (found === null) throw new Error(code);
  return found;
};

test('a majority of households, in numbers', () => {
  expect(demandsOf(pack('household_majority'), { size: 1204, area: null, unit: '户' })).toEqual([
    '1,204 户里至少 603 户参加，结果才算数。',
    '要是刚好这么多参加，603 户里至少 302 户赞成，才算通过。',
  ]);
});

test('owners count by heads and by areas', () => {
  const [quorum, majority] = demandsOf(pack('civil_278_major'), { size: 18, area: 173_572, unit: '位业主' });
  expect(quorum).toBe(
    '18 位业主里至少 12 位业主参加，并且 1,735.72 平方米里至少 1,157.15 平方米参加，结果才算数。',
  );
  expect(majority).toContain('12 位业主里至少 9 位业主赞成');
});

test('nothing is demanded where nothing is voted on', () => {
  expect(demandsOf(pack('opinion'), { size: 40, area: null, unit: '人' })).toEqual([]);
});
