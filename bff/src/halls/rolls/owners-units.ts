import type { OwnerRow, OwnersFault } from './owners-rows.js';

type OwnerCapacity = 'owner' | 'co_owner' | 'proxy';

/** Somebody who may speak for a voting unit; a proxy is recorded as one. */
export interface UnitPerson {
  capacity: OwnerCapacity;
  name: string;
  phone: string | null;
}

/** One voting unit: an owner with all the own flats, or the co-owners of the same flats together. Areas in hundredths of m². */
export interface OwnerUnit {
  no: number;
  area: number;
  flats: { building: string; room: string; area: number }[];
  people: UnitPerson[];
}

/**
 * Makes voting units out of lines (民法典 278): one owner of several flats is one with the sum of areas, co-owners of a
 * flat are one together. Two lines are one person's when name and phone agree, or name and 证件后四位. Notes what is
 * ambiguous in `faults`; the units then mean nothing.
 */
export function makeUnits(rows: readonly OwnerRow[], faults: OwnersFault[]): OwnerUnit[] {
  const ownerOf = samePeople(rows, faults);
  const units = new Map<string, OwnerUnit>();
  for (const flat of flatsOf(rows).values()) {
    if (!isSound(flat, ownerOf, faults)) continue;
    const [first] = flat as [OwnerRow];
    const owners = [...new Set(flat.map((row) => ownerOf(row)))].sort((a, b) => a - b);
    const key = owners.join(',');
    let unit = units.get(key);
    if (unit === undefined) {
      unit = { no: units.size + 1, area: 0, flats: [], people: [] };
      units.set(key, unit);
    }
    unit.area += first.area;
    unit.flats.push({ building: first.building, room: first.room, area: first.area });
    for (const row of flat) addPeople(unit, row, owners.length > 1);
  }
  return [...units.values()];
}

/** How many lines bear a name that another line bears too, with nothing that tells whether it is the same person. */
export function unclearNames(rows: readonly OwnerRow[]): string[] {
  const seen = new Map<string, number>();
  for (const row of rows) {
    if (row.phone === null && row.idTail === null) seen.set(row.owner, (seen.get(row.owner) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([name]) => name);
}

function flatsOf(rows: readonly OwnerRow[]): Map<string, OwnerRow[]> {
  const flats = new Map<string, OwnerRow[]>();
  for (const row of rows) {
    // Nothing that a cell may hold can stand between the two.
    const key = `${row.building}\n${row.room}`;
    const flat = flats.get(key);
    if (flat === undefined) flats.set(key, [row]);
    else flat.push(row);
  }
  return flats;
}

function isSound(
  flat: readonly OwnerRow[],
  ownerOf: (row: OwnerRow) => number,
  faults: OwnersFault[],
): boolean {
  const before = faults.length;
  const [first, ...others] = flat as [OwnerRow, ...OwnerRow[]];
  const owners = new Set([ownerOf(first)]);
  for (const row of others) {
    const same = `和第 ${first.line} 行是同一套房`;
    if (row.area !== first.area) faults.push({ line: row.line, message: `${same}，面积不一样。` });
    else if (owners.has(ownerOf(row)))
      faults.push({ line: row.line, message: `${same}，业主也一样，写了两遍。` });
    else if (row.group === null || row.group !== first.group)
      faults.push({ line: row.line, message: `${same}，共有的要在共有组填同样的字。` });
    owners.add(ownerOf(row));
  }
  return faults.length === before;
}

/** Tells who a line's owner is: lines of one person get one number. */
function samePeople(rows: readonly OwnerRow[], faults: OwnersFault[]): (row: OwnerRow) => number {
  const parents = rows.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] as number;
    for (let at = index; at !== root;) {
      const next = parents[at] as number;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const firstBy = new Map<string, number>();
  const indexOf = new Map<OwnerRow, number>();
  rows.forEach((row, index) => {
    indexOf.set(row, index);
    const marks = [
      ...(row.phone === null ? [] : [`phone\n${row.owner}\n${row.phone}`]),
      ...(row.idTail === null ? [] : [`id\n${row.owner}\n${row.idTail}`]),
    ];
    for (const mark of marks) {
      const first = firstBy.get(mark);
      if (first === undefined) firstBy.set(mark, index);
      else {
        const [a, b] = [rootOf(first), rootOf(index)];
        parents[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const tails = new Map<number, OwnerRow>();
  rows.forEach((row, index) => {
    if (row.idTail === null) return;
    const known = tails.get(rootOf(index));
    if (known === undefined) tails.set(rootOf(index), row);
    else if (known.idTail !== row.idTail)
      faults.push({ line: row.line, message: `和第 ${known.line} 行同名同手机，证件后四位却不一样。` });
  });
  return (row) => rootOf(indexOf.get(row) as number);
}

function addPeople(unit: OwnerUnit, row: OwnerRow, shared: boolean): void {
  add(unit, { capacity: shared ? 'co_owner' : 'owner', name: row.owner, phone: row.phone });
  if (row.proxy !== null) add(unit, { capacity: 'proxy', name: row.proxy, phone: row.proxyPhone });
}

function add(unit: OwnerUnit, person: UnitPerson): void {
  const known = unit.people.find((each) => each.name === person.name && isProxy(each) === isProxy(person));
  if (known === undefined) unit.people.push(person);
  // The same person once without a phone and once with it, or under a second number.
  else if (known.phone === null) known.phone = person.phone;
  else if (person.phone !== null && known.phone !== person.phone) {
    const listed = unit.people.some((each) => each.name === person.name && each.phone === person.phone);
    if (!listed) unit.people.push(person);
  }
}

const isProxy = (person: UnitPerson): boolean => person.capacity === 'proxy';
