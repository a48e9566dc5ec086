import { stageNo, stancesWord, windowWord, wishOf } from './topic-words';

const NOW = new Date('2026-11-22T04:00:00Z');
/** The end of 28 November in Shanghai, and the start of the 29th. */
const MIDNIGHT = '2026-11-28T16:00:00.000Z';

test('a window that ends at midnight ends with the day before; what begins then begins with the day itself', () => {
  expect(windowWord({ status: 'deliberating', until: MIDNIGHT }, NOW)).toBe('协商到 11月28日');
  expect(windowWord({ status: 'announced', until: MIDNIGHT }, NOW)).toBe('11月29日 开始协商');
  expect(windowWord({ status: 'counted', until: null }, NOW)).toBeNull();
});

test('a vote that waits comes before an endorsement, and nobody endorses their own', () => {
  const mine = { initiator: false, endorsed: false, canVote: true, voted: false };
  expect(wishOf({ status: 'voting', mine })?.word).toBe('等你投票');
  expect(wishOf({ status: 'voting', mine: { ...mine, voted: true } })).toBeNull();
  expect(wishOf({ status: 'endorsing', mine })?.rank).toBe(1);
  expect(wishOf({ status: 'endorsing', mine: { ...mine, initiator: true } })).toBeNull();
  expect(wishOf({ status: 'deliberating', mine: null })).toBeNull();
});

test('stances are counted in words, the stage by its place on the path', () => {
  expect(stancesWord({ for: 58, against: 21, neutral: 9 })).toBe('赞成 58 · 反对 21 · 中立 9');
  expect(stancesWord({ for: 0, against: 0, neutral: 0 })).toBeNull();
  expect([stageNo('raise'), stageNo('implement'), stageNo(null)]).toEqual([0, 5, -1]);
});
