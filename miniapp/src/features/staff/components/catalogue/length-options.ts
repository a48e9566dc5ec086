import { spokenMinutes } from '@jiefang/shared/venues';
import type { Option } from '@/components/ChoiceField';

/** Lengths to choose from, in words; `present` is among them even where it is none of the usual ones. */
export function lengthOptions(
  minutes: readonly number[],
  present: number | null,
  wordOf: (minutes: number) => string = (value) => (value === 0 ? '不限' : spokenMinutes(value)),
): Option<number>[] {
  const values = present === null || minutes.includes(present) ? minutes : [...minutes, present];
  return [...values].sort((a, b) => a - b).map((value) => ({ value, word: wordOf(value) }));
}

/** Every whole number of units from one unit to `hours` hours. */
export function unitLengths(unitMinutes: number, hours: number): number[] {
  return Array.from({ length: (hours * 60) / unitMinutes }, (_unit, index) => (index + 1) * unitMinutes);
}
