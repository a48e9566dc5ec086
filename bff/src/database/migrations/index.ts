import { IdentityVenuesBookings1700000000000 } from './1700000000000-identity-venues-bookings.js';

/** Every migration, oldest first. A landed migration is never edited; a change is a new one. */
export const MIGRATIONS = [IdentityVenuesBookings1700000000000];
