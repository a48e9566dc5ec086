import type { Unit } from '@/lib/api/types';
import { Empty } from '../QueryState';

/** True when nothing of the day can be booked by anybody any more: closed, or gone by. */
export function isOver(units: readonly Unit[]): boolean {
  return units.every((unit) => unit.state === 'closed' || unit.state === 'past');
}

/** In place of the grid of a day that is over. */
export function DayOver({ units }: { units: readonly Unit[] }) {
  return units.some((unit) => unit.state === 'past') ? (
    <Empty icon="clock" title="今天的时段都过了" hint="看看明天或后面几天。" />
  ) : (
    <Empty icon="lock" title="这一天不开放" hint="换一天看看。" />
  );
}
