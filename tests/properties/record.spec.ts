import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { verifyRecord, type RecordFault } from '@jiefang/shared/record';
import { buildDivision } from '../builders/people.js';
import { buildRecords, exported } from '../builders/record.js';
import { COMMUNITY } from '../builders/venues.js';
import { stage } from '../support/stage.js';

jest.setTimeout(240_000);

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = 10_000;

type Json = Record<string, unknown>;

/** What an attacker does to one line of a file. Numbers choose among what is there. */
interface Attack {
  record: number;
  line: number;
  kind: 'change' | 'characters' | 'remove' | 'move' | 'copy' | 'forge' | 'garbage';
  where: number;
  how: number;
  /** The line's own hash (the header's own check) is computed anew. */
  covers: boolean;
}

const attack: fc.Arbitrary<Attack> = fc.record({
  record: fc.nat(1000),
  line: fc.nat(1000),
  kind: fc.constantFrom('change', 'change', 'characters', 'remove', 'move', 'copy', 'forge', 'garbage'),
  where: fc.nat(1_000_000),
  how: fc.nat(1_000_000),
  covers: fc.boolean(),
});

/** A changed file, and where the report must point: at any of these entries or lines. */
interface Damage {
  lines: string[];
  seqs: number[];
  at: number[];
}

describe('a record that somebody changed', () => {
  const [app] = stage(1);
  const records: string[][] = [];

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    app.clock.set('2026-11-23T01:00:00Z');
    const topics = await buildRecords(app);
    for (const topicId of Object.values(topics)) records.push(await exported(app, topicId));
  });

  it('proves as it is', () => {
    for (const lines of records) expect(verifyRecord(lines)).toMatchObject({ ok: true, faults: [] });
    expect(records.map((lines) => lines.length)).toEqual([1, 2, 15, 10, 10, 8]);
  });

  it(`never proves, and the changed line is named (seed ${seed})`, () => {
    let attacks = 0;
    fc.assert(
      fc.property(attack, (chosen) => {
        const damage = strike(records, chosen);
        if (damage === null) return;
        attacks += 1;
        const report = verifyRecord(damage.lines);
        const named = report.faults.some((fault) => points(fault, damage));
        if (report.ok || !named) {
          throw new Error(
            `${JSON.stringify({ ...damage, lines: undefined })} ${JSON.stringify(report.faults)}`,
          );
        }
      }),
      { numRuns: RUNS * 1.2, seed, includeErrorInReport: true },
    );
    expect(attacks).toBeGreaterThanOrEqual(RUNS);
  });
});

function points({ seq, until, line }: RecordFault, { seqs, at }: Damage): boolean {
  return (
    at.some((one) => one === line) || seqs.some((one) => seq !== null && one >= seq && one <= (until ?? seq))
  );
}

/** One attack; null when it would change nothing. */
function strike(records: readonly string[][], chosen: Attack): Damage | null {
  const lines = [...(records[chosen.record % records.length] as string[])];
  const index = chosen.line % lines.length;
  const line = lines[index] as string;
  const whole = (changed: string | null): Damage | null => {
    if (changed === null || changed === line) return null;
    lines[index] = changed;
    return { lines, seqs: [index], at: [index + 1] };
  };
  switch (chosen.kind) {
    case 'change':
      return whole(changeValue(line, chosen));
    case 'characters':
      return whole(changeCharacters(line, chosen));
    case 'remove':
      lines.splice(index, 1);
      return { lines, seqs: [index], at: [] };
    case 'move': {
      const to = chosen.where % lines.length;
      if (to === index || lines.length < 3) return null;
      lines.splice(index, 1);
      lines.splice(to, 0, line);
      // Of two neighbours that changed places nobody can say which one moved.
      return { lines, seqs: Math.abs(to - index) === 1 ? [index, to] : [index], at: [] };
    }
    case 'copy': {
      const to = chosen.where % (lines.length + 1);
      lines.splice(to, 0, line);
      return { lines, seqs: [index], at: [to + 1] };
    }
    case 'forge': {
      if (index === 0) return null;
      const forged = changeValue(line, { ...chosen, covers: true });
      if (forged === null || forged === line) return null;
      const to = 1 + (chosen.how % lines.length);
      lines.splice(to, 0, forged);
      return { lines, seqs: [], at: [to + 1] };
    }
    case 'garbage':
      lines.splice(
        index,
        0,
        ['{}', 'null', '[]', '"x"', '{"seq":3}', line.slice(0, -1), '\u0000'][chosen.how % 7] as string,
      );
      return { lines, seqs: [], at: [index + 1] };
  }
}

/** Another value somewhere in the line, which is then written as the product writes. */
function changeValue(line: string, { where, how, covers }: Attack): string | null {
  const value = JSON.parse(line) as Json;
  const places: [Json, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Json, key]);
      walk((node as Json)[key]);
    }
  };
  walk(value);
  const isHeader = 'format' in value;
  const [owner, key] = places[where % places.length] as [Json, string];
  // Nothing but the file says when it was exported, and of an untold title: whoever writes it writes its check.
  const untold = isHeader && (key === 'exportedAt' || key === 'title');
  change(owner, key, how);
  if (isHeader) {
    const { check, ...rest } = value;
    const rewritten = covers && !untold && key !== 'check' && key !== 'roots' && !isPartOfRoot(owner);
    return write({ ...rest, check: rewritten ? sha(write(rest)) : check });
  }
  const { hash, disclosed, ...rest } = value;
  const text = write(rest);
  return `${text.slice(0, -1)},"hash":"${covers && key !== 'hash' ? sha(text) : String(hash)}","disclosed":${write(disclosed)}}`;
}

/** Taking a root out of the header is no lie; changing one is. */
function isPartOfRoot(owner: Json): boolean {
  return Array.isArray(owner);
}

function change(owner: Json, key: string, how: number): void {
  const old = owner[key];
  if (how % 11 === 0) {
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else delete owner[key];
  } else if (how % 13 === 0) owner[key] = null;
  else if (typeof old === 'string') {
    const letters = Array.from(old);
    const hex = /^[0-9a-f]{32,64}$/.test(old);
    const at = how % (hex ? letters.length : letters.length + 1);
    if (hex) letters[at] = letters[at] === '0' ? '1' : '0';
    else letters.splice(at, 0, '改');
    owner[key] = letters.join('');
  } else if (typeof old === 'number') owner[key] = old + (how % 2 === 0 ? 1 : -1) * (1 + (how % 5));
  else if (typeof old === 'boolean') owner[key] = !old;
  else if (Array.isArray(old)) old.push('多');
  else if (typeof old === 'object' && old !== null) (old as Json).more = how;
  else owner[key] = 'x';
}

/** A character less, more or another. */
function changeCharacters(line: string, { where, how }: Attack): string {
  const at = where % line.length;
  const other = '0a"{}:, \\x改'[how % 11] as string;
  if (how % 3 === 0) return line.slice(0, at) + line.slice(at + 1);
  return line.slice(0, at) + other + line.slice(at + (how % 3 === 1 ? 1 : 0));
}

function write(value: unknown): string {
  return canonicalize(value) as string;
}

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
