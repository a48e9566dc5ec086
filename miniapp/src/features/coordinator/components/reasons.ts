/** Sentences staff start from; volunteers read them as they are. */
export const TASK_CANCEL_REASONS = [
  '天气不好，注意安全',
  '活动改期，另行通知',
  '已经有人手，不再需要',
  '场地临时有变',
] as const;
export const QUESTIONS = [
  '签到和结束的时间不太对，能说说吗？',
  '请说说做了些什么',
  '轨迹有一段没有，请说说当时在哪里',
] as const;
export const CLAIM_REJECT_REASONS = ['和现场的情况不符', '没有参加这次服务', '重复提交'] as const;
export const MINUTES_REASONS = [
  '按现场签到表核定',
  '中途离开过',
  '提前到场做准备',
  '志愿者忘了结束',
] as const;
export const FINISH_NOTES = ['志愿者忘了点结束', '手机没电了', '活动提前结束'] as const;
export const PAUSE_REASONS = ['多次认领后没有到', '没有遵守服务安排', '本人要求暂停一段时间'] as const;
export const LIFT_REASONS = ['情况属实，予以恢复', '暂停有误', '本人要求恢复'] as const;
export const REVERSE_REASONS = ['核实有误', '重复记录', '本人没有参加这次服务'] as const;
export const ADJUST_REASONS = ['按现场签到表更正', '漏记了一段时间', '多记了一段时间'] as const;
export const UPHELD_ANSWERS = ['异议属实，这条记录已冲正', '记录有误，谢谢指出'] as const;
export const DISMISSED_ANSWERS = [
  '核对过签到和轨迹，记录无误',
  '有现场工作人员证明',
  '没有能说明情况的材料',
] as const;
export const DECLINE_REASONS = [
  '身份信息要到窗口核对',
  '用途没有写清楚，请重新申请',
  '时长还在核对中',
] as const;
export const REVOKE_REASONS = ['证明内容有误，已重新开具', '时长记录被冲正', '本人要求撤销'] as const;
