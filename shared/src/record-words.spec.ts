import { RECORD_ACTS, recordActWord, recordRoleWord, recordSummary, recordTextWord } from './record-words.js';
import { SPEAKER_ROLES, TOPIC_ACT_NAMES } from './topics.js';

test('every act has Chinese words, and no act has two', () => {
  for (const act of RECORD_ACTS) expect(recordActWord(act)).toMatch(/^[\p{Script=Han}、，（）]+$/u);
  expect(new Set(RECORD_ACTS).size).toBe(RECORD_ACTS.length);
  expect(RECORD_ACTS).toEqual(expect.arrayContaining(TOPIC_ACT_NAMES));
});

test('what a later version writes is told without its code', () => {
  for (const code of ['next_year', 'constructor', 'toString', '__proto__']) {
    expect(recordActWord(code)).toBe('其他记录');
    expect(recordRoleWord(code)).toBe('其他身份');
    expect(recordTextWord(code)).toBe('内容');
    expect(recordSummary(code, {})).toBe('');
  }
});

test('roles of speakers and of staff have words', () => {
  for (const role of [...SPEAKER_ROLES, 'initiator', 'moderator', 'street', 'clock', 'tally', 'product']) {
    expect(recordRoleWord(role)).not.toBe('其他身份');
  }
});

test('summaries say what the act alone does not', () => {
  const tally = { counts: { for: 5, against: 2, abstain: 1 }, passed: true };
  expect(recordSummary('tally', { tally })).toBe('赞成 5，反对 2，弃权 1，通过');
  expect(recordSummary('return', { reason: '请写清楚地点' })).toBe('理由：请写清楚地点');
  const erased = {
    items: [{ seq: 3, name: 'text' }, { seq: 3, name: 'title' }, { seq: 7 }],
    legalBasis: '本人要求',
  };
  expect(recordSummary('erase', erased)).toBe('第 3、7 条的文字，依据：本人要求');
  expect(recordSummary('tally', { tally: null })).toBe('');
  expect(recordSummary('erase', { items: 'x' })).toBe('');
});
