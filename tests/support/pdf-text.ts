import { inflateSync } from 'node:zlib';

/** What a reader finds in a PDF: the text of each page, and the fonts that are embedded. */
export interface PdfText {
  pages: string[];
  /** Names of fonts whose outlines are inside the file. */
  embedded: string[];
  title: string;
}

/**
 * Text of a PDF by the maps that the file itself carries (ToUnicode), as copying from a reader gives it. It reads what
 * PDFKit writes: indirect objects, deflated streams, composite fonts.
 */
export function readPdf(file: Buffer): PdfText {
  const objects = objectsOf(file);
  const fonts = new Map<string, Map<string, string>>();
  const pages: string[] = [];
  for (const { dictionary } of objects.values()) {
    if (!/\/Type \/Page\b/.test(dictionary)) continue;
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(dictionary)?.[1] ?? '')?.dictionary ?? '';
    for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1];
      if (unicode !== undefined)
        fonts.set(name, glyphsOf(objects.get(unicode)?.stream.toString('latin1') ?? ''));
    }
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? '');
    pages.push(textOf(content?.stream.toString('latin1') ?? '', fonts));
  }
  const all = [...objects.values()].map((object) => object.dictionary);
  return {
    pages,
    embedded: all
      .filter((one) => /\/FontFile[23]? /.test(one))
      .map((one) => /\/FontName \/(\S+)/.exec(one)?.[1] ?? ''),
    title: titleOf(objects),
  };
}

interface PdfObject {
  dictionary: string;
  stream: Buffer;
}

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = match;
    const [dictionary = '', rest] = body.split('\nstream\n');
    const raw = Buffer.from(rest?.slice(0, rest.lastIndexOf('\nendstream')) ?? '', 'latin1');
    objects.set(id, { dictionary, stream: /\/FlateDecode/.test(dictionary) ? inflateSync(raw) : raw });
  }
  return objects;
}

/** Glyph (four hex digits) → text. */
function glyphsOf(map: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    for (const [index, [, code = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (parseInt(from, 16) + index).toString(16).padStart(4, '0');
      glyphs.set(glyph, Buffer.from(code.replace(/ /g, ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return glyphs;
}

function textOf(content: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  const lines: string[] = [];
  let glyphs = new Map<string, string>();
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map();
    else {
      const hex = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)].map((match) => match[1]).join('');
      lines.push(
        (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs.get(glyph.toLowerCase()) ?? '\ufffd').join(''),
      );
    }
  }
  return lines.join('\n');
}

/** The title is an object of its own: a UTF-16 string in parentheses. */
function titleOf(objects: ReadonlyMap<string, PdfObject>): string {
  const info = [...objects.values()].find((one) => /\/Title \d+ 0 R/.test(one.dictionary))?.dictionary ?? '';
  const text = objects.get(/\/Title (\d+) 0 R/.exec(info)?.[1] ?? '')?.dictionary ?? '';
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const bytes = Buffer.from(
    text.slice(1, -1).replace(/\\([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter),
    'latin1',
  );
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}
