/** How staff carry out an act on a topic: what the screen asks for before, and says after. */
import { topicRule, type TopicAct } from '@jiefang/shared/topics';
import type { IconName } from '@/components/Icon';
import type { StaffAct, StaffTopic } from './api/types';

/** `page`: the act has a page of its own. The others ask on a sheet. */
export type DeedWay = 'reason' | 'answer' | 'merge' | 'confirm' | 'page';

/** Pages below pages-hall-desk where an act is prepared and done. */
export const DEED_PAGES: Partial<Record<TopicAct, 'announce' | 'counting' | 'objections'>> = {
  announce: 'announce',
  count: 'counting',
  extend_voting: 'counting',
  uphold_objection: 'objections',
};

export function wayOf(act: TopicAct): DeedWay {
  if (DEED_PAGES[act] !== undefined) return 'page';
  if (act === 'answer' || act === 'merge') return act;
  return topicRule(act).needs.includes('reason') ? 'reason' : 'confirm';
}

/** What happens, said before it does. */
export const CONSEQUENCES: Partial<Record<TopicAct, string>> = {
  take_up: '受理以后，提出的人会收到消息，议题对大家公开。',
  return: '提出的人会看到这句话，补正后再提交。',
  decline: '提出的人会看到理由，可以请街道复核。理由对大家公开。',
  review_declined: '重新受理，从头办理。',
  uphold_declined: '维持不予立项，不再复核。',
  classify_instant: '即时议：48 小时内给出答复。',
  classify_deep: '深入议：征集附议，5 个工作日内开始协商。',
  answer: '答复对大家公开，议题转入落实。',
  open_endorsing: '开始以后，本社区的认证居民可以附议。',
  open_deliberation: '开始以后，大家可以发言，也可以召开会议。',
  finalise: '定稿以后，文字不能再改，表决的就是这一份。',
  open_voting: '开始以后，名册里的每一票都能投，到期才计票。',
  publicise: '结果公示，公示期内可以提异议。',
  start_work: '转入落实，督办事项对大家公开。',
  evaluate: '请居民评价，评价期满后归档。',
  merge: '附议过的人会被逐个问同不同意转到另一个议题。',
  suspend: '中止以后，期限暂停，恢复后顺延。',
  resume: '恢复到中止之前，期限顺延。',
  annul: '议题到此结束，不再恢复。',
};

export const DEED_ICONS: Partial<Record<TopicAct, IconName>> = {
  take_up: 'check',
  return: 'edit',
  decline: 'ban',
  review_declined: 'refresh',
  uphold_declined: 'ban',
  classify_instant: 'clock',
  classify_deep: 'talk',
  answer: 'talk',
  open_endorsing: 'people',
  announce: 'bell',
  open_deliberation: 'talk',
  finalise: 'lock',
  open_voting: 'vote',
  extend_voting: 'hourglass',
  count: 'list',
  publicise: 'eye',
  uphold_objection: 'flag',
  start_work: 'flag',
  evaluate: 'star',
  merge: 'share',
  suspend: 'pause',
  resume: 'play',
  annul: 'close',
};

/** Acts that end something or take it back. */
const GRAVE: readonly TopicAct[] = ['decline', 'suspend', 'annul', 'uphold_objection'];
export const isGrave = (act: TopicAct): boolean => GRAVE.includes(act);

/** Ways off the path: they stand below those that go on. */
const ASIDE: readonly TopicAct[] = ['return', 'decline', 'merge', 'suspend', 'annul', 'uphold_objection'];

/** Where a topic stands, as far as the next act depends on it. */
type Standing = Pick<StaffTopic, 'track'> & {
  clocks: Pick<StaffTopic['clocks'][number], 'kind' | 'stoppedAt'>[];
};

/**
 * The act that the topic waits for: allowed, and on along the path. Under review it is first put on the track that its
 * initiator asked for, and once that has been done it is not proposed again. Null where nothing is due.
 */
export function nextDeed(acts: readonly StaffAct[], { track, clocks }: Standing): StaffAct | null {
  const due = track === 'instant' ? 'answer' : 'start';
  const classified = clocks.some(({ kind, stoppedAt }) => kind === due && stoppedAt === null);
  const passed: TopicAct[] = classified
    ? ['classify_instant', 'classify_deep']
    : [track === 'instant' ? 'classify_deep' : 'classify_instant'];
  const open = acts.filter(({ act, allowed }) => allowed && !ASIDE.includes(act) && !passed.includes(act));
  // Where enough endorse already, or nobody has to, there is no need to collect.
  return (classified ? open.find(({ act }) => act === 'announce') : undefined) ?? open[0] ?? null;
}

/** Acts in the order of their buttons: the next one, what goes on along the path, what leaves it. */
export function inOrder(acts: readonly StaffAct[], next: StaffAct | null): StaffAct[] {
  const rank = (one: StaffAct): number => {
    if (one === next) return 0;
    if (ASIDE.includes(one.act)) return 3;
    return one.allowed ? 1 : 2;
  };
  return [...acts].sort((a, b) => rank(a) - rank(b));
}
