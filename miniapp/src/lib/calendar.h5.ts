import { api } from './api/client';
import type { Booking } from './api/types';

/** Downloads a booking as a calendar file; true when the download has begun. */
export async function addToCalendar(booking: Booking): Promise<boolean> {
  const { path } = await api.get('/bookings/{id}/calendar-link', { path: { id: booking.id } });
  const link = document.createElement('a');
  link.href = path;
  link.download = `${booking.venue.name}.ics`;
  document.body.appendChild(link);
  link.click();
  link.remove();
  return true;
}
