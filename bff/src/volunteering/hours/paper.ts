import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** Points (1/72 inch) of an A4 page and its margins. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

const INK = '#1f2328';
const FAINT = '#6b7280';
const LINE = '#c9cdd4';
const FONT = '@expo-google-fonts/noto-sans-sc';
const ROW_PADDING = 5;
const LINE_HEIGHT = 1.35;

export type Weight = 'regular' | 'bold';

/** A column of a table. Width in points. */
export interface Column {
  title: string;
  width: number;
  align?: 'left' | 'right';
}

let fonts: Promise<Record<Weight, Buffer>> | undefined;

/** The two faces, 10 MB each: read once. */
function loadFonts(): Promise<Record<Weight, Buffer>> {
  const { resolve } = createRequire(import.meta.url);
  fonts ??= Promise.all([
    readFile(resolve(`${FONT}/400Regular/NotoSansSC_400Regular.ttf`)),
    readFile(resolve(`${FONT}/600SemiBold/NotoSansSC_600SemiBold.ttf`)),
  ]).then(([regular, bold]) => ({ regular, bold }));
  return fonts;
}

/**
 * A PDF in the making: A4, Chinese faces embedded as subsets. The same calls with the same `at` make the same bytes. It
 * gives other requests a turn after every page of a table.
 */
export class Paper {
  private readonly chunks: Buffer[] = [];
  private readonly ended: Promise<void>;

  private constructor(readonly doc: PDFKit.PDFDocument) {
    doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.ended = new Promise((resolve, reject) => {
      doc.on('end', resolve);
      doc.on('error', reject);
    });
  }

  static async open(title: string, at: Date): Promise<Paper> {
    const { regular, bold } = await loadFonts();
    const doc = new PDFDocument({
      size: 'A4',
      margin: PAGE.margin,
      bufferPages: true,
      lang: 'zh-CN',
      displayTitle: true,
      info: { Title: title, Creator: '街坊', CreationDate: at, ModDate: at },
    });
    doc.registerFont('regular', regular).registerFont('bold', bold).fillColor(INK);
    return new Paper(doc);
  }

  /** One line of text at a place; nothing is wrapped. */
  line(
    text: string,
    x: number,
    y: number,
    style: {
      size?: number;
      weight?: Weight;
      faint?: boolean;
      align?: 'left' | 'center' | 'right';
      width?: number;
    } = {},
  ): void {
    const { size = 11, weight = 'regular', faint = false, align = 'left', width = TEXT_WIDTH } = style;
    const { doc } = this;
    doc
      .font(weight)
      .fontSize(size)
      .fillColor(faint ? FAINT : INK);
    const free = width - doc.widthOfString(text);
    const shift = align === 'left' ? 0 : align === 'center' ? free / 2 : free;
    doc.text(text, x + shift, y, { lineBreak: false });
  }

  /** Text cut into lines that fit; Chinese breaks between any two characters. Sizes as last set by `style`. */
  wrap(text: string, width: number, style: { size?: number; weight?: Weight } = {}): string[] {
    const { doc } = this;
    doc.font(style.weight ?? 'regular').fontSize(style.size ?? 11);
    if (doc.widthOfString(text) <= width) return [text];
    const lines: string[] = [];
    let [line, used] = ['', 0];
    for (const character of text) {
      const wide = doc.widthOfString(character);
      if (used + wide > width && line !== '') {
        lines.push(line);
        [line, used] = ['', 0];
      }
      line += character;
      used += wide;
    }
    return [...lines, line];
  }

  rule(x: number, y: number, width: number): void {
    this.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .strokeColor(LINE)
      .stroke();
  }

  /** A table from `y` down, over as many pages as it takes, its head on each. Returns the y below it. */
  async table(
    columns: readonly Column[],
    rows: readonly (readonly string[])[],
    y: number,
    size = 9.5,
  ): Promise<number> {
    let top = this.row(
      columns,
      columns.map((column) => [column.title]),
      y,
      size,
      'bold',
    );
    for (const row of rows) {
      const cells = columns.map((column, index) => this.wrap(row[index] ?? '', column.width - 8, { size }));
      if (top + heightOf(cells, size) > PAGE.height - PAGE.margin - 20) {
        this.doc.addPage();
        await new Promise((resolve) => setImmediate(resolve));
        top = this.row(
          columns,
          columns.map((column) => [column.title]),
          PAGE.margin,
          size,
          'bold',
        );
      }
      top = this.row(columns, cells, top, size, 'regular');
    }
    return top;
  }

  /** Writes the page numbers and returns the file. */
  async finish(footer: string): Promise<Buffer> {
    const { doc } = this;
    const { count } = doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      doc.switchToPage(page);
      // Below the margin a text would begin a page of its own.
      doc.page.margins.bottom = 0;
      const y = PAGE.height - 27;
      this.line(footer, PAGE.margin, y, { size: 8, faint: true });
      this.line(`第 ${page + 1} 页，共 ${count} 页`, PAGE.margin, y, {
        size: 8,
        faint: true,
        align: 'right',
      });
    }
    doc.end();
    await this.ended;
    return Buffer.concat(this.chunks);
  }

  private row(
    columns: readonly Column[],
    cells: readonly string[][],
    y: number,
    size: number,
    weight: Weight,
  ): number {
    let x: number = PAGE.margin;
    for (const [index, column] of columns.entries()) {
      for (const [n, text] of (cells[index] ?? []).entries()) {
        this.line(text, x + 4, y + ROW_PADDING + n * size * LINE_HEIGHT, {
          size,
          weight,
          width: column.width - 8,
          align: column.align ?? 'left',
        });
      }
      x += column.width;
    }
    const bottom = y + heightOf(cells, size);
    this.rule(PAGE.margin, bottom, x - PAGE.margin);
    return bottom;
  }
}

function heightOf(cells: readonly string[][], size: number): number {
  return Math.max(...cells.map((lines) => lines.length)) * size * LINE_HEIGHT + 2 * ROW_PADDING;
}
