import type { UnitKind } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';
import { insertRows } from '../insert.js';
import { XIQIAO, YANAN } from '../people.js';
import { SCHOOL_UNIT } from './tasks-street.js';

/** A unit that volunteers of its division belong to. */
export interface SeedUnit {
  id: number;
  divisionCode: string;
  name: string;
}

/** The unit of 林阿姨 and her chorus. */
export const CHOIR_UNIT = '延安社区夕阳红志愿队';

const UNITS: readonly { divisionCode: string; name: string; kind: UnitKind }[] = [
  { divisionCode: XIQIAO, name: SCHOOL_UNIT, kind: 'school' },
  { divisionCode: XIQIAO, name: '西桥街道机关党支部', kind: 'party_branch' },
  { divisionCode: XIQIAO, name: '西桥社区卫生服务中心', kind: 'public_body' },
  { divisionCode: XIQIAO, name: '西桥供电所青年队', kind: 'enterprise' },
  { divisionCode: XIQIAO, name: '古城骑手志愿队', kind: 'association' },
  { divisionCode: YANAN, name: '延安北路农贸市场党支部', kind: 'party_branch' },
  { divisionCode: YANAN, name: CHOIR_UNIT, kind: 'association' },
  { divisionCode: '350602002005', name: '旧桥老街商户联盟', kind: 'association' },
  { divisionCode: '350602002011', name: '加禾花园业主志愿队', kind: 'association' },
];

/** Writes the units. */
export async function seedUnits(tx: Sql, staffId: number, at: Date): Promise<SeedUnit[]> {
  await insertRows(
    tx,
    'unit',
    ['division_code', 'name', 'kind', 'created_by', 'created_at'],
    UNITS.map(({ divisionCode, name, kind }) => [divisionCode, name, kind, staffId, at]),
  );
  return tx.query<SeedUnit>(
    'SELECT id, division_code AS divisionCode, name FROM unit WHERE division_code LIKE ?',
    [`${XIQIAO}%`],
  );
}

/** Units that somebody of a community may belong to, the school left out: its members are pupils. */
export function unitsFor(units: readonly SeedUnit[], community: string): SeedUnit[] {
  return units.filter((unit) => community.startsWith(unit.divisionCode) && unit.name !== SCHOOL_UNIT);
}
