/** Levels of the official statistical-division codes, and the length of a code at each. */
export const DIVISION_LEVELS = ['province', 'city', 'district', 'street', 'community', 'grid'] as const;
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

export const DIVISION_CODE_LENGTH: Record<DivisionLevel, number> = {
  province: 2,
  city: 4,
  district: 6,
  street: 9,
  community: 12,
  grid: 15,
};

/** True for a string of digits of one of the levels' lengths. */
export function isDivisionCode(value: string): boolean {
  return /^\d+$/.test(value) && Object.values(DIVISION_CODE_LENGTH).includes(value.length);
}

/** The level of a valid code. */
export function levelOf(code: string): DivisionLevel {
  const level = DIVISION_LEVELS.find((l) => DIVISION_CODE_LENGTH[l] === code.length);
  if (level === undefined) throw new RangeError(`not a division code: ${code}`);
  return level;
}

/** Codes of the ancestors of a code, top first, without the code itself. */
export function ancestorsOf(code: string): string[] {
  return Object.values(DIVISION_CODE_LENGTH)
    .filter((length) => length < code.length)
    .map((length) => code.slice(0, length));
}

/** How residents say the name of a division: 延安社区居委会 is 延安社区. */
export function shortNameOf(name: string): string {
  return (
    name
      .replace(/(居民委员会|居委会|村民委员会|村委会)$/, (suffix) => (suffix.startsWith('村') ? '村' : ''))
      .replace(/村村$/, '村')
      .replace(/社区居民$/, '社区') || name
  );
}
