import type { Sql } from '../database/database.js';

const ROWS_PER_STATEMENT = 1000;

/** Inserts rows in statements of a thousand. `columns` as in SQL, values in their order. */
export async function insertRows(
  sql: Sql,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await sql.execute(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [
      rows.slice(from, from + ROWS_PER_STATEMENT),
    ]);
  }
}
