import type { ErrorCode } from '@jiefang/shared/error-codes';

/** What a refusal says when the service has nothing more exact: HTTP status, what happened, what to do next. */
export interface ErrorEntry {
  status: number;
  message: string;
  next: string | null;
}

const entry = (status: number, message: string, next: string | null = null): ErrorEntry => ({
  status,
  message,
  next,
});

/** One entry for every code; the type makes the list exhaustive. */
export const ERROR_CATALOGUE: Record<ErrorCode, ErrorEntry> = {
  INVALID_INPUT: entry(400, '提交的内容有几处不对。', '请按提示改好再提交。'),
  NOT_FOUND: entry(404, '没有找到这一项，它可能已经被移走。', '请返回上一页刷新看看。'),
  BODY_TOO_LARGE: entry(413, '提交的内容太大了。', '请减少内容后再提交。'),
  UNSUPPORTED_MEDIA: entry(415, '提交的格式不能识别。', '请用小程序提交。'),
  IDEMPOTENCY_KEY_MISSING: entry(400, '这次提交少了防重复的编号。', '请更新小程序后再试。'),
  IDEMPOTENCY_KEY_REUSED: entry(409, '这次提交的编号已经用在另一份内容上。', '请返回重新填写再提交。'),
  TOO_MANY_REQUESTS: entry(429, '点得太快了，请歇一下。', '请稍后再试。'),
  BUSY: entry(503, '现在人多，还没轮到你。', '请过几秒再试，内容不会丢。'),
  UNAVAILABLE: entry(503, '服务正在重启或维护，这次没有办成。', '请过几秒再试。'),
  STALE_VERSION: entry(409, '别的同事刚改过这一页。', '请刷新后在新内容上再改。'),
  INTERNAL: entry(500, '我们这边出了差错，已经记下。', '请稍后再试，或把编号告诉社区工作人员。'),

  UNAUTHENTICATED: entry(401, '这一步需要先登录。', '请先登录。'),
  SESSION_EXPIRED: entry(401, '登录已经过期。', '请重新登录。'),
  FORBIDDEN: entry(403, '你没有办理这件事的权限。', '如果需要，请联系社区管理员。'),
  LOGIN_CODE_INVALID: entry(401, '这次微信登录没有成功。', '请再点一次登录。'),
  LOGIN_BLOCKED: entry(403, '微信暂时限制了这个账号登录。', '请在微信里查看账号状态，或到窗口办理。'),
  WECHAT_UNAVAILABLE: entry(503, '微信暂时没有回应。', '请稍后再试。'),
  PHONE_CODE_INVALID: entry(422, '手机号没有取到。', '请再点一次“绑定手机号”。'),
  PHONE_TAKEN: entry(409, '这个手机号已经绑定在另一个微信上。', '请用那个微信登录，或到窗口更正。'),
  PHONE_REQUIRED: entry(403, '这一步需要先绑定手机号。', '请到“我的”绑定手机号。'),
  RESIDENCY_EXISTS: entry(409, '你已经有一份居住登记。', '要换住处，请先在“我的住处”里结束原来的登记。'),
  RESIDENCY_DECIDED: entry(409, '这份登记已经办过了。', '请刷新查看结果。'),
  ROLE_EXISTS: entry(409, '这个人在这里已经有这个岗位。', null),
  ROLE_SELF: entry(409, '不能收回自己的管理员岗位。', '请由另一位管理员办理。'),
  PERSON_NOT_FOUND: entry(404, '没有找到绑定这个手机号的人。', '请对方先登录小程序并绑定手机号。'),

  VENUE_SUSPENDED: entry(409, '这个场地暂停预约。', '请看看同一中心的其他场地。'),
  VENUE_IN_USE: entry(409, '还有没结束的预约，现在不能改每格时长。', '请等这些预约结束，或先取消它们。'),
  CLOSURE_ENDED: entry(409, '这次闭馆已经结束。', null),
  CLOSURE_IN_PAST: entry(422, '闭馆时间已经过去。', '请选今天以后的时间。'),
  HOURS_INVALID: entry(422, '开放时间前后矛盾。', '请检查有没有重叠，或者结束早于开始。'),
  POLICY_INVALID: entry(422, '预约规则前后矛盾。', '请检查最短、最长和提前时间。'),

  BOOKING_RUN_INVALID: entry(422, '预约的时间不对。', '请在时间表上重新选。'),
  BOOKING_IN_PAST: entry(422, '这个时段已经过去。', '请选后面的时段。'),
  BOOKING_OUTSIDE_HOURS: entry(422, '这个时段不在开放时间内。', '请在时间表上选开放的时段。'),
  BOOKING_CLOSED: entry(422, '这个时段闭馆。', '请选别的时段。'),
  BOOKING_MISALIGNED: entry(422, '预约要从整格开始、在整格结束。', '请在时间表上重新选。'),
  BOOKING_TOO_SHORT: entry(422, '预约的时间太短。', '请多选几格。'),
  BOOKING_TOO_LONG: entry(422, '预约的时间太长。', '请少选几格，或分几次预约。'),
  BOOKING_TOO_EARLY: entry(422, '还没到可以约这一天的时候。', '请过几天再来。'),
  BOOKING_TOO_LATE: entry(422, '离开始太近，已经不能约。', '请选晚一点的时段，或直接到窗口问问。'),
  BOOKING_TAKEN: entry(409, '这个时段刚刚被约走了。', '可以候补，或改约别的时段。'),
  BOOKING_RESERVED: entry(409, '剩下的时段留给电话和窗口预约。', '请打电话或到窗口预约，或等放开后再约。'),
  BOOKING_AUDIENCE: entry(403, '这个场地只给本辖区的认证居民用。', '请到“我的”登记住处，通过后就能约。'),
  BOOKING_UNITS_ONLY: entry(403, '这个场地只接受单位预约。', '请打中心电话，或到窗口办理。'),
  BOOKING_CAPACITY: entry(422, '人数超过了这个场地能容纳的人数。', '请减少人数，或换大一点的场地。'),
  BOOKING_QUOTA_PERSON: entry(409, '你这周在这个场地的预约次数用完了。', '请约下周，或换一个场地。'),
  BOOKING_QUOTA_HOUSEHOLD: entry(409, '你家这周在这个场地的预约次数用完了。', '请约下周，或换一个场地。'),
  BOOKING_PAUSED: entry(
    403,
    '因为多次爽约，你在这个中心的在线预约暂停了。',
    '可以在“我的”里申诉，或到窗口预约。',
  ),
  BOOKING_STATE: entry(409, '这个预约的状态已经变了，不能这样办。', '请刷新查看。'),
  CHECK_IN_TOO_EARLY: entry(409, '还没到签到时间。', '请晚一点再签到。'),
  CHECK_IN_TOO_LATE: entry(409, '签到时间已经过了。', '请到窗口说明情况。'),
  CHECK_IN_CODE_INVALID: entry(422, '这个签到码不对。', '请让对方打开预约里的签到码再扫一次。'),
  CHECK_IN_CODE_EXPIRED: entry(422, '这个签到码过期了。', '签到码每 30 秒更新，请扫最新的一个。'),
  CHECK_IN_OTHER_CENTRE: entry(409, '这是别的中心的预约。', '请到预约的中心签到。'),
  CHECK_IN_AMBIGUOUS: entry(409, '有几个预约对得上这组数字。', '请选是哪一个。'),
  INVITE_INVALID: entry(404, '这个邀请已经失效。', '请让邀请你的人再发一次。'),
  INVITE_FULL: entry(409, '同行的人数已经满了。', '请让邀请你的人增加人数。'),
  INVITE_OWN: entry(409, '这是你自己的预约，不用再加入。', null),
  WAITLIST_RUN_FREE: entry(409, '这个时段现在就有空，不用候补。', '请直接预约。'),
  WAITLIST_ALREADY: entry(409, '你已经在候补这个时段。', '请到“我的候补”查看。'),
  WAITLIST_STATE: entry(409, '这份候补已经结束。', '请刷新查看。'),
  PAUSE_APPEALED: entry(409, '你已经申诉过了。', '请等工作人员答复。'),
  PAUSE_OVER: entry(409, '暂停已经结束，不用申诉。', '可以直接预约。'),
  PAUSE_OWN: entry(403, '不能处理关于自己的申诉。', '请由另一位同事处理。'),
};
