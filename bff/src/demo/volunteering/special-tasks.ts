import { addDays, DAY_MS, instantAt, MINUTE_MS, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';
import { YANAN } from '../people.js';
import type { DemoVolunteer } from './cast.js';
import type { ClaimPlanner } from './claims.js';
import { readShifts, shiftOn, type DemoShift, type TaskWriter } from './tasks.js';
import { task, when } from './template.js';

const HOUR_MS = 60 * MINUTE_MS;
/** How long ago the call went out, and who has answered it since. */
const CALLED_HOURS_AGO = 3;
const ANSWERED = 7;

const EMERGENCY = task(YANAN, 'other', '停水送水上楼', when({ every: 1, from: 0 }, 9, 180, 12), {
  intro: '主水管抢修，文昌苑和延安北路几栋楼停水。请帮忙把桶装水送到没有电梯的老人家里，每户两桶。',
  placeName: '文昌苑南门送水点',
  address: '芗城区延安北路文昌苑',
  north: -130,
  east: 60,
  requirements: { minAge: 18 },
  riskNotice: '上下楼搬水，量力而行，两人抬一桶，累了就歇。',
});
const DRAFT = task(YANAN, 'other', '邻里运动会裁判', when({ every: 1, from: 0 }, 8.5, 210, 10), {
  intro: '拔河、踢毽子、托球跑，裁判和计分各五位。场地定下来再发布。',
});
const CALLED_OFF = task(YANAN, 'duty_post', '露天电影秩序维护', when({ every: 1, from: 0 }, 19, 150, 6), {
  intro: '摆凳子、看着电线、散场后一起收拾。',
  placeName: '文昌苑小广场',
});

/** An emergency call of today, a draft, and a task that was called off. Returns the call's shift with its claims planned. */
export async function writeSpecialTasks(
  tx: Sql,
  writer: TaskWriter,
  planner: ClaimPlanner,
  volunteers: readonly DemoVolunteer[],
): Promise<{ shift: DemoShift; at: Date } | null> {
  const { now } = planner;
  const today = shanghaiDay(now);
  await writer.draft(DRAFT, [shiftOn(DRAFT, addDays(today, 12))], new Date(now.getTime() - DAY_MS));
  const offAt = new Date(now.getTime() - 20 * HOUR_MS);
  const off = await writer.draft(
    CALLED_OFF,
    [shiftOn(CALLED_OFF, addDays(today, 2))],
    new Date(now.getTime() - 6 * DAY_MS),
  );
  await writer.publish(off, new Date(now.getTime() - 6 * DAY_MS + HOUR_MS));
  await writer.cancel(off, '小广场的电箱要检修，改到下个月', offAt);

  const calledAt = new Date(now.getTime() - CALLED_HOURS_AGO * HOUR_MS);
  const startsAt = nextDaylight(now);
  const times = {
    startsAt,
    endsAt: new Date(startsAt.getTime() + EMERGENCY.minutes * MINUTE_MS),
    opensAt: calledAt,
    closesAt: startsAt,
    capacity: EMERGENCY.capacity,
  };
  const emergency = await writer.draft(EMERGENCY, [times], calledAt, 'emergency');
  await writer.publish(emergency, calledAt);
  const [shift] = await readShifts(tx, [emergency]);
  if (shift === undefined) return null;
  for (const [index, volunteer] of volunteers.entries()) {
    if (shift.claimed >= ANSWERED) break;
    const createdAt = new Date(calledAt.getTime() + (2 + index * 5) * MINUTE_MS);
    planner.claim(shift, volunteer, { status: 'claimed', createdAt });
  }
  return { shift, at: calledAt };
}

/** The next full hour but one that lies in daylight. */
function nextDaylight(now: Date): Date {
  const today = shanghaiDay(now);
  const hour = Math.floor(shanghaiMinute(now) / 60) + 2;
  if (hour < 8) return instantAt(today, 8 * 60);
  return hour <= 18 ? instantAt(today, hour * 60) : instantAt(addDays(today, 1), 8 * 60);
}
