import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { holdHoursClock } from '../../builders/hours.js';
import { grantRole } from '../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { buildShift, buildTask, buildVolunteer, PLACE } from '../../builders/volunteering.js';
import { buildJourneyCity, type JourneyCity } from './city.js';
import type { Driver } from './driver.js';
import { recordedWalk, routeAlong, type Stride } from './walk.js';

/** The journeys' city with volunteers, a coordinator of the community and one of the next street, and tasks. */
export interface VolunteeringCity extends JourneyCity {
  /** How the patrol's route is walked. */
  walk: readonly Stride[];
  /** 夜间巡防: tonight 19:00–21:00, a route with checkpoints, a risk to accept. */
  patrol: { task: number; shift: number };
  /** 探访: tomorrow 09:00–11:00, one place. */
  visit: { task: number; shift: number };
  /** Walks from one stride to another; time goes by for the BFF and every phone given, the first one is carried. */
  stroll(strides: readonly Stride[], walker: Driver, ...others: Driver[]): Promise<void>;
}

/** The coordinator and the one who knows nothing of this street, as the demo names them. */
export const COORDINATOR = 'coordinator';
export const STRANGER = 'neighbour-manager';

/** 林阿姨's identity number in the tests; it belongs to nobody. */
const ID_NUMBER = '350602199005010026';

/** Starts a BFF that serves the built H5 client, and builds the city with its volunteers. */
export async function buildVolunteeringCity(): Promise<VolunteeringCity> {
  const city = await buildJourneyCity();
  const sql = city.app.database;
  await holdHoursClock(city.app);
  await buildVolunteer(sql, { personId: city.people.verified, name: '林秀兰', idNumber: ID_NUMBER });
  await grantRole(sql, city.people.coordinator, 'volunteer_coordinator', COMMUNITY);
  await grantRole(sql, city.people['neighbour-manager'], 'volunteer_coordinator', OTHER_STREET_COMMUNITY);

  const walk = recordedWalk(PLACE);
  const patrolTask = await buildTask(sql, {
    kind: 'patrol',
    title: '夜间巡防',
    route: routeAlong(walk),
    riskNotice: '夜里走路，请穿反光背心，结伴走。',
    insured: true,
  });
  const patrol = {
    task: patrolTask,
    shift: await buildShift(sql, {
      taskId: patrolTask,
      startsAt: '2026-11-23T11:00:00Z',
      endsAt: '2026-11-23T13:00:00Z',
    }),
  };
  const visitTask = await buildTask(sql, { kind: 'visit', title: '探访独居老人' });
  const visit = {
    task: visitTask,
    shift: await buildShift(sql, {
      taskId: visitTask,
      startsAt: '2026-11-24T01:00:00Z',
      endsAt: '2026-11-24T03:00:00Z',
      capacity: 1,
    }),
  };

  return {
    ...city,
    walk,
    patrol,
    visit,
    async stroll(strides, walker, ...others) {
      for (const { place, seconds } of strides) {
        await city.later(seconds / 60, walker, ...others);
        await walker.moveTo(place);
      }
    },
  };
}

/** Address of a task's page. */
export function taskPage({ task, shift }: { task: number; shift: number }): string {
  return `pages-volunteer/task/index?id=${encodeId('task', task)}&shift=${encodeId('shift', shift)}`;
}
