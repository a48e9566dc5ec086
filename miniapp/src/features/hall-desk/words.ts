/** Words of the hall's desk that several of its pages say. */
import type { RollSource } from '@jiefang/shared/rule-packs';
import { SPEAKER_ROLE_WORDS, SPEAKER_ROLES, STANCE_WORDS, STANCES } from '@jiefang/shared/topics';
import type { IconName } from '@/components/Icon';
import type { Tone } from '@/components/Tag';
import type { FollowUp, HallRole, MeetingCard } from './api/types';

/** 1,204 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** What a roll counts. */
export const ROLL_UNITS: Record<RollSource, string> = {
  verified_residents: '人',
  households: '户',
  representatives: '人',
  owners: '位业主',
};

/** Where a member without a building is counted. */
export const NO_BUILDING = '没有写楼栋';

export const STANCE_OPTIONS = STANCES.map((value) => ({ value, word: STANCE_WORDS[value] }));
export const SPEAKER_OPTIONS = SPEAKER_ROLES.map((value) => ({ value, word: SPEAKER_ROLE_WORDS[value] }));

export const HALL_ROLES: readonly HallRole[] = [
  'representative',
  'committee',
  'owners_committee',
  'property',
  'staff',
];
export const HALL_ROLE_WORDS: Record<HallRole, string> = {
  representative: '居民代表',
  committee: '居委会',
  owners_committee: '业委会',
  property: '物业',
  staff: '社区工作人员',
};

export const MEETING_LOOKS: Record<MeetingCard['status'], { tone: Tone; icon: IconName; word: string }> = {
  called: { tone: 'wait', icon: 'bell', word: '已通知' },
  open: { tone: 'free', icon: 'door', word: '可以签到' },
  closed: { tone: 'plain', icon: 'check', word: '已结束' },
  cancelled: { tone: 'bad', icon: 'ban', word: '已取消' },
};

export const PROMISE_LOOKS: Record<FollowUp['state'], { tone: Tone; icon: IconName }> = {
  on_time: { tone: 'free', icon: 'flag' },
  kept: { tone: 'good', icon: 'check' },
  late: { tone: 'bad', icon: 'alert' },
  broken: { tone: 'bad', icon: 'close' },
};
