/** Rule packs: versioned data that say who must take part, what decides, how long each window is. */

/** An exact fraction; `den` is positive, 0 ≤ num ≤ den. `strict` asks for more than, otherwise at least. */
export interface Threshold {
  num: number;
  den: number;
  strict: boolean;
}

/** Per head and per area; null asks for nothing of that measure. Area is in hundredths of a square metre. */
export interface Measure {
  head: Threshold | null;
  area: Threshold | null;
}

export const ROLL_SOURCES = ['verified_residents', 'households', 'representatives', 'owners'] as const;
export type RollSource = (typeof ROLL_SOURCES)[number];
export const ROLL_SOURCE_WORDS: Record<RollSource, string> = {
  verified_residents: '认证居民（一人一票）',
  households: '住户（一户一票）',
  representatives: '居民代表（一人一票）',
  owners: '业主（人数和面积）',
};

export interface RulePack {
  code: string;
  version: number;
  name: string;
  /** Where the rule comes from, in words a resident can check. */
  basis: string;
  /** Rolls this pack can be used with. */
  sources: RollSource[];
  /** null: opinions are gathered, nothing is voted on. */
  decision: {
    /** Of the whole roll. */
    participation: Measure;
    /** Of those who took part; with `approvalOf: 'roll'` of the whole roll. */
    approval: Measure;
    approvalOf: 'participants' | 'roll';
    /** Whether the organiser may choose a secret ballot. Never with areas: an area points at its owner. */
    secrecy: 'open' | 'secret' | 'choice';
    /** Length of the voting window in days. */
    votingDays: number;
    /** Added once when participation falls short at the end; 0 allows no extension. */
    extensionDays: number;
  } | null;
  /** Days between announcement and the first day of deliberation. */
  noticeDays: number;
  /** Shortest deliberation in days. */
  deliberationDays: number;
  /** Length of the publication in days. */
  publicationDays: number;
}

const half = (strict: boolean): Threshold => ({ num: 1, den: 2, strict });
const twoThirds: Threshold = { num: 2, den: 3, strict: false };
const threeQuarters: Threshold = { num: 3, den: 4, strict: false };

/** The packs that ship. A change is a new version; topics keep the version that was frozen with them. */
export const RULE_PACKS: readonly RulePack[] = [
  {
    code: 'opinion',
    version: 1,
    name: '居民协商（只征求意见）',
    basis: '社区协商的意见供居委会和有关单位办理时采纳，不作表决。',
    sources: ['verified_residents', 'households', 'representatives', 'owners'],
    decision: null,
    noticeDays: 1,
    deliberationDays: 3,
    publicationDays: 5,
  },
  {
    code: 'household_majority',
    version: 1,
    name: '户代表表决（过半数）',
    basis: '由户代表表决：过半数的户参加，参加的户过半数同意。公示天数由社区自定。',
    sources: ['households', 'representatives', 'verified_residents'],
    decision: {
      participation: { head: half(true), area: null },
      approval: { head: half(true), area: null },
      approvalOf: 'participants',
      secrecy: 'choice',
      votingDays: 7,
      extensionDays: 3,
    },
    noticeDays: 3,
    deliberationDays: 5,
    publicationDays: 5,
  },
  {
    code: 'civil_278_ordinary',
    version: 1,
    name: '业主共同决定：一般事项',
    basis:
      '民法典第278条：专有部分面积和人数都占三分之二以上的业主参与表决，参与表决的面积过半数、人数过半数同意。',
    sources: ['owners'],
    decision: {
      participation: { head: twoThirds, area: twoThirds },
      approval: { head: half(true), area: half(true) },
      approvalOf: 'participants',
      secrecy: 'open',
      votingDays: 15,
      extensionDays: 15,
    },
    // 物业管理条例 14: owners are told fifteen days before the meeting.
    noticeDays: 15,
    deliberationDays: 7,
    publicationDays: 7,
  },
  {
    code: 'civil_278_major',
    version: 1,
    name: '业主共同决定：重大事项（四分之三）',
    basis:
      '民法典第278条：筹集维修资金、改建重建、改变共有部分用途或利用共有部分经营，参与表决的面积和人数都要四分之三以上同意。',
    sources: ['owners'],
    decision: {
      participation: { head: twoThirds, area: twoThirds },
      approval: { head: threeQuarters, area: threeQuarters },
      approvalOf: 'participants',
      secrecy: 'open',
      votingDays: 15,
      extensionDays: 15,
    },
    noticeDays: 15,
    deliberationDays: 7,
    publicationDays: 7,
  },
];

/** The newest version of a pack, or null. */
export function rulePack(code: string): RulePack | null {
  return RULE_PACKS.filter((pack) => pack.code === code).sort((a, b) => b.version - a.version)[0] ?? null;
}
