import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';

/** A cell: text, a whole number, or a day 'YYYY-MM-DD' as `{ day }`. */
export type Cell = string | number | { day: string };

/** One sheet; the first row is its head, which stays in view. Width in characters. */
export interface Sheet {
  name: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly Cell[])[];
}

/**
 * A workbook (.xlsx). Numbers and days are typed. Text is a string in a cell of format Text: neither opening nor editing
 * makes a formula of a name that begins with `=`.
 */
export async function workbookOf(sheets: readonly Sheet[], at: Date): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  workbook.creator = '街坊';
  workbook.created = at;
  workbook.modified = at;
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ width }) => ({ width }));
    const head = sheet.addRow(columns.map((column) => column.title));
    head.font = { bold: true };
    head.eachCell((cell) => (cell.numFmt = '@'));
    head.commit();
    for (const [index, cells] of rows.entries()) {
      const row = sheet.addRow(
        cells.map((cell) => (typeof cell === 'object' ? new Date(`${cell.day}T00:00:00Z`) : cell)),
      );
      for (const [column, cell] of cells.entries()) {
        row.getCell(column + 1).numFmt =
          typeof cell === 'object' ? 'yyyy-mm-dd' : typeof cell === 'number' ? '#,##0' : '@';
      }
      row.commit();
      if (index % 1000 === 999) await new Promise((resolve) => setImmediate(resolve));
    }
    sheet.commit();
  }
  await workbook.commit();
  return Buffer.concat(chunks);
}
