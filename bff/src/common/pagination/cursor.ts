import { DomainError } from '../errors/domain-error.js';

/** One page of a list; the cursor leads to the next, null at the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** An opaque cursor out of the sort key of a page's last row. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The last millisecond that a DATETIME holds. No instant, row number or distance in a sort key is greater. */
const MAX_NUMBER = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The sort key back; each value must be of the type listed. INVALID_INPUT for anything that was not issued here. */
export function decodeCursor(cursor: string, types: readonly ('string' | 'number')[]): (string | number)[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    values = null;
  }
  if (
    !Array.isArray(values) ||
    values.length !== types.length ||
    values.some((value: unknown, index) => typeof value !== types[index] || !isInRange(value))
  ) {
    throw new DomainError('INVALID_INPUT', { message: '翻页的位置已经失效。', next: '请回到列表开头再看。' });
  }
  return values as (string | number)[];
}

/** Cuts one row more than the page down to the page and its cursor. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => (string | number)[],
  view: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}

/** The same for views that were made together, one for each row shown. */
export function pageOfViews<R, T>(
  rows: readonly R[],
  views: readonly T[],
  limit: number,
  keyOf: (row: R) => (string | number)[],
): Page<T> {
  return { ...pageOf(rows, limit, keyOf, () => null), items: [...views] };
}

function isInRange(value: unknown): boolean {
  return typeof value !== 'number' || (value >= 0 && value <= MAX_NUMBER);
}
