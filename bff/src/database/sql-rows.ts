import { escape, raw, type Raw } from 'mysql2';

/** What must be escaped between single quotes when backslashes escape, as they do in every session of ours. */
const SPECIAL = /['\\\0\x1a]/;

/**
 * Rows for the `VALUES ?` of a statement that is on a hot path. The driver finds out of every single value what it is;
 * a repository knows, and writes `(1,'a',NULL)` itself with the functions below, one for each type of column.
 */
export function sqlRows(rows: readonly string[]): Raw {
  return raw(rows.join(','));
}

/** A number; the sign in front turns whatever else might come here at run time into a number or a refused NaN. */
export function sqlNumber(value: number | null): string {
  return value === null ? 'NULL' : String(+value);
}

/** Text of any content, quoted. */
export function sqlText(value: string | null): string {
  if (value === null) return 'NULL';
  return SPECIAL.test(value) ? escape(value) : `'${value}'`;
}

/** A DATETIME(3) in UTC, which is the zone of every session. Throws RangeError for an invalid date. */
export function sqlInstant(value: Date): string {
  return `'${value.toISOString().slice(0, -1)}'`;
}

/** Bytes of a BINARY or VARBINARY column. */
export function sqlBytes(value: Buffer | null): string {
  return value === null ? 'NULL' : `X'${value.toString('hex')}'`;
}
