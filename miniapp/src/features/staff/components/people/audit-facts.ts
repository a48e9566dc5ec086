import { spokenMinutes } from '@jiefang/shared/venues';
import { TIER_WORDS } from '@jiefang/shared/hours';
import { ROLE_WORDS } from '@jiefang/shared/permissions';
import { spoken } from '@/lib/time';

/** One thing an audited act says, in words. */
export interface AuditFact {
  name: string;
  text: string;
}

const PROOFS: Record<string, string> = { scan: '扫码', digits: '报签到码', identity: '核对证件' };
const DECISIONS: Record<string, string> = { upheld: '成立', dismissed: '维持原来的决定' };
const CHANNELS: Record<string, string> = { phone: '电话', counter: '窗口', app: '在线', waitlist: '候补' };

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const count =
  (unit: string) =>
  (value: unknown): string | null =>
    typeof value === 'number' && value > 0 ? `${value} ${unit}` : null;
const among =
  (words: Record<string, string>) =>
  (value: unknown): string | null =>
    typeof value === 'string' ? (words[value] ?? null) : null;
const instant =
  (now: Date) =>
  (value: unknown): string | null =>
    typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? spoken(value, now) : null;

/** 1 小时 30 分钟; minutes that were taken away say so. */
const length = (value: unknown): string | null => {
  if (typeof value !== 'number') return null;
  return value < 0 ? `减 ${spokenMinutes(-value)}` : spokenMinutes(value);
};

/** Names of the fields that an edit of a centre, a venue or a task changes. */
const FIELDS: Record<string, string> = {
  name: '名称',
  tags: '标签',
  address: '地址',
  phone: '电话',
  intro: '介绍',
  location: '位置',
  services: '服务',
  hours: '开放时间',
  capacity: '人数',
  facilities: '设施',
  unitMinutes: '每格时长',
  status: '是否开放',
  policy: '预约规则',
  opening: '开放时间',
  kind: '类别',
  urgency: '缓急',
  title: '名称',
  placeName: '集合点',
  latitude: '位置',
  longitude: '位置',
  geofenceMetres: '签到范围',
  route: '路线',
  requirements: '参加条件',
  riskNotice: '风险告知',
  insured: '保险',
  insuranceNote: '保险',
  gatherNote: '集合提醒',
  contactName: '联系人',
  contactPhone: '联系人',
  releaseByMinutes: '让出时间',
  checkInOpensMinutes: '签到时间',
};

/** The fields an edit changed, those with a name of their own; null when it says none. */
function changedFields(after: unknown): string | null {
  if (typeof after !== 'object' || after === null) return null;
  const names = Object.keys(after).flatMap((field) => FIELDS[field] ?? []);
  return names.length === 0 ? null : [...new Set(names)].join('、');
}

/**
 * What an audited act's detail says to people: only what has words here is shown, so that no code, id or hidden field
 * ever reaches the screen.
 */
export function auditFacts(detail: Record<string, unknown>, now: Date): AuditFact[] {
  const readers: Record<string, { name: string; read: (value: unknown) => string | null }> = {
    reason: { name: '原因', read: text },
    purpose: { name: '用途', read: text },
    by: { name: '方式', read: among(PROOFS) },
    channel: { name: '方式', read: among(CHANNELS) },
    decision: { name: '答复', read: among(DECISIONS) },
    role: { name: '岗位', read: among(ROLE_WORDS) },
    startsAt: { name: '从', read: instant(now) },
    endsAt: { name: '到', read: instant(now) },
    cancelled: { name: '取消预约', read: count('个') },
    waivedNoShows: { name: '免去爽约', read: count('次') },
    keptOutsideHours: { name: '保留在新时间外', read: count('个预约') },
    attendees: { name: '人数', read: count('人') },
    minutes: { name: '时长', read: length },
    tier: { name: '核定', read: among(TIER_WORDS) },
    title: { name: '任务', read: text },
    shifts: { name: '班次', read: count('个') },
    weeks: { name: '每周重复', read: count('周') },
    days: { name: '天数', read: count('天') },
    released: { name: '让出认领', read: count('个') },
    question: { name: '问题', read: text },
    answer: { name: '回答', read: text },
    note: { name: '说明', read: text },
    after: { name: '改了', read: changedFields },
  };
  return Object.entries(readers).flatMap(([field, { name, read }]) => {
    const said = field in detail ? read(detail[field]) : null;
    return said === null ? [] : [{ name, text: said }];
  });
}
