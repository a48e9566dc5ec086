import { encodeId, type PublicIdKind } from '../../common/ids/public-id.js';

/** Audited acts in words that a division's administrator reads. */
const ACTION_WORDS: Record<string, string> = {
  'residency.approve': '通过居住登记',
  'residency.reject': '退回居住登记',
  'residency.unmask': '查看完整姓名和手机号',
  'role.grant': '安排岗位',
  'role.revoke': '收回岗位',
  'booking.approve': '通过预约',
  'booking.reject': '退回预约',
  'booking.cancel': '取消预约',
  'booking.check_in': '办理签到',
  'booking.mark_no_show': '记爽约',
  'booking.create': '代为预约',
  'closure.create': '发布闭馆',
  'closure.end': '结束闭馆',
  'pause.decide': '答复申诉',
  'centre.create': '新建中心',
  'centre.update': '修改中心',
  'venue.create': '新建场地',
  'venue.update': '修改场地',
  'unit.create': '新建单位',
  'volunteer.training': '登记培训',
  'volunteer.pause': '暂停认领',
  'volunteer.pause_lift': '恢复认领',
  'volunteer.guardian_consent': '登记监护人同意',
  'task.create': '新建任务',
  'task.update': '修改任务',
  'task.publish': '发布任务',
  'task.cancel': '取消任务',
  'task.copy': '复制任务',
  'task.repeat': '每周重复任务',
  'shift.cancel': '取消班次',
  'claim.check_in': '代为签到',
  'claim.finish': '代为结束服务',
  'claim.verify': '核实服务',
  'claim.query': '请志愿者补充',
  'claim.reject': '退回服务记录',
  'claim.mark_no_show': '记没有到',
  'patrol.view': '查看巡防轨迹',
  'patrol.export': '导出巡防轨迹',
  'patrol.watch': '查看实时巡防位置',
  'hours.reverse': '冲正服务时长',
  'hours.adjust': '更正服务时长',
  'hours.export': '导出服务时长',
  'objection.answer': '答复时长异议',
  'stars.update': '修改星级标准',
  'certificate.issue': '开具志愿服务证明',
  'certificate.decline': '退回证明申请',
  'certificate.revoke': '撤销志愿服务证明',
};

const TARGET_WORDS: Partial<Record<PublicIdKind, string>> = {
  person: '居民',
  residency: '居住登记',
  role: '岗位',
  centre: '中心',
  venue: '场地',
  closure: '闭馆',
  booking: '预约',
  waitlist: '候补',
  pause: '暂停预约',
  unit: '单位',
  task: '任务',
  shift: '班次',
  volunteer_pause: '暂停认领',
  claim: '认领',
  patrol: '巡防',
  hours: '服务时长',
  objection: '时长异议',
  certificate: '志愿服务证明',
};

/** An act in words; one that has none yet is still told from the others by its detail. */
export function actionWords(action: string): string {
  return ACTION_WORDS[action] ?? '其他操作';
}

/** What an act was done to: its kind in words and its public id. */
export function targetWords(type: string, id: string): string {
  const kind = Object.keys(TARGET_WORDS).find((known): known is PublicIdKind => known === type);
  const number = Number(id);
  if (kind === undefined || !Number.isSafeInteger(number) || number < 0) return '其他内容';
  return `${TARGET_WORDS[kind] ?? ''} ${encodeId(kind, number)}`;
}
