/** Volunteer hours, shared by both ends: acts of the ledger, tiers of approval, stars, publication. Always minutes. */

/**
 * Acts of the ledger. `service` and `adjustment` bring minutes of an item, `reversal` takes all of an item's minutes
 * back; the others bring 0 minutes and say what became of the item.
 */
export const HOURS_ACTS = [
  'service',
  'adjustment',
  'reversal',
  'publicised',
  'objection',
  'objection_answered',
  'recorded',
] as const;
export type HoursAct = (typeof HOURS_ACTS)[number];

export const HOURS_STATUSES = ['provisional', 'publicised', 'recorded', 'reversed'] as const;
export type HoursStatus = (typeof HOURS_STATUSES)[number];

export const HOURS_STATUS_WORDS: Record<HoursStatus, string> = {
  provisional: '待公示',
  publicised: '公示中',
  recorded: '已记录',
  reversed: '已冲正',
};

/** Working days an item is shown to everyone before it is recorded. */
export const PUBLICATION_WORKING_DAYS = 3;
/** Calendar days since publication before hours may stand on a certificate (民发〔2015〕149号). */
export const CERTIFICATE_PUBLICATION_DAYS = 7;

/** Who may approve a person's minutes of one day: up to 8 h the community, up to 12 h the street, above the district. */
export const HOURS_TIERS = ['community', 'street', 'district'] as const;
export type HoursTier = (typeof HOURS_TIERS)[number];

export const TIER_WORDS: Record<HoursTier, string> = {
  community: '社区',
  street: '街道',
  district: '区',
};

/** The tier that a day's total asks for. */
export function tierOf(minutesOfDay: number): HoursTier {
  if (minutesOfDay <= 8 * 60) return 'community';
  return minutesOfDay <= 12 * 60 ? 'street' : 'district';
}

/** Hours that each star asks for where a city has no table of its own: one star at 100 h … five at 1,500 h. */
export const DEFAULT_STARS: readonly number[] = [100, 300, 600, 1000, 1500];

/** Stars earned by recorded minutes, and how far the next one is; `next` null beyond the last. */
export function starsOf(
  minutes: number,
  hours: readonly number[] = DEFAULT_STARS,
): { stars: number; nextMinutes: number | null } {
  const stars = hours.filter((needed) => minutes >= needed * 60).length;
  const next = hours[stars];
  return { stars, nextMinutes: next === undefined ? null : next * 60 - minutes };
}

/** 2 小时 5 分, 45 分, 3 小时: minutes as people say them. */
export function spokenHours(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const whole = Math.abs(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${sign}${rest} 分`;
  return `${sign}${hours} 小时${rest === 0 ? '' : ` ${rest} 分`}`;
}

export const CERTIFICATE_STATUSES = ['requested', 'issued', 'declined', 'revoked'] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

export const CERTIFICATE_STATUS_WORDS: Record<CertificateStatus, string> = {
  requested: '等待开具',
  issued: '已开具',
  declined: '没有开具',
  revoked: '已撤销',
};
