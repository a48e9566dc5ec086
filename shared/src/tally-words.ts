/** Amounts and fractions as the count speaks of them. */

import type { Threshold } from './rule-packs.js';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1,234 票 */
export function headsWords(heads: number): string {
  return `${grouped(String(heads))} 票`;
}

/** 1,234.56 平方米, out of hundredths of a square metre. */
export function areaWords(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100).padStart(2, '0');
  return `${grouped(String(whole))}${rest === '00' ? '' : `.${rest}`} 平方米`;
}

/** 过半数, 三分之二以上, 超过五分之三, 全部. 以上 includes the amount itself (民法典 1259). */
export function fractionWords({ num, den, strict }: Threshold): string {
  if (num === den) return '全部';
  if (num === 0) return strict ? '至少一个' : '不限多少';
  if (num * 2 === den) return strict ? '过半数' : '半数以上';
  const fraction = den <= 10 && Number.isInteger(num) ? `${DIGITS[den]}分之${DIGITS[num]}` : `${num}/${den}`;
  return strict ? `超过${fraction}` : `${fraction}以上`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
