import { waited } from './waited';

it.each([
  [20, '不到 1 分钟'],
  [60 * 12, '12 分钟'],
  [3600 * 3 + 59, '3 小时'],
  [3600 * 47, '47 小时'],
  [86400 * 2, '2 天'],
  [-5, '不到 1 分钟'],
])('says how long %i seconds are', (seconds, words) => {
  const now = new Date('2026-11-24T06:00:00Z');
  expect(waited(new Date(now.getTime() - seconds * 1000).toISOString(), now)).toBe(words);
});
