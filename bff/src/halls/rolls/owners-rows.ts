import { typedPhone } from '../../identity/people/phone.js';

/** What is wrong with a line of a file of owners; `line` counts from 1, the header included. */
export interface OwnersFault {
  line: number;
  message: string;
}

/** One line of the file: a flat and one of its owners. `area` is in hundredths of a square metre. */
export interface OwnerRow {
  line: number;
  building: string;
  room: string;
  area: number;
  owner: string;
  phone: string | null;
  idTail: string | null;
  group: string | null;
  proxy: string | null;
  proxyPhone: string | null;
}

const COLUMNS = {
  building: ['楼栋', '楼号', '幢', '栋', 'building'],
  room: ['房号', '室号', '房间号', 'room'],
  area: ['面积', '建筑面积', '专有部分面积', 'area'],
  owner: ['业主', '业主姓名', '姓名', 'owner'],
  phone: ['手机', '手机号', '业主手机', 'phone'],
  idTail: ['证件后四位', 'id_tail'],
  group: ['共有组', 'co_owner_group'],
  proxy: ['代理人', 'proxy'],
  proxyPhone: ['代理人手机', 'proxy_phone'],
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ['building', 'room', 'area', 'owner'];

/** Where each column stands in the file; -1 for one that it does not have. */
export type OwnersHeader = Record<Column, number> & { width: number };

/** Longest text of a cell, as the tables hold it. */
const CELL_MAX = 40;
/** Square metres of one flat; more is a slip of the pen. */
const AREA_MAX = 100_000;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\ufffd]/u;

const tidy = (text: string): string => text.normalize('NFKC').trim();

/** Reads the header line: Chinese or English names in any order, a unit in brackets aside. Null when it has faults. */
export function readOwnersHeader(
  cells: readonly string[],
  line: number,
  faults: OwnersFault[],
): OwnersHeader | null {
  const before = faults.length;
  const places = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const name = tidy(cell)
      .replace(/\(.*?\)$/, '')
      .trim()
      .toLowerCase();
    if (name === '') return;
    const column = (Object.keys(COLUMNS) as Column[]).find((each) =>
      (COLUMNS[each] as readonly string[]).includes(name),
    );
    if (column === undefined) faults.push({ line, message: `不认识“${shown(cell)}”这一列。` });
    else if (places.has(column)) faults.push({ line, message: `“${shown(cell)}”这一列写了两遍。` });
    else places.set(column, index);
  });
  for (const column of NEEDED) {
    if (!places.has(column)) faults.push({ line, message: `缺“${COLUMNS[column][0]}”这一列。` });
  }
  if (faults.length > before) return null;
  const at = Object.fromEntries(
    (Object.keys(COLUMNS) as Column[]).map((column) => [column, places.get(column) ?? -1]),
  ) as Record<Column, number>;
  return { ...at, width: cells.length };
}

/** Reads one line; null when it has faults, or when all its cells are empty. */
export function readOwnerRow(
  header: OwnersHeader,
  cells: readonly string[],
  line: number,
  faults: OwnersFault[],
): OwnerRow | null {
  const before = faults.length;
  const fault = (message: string): null => {
    faults.push({ line, message });
    return null;
  };
  if (cells.every((cell) => cell.trim() === '')) return null;
  if (cells.some((cell, index) => index >= header.width && cell.trim() !== ''))
    return fault('比表头多出了几格。');
  if (cells.some((cell) => HIDDEN.test(cell.trim()))) return fault('里面有看不见的字符，请删掉。');

  const of = (column: Column): string => tidy(cells[header[column]] ?? '');
  const text = (column: Column): string => {
    const value = of(column);
    if (value.length > CELL_MAX) fault(`“${COLUMNS[column][0]}”太长，最多 ${CELL_MAX} 个字。`);
    return value;
  };
  const building = text('building');
  const room = text('room');
  const owner = text('owner');
  const proxy = text('proxy');
  if (building === '') fault('没有写楼栋。');
  if (room === '') fault('没有写房号。');
  if (owner === '') fault('没有写业主。');
  else if (/[、,;，；/]/.test(owner)) fault('一行只写一位业主；共有的房子每人一行，共有组填同样的字。');
  const area = readArea(of('area'));
  if (typeof area === 'string') fault(area);
  const idTail = of('idTail').toUpperCase();
  if (idTail !== '' && !/^\d{3}[\dX]$/.test(idTail)) fault('证件后四位不对。');
  const phone = readPhone(of('phone'));
  if (phone === undefined) fault('手机号不对。');
  const proxyPhone = readPhone(of('proxyPhone'));
  if (proxyPhone === undefined) fault('代理人的手机号不对。');
  else if (proxyPhone !== null && proxy === '') fault('有代理人手机，没有写代理人。');
  if (faults.length > before) return null;
  return {
    line,
    building,
    room,
    owner,
    area: area as number,
    phone: phone ?? null,
    idTail: idTail === '' ? null : idTail,
    group: text('group') || null,
    proxy: proxy === '' ? null : proxy,
    proxyPhone: proxyPhone ?? null,
  };
}

/** Hundredths of a square metre, exact from the digits that are written; a sentence when it is no area. */
export function readArea(written: string): number | string {
  if (written === '') return '没有写面积。';
  if (/^-/.test(written)) return '面积不能是负数。';
  const match = /^(\d{1,9})(?:\.(\d*))?$/.exec(written);
  if (match === null) return `面积“${shown(written)}”要只写数字，例如 89.50。`;
  const [, whole = '', decimals = ''] = match;
  if (/[^0]/.test(decimals.slice(2))) return '面积最多两位小数。';
  if (decimals.length > 2) return '面积最多两位小数。';
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (hundredths === 0) return '面积不能是零。';
  if (hundredths > AREA_MAX * 100) return '面积太大，请核对。';
  return hundredths;
}

/** Undefined for what is no phone number, null for nothing. */
function readPhone(written: string): string | null | undefined {
  return written === '' ? null : (typedPhone(written) ?? undefined);
}

function shown(text: string): string {
  const clean = text.replace(new RegExp(HIDDEN, 'gu'), '').trim();
  return clean.length > 12 ? `${clean.slice(0, 12)}…` : clean;
}
