import type { CheckInMethod } from '@jiefang/shared/volunteering';
import { spoken } from '@/lib/time';
import type { StaffClaim } from '../api/types';

const METHODS: Record<CheckInMethod, string> = { location: '定位', qr: '扫码', staff: '工作人员办理' };

/** 今天 18:55，定位，离集合点 32 米; null before check-in. */
export function checkInWords(
  { checkedInAt, checkInMethod, checkInMetres }: StaffClaim,
  now: Date,
): string | null {
  if (checkedInAt === null) return null;
  return [
    spoken(checkedInAt, now),
    ...(checkInMethod === null ? [] : [METHODS[checkInMethod]]),
    ...(checkInMetres === null ? [] : [`离集合点 ${checkInMetres} 米`]),
  ].join('，');
}
