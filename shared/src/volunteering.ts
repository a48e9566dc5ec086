/** Volunteer tasks and claims, shared by both ends: kinds, requirements, the one transition table, actions, words. */

export const TASK_KINDS = ['patrol', 'visit', 'clean_up', 'duty_post', 'other'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_KIND_WORDS: Record<TaskKind, string> = {
  patrol: '巡防',
  visit: '探访',
  clean_up: '清洁',
  duty_post: '值守',
  other: '其他',
};

/** 平战结合: an emergency task also reaches the volunteers who asked to be told. Nobody is assigned. */
export const TASK_URGENCIES = ['ordinary', 'emergency'] as const;
export type TaskUrgency = (typeof TASK_URGENCIES)[number];

export const TASK_STATUSES = ['draft', 'published', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const TRAININGS = ['patrol', 'first_aid', 'fire_safety', 'elder_care', 'child_care'] as const;
export type Training = (typeof TRAININGS)[number];

export const TRAINING_WORDS: Record<Training, string> = {
  patrol: '巡防培训',
  first_aid: '急救培训',
  fire_safety: '消防培训',
  elder_care: '助老培训',
  child_care: '护幼培训',
};

export const SKILLS = [
  'first_aid',
  'repair',
  'driving',
  'teaching',
  'calligraphy',
  'haircut',
  'cooking',
  'photography',
  'sign_language',
  'counselling',
  'legal',
  'computing',
] as const;
export type Skill = (typeof SKILLS)[number];

export const SKILL_WORDS: Record<Skill, string> = {
  first_aid: '急救',
  repair: '家电维修',
  driving: '开车',
  teaching: '辅导功课',
  calligraphy: '书法',
  haircut: '理发',
  cooking: '做饭',
  photography: '摄影',
  sign_language: '手语',
  counselling: '谈心',
  legal: '法律',
  computing: '电脑手机',
};

export const UNIT_KINDS = ['party_branch', 'enterprise', 'school', 'public_body', 'association'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_KIND_WORDS: Record<UnitKind, string> = {
  party_branch: '党支部',
  enterprise: '企业',
  school: '学校',
  public_body: '机关事业单位',
  association: '社会组织',
};

/** Who may take a task. Ages are full years on the day of the shift; an empty list asks for nothing. */
export interface TaskRequirements {
  minAge: number;
  maxAge: number | null;
  trainings: Training[];
  /** Public ids on the wire, row numbers inside. */
  unitIds: (string | number)[];
  /** Only verified residents of the task's division. */
  residentsOnly: boolean;
}

/** A shift is at most this long, so that what overlaps it can be looked up without reading a person's whole past. */
export const MAX_SHIFT_HOURS = 24;

/** One who is younger may come along with a guardian, but does not claim (志愿服务条例 12). */
export const MIN_VOLUNTEER_AGE = 15;
/** Below this age a guardian's consent is needed (志愿服务条例 12). */
export const GUARDIAN_BELOW_AGE = 18;
/** Version of the pledge's text; a new text asks for a new pledge. */
export const PLEDGE_VERSION = 1;
export const PLEDGE_TEXT =
  '我愿意成为一名志愿者：尽己所能，不计报酬，帮助他人，服务社会；如实记录服务时间；尊重和保护服务对象的隐私；来不了就早点让出名额。';

/** Consents per purpose; text and version are shown before they are given, and each can be withdrawn. */
export const CONSENT_PURPOSES = ['track', 'publish_name'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENTS: Record<ConsentPurpose, { version: number; title: string; text: string }> = {
  track: {
    version: 1,
    title: '巡防时记录轨迹',
    text: '只在你点“开始巡防”到“结束巡防”之间记录位置，用来核实服务时间和路线。加密保存，只有你和社区志愿协调员能看。可以随时撤回，撤回后不再记录，也可以把已存的轨迹删掉。不同意也能参加别的任务。',
  },
  publish_name: {
    version: 1,
    title: '公示时显示姓名',
    text: '服务时长要公示至少 3 个工作日。同意后公示你的姓（例如“林**”）；不同意只公示志愿者编号的后四位。',
  },
};

export const CLAIM_STATUSES = [
  'claimed',
  'in_progress',
  'submitted',
  'queried',
  'verified',
  'released',
  'abandoned',
  'no_show',
  'rejected',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Who causes a transition: the volunteer, a member of staff, or the clock. */
export type ClaimActor = 'volunteer' | 'staff' | 'clock';

/** Every lawful step and who may take it. What is not listed cannot happen. */
export const CLAIM_TRANSITIONS: Record<ClaimStatus, Partial<Record<ClaimStatus, ClaimActor[]>>> = {
  claimed: {
    in_progress: ['volunteer', 'staff'],
    released: ['volunteer', 'staff'],
    abandoned: ['volunteer'],
    no_show: ['clock', 'staff'],
  },
  in_progress: { submitted: ['volunteer', 'staff', 'clock'] },
  submitted: { verified: ['staff'], rejected: ['staff'], queried: ['staff'] },
  queried: { submitted: ['volunteer'], verified: ['staff'], rejected: ['staff'] },
  verified: {},
  released: {},
  abandoned: {},
  no_show: {},
  rejected: {},
};

/** Statuses that hold a place and the person's time. */
export const HOLDING_CLAIMS = [
  'claimed',
  'in_progress',
  'submitted',
  'queried',
  'verified',
] as const satisfies ClaimStatus[];

/** Statuses in which the volunteer still has something to do. */
export const UPCOMING_CLAIMS = ['claimed', 'in_progress', 'queried'] as const satisfies ClaimStatus[];

/** The statuses from which `to` may be reached by `actor`; the `WHERE status IN (…)` of every status change. */
export function claimStatusesBefore(to: ClaimStatus, actor: ClaimActor): ClaimStatus[] {
  return CLAIM_STATUSES.filter((from) => CLAIM_TRANSITIONS[from][to]?.includes(actor));
}

export const CLAIM_STATUS_WORDS: Record<ClaimStatus, string> = {
  claimed: '已认领',
  in_progress: '服务中',
  submitted: '等待核实',
  queried: '需要补充',
  verified: '已核实',
  released: '已让出',
  abandoned: '临时放弃',
  no_show: '没有到',
  rejected: '没有通过',
};

export const CLAIM_CHANNELS = ['app', 'waitlist', 'desk'] as const;
export type ClaimChannel = (typeof CLAIM_CHANNELS)[number];

export const CHECK_IN_METHODS = ['location', 'qr', 'staff'] as const;
export type CheckInMethod = (typeof CHECK_IN_METHODS)[number];

export const CLAIM_ACTIONS = [
  'release',
  'abandon',
  'check_in',
  'start_patrol',
  'open_patrol',
  'finish',
  'answer',
  'staff_check_in',
  'staff_finish',
  'verify',
  'query',
  'reject',
  'mark_no_show',
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

/** Three no-shows in ninety days at a division pause claiming there for thirty days. */
export const CLAIM_NO_SHOW = { limit: 3, days: 90, pauseDays: 30 } as const;
/** A volunteer who has not checked in this many minutes after the start may be marked; the clock does at the end. */
export const CHECK_IN_LATE_MINUTES = 30;

export const SHIFT_WAIT_STATUSES = ['waiting', 'promoted', 'left', 'expired', 'refused'] as const;
export type ShiftWaitStatus = (typeof SHIFT_WAIT_STATUSES)[number];

export const PATROL_STATUSES = ['recording', 'paused', 'finished'] as const;
export type PatrolStatus = (typeof PATROL_STATUSES)[number];

/** Numbers and titles of the rules of claiming; a refusal names its rule by these, the task page lists them. */
export const CLAIM_RULES = {
  opening: { no: 1, title: '开放认领的时间' },
  capacity: { no: 2, title: '名额' },
  overlap: { no: 3, title: '时间不能重叠' },
  requirements: { no: 4, title: '参加条件' },
  pause: { no: 5, title: '多次没到会暂停' },
  release: { no: 6, title: '让出的时间' },
  check_in: { no: 7, title: '签到' },
  evidence: { no: 8, title: '服务记录' },
  hours: { no: 9, title: '服务时长' },
} as const;
export type ClaimRule = keyof typeof CLAIM_RULES;

/** Full years on a day; both 'YYYY-MM-DD'. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years;
}
