import { IdentityVenuesBookings1700000000000 } from './1700000000000-identity-venues-bookings.js';
import { FewerBookingIndexes1700000001000 } from './1700000001000-fewer-booking-indexes.js';
import { Volunteering1700000002000 } from './1700000002000-volunteering.js';
import { Halls1700000003000 } from './1700000003000-halls.js';
import { HallRecords1700000004000 } from './1700000004000-hall-records.js';

/** Every migration, oldest first. A landed migration is never edited; a change is a new one. */
export const MIGRATIONS = [
  IdentityVenuesBookings1700000000000,
  FewerBookingIndexes1700000001000,
  Volunteering1700000002000,
  Halls1700000003000,
  HallRecords1700000004000,
];
