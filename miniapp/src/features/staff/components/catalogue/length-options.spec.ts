import { lengthOptions, unitLengths } from './length-options';

it('keeps an unusual present value among the choices, in order', () => {
  expect(lengthOptions([0, 60, 1440], 90)).toEqual([
    { value: 0, word: '不限' },
    { value: 60, word: '1 小时' },
    { value: 90, word: '1 小时 30 分钟' },
    { value: 1440, word: '1 天' },
  ]);
  expect(lengthOptions([60], null)).toHaveLength(1);
});

it('offers whole units only', () => {
  expect(unitLengths(30, 2)).toEqual([30, 60, 90, 120]);
});
