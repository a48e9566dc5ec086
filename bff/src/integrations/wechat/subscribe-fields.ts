const THING_LIMIT = 20;

/**
 * Fits a value into its template field: a `thing` holds 20 characters, and one that is longer makes WeChat refuse the
 * whole message (47003), so it is cut and ends in 「…」. Other kinds (times, numbers) mean nothing when cut and stay.
 */
export function fitField(field: string, value: string): string {
  if (!/^thing\d*$/.test(field)) return value;
  const characters = Array.from(value);
  return characters.length <= THING_LIMIT ? value : `${characters.slice(0, THING_LIMIT - 1).join('')}…`;
}
