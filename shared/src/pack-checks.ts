/** What rule packs may ask, and what they ask in plain words. */

import { ROLL_SOURCES, type Measure, type RollSource, type RulePack, type Threshold } from './rule-packs.js';
import { fractionWords } from './tally-words.js';

/** What is wrong with a pack, in sentences; empty for one that can be used. */
export function validatePack(pack: RulePack): string[] {
  const faults: string[] = [];
  if (pack.sources.length === 0) faults.push('规则要至少能用一种名册。');
  if (pack.sources.some((source) => !ROLL_SOURCES.includes(source))) faults.push('规则里有不认识的名册。');
  if (!Number.isInteger(pack.version) || pack.version < 1) faults.push('规则的版本要从 1 开始编号。');
  if (!isDays(pack.noticeDays, 0)) faults.push('公告天数要是不小于 0 的整数。');
  if (!isDays(pack.deliberationDays, 0)) faults.push('协商天数要是不小于 0 的整数。');
  if (!isDays(pack.publicationDays, 0)) faults.push('公示天数要是不小于 0 的整数。');
  const { decision } = pack;
  if (decision === null) return faults;
  const { participation, approval } = decision;
  faults.push(
    ...fractionFaults('参与票数', participation.head),
    ...fractionFaults('参与面积', participation.area),
    ...fractionFaults('同意票数', approval.head),
    ...fractionFaults('同意面积', approval.area),
  );
  if (approval.head === null && approval.area === null) faults.push('规则没有说多少同意才通过。');
  if (!isDays(decision.votingDays, 1)) faults.push('投票天数要是不小于 1 的整数。');
  if (!isDays(decision.extensionDays, 0)) faults.push('延长天数要是不小于 0 的整数。');
  if (asksArea(pack)) {
    if (decision.secrecy !== 'open') faults.push('按面积计票的规则只能用记名投票，面积会暴露是谁投的。');
    if (pack.sources.some((source) => source !== 'owners')) faults.push('按面积计票的规则只能用业主名册。');
  }
  return faults;
}

/** Why a pack cannot be used with this roll and secrecy; empty when it can. */
export function packMismatch(pack: RulePack, source: RollSource, secret: boolean): string[] {
  const faults: string[] = [];
  if (!pack.sources.includes(source)) faults.push('这种规则不能用这种名册。');
  const secrecy = pack.decision?.secrecy ?? null;
  if (secret && secrecy === null) faults.push('只征求意见的议题不投票，不用选无记名。');
  if (secret && secrecy === 'open') faults.push('这种规则要记名投票。');
  if (!secret && secrecy === 'secret') faults.push('这种规则要无记名投票。');
  if (secret && asksArea(pack)) faults.push('按面积计票不能无记名，面积会暴露是谁投的。');
  return faults;
}

/** What a pack demands, in plain words: who has to take part, what decides, how long each window is. */
export function explainPack(pack: RulePack): string[] {
  const { decision } = pack;
  const days = [
    `公告后至少过 ${pack.noticeDays} 天开始协商，协商至少 ${pack.deliberationDays} 天。`,
    `结果公示 ${pack.publicationDays} 天。`,
  ];
  if (decision === null) return ['只征求意见，不投票。', ...days];
  const { participation, approval, secrecy } = decision;
  const whole = decision.approvalOf === 'roll' ? '名册里' : '参加的';
  const quorum = both(participation, (threshold, word) => `名册里${fractionWords(threshold)}的${word}`);
  const majority = both(approval, (threshold, word) => `${whole}${word}${fractionWords(threshold)}`);
  return [
    quorum === '' ? '没有规定至少要多少人参加。' : `${quorum}参加，结果才算数。`,
    `${majority}赞成，才算通过。`,
    '弃权算参加，不算赞成。没有投的不算参加，也不算赞成。',
    {
      open: '记名投票：截止前可以改，以最后一次为准；计票后凭回执可以核对。',
      secret: '无记名投票：投了就不能改，谁也查不到是谁投的。',
      choice: '记名还是无记名，公告时选定，之后不能改。',
    }[secrecy],
    `投票 ${decision.votingDays} 天。`,
    decision.extensionDays > 0
      ? `到期参加的不够，可以延长一次，延长 ${decision.extensionDays} 天。`
      : '到期不延长。',
    ...days,
  ];
}

function both(asked: Measure, say: (threshold: Threshold, word: string) => string): string {
  const parts = [
    ...(asked.head === null ? [] : [say(asked.head, '票数')]),
    ...(asked.area === null ? [] : [say(asked.area, '面积')]),
  ];
  return parts.join('，并且');
}

function fractionFaults(name: string, threshold: Threshold | null): string[] {
  if (threshold === null) return [];
  const { num, den, strict } = threshold;
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) return [`${name}的比例要用两个整数来写。`];
  if (den <= 0) return [`${name}的比例，分母要大于零。`];
  if (num < 0) return [`${name}的比例不能小于零。`];
  if (num > den) return [`${name}的比例不能超过一。`];
  return strict && num === den ? [`${name}要超过全部，谁也做不到。`] : [];
}

function asksArea({ decision }: RulePack): boolean {
  return decision !== null && (decision.participation.area !== null || decision.approval.area !== null);
}

function isDays(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= 3650;
}
