import type { VenuePolicy, WeekdayHours } from '@jiefang/shared/venues';
import type { FieldFault } from './hours-rules.js';

const DAY_MINUTES = 1440;

/**
 * What contradicts itself in a policy, given the venue's unit and the hours that will apply. The bounds of single
 * fields are checked before, with the form. Empty when the policy is coherent.
 */
export function policyFaults(
  policy: VenuePolicy,
  unitMinutes: number,
  opening: readonly WeekdayHours[],
): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: keyof VenuePolicy, message: string): void => {
    faults.push({ field: `policy.${field}`, message });
  };

  if (policy.minMinutes % unitMinutes !== 0) fault('minMinutes', `要是每格 ${unitMinutes} 分钟的整数倍`);
  if (policy.maxMinutes % unitMinutes !== 0) fault('maxMinutes', `要是每格 ${unitMinutes} 分钟的整数倍`);
  if (policy.minMinutes > policy.maxMinutes) fault('maxMinutes', '最长不能短于最短');
  if (policy.latestLeadMinutes >= (policy.earliestLeadDays + 1) * DAY_MINUTES) {
    fault('latestLeadMinutes', '最晚提前的时间比最早的还早，这样谁也约不上');
  }
  if (policy.releaseAfterMinutes !== null && policy.releaseAfterMinutes > policy.minMinutes) {
    fault('releaseAfterMinutes', '让出的时间不能晚于最短的预约结束');
  }
  if (policy.reservedPercent > 0 && policy.reservedUntilHours > policy.earliestLeadDays * 24 + 24) {
    fault('reservedUntilHours', '放开的时间比最早可约的时间还早，预留就不起作用了');
  }
  const ranges = opening.flatMap((day) => day.ranges);
  if (ranges.length > 0 && ranges.every((r) => r.closeMinute - r.openMinute < policy.minMinutes)) {
    fault('minMinutes', '没有哪一天开放得这么久');
  }
  return faults;
}
