/** Words of the 议事厅 that several of its pages say. */
import type { RollSource } from '@jiefang/shared/rule-packs';
import { areaWords } from '@jiefang/shared/tally-words';
import type { Capacity } from './api/types';

/** 1,204 */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

const UNITS: Record<RollSource, string> = {
  verified_residents: '人',
  households: '户',
  representatives: '人',
  owners: '票',
};

/** 名册 1,204 户; with the area where the roll has one. */
export function rollWord(source: RollSource | null, size: number, area: number | null = null): string {
  const heads = `名册 ${grouped(size)} ${source === null ? '票' : UNITS[source]}`;
  return area === null ? heads : `${heads} · ${areaWords(area)}`;
}

/** For whom a vote is cast. */
export const CAPACITY_WORDS: Record<Capacity, string> = {
  self: '本人',
  household: '我家',
  owner: '业主本人',
  co_owner: '共有人',
  proxy: '受托',
  representative: '居民代表',
};

/** What voting in a capacity means. */
export const CAPACITY_HINTS: Record<Capacity, string> = {
  self: '你自己的一票',
  household: '一户一票，家里谁投都行',
  owner: '按你名下的面积和一票计算',
  co_owner: '几位共有人合起来一票，谁投都行',
  proxy: '业主委托你投，会记下是代投',
  representative: '你作为居民代表的一票',
};

/** Shortened hash, enough for the eye to compare: 3f2a 91c0 … */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} ${hash.slice(12, 16)}`;
}
