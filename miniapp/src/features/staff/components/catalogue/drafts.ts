import { DEFAULT_POLICY, type MinuteRange, type WeekdayHours } from '@jiefang/shared/venues';
import type { CentreDraft, StaffCentre, StaffVenue, VenueDraft } from '../../api/types';

/** A new venue before anything is typed. */
export const NEW_VENUE: VenueDraft = {
  name: '',
  capacity: 20,
  facilities: [],
  intro: '',
  unitMinutes: 30,
  status: 'open',
  policy: DEFAULT_POLICY,
  opening: null,
};

const DAYTIME: MinuteRange = { openMinute: 8 * 60 + 30, closeMinute: 21 * 60 };

/** A new centre before anything is typed: open every day. */
export const NEW_CENTRE: CentreDraft = {
  name: '',
  tags: [],
  address: '',
  phone: '',
  intro: '',
  location: { latitude: 0, longitude: 0 },
  services: [],
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ranges: [DAYTIME] })),
};

/** What of a venue staff may write. */
export function venueDraft(venue: StaffVenue): VenueDraft {
  const { name, capacity, facilities, intro, unitMinutes, status, policy, opening } = venue;
  return { name, capacity, facilities, intro, unitMinutes, status, policy, opening };
}

/** What of a centre staff may write. */
export function centreDraft(centre: StaffCentre): CentreDraft {
  const { name, tags, address, phone, intro, location, services, hours } = centre;
  const { latitude, longitude } = location;
  return { name, tags, address, phone, intro, location: { latitude, longitude }, services, hours };
}

/** All seven weekdays in order; a day without ranges is closed. */
export function wholeWeek(hours: readonly WeekdayHours[]): WeekdayHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    ranges: hours.find((day) => day.weekday === weekday)?.ranges ?? [],
  }));
}

/** What is wrong with one day's ranges, in a sentence; undefined when they are sound. */
export function rangesFault(ranges: readonly MinuteRange[], unitMinutes: number | null): string | undefined {
  if (ranges.some((range) => range.closeMinute <= range.openMinute)) return '结束要晚于开始。';
  const loose = (minute: number): boolean => unitMinutes !== null && minute % unitMinutes !== 0;
  if (ranges.some((range) => loose(range.openMinute) || loose(range.closeMinute))) {
    return `开始和结束要落在每 ${unitMinutes ?? 0} 分钟的整格上。`;
  }
  const sorted = [...ranges].sort((a, b) => a.openMinute - b.openMinute);
  const clash = sorted.some((range, index) => {
    const before = sorted[index - 1];
    return before !== undefined && range.openMinute <= before.closeMinute;
  });
  return clash ? '几段时间连在一起或重叠了，请合并。' : undefined;
}

/** What one must put right in a venue before saving, by field; the server judges the rest. */
export function venueFaults(draft: VenueDraft): Record<string, string> {
  const { policy, unitMinutes } = draft;
  const faults: Record<string, string> = {};
  if (draft.name.trim() === '') faults.name = '请写场地名称。';
  if (!Number.isInteger(draft.capacity) || draft.capacity < 1 || draft.capacity > 5000) {
    faults.capacity = '请填 1 到 5000 之间的整数。';
  }
  if (policy.minMinutes % unitMinutes !== 0)
    faults['policy.minMinutes'] = `要是每格 ${unitMinutes} 分钟的整数倍。`;
  if (policy.maxMinutes % unitMinutes !== 0)
    faults['policy.maxMinutes'] = `要是每格 ${unitMinutes} 分钟的整数倍。`;
  if (policy.minMinutes > policy.maxMinutes) faults['policy.maxMinutes'] = '最长不能短于最短。';
  if (policy.releaseAfterMinutes !== null && policy.releaseAfterMinutes > policy.minMinutes) {
    faults['policy.releaseAfterMinutes'] = '让出的时间不能晚于最短的预约结束。';
  }
  for (const { weekday, ranges } of draft.opening ?? []) {
    const fault = rangesFault(ranges, unitMinutes);
    if (fault !== undefined) faults[`opening.${weekday}`] = fault;
  }
  return faults;
}

/** What one must put right in a centre before saving, by field. */
export function centreFaults(draft: CentreDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  if (draft.name.trim().length < 2) faults.name = '请写中心名称。';
  if (draft.address.trim().length < 2) faults.address = '请写地址。';
  if (!/^\+?[0-9][0-9 -]{4,28}$/.test(draft.phone.trim())) faults.phone = '请写电话号码，座机要带区号。';
  const { latitude, longitude } = draft.location;
  if (!(latitude >= 3.5 && latitude <= 53.6 && longitude >= 73.4 && longitude <= 135.1)) {
    faults.location = '请填中心在地图上的位置。';
  }
  if (draft.services.some((service) => service.name.trim() === ''))
    faults.services = '每项服务都要有名称，不要的请删掉。';
  for (const { weekday, ranges } of draft.hours) {
    const fault = rangesFault(ranges, null);
    if (fault !== undefined) faults[`hours.${weekday}`] = fault;
  }
  return faults;
}
