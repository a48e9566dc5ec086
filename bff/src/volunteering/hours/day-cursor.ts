import { isDay } from '@jiefang/shared/time';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeCursor } from '../../common/pagination/cursor.js';

/** Where a list that is sorted by day and row goes on. */
export interface DayCursor {
  day: string;
  id: number;
}

/** The place behind a cursor of such a list, null for its beginning; INVALID_INPUT for one that was not issued here. */
export function decodeDayCursor(cursor: string | undefined): DayCursor | null {
  if (cursor === undefined) return null;
  const [day, id] = decodeCursor(cursor, ['string', 'number']) as [string, number];
  // A database may refuse to compare a day with what is none.
  if (!isDay(day))
    throw new DomainError('INVALID_INPUT', { message: '翻页的位置已经失效。', next: '请回到列表开头再看。' });
  return { day, id };
}
