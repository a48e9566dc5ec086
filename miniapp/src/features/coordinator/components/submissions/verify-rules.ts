import { HOURS_TIERS, tierOf, type HoursTier } from '@jiefang/shared/hours';
import type { Submission } from '../../api/types';

type Facts = Pick<Submission, 'dayMinutes' | 'maxMinutes' | 'proposedMinutes' | 'tier' | 'mayVerify'>;

/** Minutes as they were typed; null for anything that is no whole number above 0. */
export function minutesOf(typed: string): number | null {
  if (!/^\d{1,4}$/.test(typed.trim())) return null;
  const minutes = Number(typed);
  return minutes === 0 ? null : minutes;
}

/** What keeps the minutes from being verified, in a sentence; null when nothing does. */
export function minutesFault(minutes: number | null, { maxMinutes }: Facts): string | null {
  if (minutes === null) return '请填实际服务了多少分钟。';
  return minutes > maxMinutes ? `从签到到结束最多 ${maxMinutes} 分钟。` : null;
}

/** The tier that these minutes ask for, when the reader's grant is not high enough for it; null when it may be. */
export function tierMissing(minutes: number, facts: Facts): HoursTier | null {
  const needed = tierOf(facts.dayMinutes + minutes);
  // The server said it for what it proposes; what asks for a lower tier may be within reach.
  const sameOrHigher = HOURS_TIERS.indexOf(needed) >= HOURS_TIERS.indexOf(facts.tier);
  return !facts.mayVerify && sameOrHigher ? needed : null;
}

/** 别人核实的依据要写明: minutes other than the proposed ones need a reason. */
export function needsReason(minutes: number | null, { proposedMinutes }: Facts): boolean {
  return minutes !== null && minutes !== proposedMinutes;
}
