/** As the server takes them. */
const MOST_HOURS = 100_000;

/** The first star whose hours do not fit, with why; null for a table that rises. */
export function starsFault(typed: readonly string[]): { index: number; message: string } | null {
  for (const [index, text] of typed.entries()) {
    const hours = Number(text);
    if (!/^\d+$/.test(text) || hours < 1 || hours > MOST_HOURS) {
      return { index, message: `请填 1 到 ${MOST_HOURS} 之间的整数。` };
    }
    const below = typed[index - 1];
    if (below !== undefined && hours <= Number(below)) return { index, message: '要比前一星的多。' };
  }
  return null;
}
