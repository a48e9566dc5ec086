import type { TopicNeed } from './topic-needs.js';

/** A topic of the 议事厅: its path as one transition table, who may act, what an act needs, freezes and starts. */

export const TOPIC_STATUSES = [
  'draft',
  'submitted',
  'under_review',
  'endorsing',
  'announced',
  'deliberating',
  'finalised',
  'voting',
  'counted',
  'publicised',
  'effective',
  'implementing',
  'evaluated',
  'archived',
  'returned',
  'declined',
  'merged',
  'withdrawn',
  'failed',
  'suspended',
] as const;
export type TopicStatus = (typeof TOPIC_STATUSES)[number];

export const TOPIC_STATUS_WORDS: Record<TopicStatus, string> = {
  draft: '草稿',
  submitted: '已提交',
  under_review: '受理中',
  endorsing: '征集附议',
  announced: '已公告',
  deliberating: '协商中',
  finalised: '已定稿',
  voting: '表决中',
  counted: '已计票',
  publicised: '公示中',
  effective: '已生效',
  implementing: '落实中',
  evaluated: '已评价',
  archived: '已归档',
  returned: '待补正',
  declined: '不予立项',
  merged: '已合并',
  withdrawn: '已撤回',
  failed: '未通过',
  suspended: '已中止',
};

/** The stages shown on a topic's page, each with the statuses that stand on it. */
export const TOPIC_STAGES = [
  { code: 'raise', word: '提出', statuses: ['draft', 'submitted', 'returned'] },
  { code: 'accept', word: '立项', statuses: ['under_review', 'endorsing', 'announced'] },
  { code: 'deliberate', word: '协商', statuses: ['deliberating', 'finalised'] },
  { code: 'vote', word: '表决', statuses: ['voting', 'counted'] },
  { code: 'publicise', word: '公示', statuses: ['publicised', 'effective'] },
  { code: 'implement', word: '落实', statuses: ['implementing', 'evaluated', 'archived'] },
] as const satisfies readonly { code: string; word: string; statuses: readonly TopicStatus[] }[];

/** 即时议 is answered within 48 hours; 深入议 starts within five working days (DB3306/T 075-2025). */
export const TOPIC_TRACKS = ['instant', 'deep'] as const;
export type TopicTrack = (typeof TOPIC_TRACKS)[number];
export const TOPIC_TRACK_WORDS: Record<TopicTrack, string> = { instant: '即时议', deep: '深入议' };

/** Hours within which a topic on the instant track is answered. */
export const INSTANT_ANSWER_HOURS = 48;
/** Working days within which deliberation starts on the deep track. */
export const DEEP_START_WORKING_DAYS = 5;
/** Working days within which staff take up or return what was submitted, and answer an objection. */
export const REVIEW_WORKING_DAYS = 3;
export const OBJECTION_ANSWER_WORKING_DAYS = 5;
/** Endorsers a topic of the deep track needs where the hall has not set its own number. */
export const DEFAULT_ENDORSE_THRESHOLD = 10;
/** Days a topic collects endorsements, waits for 补正, may be reviewed after it was declined, and is rated before it is filed. */
export const ENDORSE_DAYS = 30;
export const RESUBMIT_DAYS = 30;
export const REVIEW_DECLINED_DAYS = 15;
export const RATING_DAYS = 30;

/**
 * Who acts. `initiator` raised the topic; `moderator` holds topics.manage in its community; `street` holds it at the
 * street or above; `clock` is time; `tally` is the result of the count.
 */
export type TopicActor = 'initiator' | 'moderator' | 'street' | 'clock' | 'tally';

/** Duties with a due instant. A late one shows on the topic and escalates to the street. */
export const TOPIC_CLOCKS = ['review', 'answer', 'start', 'objections'] as const;
export type TopicClockKind = (typeof TOPIC_CLOCKS)[number];
export const TOPIC_CLOCK_WORDS: Record<TopicClockKind, string> = {
  review: '受理',
  answer: '即时议答复',
  start: '深入议启动',
  objections: '答复异议',
};

export type Freeze = 'roll' | 'rules' | 'text';

export interface TopicActRule {
  from: readonly TopicStatus[];
  /** `same` leaves the status; `before` is the status that a suspended topic came from. */
  to: TopicStatus | 'same' | 'before';
  actors: readonly TopicActor[];
  needs: readonly TopicNeed[];
  freezes: readonly Freeze[];
  starts: readonly TopicClockKind[];
  stops: readonly TopicClockKind[];
  /** What the record and the timeline say. */
  word: string;
}

const rule = (
  from: readonly TopicStatus[],
  to: TopicActRule['to'],
  actors: readonly TopicActor[],
  word: string,
  more: Partial<Pick<TopicActRule, 'needs' | 'freezes' | 'starts' | 'stops'>> = {},
): TopicActRule => ({ from, to, actors, word, needs: [], freezes: [], starts: [], stops: [], ...more });

/** Statuses in which the text may still change; at `finalised` it is frozen by its hash. */
export const TEXT_OPEN = [
  'draft',
  'returned',
  'endorsing',
  'announced',
  'deliberating',
] as const satisfies TopicStatus[];

/** Every lawful act. What is not listed cannot happen; the order of keys is the order of the path. */
export const TOPIC_ACTS = {
  submit: rule(['draft', 'returned'], 'submitted', ['initiator'], '提交议题', {
    needs: ['verified_resident', 'text_passed'],
    starts: ['review'],
  }),
  take_up: rule(['submitted'], 'under_review', ['moderator'], '受理'),
  return: rule(['submitted', 'under_review'], 'returned', ['moderator'], '退回补正', {
    needs: ['reason'],
    stops: ['review', 'answer', 'start'],
  }),
  decline: rule(['under_review'], 'declined', ['moderator'], '不予立项', {
    needs: ['reason'],
    stops: ['review', 'answer', 'start'],
  }),
  review_declined: rule(['declined'], 'under_review', ['street'], '复核后重新受理', {
    needs: ['reason', 'other_reviewer'],
    starts: ['review'],
  }),
  uphold_declined: rule(['declined'], 'same', ['street'], '复核维持', {
    needs: ['reason', 'other_reviewer'],
  }),
  classify_instant: rule(['under_review'], 'same', ['moderator'], '定为即时议', {
    starts: ['answer'],
    stops: ['review', 'start'],
  }),
  classify_deep: rule(['under_review'], 'same', ['moderator'], '定为深入议', {
    starts: ['start'],
    stops: ['review', 'answer'],
  }),
  answer: rule(['under_review'], 'effective', ['moderator'], '即时议答复', {
    needs: ['instant_track', 'reason'],
    stops: ['review', 'answer'],
  }),
  open_endorsing: rule(['under_review'], 'endorsing', ['moderator'], '开始征集附议', {
    needs: ['deep_track'],
    stops: ['review', 'start'],
  }),
  reach_endorsements: rule(['endorsing'], 'same', ['tally'], '附议达到人数', {
    needs: ['endorsements_enough'],
    starts: ['start'],
  }),
  lapse_endorsing: rule(['endorsing'], 'failed', ['clock'], '附议期满，人数不够', {
    needs: ['endorsing_over'],
  }),
  announce: rule(['under_review', 'endorsing'], 'announced', ['moderator'], '公告名册和规则', {
    needs: ['deep_track', 'endorsements_enough', 'roll_not_empty', 'rule_pack'],
    freezes: ['roll', 'rules'],
    // The announcement is the beginning that is due: how long the notice then runs is the rule pack's to say.
    stops: ['review', 'start'],
  }),
  open_deliberation: rule(['announced'], 'deliberating', ['clock', 'moderator'], '开始协商', {
    needs: ['notice_over'],
  }),
  // A text that is held is kept beside the one in force, until a person has looked at it.
  revise: rule([...TEXT_OPEN], 'same', ['initiator'], '修改文字'),
  finalise: rule(['deliberating'], 'finalised', ['moderator'], '定稿', {
    needs: ['deliberation_over', 'text_passed', 'minutes_confirmed', 'minority_views'],
    freezes: ['text'],
  }),
  open_voting: rule(['finalised'], 'voting', ['moderator'], '开始表决', {
    // Nobody votes on words that were hidden since they were frozen.
    needs: ['votes', 'text_passed'],
  }),
  extend_voting: rule(['voting'], 'same', ['moderator', 'clock'], '延长表决', {
    needs: ['extension_allowed'],
  }),
  count: rule(['voting'], 'counted', ['clock', 'moderator'], '计票', { needs: ['voting_over'] }),
  fail: rule(['counted'], 'failed', ['tally'], '未通过', { needs: ['not_passed'] }),
  publicise: rule(['counted', 'finalised'], 'publicised', ['moderator'], '公示结果', {
    needs: ['passed', 'opinion_only'],
  }),
  uphold_objection: rule(['publicised'], 'suspended', ['moderator'], '异议成立，中止', { needs: ['reason'] }),
  take_effect: rule(['publicised'], 'effective', ['clock'], '公示期满，生效', {
    needs: ['publication_over', 'objections_answered'],
    stops: ['objections'],
  }),
  start_work: rule(['effective'], 'implementing', ['moderator'], '开始落实', { needs: ['follow_ups'] }),
  evaluate: rule(['implementing', 'effective'], 'evaluated', ['moderator'], '办结，请居民评价', {
    needs: ['follow_ups_closed'],
  }),
  archive: rule(['evaluated'], 'archived', ['clock'], '归档', { needs: ['rating_over'] }),
  merge: rule(['submitted', 'under_review', 'endorsing'], 'merged', ['moderator'], '合并到另一议题', {
    needs: ['reason', 'target_topic'],
    stops: ['review', 'answer', 'start'],
  }),
  withdraw: rule(
    ['draft', 'submitted', 'under_review', 'returned', 'endorsing'],
    'withdrawn',
    ['initiator'],
    '撤回',
    { stops: ['review', 'answer', 'start'] },
  ),
  lapse_returned: rule(['returned'], 'withdrawn', ['clock'], '没有按期补正', { needs: ['resubmit_over'] }),
  suspend: rule(
    ['announced', 'deliberating', 'finalised', 'voting', 'publicised', 'implementing'],
    'suspended',
    ['street'],
    '中止',
    { needs: ['reason'] },
  ),
  resume: rule(['suspended'], 'before', ['street'], '恢复', { needs: ['reason'] }),
  annul: rule(['suspended'], 'failed', ['street'], '终止', {
    needs: ['reason'],
    stops: ['start', 'objections'],
  }),
} as const satisfies Record<string, TopicActRule>;

export type TopicAct = keyof typeof TOPIC_ACTS;
export const TOPIC_ACT_NAMES = Object.keys(TOPIC_ACTS) as TopicAct[];

/** The rule of an act, with its wide type. */
export function topicRule(act: TopicAct): TopicActRule {
  return TOPIC_ACTS[act];
}

/** True when `actor` may take `act` from `status`, leaving aside what the act needs. */
export function mayAct(act: TopicAct, status: TopicStatus, actor: TopicActor): boolean {
  const { from, actors } = topicRule(act);
  return (
    from.includes(status) && (actors.includes(actor) || (actor === 'street' && actors.includes('moderator')))
  );
}

/** Where an act leads from `status`; `before` is what a suspended topic was. */
export function statusAfter(act: TopicAct, status: TopicStatus, before: TopicStatus | null): TopicStatus {
  const { to } = topicRule(act);
  if (to === 'same') return status;
  if (to !== 'before') return to;
  if (before === null) throw new RangeError('a topic that was not suspended cannot resume');
  return before;
}

/** No act leads away from these. */
export const FINAL_TOPICS = TOPIC_STATUSES.filter(
  (status) =>
    !TOPIC_ACT_NAMES.some((act) => topicRule(act).from.includes(status) && topicRule(act).to !== 'same'),
);

/** Visible to everybody; before it is taken up, a topic is its initiator's and staff's. */
export const PUBLIC_TOPICS = TOPIC_STATUSES.filter(
  (status) => !['draft', 'submitted', 'returned', 'withdrawn'].includes(status),
);

/** Statuses in which opinions are written. */
export const OPINION_OPEN = ['endorsing', 'announced', 'deliberating'] as const satisfies TopicStatus[];

export const STANCES = ['for', 'against', 'neutral'] as const;
export type Stance = (typeof STANCES)[number];
export const STANCE_WORDS: Record<Stance, string> = { for: '赞成', against: '反对', neutral: '中立' };

/** In what capacity somebody speaks; staff of the community record it, everybody else is a resident. */
export const SPEAKER_ROLES = ['committee', 'owners_committee', 'property', 'staff', 'resident'] as const;
export type SpeakerRole = (typeof SPEAKER_ROLES)[number];
export const SPEAKER_ROLE_WORDS: Record<SpeakerRole, string> = {
  committee: '居委会',
  owners_committee: '业委会',
  property: '物业',
  staff: '社区工作人员',
  resident: '居民',
};

export const BALLOT_CHOICES = ['for', 'against', 'abstain'] as const;
export type BallotChoice = (typeof BALLOT_CHOICES)[number];
export const BALLOT_CHOICE_WORDS: Record<BallotChoice, string> = {
  for: '赞成',
  against: '反对',
  abstain: '弃权',
};

/** How a ballot or an opinion reached the product. */
export const HALL_CHANNELS = ['app', 'phone', 'paper'] as const;
export type HallChannel = (typeof HALL_CHANNELS)[number];
export const HALL_CHANNEL_WORDS: Record<HallChannel, string> = {
  app: '小程序',
  phone: '电话',
  paper: '纸面',
};

/** Reasons a text is hidden or a report is made; a code beside the moderator's own words. */
export const HIDE_REASONS = [
  'abuse',
  'privacy',
  'false',
  'advert',
  'off_topic',
  'illegal',
  'duplicate',
  'other',
] as const;
export type HideReason = (typeof HIDE_REASONS)[number];
export const HIDE_REASON_WORDS: Record<HideReason, string> = {
  abuse: '辱骂或攻击他人',
  privacy: '泄露他人隐私',
  false: '不实信息',
  advert: '广告',
  off_topic: '与议题无关',
  illegal: '违反法律法规',
  duplicate: '重复发布',
  other: '其他',
};

export const FOLLOW_UP_STATUSES = ['open', 'done', 'dropped'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];
/** An open promise that is this many days past its day counts as broken. */
export const BROKEN_AFTER_DAYS = 30;

export const PROMISE_STATES = ['on_time', 'kept', 'late', 'broken'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
export const PROMISE_WORDS: Record<PromiseState, string> = {
  on_time: '在办',
  kept: '按期办结',
  late: '逾期',
  broken: '没有兑现',
};

/** What a promise is worth on the day `today`; days are 'YYYY-MM-DD', `overdueDays` counts from `dueOn` to today. */
export function promiseState(
  followUp: { status: FollowUpStatus; dueOn: string; doneOn: string | null },
  today: string,
): PromiseState {
  if (followUp.status === 'dropped') return 'broken';
  if (followUp.status === 'done') return (followUp.doneOn ?? today) <= followUp.dueOn ? 'kept' : 'late';
  if (today <= followUp.dueOn) return 'on_time';
  const overdueDays = (Date.parse(today) - Date.parse(followUp.dueOn)) / 86_400_000;
  return overdueDays > BROKEN_AFTER_DAYS ? 'broken' : 'late';
}

/** Lengths of text in characters that people see (Unicode code points). */
export const TOPIC_TITLE_MAX = 40;
export const TOPIC_BODY_MAX = 4000;
export const OPINION_MAX = 1000;

/** A person whose account is younger than this many days writes within the newcomers' limits. */
export const NEWCOMER_DAYS = 7;
/** Texts a person may publish on one day. */
export const DAILY_LIMITS = {
  newcomer: { topic: 1, topic_edit: 10, opinion: 5, report: 5, objection: 3 },
  known: { topic: 5, topic_edit: 30, opinion: 60, report: 30, objection: 10 },
} as const;
