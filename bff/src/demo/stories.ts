import { addDays, DAY_MS, instantAt } from '@jiefang/shared/time';
import type { SeedVenue } from './centres.js';
import type { PlannedBooking, Planner, Wish } from './planner.js';
import type { Resident } from './residents.js';

/** What the demo people have lived through; every field is what later steps write about. */
export interface Stories {
  chorusTomorrow: PlannedBooking | null;
  own: PlannedBooking[];
  closedByTyphoon: PlannedBooking | null;
  /** A run that somebody else had and 林阿姨 waited for in vain. */
  missed: PlannedBooking | null;
  /** A taken run that people wait for. */
  contested: PlannedBooking | null;
  waiting: Resident[];
  pauses: { person: Resident; bookings: PlannedBooking[]; appeal: string | null }[];
}

/** People and places of the stories, looked up once. */
export interface Cast {
  lin: Resident;
  chen: Resident;
  /** Verified neighbours of 延安社区. */
  neighbours: readonly Resident[];
  venues: readonly SeedVenue[];
  today: string;
  now: Date;
}

const YANAN_CENTRE = '延安社区党群服务中心';
const BRIDGE_CENTRE = '大桥社区党群服务中心';
const APPEAL = '那三次都是临时去医院照顾住院的母亲，没来得及取消。请帮忙看看，以后一定提前说。';

/** Places the bookings of the demo people before the neighbours take the rooms. */
export function planStories(planner: Planner, cast: Cast): Stories {
  const { lin, neighbours } = cast;
  const choir = venueAt(cast, YANAN_CENTRE, '合唱室');
  const council = venueAt(cast, YANAN_CENTRE, '议事室');
  const meeting = venueAt(cast, YANAN_CENTRE, '会议室');
  const hall = venueAt(cast, YANAN_CENTRE, '多功能厅');
  const past = (venue: SeedVenue, back: number, hour: number, rest: Partial<Wish>): PlannedBooking | null =>
    attempt(planner, cast, {
      venue,
      person: lin,
      dayOffset: -back,
      hour,
      hours: 2,
      status: 'completed',
      ...rest,
    });

  const own = [
    past(choir, 3, 14, { purpose: '合唱排练' }),
    past(choir, 10, 14, { purpose: '合唱排练' }),
    past(meeting, 16, 9.5, { purpose: '加装电梯商量', attendees: 9 }),
    past(choir, 24, 14, { purpose: '合唱排练', status: 'late_cancelled' }),
    past(council, 30, 15, {
      purpose: '广场舞时间协商',
      status: 'rejected',
      reason: '那天街道要用，请改约别的时间',
    }),
    past(choir, 38, 14, { purpose: '演出节目排练' }),
  ];
  const closedByTyphoon = attemptClosed(planner, cast, choir, lin);
  const pending = attempt(planner, cast, {
    venue: council,
    person: lin,
    dayOffset: 5,
    hour: 15,
    hours: 1.5,
    status: 'pending',
    purpose: '加装电梯意见会',
    attendees: 14,
    madeBefore: 0.4,
  });
  // Something for the staff of 延安社区 to decide.
  for (const [index, purpose] of ['物业费说明会', '老旧小区改造征求意见'].entries()) {
    attempt(planner, cast, {
      venue: index === 0 ? council : hall,
      person: neighbours[5 + index] ?? null,
      dayOffset: 6 + index,
      hour: 19,
      hours: 1.5,
      status: 'pending',
      purpose,
      attendees: 16 + index * 20,
      madeBefore: 0.2 + index,
    });
  }
  const missed = attempt(planner, cast, {
    venue: choir,
    person: neighbours[1] ?? null,
    dayOffset: -8,
    hour: 19,
    hours: 2,
    status: 'completed',
    purpose: '南音练习',
  });
  const contested = attempt(planner, cast, {
    venue: choir,
    person: neighbours[1] ?? null,
    dayOffset: 3,
    hour: 19,
    hours: 2,
    status: 'confirmed',
    purpose: '南音练习',
    attendees: 12,
    madeBefore: 2,
  });
  return {
    chorusTomorrow: planChorus(planner, cast),
    own: [...own, pending].filter((booking) => booking !== null),
    closedByTyphoon,
    missed,
    contested,
    waiting: [lin, ...neighbours.slice(2, 4)],
    pauses: [
      planPause(planner, cast, cast.chen, venueAt(cast, BRIDGE_CENTRE, '棋牌室'), [33, 15, 4], null),
      planPause(
        planner,
        cast,
        neighbours[4] ?? lin,
        venueAt(cast, YANAN_CENTRE, '乒乓球室'),
        [41, 22, 3],
        APPEAL,
      ),
    ],
  };
}

/** 林阿姨's rehearsal of the next day: what a guest sees first on her home page. */
export function planChorus(planner: Planner, cast: Cast): PlannedBooking | null {
  const { neighbours } = cast;
  return attempt(planner, cast, {
    venue: venueAt(cast, YANAN_CENTRE, '合唱室'),
    person: cast.lin,
    dayOffset: 1,
    hour: 14.5,
    hours: 2,
    status: 'confirmed',
    purpose: '合唱排练',
    attendees: 18,
    madeBefore: 3,
    companions: neighbours.slice(0, 2),
  });
}

type Attempt = Partial<Wish> & {
  venue: SeedVenue;
  person: Resident | null;
  /** Days from today. */
  dayOffset: number;
  /** Wished start in hours; later and earlier ones are tried as well. */
  hour: number;
  hours: number;
  status: Wish['status'];
  /** How many days before now it was made; past ones are made five days before their own day. */
  madeBefore?: number;
};

/** Places a wish at its hour or at the nearest one that is free. */
function attempt(planner: Planner, cast: Cast, wish: Attempt): PlannedBooking | null {
  const { venue, dayOffset, hour, hours, madeBefore, ...rest } = wish;
  const day = addDays(cast.today, dayOffset);
  for (const shift of [0, -2, 2, -3, 3, -4, 4, 1, -1]) {
    const startMinute = (hour + shift) * 60;
    const startsAt = instantAt(day, startMinute);
    const booking = planner.place({
      channel: 'app',
      purpose: venue.purposes[0] ?? '活动',
      attendees: 12,
      ...rest,
      venue,
      day,
      startMinute,
      endMinute: startMinute + hours * 60,
      createdAt: new Date(
        madeBefore === undefined ? startsAt.getTime() - 5 * DAY_MS : cast.now.getTime() - madeBefore * DAY_MS,
      ),
    });
    if (booking !== null) return booking;
  }
  return null;
}

/** A booking that the typhoon took: its day is closed, so it is placed as cancelled on the day and moved into it. */
function attemptClosed(
  planner: Planner,
  cast: Cast,
  venue: SeedVenue,
  person: Resident,
): PlannedBooking | null {
  const day = addDays(cast.today, -19);
  const open = { ...venue, closed: new Map() };
  const booking = planner.place({
    venue: open,
    day,
    startMinute: 14 * 60,
    endMinute: 16 * 60,
    person,
    channel: 'app',
    purpose: '合唱排练',
    attendees: 16,
    status: 'cancelled',
    reason: '台风红色预警',
    createdAt: new Date(instantAt(day, 14 * 60).getTime() - 4 * DAY_MS),
  });
  return booking;
}

function planPause(
  planner: Planner,
  cast: Cast,
  person: Resident,
  venue: SeedVenue,
  daysBack: readonly number[],
  appeal: string | null,
): Stories['pauses'][number] {
  const bookings = daysBack.map((back) =>
    attempt(planner, cast, {
      venue,
      person,
      dayOffset: -back,
      hour: 16,
      hours: 1,
      status: 'released',
      purpose: venue.purposes[1] ?? '活动',
      attendees: 4,
    }),
  );
  return { person, bookings: bookings.filter((booking) => booking !== null), appeal };
}

function venueAt(cast: Cast, centreName: string, name: string): SeedVenue {
  const venue = cast.venues.find((each) => each.centreName === centreName && each.name === name);
  if (venue === undefined) throw new Error(`the demo city has no ${name} at ${centreName}`);
  return venue;
}
