/** The part of a long list that is on the page: items from `start` up to and without `end`. */
export interface ListWindow {
  start: number;
  end: number;
}

/**
 * At most `most` of `count` items, from the one the reader went on to. WeChat wants fewer than 1,000 nodes on a page, so
 * a list does not grow without end. When items went away meanwhile, the last full stretch is shown.
 */
export function windowOf(count: number, from: number, most: number): ListWindow {
  const lastStart = Math.max(0, Math.ceil(count / most) - 1) * most;
  const start = Math.min(from, lastStart);
  return { start, end: Math.min(count, start + most) };
}
