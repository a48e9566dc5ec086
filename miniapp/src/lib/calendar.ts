import Taro from '@tarojs/taro';
import type { Booking } from './api/types';

/** Puts a booking into the phone's calendar with an alarm half an hour before; true when it is there. */
export async function addToCalendar(booking: Booking): Promise<boolean> {
  const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
  try {
    await Taro.addPhoneCalendar({
      title: `${booking.venue.name}：${booking.purpose}`,
      startTime: seconds(booking.startsAt),
      endTime: String(seconds(booking.endsAt)),
      location: `${booking.centre.name} ${booking.address}`,
      alarm: true,
      alarmOffset: 30 * 60,
    });
    return true;
  } catch {
    return false;
  }
}
