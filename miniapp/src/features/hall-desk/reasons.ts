/** Sentences staff start from; residents read them as they are. */
import type { HideReason, TopicAct } from '@jiefang/shared/topics';

export const ACT_REASONS: Partial<Record<TopicAct, readonly string[]>> = {
  return: ['请写清楚在哪里、什么时候、影响了谁', '一次只提一件事，请分开提', '请补充现场的情况'],
  decline: ['不在本社区的范围，已经转告有关单位', '相同的事情已经办结', '按规定不能由居民协商决定'],
  review_declined: ['理由不充分，请重新受理', '有新的情况，可以再议'],
  uphold_declined: ['复核过了，原来的决定没有问题', '事项不在社区可以决定的范围'],
  merge: ['和另一个议题说的是同一件事', '合在一起议更省大家的时间'],
  suspend: ['有新的情况，需要先查清楚', '有人反映程序有问题，先核实'],
  resume: ['情况已经查清，可以继续', '程序已经补齐'],
  annul: ['查实不能继续', '事项已经由别的途径解决'],
};

export const ANSWER_STARTS = [
  '已经联系有关单位，三天内处理',
  '现场看过了，今天就办',
  '这件事由物业负责，我们盯着办',
] as const;
export const MEETING_CANCEL_REASONS = [
  '天气不好，改期另行通知',
  '场地临时有变',
  '人来不齐，改期再开',
] as const;
export const ASSISTED_REFUSE_REASONS = [
  '照片看不清',
  '选票没有签名',
  '和本人核对不一致',
  '重复登记',
] as const;
export const OBJECTION_DISMISSED = [
  '核对过名册和计票，没有问题',
  '程序按公告的规则进行',
  '说的情况不影响结果',
] as const;
export const OBJECTION_UPHELD = ['情况属实，先中止，查清后再公示', '程序确实有遗漏，需要补上'] as const;
export const PROGRESS_STARTS = ['已经进场', '材料到了，下周动工', '已经完成一半'] as const;
export const DONE_STARTS = ['已经办好，请大家看看', '已经完工并验收'] as const;
export const DROP_REASONS = ['条件不允许，已向居民说明', '改由别的办法解决'] as const;
export const ERASE_BASES = [
  '本人依据个人信息保护法第四十七条要求删除',
  '法院生效文书要求删除',
  '主管部门依法要求删除',
] as const;

export const HIDE_WORDS: Record<HideReason, string> = {
  abuse: '有辱骂别人的话，请换一种说法再发。',
  privacy: '写了别人的隐私，请去掉再发。',
  false: '说的情况和核实到的不符。',
  advert: '这里不能发广告。',
  off_topic: '和这个议题没有关系，可以另外提一个议题。',
  illegal: '内容违反法律法规。',
  duplicate: '相同的话已经发过了。',
  other: '',
};
export const KEEP_WORDS = ['看过了，没有问题'] as const;
export const UPHOLD_WORDS = ['复核过了，原来的处理没有问题'] as const;
export const OVERTURN_WORDS = ['复核过了，这段话可以显示', '原来的处理过严，予以恢复'] as const;
