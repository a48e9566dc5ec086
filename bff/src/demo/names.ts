import type { Random } from './random.js';

/** Surnames by how often one meets them in southern Fujian. */
const SURNAMES = [
  '陈',
  '林',
  '黄',
  '张',
  '吴',
  '李',
  '王',
  '郑',
  '蔡',
  '许',
  '杨',
  '郭',
  '曾',
  '洪',
  '沈',
  '苏',
  '蓝',
  '庄',
  '游',
  '卢',
];
const GIVEN = [
  '志明',
  '建国',
  '文彬',
  '国强',
  '俊杰',
  '永辉',
  '嘉伟',
  '金水',
  '清河',
  '天赐',
  '少华',
  '振东',
  '子轩',
  '浩然',
  '宇航',
  '秀英',
  '丽华',
  '美玲',
  '淑芬',
  '月娥',
  '雅琴',
  '晓红',
  '惠珍',
  '碧云',
  '素梅',
  '佳怡',
  '雨桐',
  '思琪',
  '诗涵',
  '婉婷',
  '艺琳',
  '阿妹',
  '玉珠',
  '宝珠',
  '丽卿',
  '明辉',
  '耀祖',
  '海滨',
  '春生',
  '福来',
  '国栋',
  '毅鹏',
  '晨曦',
  '锦川',
  '一诺',
] as const;

/** Tails of the nicknames that people give themselves. */
const NICKNAMES: readonly ((surname: string, given: string) => string)[] = [
  (surname, given) => surname + given,
  (surname) => `小${surname}`,
  (surname) => `老${surname}`,
  (surname) => `${surname}姐`,
  (surname) => `${surname}师傅`,
  (surname) => `阿${surname}`,
  (_, given) => given,
  (_, given) => `阿${Array.from(given).at(-1) ?? given}`,
  (surname) => `${surname}老师`,
];

/** A made-up person's real name and nickname; `surname` keeps families together. */
export function personName(
  random: Random,
  surname?: string,
): { name: string; nickname: string; surname: string } {
  const family = surname ?? random.pick(SURNAMES);
  const given = random.pick(GIVEN);
  return { name: family + given, nickname: random.pick(NICKNAMES)(family, given), surname: family };
}

/** The n-th number of the block 199 0001, which belongs to nobody here. */
export function residentPhone(n: number): string {
  return `1990001${String(n).padStart(4, '0')}`;
}

/** Buildings of a community as they stand in the roster. */
export const COMPOUNDS: Readonly<Record<string, readonly string[]>> = {
  '350602002001': ['北京路小区1栋', '北京路小区2栋', '瑞京苑5栋', '瑞京苑6栋'],
  '350602002002': ['文昌苑2栋', '文昌苑3栋', '延安北路126号', '延安北路128号'],
  '350602002003': ['华南新村4栋', '华南新村7栋', '大同路58号'],
  '350602002004': ['西桥亭巷21号', '钟法路12号', '西园公寓A栋', '西园公寓B栋'],
  '350602002005': ['旧桥头9号', '厦门路33号', '江滨楼2栋'],
  '350602002006': ['钟芬小区1栋', '钟芬小区3栋', '钟芬小区8栋'],
  '350602002007': ['南山寺前5号', '丹霞路42号', '南山苑1栋'],
  '350602002008': ['大桥头16号', '新华南路88号', '大桥花园2栋'],
  '350602002009': ['南星小区3栋', '南星小区5栋', '胜利东路20号'],
  '350602002010': ['新华西路51号', '新华楼1栋', '新华楼2栋'],
  '350602002011': ['加禾花园1栋', '加禾花园2栋', '加禾花园6栋'],
  '350602002012': ['南台路7号', '南台新村2栋', '南台新村4栋'],
};
