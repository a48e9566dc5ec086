/** Sentences staff start from; residents read them as they are. */
export const REJECT_REASONS = [
  '这段时间中心有安排',
  '用途和这间场地不合适',
  '人数和场地不合适',
  '请补充说明用途后再约',
] as const;
export const CANCEL_REASONS = ['这段时间中心临时有安排', '场地设备正在维修', '停电停水，暂时不能用'] as const;
export const CLOSURE_REASONS = ['设备检修', '节假日闭馆', '停电停水', '中心有集体活动', '防汛防台'] as const;
export const RESIDENCY_APPROVE_REASONS = [
  '已核对户口簿',
  '已核对租房合同',
  '网格员上门核实',
  '和名册一致',
] as const;
export const RESIDENCY_REJECT_REASONS = [
  '名册里没有这户，请带证件到窗口',
  '姓名和名册对不上',
  '楼栋或房号填错了，请重新登记',
] as const;
export const UPHELD_REASONS = ['情况属实，恢复预约', '当天中心有特殊情况', '有证明材料，予以恢复'] as const;
export const DISMISSED_REASONS = [
  '记录无误，维持暂停',
  '没有能说明情况的材料',
  '请按时签到，到期自动恢复',
] as const;
export const UNMASK_PURPOSES = ['电话核实登记信息', '上门核实住址', '通知本人补充材料'] as const;
