import { DAY_MS } from '@jiefang/shared/time';
import { maskPhone, type FieldCipher } from '../common/crypto/field-cipher.js';
import type { Sql } from '../database/database.js';
import { insertRows } from './insert.js';
import { COMPOUNDS, personName, residentPhone } from './names.js';
import { DEMO_BACKGROUNDS, DEMO_PEOPLE } from './people.js';
import { Random } from './random.js';

/** Someone of the demo city as the bookings need them. */
export interface Resident {
  id: number;
  openid: string;
  nickname: string;
  name: string;
  phone: string;
  /** Approved residency, null for somebody who has none. */
  communityCode: string | null;
  householdId: number | null;
}

/** Residents to be written, before they have row numbers. */
interface Draft {
  openid: string;
  nickname: string;
  name: string;
  phone: string | null;
  home: { communityCode: string; building: string; room: string } | null;
  homeCommunity: string | null;
  residency: 'roster' | 'staff' | 'pending' | 'rejected' | null;
  /** What the roster says beside the claim of a pending one. */
  hint: 'match_name' | 'match_phone' | 'no_household' | 'none' | null;
  inRoster: boolean;
}

const HOUSEHOLDS_PER_COMMUNITY = 15;
/** Claims waiting for staff, by community: most in 延安, where two demo people decide them. */
const PENDING: readonly { communityCode: string; hint: NonNullable<Draft['hint']> }[] = [
  { communityCode: '350602002002', hint: 'match_name' },
  { communityCode: '350602002002', hint: 'match_phone' },
  { communityCode: '350602002002', hint: 'no_household' },
  { communityCode: '350602002002', hint: 'none' },
  { communityCode: '350602002006', hint: 'match_name' },
  { communityCode: '350602002009', hint: 'no_household' },
];

/** Everyone of the demo city: who they are, where they live, and what they may do. */
export async function seedResidents(tx: Sql, cipher: FieldCipher, now: Date): Promise<Resident[]> {
  const random = new Random(1);
  const drafts = [...demoPeople(), ...neighbours(random), ...claimants(random)];
  const households = await writeHouseholds(tx, drafts);
  await writeRoster(tx, drafts, households, cipher, now);
  const ids = await writePeople(tx, drafts, cipher, random, now);
  const staffId = ids.get('demo-administrator') ?? null;
  await writeResidencies(tx, drafts, { ids, households, cipher, random, now, staffId });
  await writeGrants(tx, ids, now);
  return drafts
    .filter((draft) => ids.has(draft.openid))
    .map((draft) => {
      const approved = draft.residency === 'roster' || draft.residency === 'staff';
      return {
        id: ids.get(draft.openid) as number,
        openid: draft.openid,
        nickname: draft.nickname,
        name: draft.name,
        phone: draft.phone ?? '',
        communityCode: approved ? (draft.home?.communityCode ?? null) : null,
        householdId: approved && draft.home ? (households.get(placeKey(draft.home)) ?? null) : null,
      };
    });
}

function demoPeople(): Draft[] {
  return DEMO_BACKGROUNDS.map((background) => {
    const person = DEMO_PEOPLE.find((p) => p.key === background.key);
    if (person === undefined) throw new Error(`no demo person ${background.key}`);
    const { homeCommunity } = background;
    return {
      openid: person.openid,
      nickname: person.nickname,
      name: background.name,
      phone: person.phone || null,
      home: background.home && homeCommunity ? { communityCode: homeCommunity, ...background.home } : null,
      homeCommunity,
      residency: background.verified ? 'roster' : null,
      hint: null,
      inRoster: background.home !== null,
    };
  });
}

/** Families of one to three in each community, most of them confirmed by the roster. */
function neighbours(random: Random): Draft[] {
  const drafts: Draft[] = [];
  for (const [communityCode, buildings] of Object.entries(COMPOUNDS)) {
    const rooms = new Set<string>();
    for (let household = 0; household < HOUSEHOLDS_PER_COMMUNITY; household += 1) {
      const building = random.pick(buildings);
      const room = `${random.int(1, 7)}0${random.int(1, 6)}`;
      // Rooms of the demo people are theirs.
      if (rooms.has(building + room) || ['301', '502'].includes(room)) continue;
      rooms.add(building + room);
      const { surname } = personName(random);
      for (let member = random.int(1, 3); member > 0; member -= 1) {
        const { name, nickname } = personName(random, surname);
        // One name once in a household: the roster tells its members apart by name.
        if (drafts.some((d) => d.name === name && d.home?.room === room && d.home.building === building))
          continue;
        const n = drafts.length + 1;
        const residency = random.weighted({ roster: 78, staff: 10, none: 12 });
        drafts.push({
          openid: `demo-neighbour-${n}`,
          nickname,
          name,
          phone: residentPhone(n),
          home: { communityCode, building, room },
          homeCommunity: communityCode,
          residency: residency === 'none' ? null : residency,
          hint: null,
          inRoster: residency !== 'staff',
        });
      }
    }
  }
  return drafts;
}

/** People whose claim waits, each with another thing the roster says about it, and one who was refused. */
function claimants(random: Random): Draft[] {
  const waiting = PENDING.map(({ communityCode, hint }, index): Draft => {
    const { name, nickname } = personName(random);
    const building = COMPOUNDS[communityCode]?.[0] ?? '1栋';
    return {
      openid: `demo-claimant-${index + 1}`,
      nickname,
      name,
      phone: residentPhone(9001 + index),
      home: { communityCode, building, room: hint === 'no_household' ? '1201' : `80${index + 1}` },
      homeCommunity: communityCode,
      residency: 'pending',
      hint,
      inRoster: hint !== 'no_household',
    };
  });
  const { name, nickname } = personName(random);
  const home = { communityCode: '350602002002', building: '文昌苑2栋', room: '909' };
  return [
    ...waiting,
    {
      openid: 'demo-claimant-refused',
      nickname,
      name,
      phone: residentPhone(9100),
      home,
      homeCommunity: home.communityCode,
      residency: 'rejected',
      hint: null,
      inRoster: false,
    },
  ];
}

function placeKey(home: NonNullable<Draft['home']>): string {
  return `${home.communityCode}|${home.building}|${home.room}`;
}

async function writeHouseholds(tx: Sql, drafts: readonly Draft[]): Promise<Map<string, number>> {
  const homes = drafts.flatMap((d) =>
    d.home !== null && (d.inRoster || d.residency === 'staff') ? [d.home] : [],
  );
  const places = new Map(homes.map((home) => [placeKey(home), home]));
  await tx.execute(
    'INSERT INTO household (community_code, building, room) VALUES ? ON DUPLICATE KEY UPDATE id = id',
    [[...places.values()].map((home) => [home.communityCode, home.building, home.room])],
  );
  const rows = await tx.query<{ id: number; communityCode: string; building: string; room: string }>(
    'SELECT id, community_code AS communityCode, building, room FROM household WHERE community_code IN (?)',
    [Object.keys(COMPOUNDS)],
  );
  return new Map(rows.map((row) => [placeKey(row), row.id]));
}

async function writeRoster(
  tx: Sql,
  drafts: readonly Draft[],
  households: Map<string, number>,
  cipher: FieldCipher,
  now: Date,
): Promise<void> {
  const random = new Random(2);
  const rows = drafts.flatMap((draft) => {
    const householdId = draft.home === null ? undefined : households.get(placeKey(draft.home));
    if (!draft.inRoster || householdId === undefined) return [];
    const name = draft.hint === 'match_phone' || draft.hint === 'none' ? personName(random).name : draft.name;
    const phone =
      draft.hint === 'match_name' || draft.hint === 'none'
        ? residentPhone(9500 + random.int(0, 400))
        : draft.phone;
    return [
      [
        householdId,
        cipher.encrypt(name),
        cipher.lookupHash('name', name),
        phone === null ? null : cipher.encrypt(phone),
        phone === null ? null : cipher.lookupHash('phone', phone),
        now,
      ],
    ];
  });
  await tx.execute(
    `INSERT INTO roster_member (household_id, name_cipher, name_hash, phone_cipher, phone_hash, imported_at) VALUES ?
     ON DUPLICATE KEY UPDATE id = id`,
    [rows],
  );
}

async function writePeople(
  tx: Sql,
  drafts: readonly Draft[],
  cipher: FieldCipher,
  random: Random,
  now: Date,
): Promise<Map<string, number>> {
  await insertRows(
    tx,
    'person',
    ['openid', 'nickname', 'phone_cipher', 'phone_hash', 'phone_masked', 'home_community_code', 'created_at'],
    drafts.map((d) => [
      d.openid,
      d.nickname,
      d.phone === null ? null : cipher.encrypt(d.phone),
      d.phone === null ? null : cipher.lookupHash('phone', d.phone),
      d.phone === null ? null : maskPhone(d.phone),
      d.homeCommunity,
      new Date(now.getTime() - random.int(95, 200) * DAY_MS),
    ]),
  );
  const rows = await tx.query<{ id: number; openid: string }>(
    "SELECT id, openid FROM person WHERE openid LIKE 'demo-%'",
  );
  return new Map(rows.map((row) => [row.openid, row.id]));
}

async function writeResidencies(
  tx: Sql,
  drafts: readonly Draft[],
  context: {
    ids: Map<string, number>;
    households: Map<string, number>;
    cipher: FieldCipher;
    random: Random;
    now: Date;
    staffId: number | null;
  },
): Promise<void> {
  const { ids, households, cipher, random, now, staffId } = context;
  const rows = drafts.flatMap((draft) => {
    const { residency, home } = draft;
    if (residency === null || home === null) return [];
    const approved = residency === 'roster' || residency === 'staff';
    const created = new Date(now.getTime() - (approved ? random.int(70, 94) : random.int(1, 5)) * DAY_MS);
    const status = approved ? 'approved' : residency;
    return [
      [
        ids.get(draft.openid),
        home.communityCode,
        home.building,
        home.room,
        approved ? (households.get(placeKey(home)) ?? null) : null,
        cipher.encrypt(draft.name),
        status,
        residency === 'roster' ? 'roster' : residency === 'pending' ? null : 'staff',
        { roster: null, pending: null, staff: '看过租房合同', rejected: '名册里 2 栋没有 909，请核对门牌' }[
          residency
        ],
        residency === 'staff' || residency === 'rejected' ? staffId : null,
        created,
        residency === 'pending' ? null : created,
      ],
    ];
  });
  const columns = [
    'person_id',
    'community_code',
    'building',
    'room',
    'household_id',
    'name_cipher',
    'status',
    'method',
    'reason',
    'decided_by',
    'created_at',
    'decided_at',
  ];
  await insertRows(tx, 'residency', columns, rows);
}

async function writeGrants(tx: Sql, ids: Map<string, number>, now: Date): Promise<void> {
  const granted = new Date(now.getTime() - 90 * DAY_MS);
  const administrator = ids.get('demo-administrator') ?? null;
  const rows = DEMO_BACKGROUNDS.flatMap(({ key, grant }) => {
    const openid = DEMO_PEOPLE.find((person) => person.key === key)?.openid ?? '';
    if (grant === null) return [];
    const grantedBy = grant.role === 'administrator' ? null : administrator;
    return [[ids.get(openid), grant.divisionCode, grant.role, grantedBy, granted]];
  });
  await insertRows(
    tx,
    'role_grant',
    ['person_id', 'division_code', 'role', 'granted_by', 'granted_at'],
    rows,
  );
}
