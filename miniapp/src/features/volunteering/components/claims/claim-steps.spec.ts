import type { ClaimStatus } from '@jiefang/shared/volunteering';
import { claimSteps } from './claim-steps';

const AT = '2026-11-22T11:00:00Z';
const steps = (...statuses: ClaimStatus[]): string[] => {
  const timeline = statuses.map((status) => ({ status, at: AT, note: null }));
  const status = statuses.at(-1) as ClaimStatus;
  return claimSteps({ status, timeline }).map(({ word, at }) => (at === null ? `(${word})` : word));
};

test('says what has been and what is ahead', () => {
  expect(steps('claimed')).toEqual(['已认领', '(服务中)', '(等待核实)', '(已核实)']);
  expect(steps('claimed', 'in_progress', 'submitted', 'verified').at(-1)).toBe('已核实');
});

test('a question leads back to being checked', () => {
  expect(steps('claimed', 'in_progress', 'submitted', 'queried').slice(3)).toEqual([
    '需要补充',
    '(等待核实)',
    '(已核实)',
  ]);
});

test('nothing is ahead of a claim that ended', () => {
  expect(steps('claimed', 'released')).toEqual(['已认领', '已让出']);
  expect(steps('claimed', 'no_show')).toEqual(['已认领', '没有到']);
});
