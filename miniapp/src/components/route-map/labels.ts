import type { PlanePoint } from '@jiefang/shared/geo';

/** A mark on the sheet in px, and the words for its label: the first one that fits is shown. */
export interface Labelled extends PlanePoint {
  words: readonly string[];
}

export interface Label {
  word: string;
  side: 'left' | 'right';
}

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From the middle of a mark to its label, and half a mark's size. */
export const LABEL_GAP = 18;
const MARK = 13;

/**
 * Where each mark's label goes so that none lies over another label, another mark or the sheet's edge; null where there is
 * no room: the mark's number still says which one it is. `character` is the width of a Chinese character in px.
 */
export function labelsOf(marks: readonly Labelled[], width: number, character: number): (Label | null)[] {
  const taken: Area[] = marks.map(({ x, y }) => ({
    left: x - MARK,
    right: x + MARK,
    top: y - MARK,
    bottom: y + MARK,
  }));
  return marks.map(({ x, y, words }, own) => {
    for (const word of words) {
      const length = word.length * character;
      for (const side of ['right', 'left'] as const) {
        const left = side === 'right' ? x + LABEL_GAP : x - LABEL_GAP - length;
        const area = { left, right: left + length, top: y - character * 0.7, bottom: y + character * 0.7 };
        const free = area.left >= 0 && area.right <= width;
        if (!free || taken.some((other, index) => index !== own && overlap(area, other))) continue;
        taken.push(area);
        return { word, side };
      }
    }
    return null;
  });
}

function overlap(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
