import type { VenueConfig } from '@jiefang/bff/venues/catalogue/venue-config';
import { DEFAULT_POLICY, type VenuePolicy } from '@jiefang/shared/venues';

/** A venue as rules see it, without a database: 合唱室 for 30 people, every day 08:00–18:00 in units of 30 minutes. */
export function venueConfig(
  policy: Partial<VenuePolicy> = {},
  change: Partial<VenueConfig> = {},
): VenueConfig {
  return {
    id: 3,
    centreId: 7,
    divisionCode: '350602002',
    name: '合唱室',
    centreName: '西桥党群服务中心',
    centreAddress: '延安北路 1 号',
    centrePhone: '0596-2020001',
    capacity: 30,
    facilities: [],
    intro: '',
    sortOrder: 0,
    unitMinutes: 30,
    status: 'open',
    policy: { ...DEFAULT_POLICY, ...policy },
    opening: Array.from({ length: 7 }, (_, index) => ({
      weekday: index + 1,
      ranges: [{ openMinute: 480, closeMinute: 1080 }],
    })),
    hasOwnOpening: false,
    configVersion: 1,
    closures: [],
    ...change,
  };
}
