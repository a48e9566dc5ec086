import type { Place } from '@jiefang/shared/geo';
import type { TaskKind, Training } from '@jiefang/shared/volunteering';
import type { StoredRoute } from '../../volunteering/tasks/task-rows.js';
import { DEMO_CENTRES } from '../places.js';

/** When a task has shifts: on these ISO weekdays, or every so many days from a day counted from today (−1: yesterday). */
export type Rhythm = { weekdays: readonly number[] } | { every: number; from: number };

/** A task of the demo city with the rhythm of its shifts. */
export interface DemoTaskTemplate {
  divisionCode: string;
  kind: TaskKind;
  title: string;
  intro: string;
  placeName: string;
  address: string;
  place: Place;
  route: StoredRoute | null;
  requirements: {
    minAge?: number;
    maxAge?: number;
    trainings?: Training[];
    /** Names of units. */
    units?: string[];
    residentsOnly?: boolean;
  };
  riskNotice: string;
  gatherNote: string;
  rhythm: Rhythm;
  /** Start in hours after midnight. */
  hour: number;
  minutes: number;
  capacity: number;
  /** Share of the places that is usually taken, 0…1. */
  popular: number;
}

const METRES_OF_A_DEGREE = 111_195;

/** The first centre of a division. */
function centreOf(divisionCode: string): (typeof DEMO_CENTRES)[number] {
  const centre = DEMO_CENTRES.find((one) => one.divisionCode === divisionCode);
  if (centre === undefined) throw new Error(`the demo city has no centre at ${divisionCode}`);
  return centre;
}

/** A task beside a division's centre, `north` and `east` metres from it, unless the rest says where it is. */
export function task(
  divisionCode: string,
  kind: TaskKind,
  title: string,
  when: Pick<DemoTaskTemplate, 'rhythm' | 'hour' | 'minutes' | 'capacity'>,
  rest: Pick<DemoTaskTemplate, 'intro'> & Partial<DemoTaskTemplate> & { north?: number; east?: number },
): DemoTaskTemplate {
  const { north = 0, east = 0, ...own } = rest;
  const { latitude, longitude, name, address } = centreOf(divisionCode);
  const micro = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return {
    divisionCode,
    kind,
    title,
    placeName: name,
    address,
    place: {
      latitude: micro(latitude + north / METRES_OF_A_DEGREE),
      longitude: micro(longitude + east / (METRES_OF_A_DEGREE * Math.cos((latitude * Math.PI) / 180))),
    },
    route: null,
    requirements: {},
    riskNotice: '',
    gatherNote: '到了找穿红马甲的同伴',
    popular: 0.75,
    ...when,
    ...own,
  };
}

/** `capacity` places from `hour` on for `minutes`, in a rhythm. */
export function when(
  rhythm: Rhythm,
  hour: number,
  minutes: number,
  capacity: number,
): Pick<DemoTaskTemplate, 'rhythm' | 'hour' | 'minutes' | 'capacity'> {
  return { rhythm, hour, minutes, capacity };
}
