import type { NoticePage, NoticeText } from './notice-texts.js';

/** Facts about a claimed shift; instants are ISO UTC. */
export interface ClaimFacts {
  claimId: number;
  taskTitle: string;
  placeName: string;
  startsAt: string;
  endsAt: string;
  /** Why, or what changed, where the notice has something to say. */
  reason?: string;
}

export type ShiftFacts = Omit<ClaimFacts, 'claimId'> & { taskId: number };

export interface HoursFacts {
  itemId: number;
  content: string;
  /** 'YYYY-MM-DD' */
  day: string;
  minutes: number;
  reason?: string;
}

/** What each kind of notice about volunteering carries. */
export interface VolunteeringPayloads {
  claim_promoted: ClaimFacts;
  claim_reminder: ClaimFacts;
  claim_changed: ClaimFacts;
  claim_cancelled: ClaimFacts;
  claim_queried: ClaimFacts;
  claim_verified: ClaimFacts & { minutes: number };
  claim_rejected: ClaimFacts;
  claim_no_show: ClaimFacts;
  shift_wait_expired: ShiftFacts;
  shift_wait_refused: ShiftFacts;
  claim_pause_started: { divisionName: string; endsAt: string; reason: string };
  claim_pause_lifted: { divisionName: string; reason: string };
  emergency_call: ShiftFacts & { divisionName: string };
  guardian_consented: { relation: string };
  training_recorded: { trainingName: string };
  hours_publicised: HoursFacts & { endsOn: string };
  hours_recorded: HoursFacts;
  hours_reversed: HoursFacts;
  hours_adjusted: HoursFacts;
  objection_answered: HoursFacts & { upheld: boolean };
  certificate_issued: { certificateId: number; number: string };
  certificate_declined: { certificateId: number; reason: string };
  certificate_revoked: { certificateId: number; number: string; reason: string };
}

/** What the writers of every domain share. */
export interface Words {
  /** 11月28日 周六 14:00–15:30 */
  run(facts: { startsAt: string; endsAt: string }, now: Date): string;
  /** 11月28日 周六 */
  day(instant: Date, now: Date): string;
  /** 原因：…。 or nothing */
  because(facts: { reason?: string }): string;
  /** 2 小时 5 分 */
  hours(minutes: number): string;
  /** The start of a 'YYYY-MM-DD' day in Shanghai. */
  startOf(day: string): Date;
}

type Writers = {
  [K in keyof VolunteeringPayloads]: (payload: VolunteeringPayloads[K], now: Date) => NoticeText;
};

/** The words of every notice about volunteering. */
export function volunteeringWriters({ run, day, because, hours, startOf }: Words): Writers {
  const about =
    <F extends { startsAt: string; endsAt: string }>(
      title: string,
      link: (facts: F) => { page: NoticePage; id: number },
      body: (facts: F, when: string) => string,
    ) =>
    (facts: F, now: Date): NoticeText => ({ title, body: body(facts, run(facts, now)), link: link(facts) });
  const claim = <F extends ClaimFacts>(title: string, body: (facts: F, when: string) => string) =>
    about<F>(title, (facts) => ({ page: 'claim', id: facts.claimId }), body);
  const shift = <F extends ShiftFacts>(title: string, body: (facts: F, when: string) => string) =>
    about<F>(title, (facts) => ({ page: 'task', id: facts.taskId }), body);
  /** 11月28日 周六“夜间巡防”1 小时 35 分 */
  const whatOf = (facts: HoursFacts, now: Date): string =>
    `${day(startOf(facts.day), now)}“${facts.content}”${hours(Math.abs(facts.minutes))}`;
  const item =
    <F extends HoursFacts>(title: string, body: (facts: F, what: string, now: Date) => string) =>
    (facts: F, now: Date): NoticeText => ({
      title,
      body: body(facts, whatOf(facts, now), now),
      link: { page: 'hours', id: facts.itemId },
    });

  return {
    claim_promoted: claim(
      '候补到了',
      (c, when) => `“${c.taskTitle}”有人让出，${when} 已经替你认领。来不了请早点让出。`,
    ),
    claim_reminder: claim(
      '任务快开始了',
      (c, when) => `${when} 在${c.placeName}：“${c.taskTitle}”。到了现场记得签到。`,
    ),
    claim_changed: claim(
      '任务有变化',
      (c, when) => `“${c.taskTitle}”改为 ${when}，${c.placeName}。${c.reason ?? ''}不方便可以让出。`,
    ),
    claim_cancelled: claim(
      '任务取消了',
      (c, when) => `${when} 的“${c.taskTitle}”取消了，你不用来。${because(c)}`,
    ),
    claim_queried: claim(
      '服务记录要补充',
      (c, when) => `${when} 的“${c.taskTitle}”：${ended(c.reason ?? '')}`,
    ),
    claim_verified: claim<ClaimFacts & { minutes: number }>(
      '服务已核实',
      (c, when) => `${when} 的“${c.taskTitle}”核实为 ${hours(c.minutes)}，接下来公示。谢谢你。`,
    ),
    claim_rejected: claim(
      '服务记录没有通过',
      (c, when) => `${when} 的“${c.taskTitle}”没有通过核实。${because(c)}`,
    ),
    claim_no_show: claim(
      '记了一次没到',
      (c, when) => `${when} 的“${c.taskTitle}”没有签到。有特殊情况请告诉志愿协调员。`,
    ),
    shift_wait_expired: shift('候补没有等到', (s, when) =>
      s.reason === undefined
        ? `${when} 的“${s.taskTitle}”一直没有空出名额，候补结束了。`
        : `${when} 的“${s.taskTitle}”取消了，候补结束了。${because(s)}`,
    ),
    shift_wait_refused: shift(
      '候补没有成功',
      (s, when) => `${when} 的“${s.taskTitle}”空出来了，但没能替你认领。${because(s)}`,
    ),
    claim_pause_started: (payload, now) => ({
      title: '认领暂停',
      body: `${payload.divisionName}的认领暂停到 ${day(new Date(payload.endsAt), now)}。${payload.reason}`,
      link: { page: 'volunteer', id: null },
    }),
    claim_pause_lifted: (payload) => ({
      title: '认领恢复',
      body: `${payload.divisionName}的认领已经恢复。${payload.reason}`,
      link: { page: 'volunteer', id: null },
    }),
    emergency_call: shift<ShiftFacts & { divisionName: string }>(
      '急需志愿者',
      (s, when) =>
        `${s.divisionName}急需人手：“${s.taskTitle}”，${when}，${s.placeName}。能来请认领，不方便不用理会。`,
    ),
    guardian_consented: (payload) => ({
      title: '监护人同意了',
      body: `你的${payload.relation}已经同意你做志愿者，现在可以认领任务。`,
      link: { page: 'volunteer', id: null },
    }),
    training_recorded: (payload) => ({
      title: '培训已登记',
      body: `${payload.trainingName}已经记在你的志愿者资料里。`,
      link: { page: 'volunteer', id: null },
    }),
    hours_publicised: item<HoursFacts & { endsOn: string }>(
      '服务时长开始公示',
      (h, what, now) =>
        `${h.minutes < 0 ? '减少' : ''}${what}，公示到 ${day(startOf(h.endsOn), now)}，没有异议就记录。`,
    ),
    hours_recorded: item('服务时长已记录', (h, what) =>
      h.minutes < 0 ? `${what}，已经从你的服务时长里减去。` : `${what}，已经记入你的服务时长。`,
    ),
    hours_reversed: item('服务时长已冲正', (h, what) => `${what}已经冲正。${because(h)}`),
    hours_adjusted: item(
      '服务时长有更正',
      (h, what) => `${h.minutes < 0 ? '减少' : '增加'}${what}。${because(h)}`,
    ),
    // The objector is a neighbour: the item's own page is open to the volunteer alone.
    objection_answered: (payload, now) => ({
      title: '异议有答复了',
      body: `${whatOf(payload, now)}：${payload.upheld ? '采纳了你的异议。' : '没有采纳你的异议。'}${payload.reason ?? ''}`,
      link: null,
    }),
    certificate_issued: (payload) => ({
      title: '志愿服务证明开好了',
      body: `编号 ${payload.number}，可以下载，也可以请对方扫码核对。`,
      link: { page: 'certificate', id: payload.certificateId },
    }),
    certificate_declined: (payload) => ({
      title: '志愿服务证明没有开具',
      body: `社区没有开具：${ended(payload.reason)}`,
      link: { page: 'certificate', id: payload.certificateId },
    }),
    certificate_revoked: (payload) => ({
      title: '志愿服务证明已撤销',
      body: `编号 ${payload.number} 的证明已经撤销：${ended(payload.reason)}`,
      link: { page: 'certificate', id: payload.certificateId },
    }),
  };
}

/** What somebody wrote, with a stop at its end unless it has one: a question keeps its mark. */
function ended(text: string): string {
  return /[。？！?!]$/.test(text) ? text : `${text}。`;
}
