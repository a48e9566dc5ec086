import { covers } from '@jiefang/shared/permissions';
import { shanghaiDay, writtenDay } from '@jiefang/shared/time';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Person } from './person-facts.js';
import type { VenueConfig } from './venue-config.js';

type EligibilityConfig = Pick<VenueConfig, 'centreId' | 'centreName' | 'divisionCode' | 'status' | 'policy'>;

/**
 * Whether this person may book this venue online at all, whatever the time: the refusal, or null when they may.
 * `person` is null for a visitor. What nobody can change by logging in is said first.
 */
export function eligibility(person: Person | null, config: EligibilityConfig, now: Date): DomainError | null {
  if (config.status === 'suspended') return new DomainError('VENUE_SUSPENDED');
  if (config.policy.audience === 'units') return new DomainError('BOOKING_UNITS_ONLY', { rule: 'audience' });
  if (person === null) return new DomainError('UNAUTHENTICATED', { message: '登录以后就可以预约。' });
  if (!person.phoneBound) return new DomainError('PHONE_REQUIRED', { rule: 'audience' });
  if (config.policy.audience === 'community' && !isResident(person, config.divisionCode)) {
    return new DomainError('BOOKING_AUDIENCE', {
      rule: 'audience',
      ...(person.communityCode === null ? {} : { next: '你登记的住处不在本辖区，可以看看家附近的中心。' }),
    });
  }
  const pause = person.pauses.findLast((p) => p.centreId === config.centreId && p.endsAt > now);
  if (pause !== undefined) {
    // A refusal may be kept with a waitlist entry, so it says no 明天.
    const until = writtenDay(shanghaiDay(pause.endsAt), shanghaiDay(now));
    return new DomainError('BOOKING_PAUSED', {
      rule: 'noShow',
      message: `因为多次爽约，你在${config.centreName}的在线预约暂停到${until}。`,
    });
  }
  return null;
}

function isResident(person: Person, divisionCode: string): boolean {
  return person.communityCode !== null && covers(divisionCode, person.communityCode);
}
