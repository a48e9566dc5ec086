import { interleaved, measure, median, meets, percentile } from '../../bench/harness.js';

describe('the bench harness', () => {
  it.each([
    [0, '= 0', true],
    [1, '= 0', false],
    [3, '≥3', true],
    [2.99, '≥3', false],
    [60, '≤60', true],
    [60.01, '≤60', false],
    [0.5, '≥0.5', true],
    [7, '', true],
    [Number.NaN, '', false],
    [Number.POSITIVE_INFINITY, '≥3', false],
  ])('judges %p against %p', (value, bar, pass) => {
    expect(meets(value, bar)).toBe(pass);
    expect(measure('x', value, '', bar).pass).toBe(pass);
  });

  it('refuses a bar it cannot read', () => {
    expect(() => meets(1, '> 3')).toThrow('A bar reads');
  });

  it('takes medians and percentiles of unordered values, and of none refuses to', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(() => median([])).toThrow();
    expect(() => percentile([], 0.5)).toThrow();
  });

  it('interleaves its candidates', async () => {
    const order: string[] = [];
    const run = (name: string) => () => Promise.resolve(order.push(name));
    expect(await interleaved(2, { a: run('a'), b: run('b') })).toEqual({ a: [1, 3], b: [2, 4] });
    expect(order).toEqual(['a', 'b', 'a', 'b']);
  });
});
