import { clock, spokenRange, timeLeft } from './time';

const NOW = new Date('2026-11-24T02:00:00Z');

test('runs are said in Shanghai time, whatever the zone of the device', () => {
  expect(spokenRange('2026-11-24T06:00:00Z', '2026-11-24T07:30:00Z', NOW)).toBe('今天 14:00–15:30');
  expect(spokenRange('2026-11-28T14:00:00Z', '2026-11-28T16:00:00Z', NOW)).toBe('周六 22:00–24:00');
  expect(clock('2026-11-24T16:30:00Z')).toBe('00:30');
});

test('time left goes from days to minutes to nothing', () => {
  const left = (minutes: number) => timeLeft(new Date(NOW.getTime() + minutes * 60_000).toISOString(), NOW);
  expect([left(12), left(180), left(4320), left(-1)]).toEqual([
    '还有 12 分钟',
    '还有 3 小时',
    '还有 3 天',
    '',
  ]);
});
