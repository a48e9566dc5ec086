import fc from 'fast-check';
import { format } from 'mysql2';
import { sqlBytes, sqlInstant, sqlNumber, sqlRows, sqlText } from './sql-rows.js';

/** Reads a single-quoted literal as the server does when backslashes escape. */
function readLiteral(literal: string): string {
  expect(literal.startsWith("'") && literal.endsWith("'")).toBe(true);
  const named: Record<string, string> = { 0: '\0', b: '\b', t: '\t', n: '\n', r: '\r', Z: '\x1a' };
  let text = '';
  for (let index = 1; index < literal.length - 1; index += 1) {
    const character = literal.charAt(index);
    // A quote of its own would have ended the literal.
    expect(character).not.toBe("'");
    if (character !== '\\') {
      text += character;
      continue;
    }
    index += 1;
    expect(index).toBeLessThan(literal.length - 1);
    text += named[literal.charAt(index)] ?? literal.charAt(index);
  }
  return text;
}

describe('rows written for SQL', () => {
  it('hold any text as it was, and nothing ends it early', () => {
    const nasty = fc.stringMatching(/^(['"\\%?\0\x1a\n\r\t\x08]|合|a){0,40}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), nasty), (text) => {
        expect(readLiteral(sqlText(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold only numbers where numbers belong, whatever arrives at run time', () => {
    expect(sqlNumber(42)).toBe('42');
    expect(sqlNumber(-1.5)).toBe('-1.5');
    expect(sqlNumber(null)).toBe('NULL');
    const foreign: unknown = '1); DROP TABLE booking; --';
    expect(sqlNumber(foreign as number)).toBe('NaN');
  });

  it('write instants in UTC to the millisecond, and bytes in full', () => {
    expect(sqlInstant(new Date('2026-11-24T06:00:00.007Z'))).toBe("'2026-11-24T06:00:00.007'");
    expect(() => sqlInstant(new Date(NaN))).toThrow(RangeError);
    expect(sqlBytes(Buffer.from([0, 39, 92, 255]))).toBe("X'00275cff'");
    expect([sqlText(null), sqlBytes(null)]).toEqual(['NULL', 'NULL']);
  });

  it('take the place of VALUES ?, question marks and all', () => {
    const rows = sqlRows([`(1,${sqlText('what?')})`, `(2,${sqlText("o'clock")})`]);
    expect(format('INSERT INTO t VALUES ?', [rows])).toBe("INSERT INTO t VALUES (1,'what?'),(2,'o\\'clock')");
  });
});
