import { spokenMinutes } from '@jiefang/shared/venues';
import type { Option } from '@/components/ChoiceField';

/** Lengths before a start, in words; `present` is among them even where it is none of the usual ones. */
export function minuteOptions(usual: readonly number[], present: number, zero: string): Option<number>[] {
  const values = usual.includes(present) ? usual : [...usual, present];
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => ({ value, word: value === 0 ? zero : `开始前 ${spokenMinutes(value)}` }));
}
