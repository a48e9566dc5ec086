import { spokenMinutes, type RuleText } from '@jiefang/shared/venues';
import {
  CHECK_IN_LATE_MINUTES,
  CLAIM_NO_SHOW,
  CLAIM_RULES,
  TRAINING_WORDS,
  type ClaimRule,
} from '@jiefang/shared/volunteering';
import { PUBLICATION_WORKING_DAYS } from '@jiefang/shared/hours';
import type { TaskRow } from './task-rows.js';

type RuledTask = Pick<
  TaskRow,
  'requirements' | 'riskNotice' | 'geofenceMetres' | 'releaseByMinutes' | 'checkInOpensMinutes' | 'route'
>;

/** A task's rules in words, in the order of their numbers. `unitNames` are those of the units it is for. */
export function claimRulesInWords(task: RuledTask, unitNames: readonly string[]): RuleText[] {
  const texts: Record<ClaimRule, string> = {
    opening: '到了开放认领的时间才能认领，截止以后不能。每个班次写明了时间。',
    capacity: '先到先得，认领成功才算数。满了可以候补，有人让出会按先后替你认领并告诉你。',
    overlap: '一个人同一时间只能参加一个任务，前后相接可以。',
    requirements: requirementsInWords(task, unitNames),
    pause: `${CLAIM_NO_SHOW.days} 天内没到 ${CLAIM_NO_SHOW.limit} 次，在这里的认领暂停 ${CLAIM_NO_SHOW.pauseDays} 天。`,
    release:
      task.releaseByMinutes === 0
        ? '开始之前都可以让出。'
        : `来不了请在开始前 ${spokenMinutes(task.releaseByMinutes)}让出，再晚会记为临时放弃。`,
    check_in: checkInInWords(task),
    evidence: `${task.route === null ? '' : '巡防时记录轨迹，要先征得你的同意；定位不好也不会少算，由工作人员核对。'}结束后提交，由社区核实。`,
    hours: `按实际服务的时间计，路上的时间不算。核实后公示至少 ${PUBLICATION_WORKING_DAYS} 个工作日，没有异议就记录。`,
  };
  return (Object.keys(CLAIM_RULES) as ClaimRule[]).map((rule) => ({
    ...CLAIM_RULES[rule],
    text: texts[rule],
  }));
}

function requirementsInWords({ requirements, riskNotice }: RuledTask, unitNames: readonly string[]): string {
  const { minAge, maxAge, trainings, residentsOnly } = requirements;
  return [
    maxAge === null ? `年满 ${minAge} 岁` : `${minAge} 到 ${maxAge} 岁`,
    ...(trainings.length === 0
      ? []
      : [`通过${trainings.map((training) => TRAINING_WORDS[training]).join('、')}`]),
    ...(unitNames.length === 0 ? [] : [`属于${unitNames.join('、')}`]),
    ...(residentsOnly ? ['是本辖区的认证居民'] : []),
    ...(riskNotice === '' ? [] : ['读过风险告知']),
  ]
    .join('，')
    .concat('。');
}

function checkInInWords(task: RuledTask): string {
  const opens =
    task.checkInOpensMinutes === 0
      ? '开始以后签到'
      : `开始前 ${spokenMinutes(task.checkInOpensMinutes)}起可以签到`;
  return `${opens}：在集合点 ${task.geofenceMetres} 米以内，或扫现场的签到码，或请工作人员办理。开始 ${CHECK_IN_LATE_MINUTES} 分钟后还没签到，可能记为没有到。`;
}
