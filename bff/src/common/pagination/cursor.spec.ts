import { DomainError } from '../errors/domain-error.js';
import { decodeCursor, encodeCursor, pageOf } from './cursor.js';

const odd = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('carries the last row’s sort key', () => {
    expect(decodeCursor(encodeCursor(['幸福中心', 12]), ['string', 'number'])).toEqual(['幸福中心', 12]);
  });

  it.each([odd([1]), odd([1, 'a']), odd(null), odd({ 0: 1 }), odd([-1, 1]), odd([1e300, 1]), 'x', '', '中'])(
    'that was not issued here is refused: %s',
    (cursor) => {
      expect(() => decodeCursor(cursor, ['number', 'number'])).toThrow(DomainError);
    },
  );

  it('is there only when there is more', () => {
    const page = (rows: number[]) => pageOf(rows, 2, (row) => [row], String);
    expect(page([1, 2])).toEqual({ items: ['1', '2'], nextCursor: null });
    expect(page([1, 2, 3])).toEqual({ items: ['1', '2'], nextCursor: encodeCursor([2]) });
    expect(page([])).toEqual({ items: [], nextCursor: null });
  });
});
