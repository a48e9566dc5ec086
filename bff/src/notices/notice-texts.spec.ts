import { LINK_ID_KIND, writeNotice, type NoticeKind, type NoticePayloads } from './notice-texts.js';

const NOW = new Date('2026-11-27T01:00:00Z');

const facts = {
  venueName: '合唱室',
  centreName: '西桥党群服务中心',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T07:30:00.000Z',
};
const booking = { ...facts, bookingId: 9 };
const waitlist = { ...facts, waitlistId: 8 };
const pause = { pauseId: 7, centreName: facts.centreName };
const residency = { residencyId: 6, communityName: '延安社区' };
const shift = {
  taskId: 5,
  taskTitle: '夜间巡防',
  placeName: '古城东门',
  startsAt: facts.startsAt,
  endsAt: facts.endsAt,
};
const claim = { ...shift, claimId: 4 };
const hours = { itemId: 2, content: '夜间巡防', day: '2026-11-28', minutes: 95 };
const certificate = { certificateId: 3, number: '3506-2026-000001' };
const topic = { topicId: 1, topicTitle: '电动车充电棚建在哪？' };
const until = '2026-12-05T16:00:00.000Z';
const meeting = { ...topic, startsAt: facts.startsAt, endsAt: facts.endsAt };
const followUp = { ...topic, followUpTitle: '装三处监控' };
const role = { roleName: '场地管理员', divisionName: '延安社区' };

/** One example of every kind; the type makes the list exhaustive. */
const EXAMPLES: NoticePayloads = {
  booking_pending: booking,
  booking_confirmed: booking,
  booking_rejected: { ...booking, reason: '场地另有安排' },
  booking_cancelled: { ...booking, reason: '设备坏了' },
  booking_closed: { ...booking, reason: '空调检修' },
  booking_checked_in: booking,
  booking_released: booking,
  booking_no_show: booking,
  booking_completed: booking,
  booking_reminder: booking,
  booking_promoted: booking,
  companion_joined: { ...booking, nickname: '小吴' },
  waitlist_expired: waitlist,
  waitlist_refused: { ...waitlist, reason: '每人每周 2 次' },
  pause_started: { ...pause, endsAt: '2026-11-28T16:30:00.000Z', limit: 3, days: 90 },
  pause_lifted: { ...pause, reason: '闭馆期间的爽约不算。' },
  pause_appeal_dismissed: { ...pause, reason: '当天没有来电话' },
  residency_approved: { ...residency, place: '3 栋 502' },
  residency_rejected: { ...residency, reason: '房号对不上' },
  role_granted: role,
  role_revoked: role,
  claim_promoted: claim,
  claim_reminder: claim,
  claim_changed: { ...claim, reason: '集合点换了。' },
  claim_cancelled: { ...claim, reason: '有大雨' },
  claim_queried: { ...claim, reason: '请说说中途离开的原因' },
  claim_verified: { ...claim, minutes: 95 },
  claim_rejected: { ...claim, reason: '没有到场' },
  claim_no_show: claim,
  shift_wait_expired: shift,
  shift_wait_refused: { ...shift, reason: '时间重叠' },
  claim_pause_started: {
    divisionName: '延安社区',
    endsAt: '2026-12-28T16:30:00.000Z',
    reason: '90 天内 3 次没到。',
  },
  claim_pause_lifted: { divisionName: '延安社区', reason: '已经说明情况。' },
  emergency_call: { ...shift, divisionName: '延安社区' },
  guardian_consented: { relation: '母亲' },
  training_recorded: { trainingName: '巡防培训' },
  hours_publicised: { ...hours, endsOn: '2026-12-02' },
  hours_recorded: hours,
  hours_reversed: { ...hours, reason: '登记错人' },
  hours_adjusted: { ...hours, reason: '少记了半小时' },
  objection_answered: { ...hours, upheld: false, reason: '当天有签到记录。' },
  certificate_issued: certificate,
  certificate_declined: { certificateId: 3, reason: '请补证件号码' },
  certificate_revoked: { ...certificate, reason: '时长有误' },
  topic_taken_up: topic,
  topic_returned: { ...topic, reason: '请写清楚是哪一栋' },
  topic_declined: { ...topic, reason: '不是社区能定的事' },
  topic_reviewed: { ...topic, upheld: true, reason: '要由区里定' },
  topic_classified: { ...topic, trackWord: '即时议' },
  topic_answered: topic,
  topic_endorsing: { ...topic, threshold: 20, until },
  topic_endorsed: { ...topic, threshold: 20 },
  topic_announced: { ...topic, deliberatesFrom: until },
  topic_deliberating: { ...topic, until },
  topic_finalised: topic,
  topic_voting: { ...topic, until },
  topic_extended: { ...topic, until },
  topic_publicised: { ...topic, until },
  topic_effective: topic,
  topic_started: topic,
  topic_failed: { ...topic, reason: '参与的户数不够' },
  topic_merged: { ...topic, targetTitle: '充电的事' },
  topic_lapsed: topic,
  topic_suspended: { ...topic, reason: '有人提出异议' },
  topic_resumed: { ...topic, reason: '异议已经答复' },
  topic_evaluated: topic,
  topic_archived: topic,
  topic_late: { ...topic, duty: '受理', divisionName: '延安社区', dueAt: until },
  merge_asked: { ...topic, targetTitle: '充电的事' },
  text_released: topic,
  text_hidden: { ...topic, reason: '泄露他人隐私' },
  appeal_decided: { ...topic, upheld: false, reason: '写了别人的门牌' },
  meeting_called: { ...meeting, place: '党群服务中心二楼' },
  meeting_cancelled: { ...meeting, reason: '场地停电' },
  minutes_sent: { ...topic, until },
  topic_objection_answered: { ...topic, upheld: false, reason: '名册是按规定核的。' },
  follow_up_done: followUp,
  follow_up_dropped: { ...followUp, reason: '经费没有批下来' },
  follow_up_late: { ...followUp, responsible: '物业', dueOn: '2026-11-28' },
};
const KINDS = Object.keys(EXAMPLES) as NoticeKind[];
const write = (kind: NoticeKind, now = NOW) => writeNotice(kind, EXAMPLES[kind], now);

describe('the words of a notice', () => {
  it('say date, weekday and hours', () => {
    expect(write('booking_confirmed')).toEqual({
      title: '预约好了',
      body: '11月28日 周六 14:00–15:30，西桥党群服务中心合唱室。到时打开签到码签到。',
      link: { page: 'booking', id: 9 },
    });
    expect(write('companion_joined').body).toBe('小吴 会和你一起去 11月28日 周六 14:00–15:30 的合唱室。');
  });

  it('count a day from midnight in Shanghai', () => {
    // Half past midnight of the 29th there, still the 28th in UTC.
    expect(write('pause_started').body).toContain('暂停到 11月29日 周日。');
    const late = { ...booking, startsAt: '2026-11-28T15:00:00.000Z', endsAt: '2026-11-28T16:00:00.000Z' };
    expect(writeNotice('booking_confirmed', late, NOW).body).toContain('11月28日 周六 23:00–00:00');
  });

  it('say the year when it is another', () => {
    const [startsAt, endsAt] = ['2027-01-02T06:00:00.000Z', '2027-01-02T07:30:00.000Z'];
    expect(writeNotice('booking_confirmed', { ...booking, startsAt, endsAt }, NOW).body).toContain(
      '2027年1月2日 周六 14:00–15:30',
    );
  });

  it.each(KINDS)('stay true whenever they are read: %s', (kind) => {
    const ofTheDay = new Date('2026-11-28T01:00:00Z');
    const { title, body } = write(kind, ofTheDay);
    expect(title + body).not.toMatch(/今天|明天|昨天|后天|本周|这周|undefined|null/);
    expect(write(kind)).toMatchObject({ title, body });
  });

  it.each(KINDS)('are plain Chinese, short enough for the inbox, and lead somewhere: %s', (kind) => {
    const { title, body, link } = write(kind);
    expect(title).toMatch(/^[\u4e00-\u9fff，]{4,12}$/);
    expect(body).toMatch(/。$/);
    expect(body).not.toMatch(/。。|[A-Za-z_]/);
    expect(body.length).toBeLessThanOrEqual(120);
    // A role speaks of the workbench; an objector may not open the volunteer's own page.
    if (link === null) expect(kind).toMatch(/^(role_.*|objection_answered)$/);
    else expect(Object.keys(LINK_ID_KIND)).toContain(link.page);
  });

  it('carry the beginning of a reason that is a page long', () => {
    for (const kind of KINDS.filter((one) => /^(topic|text|appeal|follow|meeting)_/.test(one))) {
      const long = { ...EXAMPLES[kind], reason: '长'.repeat(1000) } as NoticePayloads[typeof kind];
      expect(writeNotice(kind, long, NOW).body.length).toBeLessThanOrEqual(400);
    }
  });

  it('end a reason once, whether it came as a sentence or not', () => {
    for (const reason of ['人数不够', '人数不够。'])
      expect(writeNotice('topic_failed', { ...topic, reason }, NOW).body).toMatch(/原因：人数不够。$/);
  });

  it('give the reason where there is one, and nothing where there is none', () => {
    expect(write('booking_closed').body).toContain('原因：空调检修。');
    expect(write('waitlist_refused').body).toContain('原因：每人每周 2 次。');
    expect(writeNotice('booking_cancelled', booking, NOW).body).toBe(
      '11月28日 周六 14:00–15:30 的合唱室已经取消。',
    );
  });
});
