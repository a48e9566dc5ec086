/** What the record of a topic says, in words that residents read. */
import {
  HIDE_REASON_WORDS,
  SPEAKER_ROLE_WORDS,
  TOPIC_ACT_NAMES,
  topicRule,
  type TopicAct,
} from './topics.js';

/** Acts on the record that are no steps of the path. */
export const RECORD_ACT_WORDS = {
  version: '公开一版文字',
  endorse: '附议',
  unendorse: '撤回附议',
  ask_review: '申请复核',
  merge_consent: '同意把附议转过去',
  merge_decline: '不同意把附议转过去',
  roll_members: '名册',
  opinion: '发言',
  opinion_edit: '修改发言',
  opinion_held: '发言等人工查看',
  reactions: '对发言的表态（汇总）',
  assisted_entered: '录入电话或纸面意见',
  assisted_confirmed: '复核电话或纸面意见',
  assisted_refused: '退回电话或纸面意见',
  meeting_called: '召集会议',
  meeting_cancelled: '取消会议',
  meeting_closed: '结束会议',
  sign_in: '会议签到',
  speech: '会上发言',
  minutes: '协商纪要',
  minutes_sent: '纪要送参会人确认',
  minutes_confirmation: '参会人答复纪要',
  minutes_confirmed: '纪要已确认',
  ballots: '全部选票',
  marks: '参加表决的票号',
  tally: '计票结果',
  report: '举报',
  case_claim: '领取审核单',
  case_release: '放回审核单',
  hide: '隐藏内容',
  keep: '保留内容',
  appeal: '申诉',
  appeal_decision: '申诉的决定',
  objection: '对结果提出异议',
  objection_held: '异议等人工查看',
  objection_answer: '答复异议',
  follow_up: '列入督办',
  progress: '督办进展',
  follow_up_done: '督办办结',
  follow_up_drop: '督办不再办理',
  rating: '居民评价',
  clock_late: '超过期限',
  withhold: '文字不再公开',
  disclose: '文字重新公开',
  erase: '依法删除文字',
  hall_role: '议事身份变动',
} as const satisfies Record<string, string>;
export type RecordAct = keyof typeof RECORD_ACT_WORDS;

/** Every act that may be on a record. */
export const RECORD_ACTS: readonly (RecordAct | TopicAct)[] = [
  ...TOPIC_ACT_NAMES,
  ...(Object.keys(RECORD_ACT_WORDS) as RecordAct[]),
];

const has = <T extends object>(object: T, key: string): key is keyof T & string => Object.hasOwn(object, key);

/** An act in words; one of a later version of the product is still an act. */
export function recordActWord(act: string): string {
  if (has(RECORD_ACT_WORDS, act)) return RECORD_ACT_WORDS[act];
  return TOPIC_ACT_NAMES.some((name) => name === act) ? topicRule(act as TopicAct).word : '其他记录';
}

/** Who acted, by role. Speakers' roles have the words that opinions show. */
const ROLE_WORDS: Record<string, string> = {
  ...SPEAKER_ROLE_WORDS,
  initiator: '提出人',
  moderator: '社区主持',
  street: '街道',
  clock: '到期自动',
  tally: '计票',
  product: '系统自动',
  dispatcher: '网格调度员',
  administrator: '管理员',
  importer: '导入',
};

/** A role in words. */
export function recordRoleWord(role: string): string {
  return has(ROLE_WORDS, role) ? (ROLE_WORDS[role] ?? '其他身份') : '其他身份';
}

/** Names of texts, as they stand beside them. */
const TEXT_WORDS: Record<string, string> = {
  title: '标题',
  body: '正文',
  text: '内容',
  answer: '答复',
  reason: '理由',
  words: '说明',
  comment: '说明',
  minutes: '纪要',
  speaker: '发言人',
  name: '姓名',
  appeal: '申诉',
};

/** What a text of an entry is. */
export function recordTextWord(name: string): string {
  return has(TEXT_WORDS, name) ? (TEXT_WORDS[name] ?? '内容') : '内容';
}

type Body = Readonly<Record<string, unknown>>;

const SUMMARIES: Partial<Record<string, (body: Body) => string | null>> = {
  version: ({ no }) => (isNumber(no) ? `第 ${no} 版` : null),
  endorse: ({ no }) => (isNumber(no) ? `附议第 ${no} 版` : null),
  finalise: ({ no }) => (isNumber(no) ? `第 ${no} 版文字已经固定` : null),
  announce: ({ roll }) => (isBody(roll) && isNumber(roll.size) ? `名册共 ${roll.size} 票` : null),
  roll_members: ({ members }) => (Array.isArray(members) ? `列出 ${members.length} 票` : null),
  ballots: ({ open, ballots }) => {
    const list = Array.isArray(open) ? open : ballots;
    return Array.isArray(list) ? `列出 ${list.length} 张选票` : null;
  },
  marks: ({ members }) => (Array.isArray(members) ? `列出 ${members.length} 票` : null),
  tally: ({ tally }) => {
    if (!isBody(tally) || !isBody(tally.counts)) return null;
    const counts = tally.counts;
    const figures = `赞成 ${String(counts.for)}，反对 ${String(counts.against)}，弃权 ${String(counts.abstain)}`;
    return `${figures}，${tally.passed === true ? '通过' : '未通过'}`;
  },
  withhold: ({ seq }) => (isNumber(seq) ? `第 ${seq} 条的文字` : null),
  disclose: ({ seq }) => (isNumber(seq) ? `第 ${seq} 条的文字` : null),
  erase: ({ items, legalBasis }) => {
    if (!Array.isArray(items)) return null;
    const numbers = [...new Set(items.filter(isBody).map((item) => item.seq))].join('、');
    return `第 ${numbers} 条的文字，依据：${typeof legalBasis === 'string' ? legalBasis : '未写'}`;
  },
  rating: ({ stars }) => (isNumber(stars) ? `${stars} 星` : null),
};

/** An entry in a sentence or less: what its body says beyond the act; '' when nothing. */
export function recordSummary(act: string, body: Body): string {
  const own = has(SUMMARIES, act) ? (SUMMARIES[act]?.(body) ?? null) : null;
  if (own !== null) return own;
  const { reason } = body;
  if (typeof reason !== 'string') return '';
  return `理由：${has(HIDE_REASON_WORDS, reason) ? HIDE_REASON_WORDS[reason] : reason}`;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
