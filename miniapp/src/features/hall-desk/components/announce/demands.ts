import type { RulePack, Threshold } from '@jiefang/shared/rule-packs';
import { neededOf } from '@jiefang/shared/tally';
import { areaWords } from '@jiefang/shared/tally-words';
import { grouped } from '../../words';

/**
 * What a pack asks of a roll of this size, in numbers: 「1,204 户里至少 603 户参加」. `unit` is what the roll counts; `area`
 * in hundredths of a square metre. Empty for a pack without a vote.
 */
export function demandsOf(
  { decision }: Pick<RulePack, 'decision'>,
  roll: { size: number; area: number | null; unit: string },
): string[] {
  if (decision === null || roll.size === 0) return [];
  const { participation, approval, approvalOf } = decision;
  const heads = (count: number): string => `${grouped(count)} ${roll.unit}`;
  const line = (of: number, threshold: Threshold, words: (count: number) => string, deed: string): string =>
    `${words(of)}里至少 ${words(neededOf(of, threshold))}${deed}`;
  const joined = (parts: readonly string[], end: string): string[] =>
    parts.length === 0 ? [] : [`${parts.join('，并且 ')}${end}`];
  const quorum = [
    ...(participation.head === null ? [] : [line(roll.size, participation.head, heads, '参加')]),
    ...(participation.area === null || roll.area === null
      ? []
      : [line(roll.area, participation.area, areaWords, '参加')]),
  ];
  // Of those who take part, the fewest that may do so say what the approval comes to.
  const least = (whole: number, asked: Threshold | null): number =>
    approvalOf === 'roll' || asked === null ? whole : neededOf(whole, asked);
  const voted = least(roll.size, participation.head);
  const area = roll.area === null ? null : least(roll.area, participation.area);
  const majority = [
    ...(approval.head === null ? [] : [line(voted, approval.head, heads, '赞成')]),
    ...(approval.area === null || area === null ? [] : [line(area, approval.area, areaWords, '赞成')]),
  ];
  const lead = approvalOf === 'roll' ? '' : '要是刚好这么多参加，';
  return [
    ...joined(quorum, '，结果才算数。'),
    ...joined(majority, '，才算通过。').map((sentence) =>
      quorum.length === 0 ? sentence : `${lead}${sentence}`,
    ),
  ];
}
