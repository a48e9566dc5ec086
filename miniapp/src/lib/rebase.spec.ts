import { changed, rebase } from './rebase';

const base = { name: '会议室', capacity: 20, hours: [1, 2] };

it('keeps both sides when they changed different things', () => {
  const rebased = rebase(base, { ...base, name: '小会议室' }, { ...base, capacity: 24 });
  expect(rebased).toEqual({
    draft: { name: '小会议室', capacity: 24, hours: [1, 2] },
    theirs: ['capacity'],
    both: [],
  });
});

it('keeps one’s own and says so when both changed the same', () => {
  const rebased = rebase(base, { ...base, capacity: 30 }, { ...base, capacity: 24 });
  expect(rebased.draft.capacity).toBe(30);
  expect(rebased.both).toEqual(['capacity']);
});

it('compares by content', () => {
  expect(changed(base, { ...base, hours: [1, 2] })).toEqual([]);
  expect(changed(base, { ...base, hours: [2, 1] })).toEqual(['hours']);
});
