/** Buildings and rooms as people write them, brought to one form so that a claim finds its household in the roster. */

export const PLACE_MAX = 30;

const PLACE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\-#·.()]*$/u;

/** `３ 栋` → `3栋`, `a座` → `A座`: compatibility forms composed (NFKC), no spaces, one kind of dash, capitals. */
export function tidyPlace(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[‐‑‒–—―−－ーｰ_]/gu, '-')
    .toUpperCase();
}

/** Whether two writings mean one place. */
export function isSamePlace(
  a: { building: string; room: string },
  b: { building: string; room: string },
): boolean {
  return tidyPlace(a.building) === tidyPlace(b.building) && tidyPlace(a.room) === tidyPlace(b.room);
}

/** Why a tidied building or room cannot be taken, in the reader's words; null when it can. */
export function placeFault(place: string): string | null {
  if (place === '') return '不能空着';
  if (Array.from(place).length > PLACE_MAX) return `最多 ${PLACE_MAX} 个字`;
  return PLACE.test(place) ? null : '只能写文字、数字和短横线';
}

/** Rooms in the order of a staircase: 2 before 10. */
export function comparePlaces(a: string, b: string): number {
  return a.localeCompare(b, 'zh-Hans-CN', { numeric: true });
}
