import type { Minutes } from '../../api/types';
import {
  draftOf,
  isChanged,
  plusSentence,
  saveFault,
  sendFault,
  toggleCite,
  withSentence,
  written,
} from './draft';

const cite = { kind: 'speech' as const, id: 's1', label: '张三：建在北门' };
const minutes = (more: Partial<Minutes> = {}): Minutes => ({
  no: 1,
  sentences: [{ text: '建在北门。', cites: [cite] }],
  minority: [],
  status: 'draft',
  confirmUntil: null,
  confirmations: [],
  mine: null,
  ...more,
});

test('begins with one empty sentence, and saves none that stayed empty', () => {
  const draft = plusSentence(draftOf(null), 'minority');
  expect(draft.sentences).toHaveLength(1);
  expect(written(draft)).toEqual({ sentences: [], minority: [] });
  expect(saveFault(draft)).toBe('至少写一句。');
  expect(isChanged(draft, null)).toBe(false);
});

test('a citation needs a sentence', () => {
  const cited = withSentence(draftOf(minutes()), 'sentences', 0, { text: ' ' });
  expect(saveFault(cited)).toBe('有引用的地方也要写一句话。');
});

test('citing twice takes the citation back', () => {
  expect(toggleCite(toggleCite([], cite), { ...cite, label: '别的写法' })).toEqual([]);
});

test('knows whether what is written has been saved, whatever the labels', () => {
  const relabelled = withSentence(draftOf(minutes()), 'sentences', 0, { cites: [{ ...cite, label: '' }] });
  expect(isChanged(relabelled, minutes())).toBe(false);
  expect(isChanged(withSentence(relabelled, 'sentences', 0, { text: '建在南门。' }), minutes())).toBe(true);
});

test('where views stand on both sides, the smaller one must be in the minutes and say who said it', () => {
  expect(sendFault({ minutes: null, minorityNeeded: false })).not.toBeNull();
  expect(sendFault({ minutes: minutes(), minorityNeeded: false })).toBeNull();
  expect(sendFault({ minutes: minutes(), minorityNeeded: true })).toContain('少数人');
  const unsourced = minutes({ minority: [{ text: '有人反对。', cites: [] }] });
  expect(sendFault({ minutes: unsourced, minorityNeeded: true })).toContain('引用');
});
