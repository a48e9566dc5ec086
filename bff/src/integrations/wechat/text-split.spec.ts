import { fitField } from './subscribe-fields.js';
import { CHECK_LIMIT, CHECK_OVERLAP, splitForCheck } from './text-split.js';

describe('splitForCheck', () => {
  it('leaves a text within the limit whole', () => {
    expect(splitForCheck('街'.repeat(CHECK_LIMIT))).toEqual(['街'.repeat(CHECK_LIMIT)]);
  });

  it('lets parts overlap, so that a word at a border is whole in one of them', () => {
    for (let at = CHECK_LIMIT - 20; at <= CHECK_LIMIT + 20; at++) {
      const text = `${'a'.repeat(at)}BADWORD${'a'.repeat(CHECK_LIMIT)}`;
      const parts = splitForCheck(text);
      expect(parts.some((part) => part.includes('BADWORD'))).toBe(true);
      expect(parts.every((part) => part.length <= CHECK_LIMIT)).toBe(true);
    }
  });

  it('loses nothing and never cuts a character of two units', () => {
    const text = `x${Array.from({ length: 5_000 }, (_, n) => String.fromCodePoint(0x20000 + n)).join('')}`;
    const parts = splitForCheck(text);
    expect(parts.some((part) => /\p{Surrogate}/u.test(part))).toBe(false);
    let covered = 0;
    for (const part of parts) {
      const start = text.indexOf(part);
      expect(start).toBeGreaterThanOrEqual(0);
      if (covered > 0) expect(covered - start).toBeGreaterThanOrEqual(CHECK_OVERLAP);
      covered = start + part.length;
    }
    expect(covered).toBe(text.length);
  });
});

describe('fitField', () => {
  it('cuts a thing to 20 characters and leaves other fields alone', () => {
    expect(fitField('thing1', '多功能厅')).toBe('多功能厅');
    expect(fitField('thing12', '厅'.repeat(20))).toBe('厅'.repeat(20));
    expect(fitField('thing1', '厅'.repeat(21))).toBe(`${'厅'.repeat(19)}…`);
    expect(Array.from(fitField('thing1', '😀'.repeat(30)))).toHaveLength(20);
    expect(fitField('time2', '2026年11月28日 14:00~15:30')).toBe('2026年11月28日 14:00~15:30');
  });
});
